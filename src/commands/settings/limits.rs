//! What one attempt may take, as one types it: a number, or `off` for no limit, which is kept as 0.

use crate::complaint::Complaint;
use crate::money::nano_of;
use crate::output::Out;

/// A week has no more minutes.
const MOST_MINUTES: u32 = 7 * 24 * 60;
const MOST_TOKENS: u64 = 1_000_000_000_000;

pub(super) fn tokens(value: &str) -> Option<u64> {
    limit(value, |value| value.parse().ok().filter(|tokens| (1..=MOST_TOKENS).contains(tokens)))
}

pub(super) fn nano(value: &str) -> Option<u64> {
    limit(value, |value| nano_of(value.parse().ok()?))
}

pub(super) fn minutes(value: &str) -> Option<u32> {
    limit(value, |value| value.parse().ok().filter(|minutes| (1..=MOST_MINUTES).contains(minutes)))
}

fn limit<T: Default>(value: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    if value == "off" { Some(T::default()) } else { read(value) }
}

/// What was typed is no such limit.
pub(super) fn none_of(key: &str, value: &str, out: &Out) -> Complaint {
    Complaint::new(out.words(), key, &[("value", value)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_or_off() {
        assert_eq!((tokens("200000"), tokens("off")), (Some(200_000), Some(0)));
        assert_eq!((nano("2.50"), nano("off")), (Some(2_500_000_000), Some(0)));
        assert_eq!((minutes("90"), minutes("off")), (Some(90), Some(0)));
        for wrong in ["", "0", "-1", "much", "1e30"] {
            assert_eq!((tokens(wrong), nano(wrong), minutes(wrong)), (None, None, None), "{wrong}");
        }
        assert_eq!((tokens("1.5"), minutes("10081")), (None, None));
    }
}
