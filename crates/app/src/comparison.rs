//! Blind comparisons: two deliverables of an item as A and B, names hidden and in an order that chance made, judged by
//! the person or, through one page and a short code, by a colleague (STATISTICS §8).

mod page;

use std::path::Path;

use halfday_domain::attempt::{Outcome, Purpose};
use halfday_domain::change::{Change, Fact};
use halfday_domain::event::EventKind;
use halfday_domain::facts::details::{Choice, ChosenBy};
use halfday_domain::id::{AttemptId, ChoiceId, ComparisonId};
use halfday_domain::words::Words;
use halfday_store::Connection;
use halfday_store::attempts::{self, Attempt};
use halfday_store::comparisons::{self, Comparison};
use halfday_store::deliverables::{self, Deliverable};
use halfday_store::items::{self, Item};
use serde_json::json;

use crate::api::{
    AskComparison, Better, ChooseBetter, ComparedFile, ComparisonFile, ComparisonView, GiveCode, ShownView,
};
use crate::attempts::MOST_SHOWN_BYTES;
use crate::clipboard::missing;
use crate::contents::Contents;
use crate::ids::{Ids, random, shuffled};
use crate::reference::{self, reference_of};
use crate::show::shown;
use crate::work::Work;
use crate::{App, Error};

/// Letters of codes: none that is taken for another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl App {
    /// The two newest deliverables of an item that may be seen, by different agents if there are. Asked for again, the
    /// same two stand in the same order.
    pub fn comparison(&self, request: AskComparison) -> Result<ComparisonView, Error> {
        let comparison = self.comparison_of(request.item)?;
        self.comparison_view(comparison.id)
    }

    /// Which of the two is better. It is the person who says so.
    pub fn choose_better(&self, request: ChooseBetter) -> Result<ComparisonView, Error> {
        let id: ComparisonId = request
            .comparison
            .parse()
            .map_err(|_| Error::BadReference { text: request.comparison.clone() })?;
        let choice = match request.better {
            Better::A => Choice::A,
            Better::B => Choice::B,
            Better::Tie => Choice::Tie,
        };
        self.command("choose", move |work| {
            let comparison = comparisons::by_id(work.tx, id)?
                .ok_or_else(|| Error::BadReference { text: id.to_string() })?;
            choose(work, &comparison, choice, ChosenBy::Person)
        })?;
        self.comparison_view(id)
    }

    /// Keeps what a colleague chose, by the code they sent back.
    pub fn give_code(&self, request: GiveCode) -> Result<ComparisonView, Error> {
        let code = tidy(&request.code);
        let id = self.command("choose", move |work| {
            let unknown = || Error::CodeUnknown { code: request.code.trim().to_owned() };
            let comparison = comparisons::by_code(work.tx, &code)?.ok_or_else(unknown)?;
            let choice = comparison.choice_of(&code).ok_or_else(unknown)?;
            choose(work, &comparison, choice, ChosenBy::Colleague)?;
            Ok(comparison.id)
        })?;
        self.comparison_view(id)
    }

    /// One self-contained page with A and B and a code for each choice.
    pub fn comparison_file(&self, request: AskComparison) -> Result<ComparisonFile, Error> {
        let comparison = self.comparison_of(request.item)?;
        let view = self.comparison_view(comparison.id)?;
        let name = format!("halfday-compare-{}.html", view.item);
        Ok(ComparisonFile { name, html: page::page(self.words(), &view, &comparison) })
    }

    fn comparison_of(&self, item: String) -> Result<Comparison, Error> {
        let ids = self.ids();
        let asked = item.clone();
        let (item, one, other, kept) = self.store.read(move |connection| {
            let item = reference::item(connection, &asked)?;
            let (one, other) = two_of(connection, &item)?;
            let kept = comparisons::of_attempts(connection, one, other)?;
            Ok::<_, Error>((item, one, other, kept))
        })?;
        if let Some(kept) = kept {
            return Ok(kept);
        }
        let now = self.now();
        self.fact(halfday_domain::event::Actor::Program, move |work| {
            let mut order = shuffled(vec![one, other])?;
            let (Some(b), Some(a)) = (order.pop(), order.pop()) else { return Err(Error::NoRandomness) };
            let comparison = Comparison {
                id: make(ids)?,
                item_id: item.id,
                a,
                b,
                code_a: code()?,
                code_b: code()?,
                code_tie: code()?,
                made_at: now,
                choice: None,
            };
            comparisons::insert(work.tx, &comparison)?;
            Ok(comparison)
        })
    }

    fn comparison_view(&self, id: ComparisonId) -> Result<ComparisonView, Error> {
        let words = self.words();
        let read = self.store.read(move |connection| {
            let one = comparisons::by_id(connection, id)?
                .ok_or_else(|| Error::BadReference { text: id.to_string() })?;
            let item = items::by_id(connection, one.item_id)?.ok_or_else(|| missing(one.item_id))?;
            let agent = |attempt| -> Result<String, Error> {
                Ok(attempts::by_id(connection, attempt)?.map(|one| one.agent).unwrap_or_default())
            };
            let judged_text = match one.choice {
                None => None,
                Some(choice) => {
                    let key = format!("comparison-judged-{}", choice.code());
                    Some(words.say(&key, &[("a", &agent(one.a)?), ("b", &agent(one.b)?)]))
                }
            };
            let reference = reference_of(connection, &item)?;
            let of = |attempt| deliverables::of_attempt(connection, attempt);
            Ok::<_, Error>((item, reference, judged_text, of(one.a)?, of(one.b)?))
        })?;
        let (item, reference, judged_text, a, b) = read;
        // Contents are read and looked into while nobody waits for the database.
        let contents = self.contents();
        let files = |files: Vec<Deliverable>| -> Vec<ComparedFile> {
            files.iter().map(|one| compared_file(words, &contents, one)).collect()
        };
        Ok(ComparisonView {
            comparison: id.to_string(),
            item: reference,
            asked: item.instructions,
            title: item.title,
            a: files(a),
            b: files(b),
            text: words.word("comparison-blind"),
            judged_text,
        })
    }
}

