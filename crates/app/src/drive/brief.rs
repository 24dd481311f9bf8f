//! What an agent is told: the item as a brief for the folder it works in, behind the name veil unless
//! the person has switched it off.

use halfday_domain::attempt::Purpose;
use halfday_domain::check::CheckSpec;
use halfday_domain::id::PlannedCheckId;
use halfday_domain::words::{Language, Words};
use halfday_runner::agents::closing;
use halfday_runner::attempt::evidence::Criterion;
use halfday_runner::clipboard::{BriefRequest, Nonce, Sure, brief_for_agent};
use halfday_runner::veil::{Replacement, Veil};
use halfday_store::{Connection, items, jobs, subitems};

use super::claim::Claimed;
use crate::context::beside_the_list;
use crate::copy::{accepted_texts, brief_item, listed_spans};
use crate::reach;
use crate::retry::last_wrong;
use crate::{App, Error};

/// A brief, with what has to be known to read what comes back.
pub(super) struct Told {
    pub(super) text: String,
    /// How it ends for an agent that can only say in words what proves its work; else empty.
    pub(super) closing: String,
    /// The lines of *done when*, as the brief says them.
    pub(super) criteria: Vec<Criterion>,
    pub(super) language: Language,
    pub(super) veil: Option<Veil>,
    pub(super) veiled: Vec<Replacement>,
}

impl App {
    pub(super) fn told(&self, claimed: &Claimed) -> Result<Told, Error> {
        let names = self.veil_setting()?;
        let objects = self.objects.clone();
        let (item, job, purpose) = (claimed.item.clone(), claimed.job.clone(), claimed.purpose);
        let (request, planned) = self.store.read(move |connection| {
            let mut earlier = vec![];
            for needed in needed_by(connection, &item)? {
                earlier.extend(accepted_texts(connection, &needed, &objects)?);
            }
            let mut piece = brief_item(connection, &item, Nonce::from_random([0; 5]), earlier)?;
            // What went wrong of the work is nothing to one that works beside it.
            if purpose == Purpose::Work {
                piece.went_wrong = last_wrong(connection, item.id)?.map(|(_, wrong)| wrong);
            }
            let context =
                beside_the_list(&jobs::brief(connection, job.id)?, &listed_spans(connection, &job)?);
            let job_title = job.title.clone();
            let request = BriefRequest { job_title, context, items: vec![piece], ..BriefRequest::default() };
            Ok::<_, Error>((request, planned(connection, &item)?))
        })?;
        let code = claimed.job.brief_lang.as_deref();
        let language = code.and_then(Language::from_code).unwrap_or(Language::En);
        let words = Words::of(language);
        let mut veil = names.map(|names| Veil::new(&names, language));
        let (request, veiled) = match &mut veil {
            Some(veil) => request.veiled(veil),
            None => (request, vec![]),
        };
        let criteria: Vec<Criterion> =
            planned.into_iter().map(|planned| planned.criterion(veil.as_mut(), words)).collect();
        let lines: Vec<&str> = criteria.iter().map(|criterion| criterion.text.as_str()).collect();
        // A model by its API names its evidence through a tool, and a script says what it says.
        let is_asked = reach::is_program(&claimed.agent.way);
        let closing = if is_asked { closing::asked(&lines, words) } else { String::new() };
        let sure = if closing.is_empty() { Sure::InALine } else { Sure::Elsewhere };
        let text = brief_for_agent(&request, sure, words);
        Ok(Told { text, closing, criteria, language, veil, veiled })
    }
}

/// A line of *done when*, with the title of the covered item whose line it is.
struct Planned {
    id: PlannedCheckId,
    covered: Option<String>,
    line: String,
}

impl Planned {
    fn criterion(self, veil: Option<&mut Veil>, words: &Words) -> Criterion {
        let Self { id, covered, line } = self;
        let (covered, line) = match veil {
            Some(veil) => (covered.map(|title| veil.veil(&title).text), veil.veil(&line).text),
            None => (covered, line),
        };
        let line = CheckSpec::parse(&line).sentence(words);
        let text = match covered {
            Some(title) => words.say("label-value", &[("label", &title), ("value", &line)]),
            None => line,
        };
        Criterion { id, text: text.split_whitespace().collect::<Vec<_>>().join(" ") }
    }
}

/// Everything that is asked of a result for `item`.
fn planned(connection: &Connection, item: &items::Item) -> Result<Vec<Planned>, Error> {
    let covered = items::covered_by(connection, item.id)?.into_iter().map(|one| (one.id, Some(one.title)));
    let mut all = vec![];
    for (id, covered) in std::iter::once((item.id, None)).chain(covered) {
        let lines = subitems::checks_of(connection, id)?.into_iter();
        all.extend(lines.map(|one| Planned { id: one.id, covered: covered.clone(), line: one.text }));
    }
    Ok(all)
}

fn needed_by(connection: &Connection, item: &items::Item) -> Result<Vec<items::Item>, Error> {
    let mut own = vec![item.id];
    own.extend(items::covered_by(connection, item.id)?.iter().map(|one| one.id));
    let mut needed = vec![];
    for (from, to) in subitems::needs(connection, item.job_id)? {
        if own.contains(&from) && !own.contains(&to) {
            needed.extend(items::by_id(connection, to)?);
        }
    }
    Ok(needed)
}
