//! The clipboard way: a brief out, an answer in, and the two other honest exits.

use std::path::{Path, PathBuf};

use halfday_app::App;
use halfday_app::api::{self, BriefView, CopyBrief, ItemRef, NoGood, PasteAnswer, PasteView, Unmarked};
use serde::Serialize;

use crate::args::{Item, Items, Nogood, Paste, Then};
use crate::commands::checklist::about_item;
use crate::commands::review::notice;
use crate::documents::{self, Attempt, VERSION};
use crate::failure::Failure;
use crate::input;
use crate::output::{Form, Out};
use crate::text::one_line;

#[derive(Serialize)]
struct Brief<'a> {
    version: u32,
    text: &'a str,
    items: Vec<documents::Item<'a>>,
    files: &'a [String],
    veiled: Vec<Veiled<'a>>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct Veiled<'a> {
    original: &'a str,
    stand_in: &'a str,
}

/// Prints the brief as it goes into a chat, so that it can be piped into a clipboard program; all
/// else is on standard error.
pub(crate) fn copy(args: Items, app: &App, out: &Out) -> Result<(), Failure> {
    let view = app.copy_brief(CopyBrief { items: args.items })?;
    match out.form() {
        Form::Json => {
            let veiled = view.veiled.iter();
            let veiled = veiled.map(|name| Veiled { original: &name.original, stand_in: &name.stand_in });
            out.json(&Brief {
                version: VERSION,
                text: &view.text,
                items: view.items.iter().map(documents::Item::from).collect(),
                files: &view.files,
                veiled: veiled.collect(),
                notes: &view.notes,
            })
        }
        Form::Page => {
            let end = if view.text.ends_with('\n') { "" } else { "\n" };
            out.raw(&format!("{}{end}", view.text))?;
            notes(&view, out);
            Ok(())
        }
    }
}

fn notes(view: &BriefView, out: &Out) {
    let words = out.words();
    let items: Vec<&str> = view.items.iter().map(|card| card.reference.as_str()).collect();
    let items = items.join(&words.word("terminal-list-comma"));
    out.say(&words.say("terminal-brief-next", &[("items", &items)]));
    for name in &view.veiled {
        let args = [("original", &*one_line(&name.original)), ("stand-in", &name.stand_in)];
        out.say(&words.say("terminal-brief-veiled", &args));
    }
    for file in &view.files {
        out.say(&words.say("terminal-brief-file", &[("file", &one_line(file))]));
    }
    view.notes.iter().for_each(|note| out.say(note));
}

#[derive(Serialize)]
struct Pasted<'a> {
    version: u32,
    items: Vec<PastedItem<'a>>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct PastedItem<'a> {
    #[serde(flatten)]
    item: documents::Item<'a>,
    attempt: Attempt<'a>,
}

pub(crate) fn paste(args: &Paste, app: &App, out: &Out) -> Result<(), Failure> {
    let what = sorted(&args.what);
    let mut texts = vec![];
    for path in &what.texts {
        let bytes = input::bytes(path)?;
        texts.push(read(&bytes, args.encoding.as_deref())?);
    }
    let unmarked = if args.anyway { Unmarked::TakeAnyway } else { Unmarked::Refuse };
    let view = app.paste_answer(PasteAnswer {
        text: texts.join("\n\n"),
        item: what.item,
        files: what.files.iter().map(|path| path.to_string_lossy().into_owned()).collect(),
        rounds: args.rounds,
        minutes: args.minutes,
        unmarked,
    })?;
    match out.form() {
        Form::Json => {
            let items = view.items.iter();
            let items =
                items.map(|item| PastedItem { item: (&item.card).into(), attempt: (&item.attempt).into() });
            out.json(&Pasted { version: VERSION, items: items.collect(), notes: &view.notes })
        }
        Form::Page => {
            arrived(&view, out);
            Ok(())
        }
    }
}

/// The text of an answer; nothing at all is for the use case to refuse, in words about answers.
fn read(bytes: &[u8], encoding: Option<&str>) -> Result<String, Failure> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(String::new());
    }
    Ok(halfday_app::decode(bytes, encoding)?.text)
}

