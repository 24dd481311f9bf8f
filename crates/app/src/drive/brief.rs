//! What an agent is told: the item as a brief for the folder it works in, behind the name veil unless
//! the person has switched it off.

use halfday_domain::attempt::Purpose;
use halfday_domain::words::{Language, Words};
use halfday_runner::clipboard::{BriefRequest, Nonce, brief_for_agent};
use halfday_runner::veil::{Replacement, Veil};
use halfday_store::{Connection, items, jobs, subitems};

use super::claim::Claimed;
use crate::context::beside_the_list;
use crate::copy::{accepted_texts, brief_item, listed_spans};
use crate::retry::last_wrong;
use crate::{App, Error};

/// A brief, with what has to be known to read what comes back.
pub(super) struct Told {
    pub(super) text: String,
    pub(super) language: Language,
    pub(super) veil: Option<Veil>,
    pub(super) veiled: Vec<Replacement>,
}

impl App {
    pub(super) fn told(&self, claimed: &Claimed) -> Result<Told, Error> {
        let names = self.veil_setting()?;
        let objects = self.objects.clone();
        let (item, job, purpose) = (claimed.item.clone(), claimed.job.clone(), claimed.purpose);
        let request = self.store.read(move |connection| {
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
            Ok::<_, Error>(BriefRequest { job_title, context, items: vec![piece], ..BriefRequest::default() })
        })?;
        let code = claimed.job.brief_lang.as_deref();
        let language = code.and_then(Language::from_code).unwrap_or(Language::En);
        let words = Words::of(language);
        Ok(match names.map(|names| Veil::new(&names, language)) {
            Some(mut veil) => {
                let (request, veiled) = request.veiled(&mut veil);
                Told { text: brief_for_agent(&request, words), language, veil: Some(veil), veiled }
            }
            None => Told { text: brief_for_agent(&request, words), language, veil: None, veiled: vec![] },
        })
    }
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
