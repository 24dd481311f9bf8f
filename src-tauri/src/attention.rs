//! Whether the person is told, and what: a pure decision. That something needs the person is decided by how it reads;
//! what the window itself did needs no telling, and nothing is told to somebody who is looking.

mod quiet;

use halfday_app::{Origin, Words};

pub(crate) use quiet::Quiet;

/// How many titles a notification names.
const NAMED: usize = 4;

/// An item that came to another state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arrival {
    /// The code of the program that did it.
    pub origin: String,
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
    if !moment.is_wanted
        || moment.is_focused
        || moment.quiet.is_some_and(|quiet| quiet.covers(moment.minute_of_day))
    {
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

fn is_news(arrival: &Arrival) -> bool {
    // Waiting for a paste is not here: whoever copied the brief knows. A limit or a provider comes back by itself.
    let needs_person = matches!(
        arrival.look.as_str(),
        "in-review" | "waiting-question" | "waiting-permission" | "waiting-budget" | "waiting-safety"
    );
    needs_person && arrival.origin != Origin::Window.code()
}

#[cfg(test)]
mod tests {
    use halfday_app::Language;

    use super::*;

    const NOON: Moment = Moment { is_wanted: true, is_focused: false, minute_of_day: 12 * 60, quiet: None };

    fn arrival(title: &str, look: &str, origin: &str) -> Arrival {
        Arrival {
            origin: origin.to_owned(),
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
    fn an_item_that_came_into_review_elsewhere_is_told_by_its_title() {
        let told = told(&[arrival("Group the quotes", "in-review", "terminal")], NOON);

        let body = "Needs your review · Interview report".to_owned();
        assert_eq!(told, Some(Notification { title: "Group the quotes".to_owned(), body }));
    }

    #[test]
    fn several_at_once_are_one_notification() {
        let arrivals =
            ["One", "Two", "Three", "Four", "Five"].map(|title| arrival(title, "in-review", "terminal"));

        let told = told(&arrivals, NOON);

        let title = "5 items need you".to_owned();
        assert_eq!(told, Some(Notification { title, body: "One\nTwo\nThree\nFour".to_owned() }));
    }

    #[test]
    fn what_the_window_did_itself_is_not_told() {
        assert_eq!(told(&[arrival("Group the quotes", "in-review", "window")], NOON), None);
    }

    #[test]
    fn nothing_is_told_to_somebody_who_looks_at_the_window() {
        let arrivals = [arrival("Group the quotes", "in-review", "terminal")];

        assert_eq!(told(&arrivals, Moment { is_focused: true, ..NOON }), None);
    }

    #[test]
    fn nothing_is_told_to_somebody_who_does_not_want_it() {
        let arrivals = [arrival("Group the quotes", "in-review", "terminal")];

        assert_eq!(told(&arrivals, Moment { is_wanted: false, ..NOON }), None);
    }

    #[test]
    fn nothing_is_told_in_quiet_hours() {
        let arrivals = [arrival("Group the quotes", "in-review", "terminal")];
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
            ("waiting-paste", false),
            ("waiting-limit", false),
            ("waiting-provider", false),
            ("queued", false),
            ("working", false),
            ("accepted", false),
            ("dropped", false),
        ] {
            assert_eq!(told(&[arrival("One", look, "terminal")], NOON).is_some(), expected, "{look}");
        }
    }
}