fn make(ids: Ids) -> Result<ComparisonId, Error> {
    ids.make(ComparisonId::from_parts)
}

fn choose(work: &mut Work<'_>, comparison: &Comparison, choice: Choice, by: ChosenBy) -> Result<(), Error> {
    if comparison.choice.is_some() {
        return Err(Error::JudgedAlready);
    }
    let item = items::by_id(work.tx, comparison.item_id)?.ok_or_else(|| missing(comparison.item_id))?;
    let id = work.ids.make(ChoiceId::from_parts)?;
    comparisons::insert_choice(work.tx, id, comparison.id, choice, by, work.at)?;
    work.about(&item);
    work.made(Change::Reinstate { facts: vec![Fact::Choice(id)] });
    work.event(EventKind::Answered, Some(&item), json!({ "choice": choice.code(), "by": by.code() }))
}

/// The newest delivered attempt, and the newest one before it that another agent made; else the one before it.
fn two_of(connection: &Connection, item: &Item) -> Result<(AttemptId, AttemptId), Error> {
    let mut all: Vec<Attempt> = vec![];
    for purpose in [Purpose::Work, Purpose::Shadow, Purpose::Bench] {
        all.extend(attempts::of_purpose(connection, item.id, purpose)?);
    }
    let mut seen = vec![];
    for attempt in all {
        let is_empty = deliverables::of_attempt(connection, attempt.id)?.is_empty();
        if attempt.outcome == Some(Outcome::Delivered)
            && !is_empty
            && !attempts::is_sealed(connection, attempt.id)?
        {
            seen.push(attempt);
        }
    }
    seen.sort_by_key(|attempt| std::cmp::Reverse((attempt.ended_at, attempt.id)));
    let none = || reference_of(connection, item).map(|item| Error::NothingToCompare { item });
    let Some((newest, before)) = seen.split_first() else { return Err(none()?) };
    let other = before.iter().find(|one| one.agent != newest.agent).or_else(|| before.first());
    match other {
        Some(other) => Ok((newest.id, other.id)),
        None => Err(none()?),
    }
}

/// A deliverable as it came: what the person changed in it afterwards is not compared. One that is not kept any more, or
/// not whole, is told in its place; the other side can still be looked at.
fn compared_file(words: &Words, contents: &Contents, one: &Deliverable) -> ComparedFile {
    // A folder's name may tell who made it.
    let name = Path::new(&one.path).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = one.bytes;
    let Ok(content) = contents.delivered(one) else {
        let shown = ShownView::Nothing { text: words.word("comparison-file-gone") };
        return ComparedFile { name, text: None, bytes, shown };
    };
    let shown = shown(words, &one.path, &content);
    let text = (content.len() <= MOST_SHOWN_BYTES).then(|| String::from_utf8(content).ok()).flatten();
    ComparedFile { name, text, bytes, shown }
}

/// Eight letters that say nothing of the choice.
fn code() -> Result<String, Error> {
    let bytes: [u8; 8] = random()?;
    let letter = |byte: u8| LETTERS.get(usize::from(byte) % LETTERS.len()).copied().unwrap_or(b'0');
    Ok(bytes.into_iter().map(|byte| char::from(letter(byte))).collect())
}

/// A code as it was typed or pasted: small letters, blanks and dashes do no harm.
fn tidy(code: &str) -> String {
    let plain = code.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase());
    plain
        .map(|letter| match letter {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_survives_being_typed() {
        assert_eq!(tidy(" kqf2-m9lo "), "KQF2M910");
    }
}
