//! A key. It can be sent, and cannot be printed by accident.

use std::fmt;

use halfday_domain::failure::FailureReason;
use reqwest::header::HeaderValue;

use super::fault::Fault;

/// A text that is never shown: no `Display`, and `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Takes a key in; white space around it is a slip of copying.
    pub fn new(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// The key itself, for the request that needs it and the redactor that hides it.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The key as a header that HTTP's own logs leave out.
    pub(super) fn header(&self) -> Result<HeaderValue, Fault> {
        as_header(&self.0)
    }

    /// The key as a bearer token.
    pub(super) fn bearer(&self) -> Result<HeaderValue, Fault> {
        as_header(&format!("Bearer {}", self.0))
    }
}

fn as_header(text: &str) -> Result<HeaderValue, Fault> {
    let mut header = HeaderValue::from_str(text)
        .map_err(|_| Fault::new(FailureReason::Auth, "the key has characters no key can have"))?;
    header.set_sensitive(true);
    Ok(header)
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_cannot_be_printed() {
        let shown = format!("{:?}", Some(Secret::new(" sk-canary\n")));

        assert_eq!(shown, "Some(Secret(…))");
        assert_eq!(Secret::new(" sk-canary\n").expose(), "sk-canary");
    }
}
