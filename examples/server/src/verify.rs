//! Verification of the header `Api-Signature`.
//!
//! A client signs the bytes of the body. A JWT has a payload of its own, so the payload has their digest: the claim
//! `request_body_sha256` is SHA-256 in lower-case hexadecimal digits. The claims `exp` and `nbf` are checked if they are
//! there, with a leeway of 60 seconds. A JWT with `aud` is for another service, since this one has no name (RFC 7519),
//! and is refused.

use std::collections::HashSet;
use std::fmt::Write;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rsa;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256,
    UnparsedPublicKey, VerificationAlgorithm,
};
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use serde::Deserialize;

/// A key that cannot verify signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    #[error("the key must be a public key in PEM, from -----BEGIN PUBLIC KEY----- on")]
    NotPublic,
    #[error(
        "the key must be of RSA with 2048 to 8192 bits, ECDSA with P-256 or P-384, or Ed25519"
    )]
    Unsupported,
}

/// The reason why a signature does not verify. It is for the log, and holds nothing of the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    #[error("the algorithm does not belong to the key")]
    Algorithm,
    #[error("the signature was not made with the key")]
    Key,
    #[error("the signature is expired or not valid yet")]
    Time,
    #[error("the signature is for another audience")]
    Audience,
    #[error("the header or the claims are malformed, or the digest of the body is missing")]
    Malformed,
    #[error("the signature was made over another body")]
    Body,
}

/// A kind of public keys, how they are read, and the algorithms that they verify.
struct KeyKind {
    parser: &'static dyn VerificationAlgorithm,
    to_key: fn(&[u8]) -> DecodingKey,
    algorithms: &'static [Algorithm],
}

const KEY_KINDS: [KeyKind; 4] = {
    use Algorithm::{ES256, ES384, EdDSA, PS256, PS384, PS512, RS256, RS384, RS512};

    [
        KeyKind {
            parser: &RSA_PKCS1_2048_8192_SHA256,
            to_key: DecodingKey::from_rsa_der,
            algorithms: &[RS256, RS384, RS512, PS256, PS384, PS512],
        },
        KeyKind {
            parser: &ECDSA_P256_SHA256_FIXED,
            to_key: DecodingKey::from_ec_der,
            algorithms: &[ES256],
        },
        KeyKind {
            parser: &ECDSA_P384_SHA384_FIXED,
            to_key: DecodingKey::from_ec_der,
            algorithms: &[ES384],
        },
        KeyKind { parser: &ED25519, to_key: DecodingKey::from_ed_der, algorithms: &[EdDSA] },
    ]
};

/// Verifies signatures with a public key.
#[derive(Clone, Debug)]
pub struct Verifier {
    key: DecodingKey,
    validation: Validation,
}

impl Verifier {
    /// Reads a public key. The algorithms follow from its kind, never from a signature: a sender who chooses the
    /// algorithm can use the public key as a secret of HMAC.
    pub fn from_pem(pem: &[u8]) -> Result<Self, KeyError> {
        let pem = pem::parse(pem).map_err(|_| KeyError::NotPublic)?;
        if pem.tag() != "PUBLIC KEY" {
            return Err(KeyError::NotPublic);
        }
        let der = pem.contents();
        let is_of_kind =
            |kind: &&KeyKind| UnparsedPublicKey::new(kind.parser, der).parse().is_ok();
        let kind = KEY_KINDS.iter().find(is_of_kind).ok_or(KeyError::Unsupported)?;
        // The length is checked by each verification, but not in reading.
        if rsa::PublicKey::from_der(der)
            .is_ok_and(|key| !(256..=1024).contains(&key.modulus_len()))
        {
            return Err(KeyError::Unsupported);
        }
        let validation = Validation {
            algorithms: kind.algorithms.to_vec(),
            required_spec_claims: HashSet::new(),
            validate_nbf: true,
            ..Validation::default()
        };
        Ok(Self { key: (kind.to_key)(der), validation })
    }

    /// The algorithms that a signature may have.
    pub fn algorithms(&self) -> &[Algorithm] {
        &self.validation.algorithms
    }

    /// Verifies a signature. Its body is compared later, because the head is checked before the body is read.
    pub fn verify(&self, signature: &[u8]) -> Result<SignedBody, SignatureError> {
        let verified = decode(signature, &self.key, &self.validation);
        verified.map(|data| data.claims).map_err(|error| match error.kind() {
            ErrorKind::InvalidAlgorithm => SignatureError::Algorithm,
            ErrorKind::InvalidSignature => SignatureError::Key,
            ErrorKind::ExpiredSignature | ErrorKind::ImmatureSignature => SignatureError::Time,
            ErrorKind::InvalidAudience => SignatureError::Audience,
            _ => SignatureError::Malformed,
        })
    }
}

/// The claims of a verified signature: the body that it was made over.
#[derive(Debug, Deserialize)]
pub struct SignedBody {
    request_body_sha256: String,
}

impl SignedBody {
    /// Checks that this is the body.
    pub fn check(&self, body: &[u8]) -> Result<(), SignatureError> {
        if self.request_body_sha256 == sha256(body) {
            Ok(())
        } else {
            Err(SignatureError::Body)
        }
    }
}

fn sha256(bytes: &[u8]) -> String {
    digest(&SHA256, bytes).as_ref().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
