//! Whether the person is told, and what: a pure decision. That something needs the person is decided by how it reads;
//! what the window itself did needs no telling, and nothing is told to somebody who is looking.

mod quiet;

use halfday_app::Words;

pub(crate) use quiet::Quiet;

/// How many titles a notification names.
const NAMED: usize = 4;

/// An item that came to another state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arrival {
    /// The person did it in this window, and knows.
    pub is_own: bool,
    pub title: String,
    pub job: String,
    /// The code of how it reads now.
    pub look: String,
    pub status_text: String,
}

/// What matters about now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    /// The person wants notifications at all.
    pub is_wanted: bool,
    /// The window is what the person works with.
    pub is_focused: bool,
    pub minute_of_day: u16,
    pub quiet: Option<Quiet>,
}

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notification {
    pub title: String,
    pub body: String,
}

/// What to show for items that arrived together.
pub(crate) fn decide(arrivals: &[Arrival], moment: Moment, words: &Words) -> Option<Notification> {
    if !moment.allows() {
        return None;
    }
    let told: Vec<&Arrival> = arrivals.iter().filter(|arrival| is_news(arrival)).collect();
    match told.as_slice() {
        [] => None,
        [one] => {
            let body = [("status", one.status_text.as_str()), ("job", one.job.as_str())];
            Some(Notification { title: one.title.clone(), body: words.say("desk-one-needs-you", &body) })
        }
        several => {
            let count = several.len().to_string();
            let titles: Vec<&str> = several.iter().take(NAMED).map(|one| one.title.as_str()).collect();
            let title = words.say("desk-several-need-you", &[("count", &count)]);
            Some(Notification { title, body: titles.join("\n") })
        }
    }
}

/// What to show when the week's report was issued.
pub(crate) fn of_report(moment: Moment, words: &Words) -> Option<Notification> {
    let told = || Notification { title: words.word("desk-report-issued"), body: String::new() };
    moment.allows().then(told)
}

impl Moment {
    /// The person may be told something now.
    fn allows(self) -> bool {
        let is_quiet = self.quiet.is_some_and(|quiet| quiet.covers(self.minute_of_day));
        self.is_wanted && !self.is_focused && !is_quiet
    }
}

fn is_news(arrival: &Arrival) -> bool {
    // Waiting for a paste is not here: whoever copied the brief knows. A limit or a provider comes back by itself.
    let needs_person = matches!(
        arrival.look.as_str(),
        "in-review"
            | "failed"
            | "waiting-question"
            | "waiting-permission"
            | "waiting-budget"
            | "waiting-safety"
    );
    needs_person && !arrival.is_own
}

#[cfg(test)]
mod tests {
    use halfday_app::Language;

    use super::*;

    const NOON: Moment = Moment { is_wanted: true, is_focused: false, minute_of_day: 12 * 60, quiet: None };

    fn arrival(title: &str, look: &str) -> Arrival {
        Arrival {
            is_own: false,
            title: title.to_owned(),
            job: "Interview report".to_owned(),
            look: look.to_owned(),
            status_text: "Needs your review".to_owned(),
        }
    }

    fn told(arrivals: &[Arrival], moment: Moment) -> Option<Notification> {
        decide(arrivals, moment, Words::of(Language::En))
    }

    #[test]
    fn an_item_that_ai_brought_into_review_is_told_by_its_title() {
        let told = told(&[arrival("Group the quotes", "in-review")], NOON);

        let body = "Needs your review · Interview report".to_owned();
        assert_eq!(told, Some(Notification { title: "Group the quotes".to_owned(), body }));
    }

    #[test]
    fn several_at_once_are_one_notification() {
        let arrivals = ["One", "Two", "Three", "Four", "Five"].map(|title| arrival(title, "in-review"));

        let told = told(&arrivals, NOON);

        let title = "5 items need you".to_owned();
        assert_eq!(told, Some(Notification { title, body: "One\nTwo\nThree\nFour".to_owned() }));
    }

    #[test]
    fn what_the_person_did_in_the_window_is_not_told() {
        assert_eq!(told(&[Arrival { is_own: true, ..arrival("Group the quotes", "in-review") }], NOON), None);
    }

    #[test]
    fn nothing_is_told_to_somebody_who_looks_at_the_window() {
        let arrivals = [arrival("Group the quotes", "in-review")];

        assert_eq!(told(&arrivals, Moment { is_focused: true, ..NOON }), None);
    }

    #[test]
    fn nothing_is_told_to_somebody_who_does_not_want_it() {
        let arrivals = [arrival("Group the quotes", "in-review")];

        assert_eq!(told(&arrivals, Moment { is_wanted: false, ..NOON }), None);
    }

    #[test]
    fn nothing_is_told_in_quiet_hours() {
        let arrivals = [arrival("Group the quotes", "in-review")];
        let quiet = Quiet::between(11 * 60, 13 * 60);

        assert_eq!(told(&arrivals, Moment { quiet, ..NOON }), None);
        assert!(told(&arrivals, Moment { quiet, minute_of_day: 13 * 60, ..NOON }).is_some());
    }

    #[test]
    fn only_what_needs_the_person_is_told() {
        for (look, expected) in [
            ("in-review", true),
            ("waiting-question", true),
            ("waiting-permission", true),
            ("waiting-budget", true),
            ("waiting-safety", true),
            ("failed", true),
            ("waiting-paste", false),
            ("waiting-limit", false),
            ("waiting-provider", false),
            ("queued", false),
            ("working", false),
            ("accepted", false),
            ("dropped", false),
        ] {
            assert_eq!(told(&[arrival("One", look)], NOON).is_some(), expected, "{look}");
        }
    }
}
