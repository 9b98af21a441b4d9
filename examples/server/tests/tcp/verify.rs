//! Signatures that are verified with a key.

use std::time::{SystemTime, UNIX_EPOCH};

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::encoding::{AsDer, PublicKeyX509Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair,
    Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RSA_PSS_SHA512, RsaEncoding, RsaKeyPair,
};
use aws_lc_rs::{hmac, signature};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use customer_server::store::Store;
use customer_server::verify::{KeyError, Verifier};
use customer_server::{Config, SignaturePolicy};

use crate::assert_answer;
use crate::client::{BOUND, Client, Request, Stream, customer, head_with, start, store};
use crate::log::MARK;

const UNVERIFIED: &str = "the signature does not verify";

/// A private key, and the algorithm that it signs with.
enum Key {
    Rsa(RsaKeyPair, &'static dyn RsaEncoding),
    Ecdsa(EcdsaKeyPair),
    Ed25519(Ed25519KeyPair),
    Hmac(Vec<u8>),
}

impl Key {
    fn p256() -> Self {
        Self::Ecdsa(EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap())
    }

    fn p384() -> Self {
        Self::Ecdsa(EcdsaKeyPair::generate(&ECDSA_P384_SHA384_FIXED_SIGNING).unwrap())
    }

    fn rsa(encoding: &'static dyn RsaEncoding) -> Self {
        Self::Rsa(RsaKeyPair::generate(KeySize::Rsa2048).unwrap(), encoding)
    }

    fn ed25519() -> Self {
        Self::Ed25519(Ed25519KeyPair::generate().unwrap())
    }

    fn public_der(&self) -> Vec<u8> {
        let der: PublicKeyX509Der = match self {
            Self::Rsa(pair, _) => pair.public_key().as_der(),
            Self::Ecdsa(pair) => pair.public_key().as_der(),
            Self::Ed25519(pair) => pair.public_key().as_der(),
            Self::Hmac(_) => panic!("it has no public key"),
        }
        .unwrap();
        der.as_ref().to_vec()
    }

    fn public_pem(&self) -> String {
        pem::encode(&pem::Pem::new("PUBLIC KEY", self.public_der()))
    }

    fn sign(&self, message: &[u8]) -> Vec<u8> {
        let random = SystemRandom::new();
        match self {
            Self::Rsa(pair, encoding) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(*encoding, &random, message, &mut signature).unwrap();
                signature
            }
            Self::Ecdsa(pair) => pair.sign(&random, message).unwrap().as_ref().to_vec(),
            Self::Ed25519(pair) => signature::Signature::as_ref(&pair.sign(message)).to_vec(),
            Self::Hmac(secret) => {
                hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret), message)
                    .as_ref()
                    .to_vec()
            }
        }
    }

    /// A JWT with this header and these claims.
    fn jwt(&self, header: &str, claims: &str) -> String {
        let encode = |part: &[u8]| URL_SAFE_NO_PAD.encode(part);
        let message = format!("{}.{}", encode(header.as_bytes()), encode(claims.as_bytes()));
        format!("{message}.{}", encode(&self.sign(message.as_bytes())))
    }
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

