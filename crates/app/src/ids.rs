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

/// A number of the system's chance: from 0 up to, but not including, 1.
pub(crate) fn chance() -> Result<f64, Error> {
    // 53 bits are what a number of this kind can hold.
    Ok((u64::from_be_bytes(random()?) >> 11) as f64 / (1_u64 << 53) as f64)
}

/// A list in an order that chance makes.
pub(crate) fn shuffled<T>(mut list: Vec<T>) -> Result<Vec<T>, Error> {
    for last in (1..list.len()).rev() {
        let place = (chance()? * (last + 1) as f64) as usize;
        list.swap(last, place.min(last));
    }
    Ok(list)
}
