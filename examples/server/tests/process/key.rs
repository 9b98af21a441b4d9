//! The key of `--verify-with`, and what the log says about signatures at the start.

use std::fs;
use std::io::Read;
use std::process::{Output, Stdio};

use aws_lc_rs::encoding::{AsDer, PublicKeyX509Der};
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use rustix::process::Signal;
use tempfile::tempdir;

use crate::server::{Server, command, put};

fn public_key() -> String {
    let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap();
    let der: PublicKeyX509Der = pair.public_key().as_der().unwrap();
    pem::encode(&pem::Pem::new("PUBLIC KEY", der.as_ref()))
}

#[test]
fn the_log_says_what_is_checked() {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("key.pem"), public_key()).unwrap();
    let shape = "signatures are checked for their shape only, and not verified";
    let verified = "signatures are verified algorithms=[ES256]";
    for (arguments, status, expected, other) in [
        (&[][..], 201, shape, verified),
        (&["--require-signature"], 401, shape, verified),
        (&["--verify-with", "key.pem"], 401, verified, shape),
        (&["--verify-with", "key.pem", "--require-signature"], 401, verified, shape),
    ] {
        let mut server =
            Server::spawn(command(folder.path()).args(arguments).stderr(Stdio::piped()));
        let mut pipe = server.stderr().unwrap();
        // Without a signature.
        let id = format!("c-{}", arguments.len());
        assert_eq!(put(&server.address, &id).ok(), Some(status), "{arguments:?}");
        server.signal(Signal::TERM);
        assert!(server.wait().success());
        let mut log = String::new();
        pipe.read_to_string(&mut log).unwrap();
        assert!(log.contains(expected) && !log.contains(other), "{arguments:?}: {log}");
    }
}

#[test]
fn a_key_that_cannot_verify() {
    let folder = tempdir().unwrap();
    let private = public_key().replace("PUBLIC", "PRIVATE");
    fs::write(folder.path().join("private.pem"), private).unwrap();
    for (file, reason) in [
        ("private.pem", "the key must be a public key in PEM"),
        ("missing.pem", "No such file or directory"),
    ] {
        let Output { status, stderr, .. } =
            command(folder.path()).args(["--verify-with", file]).output().unwrap();
        let stderr = String::from_utf8(stderr).unwrap();
        assert_eq!(status.code(), Some(1), "{stderr}");
        assert!(stderr.contains(file) && stderr.contains(reason), "{stderr}");
    }
}