fn header(algorithm: &str) -> String {
    format!(r#"{{"alg":"{algorithm}","typ":"JWT"}}"#)
}

fn hex(bytes: &[u8]) -> String {
    digest(&SHA256, bytes).as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The claims of a signature over a body, and others.
fn claims(body: &[u8], others: &str) -> String {
    format!(r#"{{"request_body_sha256":"{}"{others}}}"#, hex(body))
}

fn config(key: &Key) -> Config {
    let verifier = Verifier::from_pem(key.public_pem().as_bytes()).unwrap();
    Config {
        signature: SignaturePolicy::Verified(verifier.into()),
        body_time: BOUND,
        ..Config::default()
    }
}

fn put(body: &[u8], signature: &str) -> Request {
    Request::new(MARK, body).with("api-signature", signature)
}

#[tokio::test]
async fn each_kind_of_key() {
    let keys = [
        ("ES256", Key::p256()),
        ("ES384", Key::p384()),
        ("EdDSA", Key::ed25519()),
        ("RS256", Key::rsa(&RSA_PKCS1_SHA256)),
        ("PS512", Key::rsa(&RSA_PSS_SHA512)),
    ];
    let body = customer("Lovelace");
    for (i, (algorithm, key)) in keys.iter().enumerate() {
        let (address, service) = start(store(), config(key));
        let client = Client::new(address);
        let jwt = key.jwt(&header(algorithm), &claims(&body, ""));
        assert_eq!(client.put(put(&body, &jwt)).await.status.as_u16(), 201, "{algorithm}");
        // Of every other key, and with every other algorithm.
        for (j, (other, other_key)) in keys.iter().enumerate().filter(|(j, _)| i != *j) {
            let by_other = other_key.jwt(&header(other), &claims(&body, ""));
            assert_answer(&client.put(put(&body, &by_other)).await, 401, UNVERIFIED);
            let mislabelled = keys[i].1.jwt(&header(keys[j].0), &claims(&body, ""));
            assert_answer(&client.put(put(&body, &mislabelled)).await, 401, UNVERIFIED);
        }
        assert_eq!(service.store().count().await, Ok(1));
    }
}

#[tokio::test]
async fn signatures_that_do_not_verify() {
    let key = Key::p256();
    let (address, service) = start(store(), config(&key));
    let client = Client::new(address);
    let body = customer("Lovelace");
    let es256 = header("ES256");
    let valid = key.jwt(&es256, &claims(&body, ""));
    let hs256 = |secret: Vec<u8>| Key::Hmac(secret).jwt(&header("HS256"), &claims(&body, ""));
    let (start, end) = valid.rsplit_once('.').unwrap();
    let signature = URL_SAFE_NO_PAD.decode(end).unwrap();
    let replaced = |bytes: &[u8]| format!("{start}.{}", URL_SAFE_NO_PAD.encode(bytes));
    let with = |claims: &str| key.jwt(&es256, claims);
    let upper = hex(&body).to_uppercase();
    let wrong = [
        // The public key as a secret.
        hs256(key.public_pem().into_bytes()),
        hs256(key.public_der()),
        hs256(Vec::new()),
        // Another key of the same kind.
        Key::p256().jwt(&es256, &claims(&body, "")),
        // Parts of the signature, and one of zeros.
        replaced(&signature[..63]),
        replaced(&[0; 64]),
        replaced(&[signature.as_slice(), &[0]].concat()),
        // The header has something that has to be understood, or the payload is not in base64url.
        key.jwt(r#"{"alg":"ES256","crit":["exp"],"exp":1}"#, &claims(&body, "")),
        key.jwt(r#"{"alg":"ES256","crit":["b64"],"b64":false}"#, &claims(&body, "")),
        // The body.
        with("{}"),
        with(&claims(b"", "")),
        with(&claims(&customer("King"), "")),
        with(&format!(r#"{{"request_body_sha256":"{upper}"}}"#)),
        with(&format!(r#"{{"request_body_sha256":["{}"]}}"#, hex(&body))),
        with(&claims(
            &customer("King"),
            &format!(r#","request_body_sha256":"{}""#, hex(&body)),
        )),
        // Times.
        with(&claims(&body, &format!(r#","exp":{}"#, now() - 300))),
        with(&claims(&body, &format!(r#","nbf":{}"#, now() + 300))),
        with(&claims(&body, r#","exp":"tomorrow""#)),
        // For another service.
        with(&claims(&body, r#","aud":"other""#)),
    ];
    for (i, signature) in wrong.iter().enumerate() {
        let answer = client.put(put(&body, signature)).await;
        assert_eq!(answer.status.as_u16(), 401, "{i}: {answer:?}");
        assert_answer(&answer, 401, UNVERIFIED);
        assert!(!answer.body.contains("Extensions"), "{answer:?}");
    }
    // The shape is the library's to check.
    let unsigned = "a signature is required, in the shape of a JWT";
    let none = key.jwt(&header("none"), &claims(&body, ""));
    for request in [
        put(&body, &none),
        put(&body, &format!("Bearer {valid}")),
        put(&body, &valid).and("api-signature", &valid),
        put(&body, &valid).without("api-signature"),
    ] {
        assert_answer(&client.put(request).await, 401, unsigned);
    }
    assert_eq!(service.store().count().await, Ok(0));

    for (others, status) in
        [("", 201), (&format!(r#","exp":{},"nbf":1,"sub":"x""#, now() + 300), 204)]
    {
        let answer = client.put(put(&body, &with(&claims(&body, others)))).await;
        assert_eq!(answer.status.as_u16(), status, "{answer:?}");
    }
}

/// Without a valid signature an answer says nothing about path, headers and body, and does not wait for the body.
#[tokio::test]
async fn the_signature_comes_first() {
    let key = Key::p256();
    let (address, _) = start(store(), config(&key));
    let client = Client::new(address);
    let other = Key::p256().jwt(&header("ES256"), &claims(b"{", ""));
    for request in [
        put(b"{", &other),
        put(b"{", &other).with_path("%zz"),
        put(b"{", &other).with("content-type", MARK),
        put(b"{", &other).with("if-match", MARK),
        put(&vec![b' '; 300_000], &other),
        // Of this key, and over another body.
        put(b"[", &key.jwt(&header("ES256"), &claims(b"{", ""))),
    ] {
        assert_answer(&client.put(request).await, 401, UNVERIFIED);
    }
    let mut stream = Stream::open(address).await;
    let headers = format!(
        "content-type: application/json\r\napi-signature: {other}\r\ncontent-length: 9\r\n"
    );
    stream.send(&head_with("c-1815", &headers)).await;
    assert_answer(&stream.answer_alone().await, 401, UNVERIFIED);

    let verified = key.jwt(&header("ES256"), &claims(b"{", ""));
    let answer = client.put(put(b"{", &verified).with_path("c-1815")).await;
    assert_answer(&answer, 400, "the request has 1 fault");
}

#[test]
fn keys_that_cannot_verify() {
    let key = Key::p256();
    let verifier = |pem: &str| Verifier::from_pem(pem.as_bytes()).map(|_| ()).unwrap_err();
    let of_kind = |label: &str, der: &[u8]| pem::encode(&pem::Pem::new(label, der));
    assert_eq!(verifier(""), KeyError::NotPublic);
    assert_eq!(verifier("secret"), KeyError::NotPublic);
    assert_eq!(verifier(&of_kind("PRIVATE KEY", &key.public_der())), KeyError::NotPublic);
    assert_eq!(verifier(&of_kind("PUBLIC KEY", &[0; 64])), KeyError::Unsupported);
    assert_eq!(verifier(RSA_1024), KeyError::Unsupported);
}

/// Too short. Made by `openssl genrsa 1024 | openssl rsa -pubout`.
const RSA_1024: &str = "\
-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDY/o1bKoe54WSqVA1AI8HtNhGP
/jKPLih0ytPT3SK9FA9nQvGvfCzHZSXy/mLV7uYPxTY3XzuwKhl8G1Qj6Asywslh
Oa/aaaNm/ZYOnVmp3eWB3AHylRpelTrNTKYegCrt2TyA9kl0iI+UoQNysZkIjSGJ
v3eqgnFhVwUy8wmddwIDAQAB
-----END PUBLIC KEY-----
";
