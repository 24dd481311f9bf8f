//! New ids: the command's time and the system's randomness.

use crate::Error;

/// Makes the ids of one command.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ids {
    at: i64,
}

impl Ids {
    pub(crate) fn at(at: i64) -> Self {
        Self { at }
    }

    /// A new id: `ids.make(ItemId::from_parts)`.
    pub(crate) fn make<T>(self, from_parts: impl FnOnce(i64, [u8; 10]) -> T) -> Result<T, Error> {
        Ok(from_parts(self.at, random()?))
    }
}

/// Random bytes of the system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Error::NoRandomness)?;
    Ok(bytes)
}
