//! A key on its way in. It is read from a request and never written into anything: not into a view, a log or
//! the fault of a request that could not be read.

use std::fmt;

use halfday_runner::providers::Secret;
use serde::de::{Deserialize, Deserializer, Error};
use serde::{Serialize, Serializer};

/// What stands in place of it.
const HIDDEN: &str = "[secret]";

/// A key as a person gave it.
#[derive(Clone, PartialEq, ts_rs::TS)]
#[ts(as = "String")]
pub struct GivenKey(Secret);

impl GivenKey {
    pub fn new(text: &str) -> Self {
        Self(Secret::new(text))
    }

    pub(crate) fn secret(&self) -> &Secret {
        &self.0
    }
}

impl fmt::Debug for GivenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

impl Serialize for GivenKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(HIDDEN)
    }
}

impl<'de> Deserialize<'de> for GivenKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // The fault of a wrong type would quote what was sent.
        match serde_json::Value::deserialize(deserializer) {
            Ok(serde_json::Value::String(text)) => Ok(Self::new(&text)),
            Ok(_) | Err(_) => Err(D::Error::custom("a key is a text")),
        }
    }
}
