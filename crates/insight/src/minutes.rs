//! Minutes, kept as whole milliseconds so that sums do not depend on order; in JSON a whole number
//! of minutes is written without a point.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

use serde::{Serialize, Serializer};

const MS_PER_MINUTE: i64 = 60_000;

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Minutes {
    ms: i64,
}

impl Minutes {
    /// No time.
    pub const ZERO: Self = Self { ms: 0 };

    /// From whole minutes.
    pub fn whole(minutes: u32) -> Self {
        Self { ms: i64::from(minutes) * MS_PER_MINUTE }
    }

    /// From milliseconds.
    pub fn from_ms(ms: i64) -> Self {
        Self { ms }
    }

    /// As a number of minutes.
    pub fn value(self) -> f64 {
        self.ms as f64 / MS_PER_MINUTE as f64
    }

    /// Whether there is none.
    pub fn is_zero(self) -> bool {
        self.ms == 0
    }
}

impl Add for Minutes {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { ms: self.ms.saturating_add(other.ms) }
    }
}

impl Sub for Minutes {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { ms: self.ms.saturating_sub(other.ms) }
    }
}

impl AddAssign for Minutes {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Minutes {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

impl Serialize for Minutes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.ms % MS_PER_MINUTE == 0 {
            serializer.serialize_i64(self.ms / MS_PER_MINUTE)
        } else {
            serializer.serialize_f64(self.value())
        }
    }
}