fn arrived(view: &PasteView, out: &Out) {
    let words = out.words();
    for item in &view.items {
        let checks = &item.attempt.checks;
        let hold = checks.iter().filter(|check| check.result == "holds").count().to_string();
        let tried = checks.iter().filter(|check| check.result != "for_person").count().to_string();
        let args = [
            ("item", item.card.reference.as_str()),
            ("title", &one_line(&item.card.title)),
            ("number", &item.attempt.number.to_string()),
            ("hold", &hold),
            ("checks", &tried),
        ];
        let sentence = if tried == "0" { "terminal-pasted" } else { "terminal-pasted-checked" };
        out.say(&words.say(sentence, &args));
    }
    view.notes.iter().for_each(|note| out.say(note));
    out.say(&words.word("terminal-pasted-next"));
}

/// What `paste` was given: an item, texts of answers, files the chat gave.
#[derive(Debug, Default, PartialEq, Eq)]
struct Sorted {
    item: Option<String>,
    texts: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

/// The first word is an item if it reads like one. Plain text and Markdown are the answer itself,
/// everything else is a file the chat gave. Without a file the answer is on standard input.
fn sorted(what: &[String]) -> Sorted {
    let (item, rest) = match what.split_first() {
        Some((first, rest)) if names_an_item(first) => (Some(first.trim().to_owned()), rest),
        Some(_) | None => (None, what),
    };
    let (texts, files): (Vec<PathBuf>, Vec<PathBuf>) =
        rest.iter().map(PathBuf::from).partition(|path| is_answer(path));
    let texts = if texts.is_empty() && files.is_empty() { vec![PathBuf::from("-")] } else { texts };
    Sorted { item, texts, files }
}

fn is_answer(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        None => true,
        Some(ending) => matches!(ending, "md" | "markdown" | "txt" | "text"),
    }
}

/// `12.3`, or an id.
fn names_an_item(text: &str) -> bool {
    let text = text.trim();
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_reference = text.contains('.') && text.split('.').all(is_number);
    let is_id = text.len() == 36
        && text.bytes().filter(|byte| *byte == b'-').count() == 4
        && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit());
    is_reference || is_id
}

fn then(then: Option<Then>) -> api::Then {
    match then {
        Some(Then::Retry) | None => api::Then::Retry,
        Some(Then::TakeBack) => api::Then::TakeBack,
    }
}

pub(crate) fn no_good(args: Nogood, app: &App, out: &Out) -> Result<(), Failure> {
    let reason = args.reason.replace('-', "_");
    let sentence = match then(args.then) {
        api::Then::Retry => "terminal-no-good-retry",
        api::Then::TakeBack => "terminal-no-good-back",
    };
    let view = app.no_good(NoGood { item: args.item, reason, then: then(args.then) })?;
    about_item(sentence, &view, out)?;
    notice(view.notice.as_deref(), &view.card.reference, out);
    Ok(())
}

pub(crate) fn never_sent(args: Item, app: &App, out: &Out) -> Result<(), Failure> {
    let view = app.never_sent(ItemRef { item: args.item })?;
    about_item("terminal-never-sent", &view, out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(what: &[&str], item: Option<&str>, texts: &[&str], files: &[&str]) {
        let what: Vec<String> = what.iter().map(ToString::to_string).collect();
        let paths = |names: &[&str]| names.iter().map(PathBuf::from).collect();
        let expected = Sorted { item: item.map(str::to_owned), texts: paths(texts), files: paths(files) };
        assert_eq!(sorted(&what), expected, "{what:?}");
    }

    #[test]
    fn paste_tells_an_item_an_answer_and_a_file_apart() {
        check(&[], None, &["-"], &[]);
        check(&["-"], None, &["-"], &[]);
        check(&["12.3"], Some("12.3"), &["-"], &[]);
        check(&["answer.md"], None, &["answer.md"], &[]);
        check(&["12.3", "answer.txt"], Some("12.3"), &["answer.txt"], &[]);
        check(&["12.3", "out.docx", "t.csv"], Some("12.3"), &[], &["out.docx", "t.csv"]);
        check(&["./12.3"], None, &[], &["./12.3"]);
    }
}
