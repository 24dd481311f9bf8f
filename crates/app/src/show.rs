//! Deliverables on screen, compared, and opened for editing. What can be shown is the runner's decision; here it
//! gets its words.

use std::collections::BTreeMap;

use halfday_domain::fmt;
use halfday_domain::id::AttemptId;
use halfday_domain::words::Words;
use halfday_runner::compare::compare;
use halfday_runner::show::{self, Block, Shown};
use halfday_store::attempts;
use halfday_store::deliverables::{self, Deliverable};

use crate::api::{
    BlockView, DiffAttempts, DiffFile, DiffView, OpenDeliverable, OpenedView, ShowDeliverable, ShownView,
};
use crate::{App, Error, reference};

mod lines;

impl App {
    /// A deliverable as it is shown: inert, whatever it holds.
    pub fn show_deliverable(&self, request: ShowDeliverable) -> Result<ShownView, Error> {
        let (delivered, content) = self.delivered(&request.attempt, &request.path)?;
        Ok(shown(self.words(), &delivered.path, &content))
    }

    /// What two attempts delivered, line by line.
    pub fn diff_attempts(&self, request: DiffAttempts) -> Result<DiffView, Error> {
        let named = request.item.clone();
        let (from, to) = self.store.read(move |connection| {
            let item = reference::item(connection, &named)?;
            let all = attempts::of_item(connection, item.id)?;
            let of = |number: u32| match all.iter().find(|attempt| attempt.number == number) {
                Some(attempt) => Ok(deliverables::of_attempt(connection, attempt.id)?),
                None => Err(Error::AttemptNotFound { item: named.clone(), number }),
            };
            let to = of(request.to)?;
            let from = if request.from == 0 { before(&to) } else { of(request.from)? };
            Ok::<_, Error>((from, to))
        })?;
        let from: Vec<Deliverable> =
            from.into_iter().filter(|one| request.from != 0 || self.content(one).is_ok()).collect();
        let mut pairs: BTreeMap<&str, (Option<&Deliverable>, Option<&Deliverable>)> = BTreeMap::new();
        for one in &from {
            pairs.entry(&one.path).or_default().0 = Some(one);
        }
        for one in &to {
            pairs.entry(&one.path).or_default().1 = Some(one);
        }
        let files = pairs.into_iter().map(|(path, (from, to))| self.diff_file(path, from, to));
        Ok(DiffView { files: files.collect::<Result<_, _>>()? })
    }

    fn diff_file(
        &self,
        path: &str,
        from: Option<&Deliverable>,
        to: Option<&Deliverable>,
    ) -> Result<DiffFile, Error> {
        let words = self.words();
        let note =
            |key: &str| DiffFile { path: path.to_owned(), note_text: Some(words.word(key)), lines: vec![] };
        Ok(match (from, to) {
            (Some(_), None) => note("diff-only-before"),
            (None, Some(_)) => note("diff-only-after"),
            (Some(from), Some(to)) if from.hash == to.hash => note("diff-alike"),
            (Some(from), Some(to)) => {
                let texts = (self.content(from)?, self.content(to)?);
                match (show::plain_text(&texts.0), show::plain_text(&texts.1)) {
                    (Some(before), Some(after)) => {
                        let lines = lines::views(compare(&before, &after), words);
                        DiffFile {
                            path: path.to_owned(),
                            note_text: lines.is_empty().then(|| words.word("diff-alike-text")),
                            lines,
                        }
                    }
                    (Some(_) | None, _) => note("diff-unreadable"),
                }
            }
            (None, None) => note("diff-alike"),
        })
    }

    /// An editable copy of a deliverable. It is made once; what the person wrote into it stays.
    pub fn open_deliverable(&self, request: OpenDeliverable) -> Result<OpenedView, Error> {
        let (delivered, content) = self.delivered(&request.attempt, &request.path)?;
        let place = self.contents().place_of_copy(delivered.attempt_id, &delivered.path);
        let broken = |source| Error::WriteFile { path: place.clone(), source };
        if !place.exists() {
            if let Some(folder) = place.parent() {
                std::fs::create_dir_all(folder).map_err(broken)?;
            }
            std::fs::write(&place, content).map_err(broken)?;
        }
        Ok(OpenedView { path: place.to_string_lossy().into_owned() })
    }

    fn delivered(&self, attempt: &str, path: &str) -> Result<(Deliverable, Vec<u8>), Error> {
        let id: AttemptId = attempt.parse().map_err(|_| Error::BadReference { text: attempt.to_owned() })?;
        let all =
            self.store.read(move |connection| Ok::<_, Error>(deliverables::of_attempt(connection, id)?))?;
        let found = all.into_iter().find(|one| one.path == path);
        let found = found.ok_or_else(|| Error::DeliverableNotFound { path: path.to_owned() })?;
        let content = self.content(&found)?;
        Ok((found, content))
    }

    fn content(&self, one: &Deliverable) -> Result<Vec<u8>, Error> {
        self.contents().delivered(one)
    }
}

/// The person's files as they were when the work began.
fn before(to: &[Deliverable]) -> Vec<Deliverable> {
    let was = |one: &Deliverable| Some(Deliverable { hash: one.base_hash.clone()?, ..one.clone() });
    to.iter().filter_map(was).collect()
}

/// What a file holds, as it is shown.
pub(crate) fn shown(words: &Words, path: &str, content: &[u8]) -> ShownView {
    let nothing = |key: &str| ShownView::Nothing { text: words.word(key) };
    match show::show(path, content) {
        Shown::Markdown { html } => ShownView::Markdown { html },
        Shown::Text { text, more } => ShownView::Text { text: with_more(words, text, more) },
        Shown::Table { head, rows } => {
            ShownView::Table { head, rows: rows.shown, more: u32::try_from(rows.more).unwrap_or(u32::MAX) }
        }
        Shown::Image { media_type, .. } => ShownView::Image {
            data_url: format!("data:{};base64,{}", media_type.name(), lines::base64(content)),
        },
        Shown::Document { blocks, more } => {
            let mut blocks: Vec<BlockView> =
                blocks.into_iter().map(|block| block_view(words, block)).collect();
            if more > 0 {
                blocks.push(BlockView::Paragraph { text: with_more(words, String::new(), more) });
            }
            ShownView::Document { blocks }
        }
        Shown::Empty => nothing("shown-empty"),
        Shown::TooLarge => nothing("shown-too-large"),
        Shown::Unreadable { why } => nothing(&format!("shown-{}", why.code())),
    }
}

/// What was left out at the end is said there.
fn with_more(words: &Words, text: String, more: u64) -> String {
    if more == 0 {
        return text;
    }
    let count = fmt::integer(i64::try_from(more).unwrap_or(i64::MAX));
    let more = words.say("shown-more", &[("count", &count)]);
    if text.is_empty() { more } else { format!("{text}\n\n{more}") }
}

fn block_view(words: &Words, block: Block) -> BlockView {
    match block {
        Block::Part { part, number, name } => {
            let number = number.to_string();
            let key = format!("shown-{}", part.code());
            let text = words.say(&key, &[("number", &number)]);
            BlockView::Page {
                text: if name.is_empty() {
                    text
                } else {
                    words.say("label-value", &[("label", &text), ("value", &name)])
                },
            }
        }
        Block::Heading { level, text } => BlockView::Heading { level, text },
        Block::Paragraph { text } => BlockView::Paragraph { text },
        Block::Line { text, .. } => BlockView::Line { text },
        Block::Table { rows } => BlockView::Table { rows: rows.shown },
    }
}
