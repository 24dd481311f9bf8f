//! A milestone: a tick line of an item with a check behind an arrow, `Themes → headings: Themes`. The
//! program sees by itself when it is reached, and at which step.

use crate::check::CheckSpec;

/// Behind one of these stands the check.
const ARROWS: [&str; 3] = ["→", "->", "=>"];

/// A point on the way that can be seen from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    pub title: String,
    /// Never for the person: nobody is asked while the work goes on.
    pub check: CheckSpec,
}

impl Milestone {
    /// The milestone a tick line is; most are none.
    pub fn of(line: &str) -> Option<Self> {
        let arrow = ARROWS.iter().filter_map(|arrow| Some((line.rfind(arrow)?, *arrow))).max()?;
        let (title, check) = (line.get(..arrow.0)?.trim(), line.get(arrow.0 + arrow.1.len()..)?.trim());
        match CheckSpec::parse(check) {
            CheckSpec::Person { .. } => None,
            check => Some(Self { title: title.to_owned(), check }).filter(|one| !one.title.is_empty()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tick_line_with_a_check_behind_an_arrow_is_a_milestone_and_others_are_none() {
        let read = |line: &str| Milestone::of(line).map(|one| (one.title, one.check.kind()));

        assert_eq!(read("Themes → headings: Themes"), Some(("Themes".to_owned(), "headings")));
        assert_eq!(read("From A -> B -> file: b.md"), Some(("From A -> B".to_owned(), "file")));
        assert_eq!(read("五個主題 → 標題有：主題"), Some(("五個主題".to_owned(), "headings")));
        for none in ["Themes", "Themes → looks good", "contains: a", "→ contains: a", ""] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
