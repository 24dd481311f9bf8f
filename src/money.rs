//! Dollars as they are typed, nano-dollars as they are kept.

/// Nano-dollars of a dollar.
const NANO: f64 = 1e9;

/// What `usd` dollars are; `None`: no amount one can set a limit to.
pub(crate) fn nano_of(usd: f64) -> Option<u64> {
    let nano = (usd * NANO).round();
    (nano >= 1.0 && usd < 1e6).then_some(nano as u64)
}

/// The dollars as one would type them: `2.5`.
pub(crate) fn dollars(nano: u64) -> String {
    (nano as f64 / NANO).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dollars_are_read_and_shown_as_one_types_them() {
        for typed in ["2.5", "0.003", "100", "0.000000001"] {
            assert_eq!(typed.parse().ok().and_then(nano_of).map(dollars).as_deref(), Some(typed));
        }
        for wrong in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e6, 1e-12] {
            assert_eq!(nano_of(wrong), None, "{wrong}");
        }
    }
}
