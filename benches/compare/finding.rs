//! A violation in the terms of all contenders.

/// A violation as a contender reports it. What the contender does not give is `None`.
#[derive(Clone, Debug, Default)]
pub struct Finding {
    /// In the contender's own notation.
    pub path: Option<String>,
    /// Names the rule for a program.
    pub code: Option<String>,
    /// The line and the column, both from 1.
    pub position: Option<(usize, usize)>,
    /// As a person reads it.
    pub message: String,
}

impl Finding {
    /// An error of a format, which stops at it and has no path.
    pub(crate) fn of_format(message: String, line: usize, column: usize) -> Vec<Self> {
        vec![Self { position: Some((line, column)), message, ..Self::default() }]
    }

    pub(crate) fn of_serde_json(error: &serde_json::Error) -> Vec<Self> {
        Self::of_format(error.to_string(), error.line(), error.column())
    }
}
