//! Hours of the day in which the person wants to hear nothing; they may go over midnight.

/// From one minute of the day until before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quiet {
    from: u16,
    to: u16,
}

impl Quiet {
    /// `None` when both are the same: that is no time, and not the whole day.
    pub(crate) fn between(from: u16, to: u16) -> Option<Self> {
        (from != to).then_some(Self { from, to })
    }

    pub(crate) fn covers(self, minute_of_day: u16) -> bool {
        if self.from < self.to {
            (self.from..self.to).contains(&minute_of_day)
        } else {
            minute_of_day >= self.from || minute_of_day < self.to
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: u16, to: u16, covered: &[u16], free: &[u16]) {
        let quiet = Quiet::between(from, to).unwrap();

        for minute in covered {
            assert!(quiet.covers(*minute), "{minute} lies in {from}–{to}");
        }
        for minute in free {
            assert!(!quiet.covers(*minute), "{minute} lies outside {from}–{to}");
        }
    }

    #[test]
    fn hours_of_one_day() {
        check(600, 720, &[600, 719], &[0, 599, 720, 1439]);
    }

    #[test]
    fn hours_over_midnight() {
        check(1320, 420, &[1320, 1439, 0, 419], &[420, 720, 1319]);
    }

    #[test]
    fn no_time_between_is_no_quiet() {
        assert_eq!(Quiet::between(480, 480), None);
    }
}
