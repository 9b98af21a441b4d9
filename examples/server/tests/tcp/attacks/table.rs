//! The requests and their answers.

/// The part of a request that decides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Decider {
    /// The answer comes although no body does, and `100 Continue` is not sent.
    Head,
    /// The body is read before the answer.
    All,
}
use Decider::{All, Head};

/// The line of a request, and its headers without the length of the body. `{n}` in a line stands for n characters of four
/// bytes.
pub(super) type Request = (&'static str, &'static [&'static str]);

/// Requests with the same answer: the part that decides, then status, `Type` and `Detail`.
pub(super) type Refused = (Decider, u16, &'static str, &'static str, &'static [Request]);

const JSON: &str = "content-type: application/json";
const DATE: &str = "if-unmodified-since: Sat, 29 Oct 1994 19:43:31 GMT";

/// The body is valid in each of them.
pub(super) const REFUSED: &[Refused] = &[
    (
        Head,
        400,
        "InvalidMessage",
        "the path is not the percent-encoding of UTF-8",
        &[
            ("PUT /customers/%zz", &[JSON]),
            ("PUT /customers/%", &[JSON]),
            ("PUT /customers/%4", &[JSON]),
            ("PUT /customers/%FF", &[JSON]),
            // A surrogate.
            ("PUT /customers/%ED%A0%80", &[JSON]),
        ],
    ),
    (
        Head,
        404,
        "ResourceNotFound",
        "there is nothing at this path",
        &[
            ("PUT /customers", &[JSON]),
            ("PUT /customers/c/", &[JSON]),
            ("PUT /customers/a/../c", &[JSON]),
            ("PUT //customers/c", &[JSON]),
            ("PUT /%63ustomers/c", &[JSON]),
            ("PUT /customers%2Fc", &[JSON]),
        ],
    ),
    (
        Head,
        405,
        "InvalidMessage",
        "this path does not have this method",
        &[
            ("POST /customers/c", &[JSON]),
            ("POST /customers/c", &[JSON, "x-http-method-override: PUT"]),
            ("put /customers/c", &[JSON]),
            ("TRACE /customers/c", &[JSON]),
            ("PUT /healthz", &[JSON]),
        ],
    ),
    (
        Head,
        400,
        "InvalidMessage",
        "the content type must be application/json, and given once",
        &[
            ("PUT /customers/c", &[]),
            ("PUT /customers/c", &[JSON, JSON]),
            ("PUT /customers/c", &[JSON, "content-type: text/json"]),
            ("PUT /customers/c", &["content-type: application/json, application/json"]),
            ("PUT /customers/c", &["content-type: application/json-seq"]),
        ],
    ),
    (
        Head,
        400,
        "InvalidMessage",
        "the body must be sent without a content encoding",
        &[
            ("PUT /customers/c", &[JSON, "content-encoding: gzip"]),
            ("PUT /customers/c", &[JSON, "content-encoding: identity, gzip"]),
            (
                "PUT /customers/c",
                &[JSON, "content-encoding: identity", "content-encoding: gzip"],
            ),
            ("PUT /customers/c", &[JSON, "content-encoding:"]),
        ],
    ),
    (
        Head,
        400,
        "InvalidMessage",
        "the body must be sent as a whole, without a content range",
        &[("PUT /customers/c", &[JSON, "content-range: bytes 0-1/2"])],
    ),
    (
        Head,
        400,
        "InvalidMessage",
        "the body must have no transfer coding but chunked",
        &[
            ("PUT /customers/c", &[JSON, "transfer-encoding: gzip, chunked"]),
            (
                "PUT /customers/c",
                &[JSON, "transfer-encoding: gzip", "transfer-encoding: chunked"],
            ),
        ],
    ),
    (
        Head,
        400,
        "InvalidMessage",
        "conditional requests are not supported",
        &[
            ("PUT /customers/c", &[JSON, "if-match: \"1\""]),
            ("PUT /customers/c", &[JSON, "if-none-match: *"]),
            ("PUT /customers/c", &[JSON, DATE]),
        ],
    ),
    // What path and signature break is reported together with what the body breaks (S10).
    (
        All,
        400,
        "InvalidMessage",
        "the request has 1 fault",
        &[
            ("PUT /customers/", &[JSON]),
            ("PUT /customers/{36}x", &[JSON]),
            ("PUT /customers/{37}", &[JSON]),
            ("PUT /customers/c", &[JSON, "api-signature: Bearer x"]),
        ],
    ),
];

/// Refused before the body, which is longer than its limit.
pub(super) const TOO_LARGE: Refused = (
    Head,
    413,
    "InvalidMessage",
    "the body has more than 262144 bytes",
    &[("PUT /customers/c", &[JSON, "content-length: 262145"])],
);

/// The rest of a request, where a signature is demanded and missing.
pub(super) const UNSIGNED: Refused = (
    Head,
    401,
    "Unauthorized",
    "a signature is required, in the shape of a JWT",
    &[
        ("PUT /customers/c", &[JSON]),
        (
            "PUT /customers/%zz",
            &["content-type: text/json", "content-encoding: gzip", "if-match: *"],
        ),
        ("PUT /customers/c", &[JSON, "content-length: 262145"]),
    ],
);

pub(super) const ACCEPTED: &[Request] = &[
    ("PUT /customers/c", &[JSON]),
    ("PUT /customers/c", &["content-type: Application/JSON; charset=utf-16"]),
    ("PUT /customers/c", &[JSON, "content-encoding: identity"]),
    ("PUT /customers/c", &[JSON, "transfer-encoding: chunked"]),
    // RFC 9110: a `PUT` has to ignore these.
    ("PUT /customers/c", &[JSON, "if-modified-since: Sat, 29 Oct 1994 19:43:31 GMT"]),
    ("PUT /customers/c", &[JSON, "range: bytes=0-1"]),
    ("PUT /customers/c?x=%zz", &[JSON]),
    ("PUT http://localhost/customers/c", &[JSON]),
    ("PUT /customers/%00", &[JSON]),
    ("PUT /customers/%2F", &[JSON]),
    ("PUT /customers/..", &[JSON]),
    ("PUT /customers/%2E%2E", &[JSON]),
    ("PUT /customers/{36}", &[JSON]),
];

/// The number of different customers in [`ACCEPTED`].
pub(super) const CUSTOMERS: i64 = 5;

/// hyper answers a request that is not in HTTP, or whose end is not clear. Its answer has no body.
pub(super) const NOT_HTTP: &[Request] = &[
    ("PUT /customers/c", &[JSON, "transfer-encoding: gzip"]),
    ("PUT /customers/c", &[JSON, "transfer-encoding: chunked, gzip"]),
    ("PUT /customers/c", &[JSON, "content-length: 1", "content-length: 2"]),
    ("PUT /customers/c", &[JSON, "content-length: +1"]),
    ("PUT /customers/c", &[JSON, "content-length : 1"]),
    ("PUT /customers/\u{7f}", &[JSON]),
    ("PUT /customers/a b", &[JSON]),
];
