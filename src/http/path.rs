//! The `CustomerID` in the path ([R1](crate::guide::contract#R1), [S19](crate::guide::contract#S19)).

use alloc::borrow::Cow;

use ::http::Uri;
use percent_encoding::percent_decode_str;

/// Decodes the last segment of the path. `None` if it is not the percent-encoding of UTF-8.
pub(super) fn last_segment(uri: &Uri) -> Option<Cow<'_, str>> {
    let segment = uri.path().rsplit('/').next()?;
    // The decoder keeps a `%` without two digits as it is, but such a segment is not a percent-encoding (S19).
    let has_digits =
        |rest: &str| rest.as_bytes().get(..2).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
    if !segment.split('%').skip(1).all(has_digits) {
        return None;
    }
    percent_decode_str(segment).decode_utf8().ok()
}
