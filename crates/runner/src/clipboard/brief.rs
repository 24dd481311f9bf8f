//! The brief a person pastes into a chat, and the short follow-up for a retry in the same chat.
//! The language is that of the words given; the sentences are in `locales/*/brief.ftl`.

use halfday_domain::check::{CheckDetail, CheckSpec};
use halfday_domain::review::Rejection;
use halfday_domain::words::Words;

use super::nonce::Nonce;
use crate::deliverable;

/// The most of one earlier result that goes into a brief, in characters.
const MOST_OF_ONE: usize = 6_000;
/// The most of all earlier results together.
const MOST_OF_ALL: usize = 24_000;

/// What a brief is made from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BriefRequest {
    pub job_title: String,
    /// What of the job's brief the items need; may be empty.
    pub context: String,
    /// One or several; each is an attempt of its own.
    pub items: Vec<BriefItem>,
    /// Some of the stand-ins in it, when the veil was used: the chat is asked to keep them.
    pub stand_ins: Vec<String>,
}

/// One item: a single one, or a bundle or whole job with what it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BriefItem {
    pub nonce: Nonce,
    pub title: String,
    pub instructions: String,
    pub subitems: Vec<String>,
    /// What a bundle or whole job covers: its list is the acceptance.
    pub covered: Vec<CoveredItem>,
    /// Lines as the person wrote them, plain words or notation.
    pub done_when: Vec<String>,
    /// The files to drag along.
    pub inputs: Vec<String>,
    /// Accepted results of the items it rests on.
    pub earlier: Vec<EarlierResult>,
    /// Names of the files wanted.
    pub outputs: Vec<String>,
    /// What was wrong with an earlier attempt that this chat may not know.
    pub went_wrong: Option<WentWrong>,
}

impl BriefItem {
    /// An item of which only the title is known so far.
    pub fn new(nonce: Nonce, title: impl Into<String>) -> Self {
        Self {
            nonce,
            title: title.into(),
            instructions: String::new(),
            subitems: vec![],
            covered: vec![],
            done_when: vec![],
            inputs: vec![],
            earlier: vec![],
            outputs: vec![],
            went_wrong: None,
        }
    }
}

/// An item within a bundle or a whole job.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CoveredItem {
    pub title: String,
    pub instructions: String,
    pub done_when: Vec<String>,
    pub outputs: Vec<String>,
}

/// The accepted text of an item that came before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierResult {
    pub title: String,
    pub text: String,
}

/// The brief, to be pasted as it is.
pub fn brief(request: &BriefRequest, words: &Words) -> String {
    let mut text = Text { words, out: String::new() };
    let title = one_line(&request.job_title);
    let several = request.items.len() > 1;
    let count = request.items.len().to_string();
    match request.items.as_slice() {
        // A whole job has the title of its job.
        [only] if title.is_empty() || title == one_line(&only.title) => {
            text.heading("#", "brief-title-one", &[("title", &one_line(&only.title))]);
        }
        [only] => {
            let title = format!("{} ({title})", one_line(&only.title));
            text.heading("#", "brief-title-one", &[("title", &title)]);
        }
        _ => text.heading("#", "brief-title-several", &[("count", &count), ("title", &title)]),
    }
    text.paragraph(&words.word("brief-start"));
    if !request.context.trim().is_empty() {
        text.labelled("brief-background", request.context.trim());
    }
    let mut room = MOST_OF_ALL;
    for (at, item) in request.items.iter().enumerate() {
        if several {
            let title = one_line(&item.title);
            text.heading("##", "brief-piece", &[("number", &(at + 1).to_string()), ("title", &title)]);
        }
        text.item(item, &mut room);
    }
    text.how_to_answer(request, several);
    text.out
}

/// How an agent says how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sure {
    /// The brief asks for it in a line.
    InALine,
    /// It is asked elsewhere.
    Elsewhere,
}

/// The brief for an agent that works in a folder of its own: the same work, another way to give it
/// back. It is about the first item of the request.
pub fn brief_for_agent(request: &BriefRequest, sure: Sure, words: &Words) -> String {
    let mut text = Text { words, out: String::new() };
    let Some(item) = request.items.first() else { return text.out };
    text.heading("#", "brief-title-one", &[("title", &one_line(&item.title))]);
    text.paragraph(&words.word("brief-start"));
    if !request.context.trim().is_empty() {
        text.labelled("brief-background", request.context.trim());
    }
    let mut room = MOST_OF_ALL;
    text.item_itself(item, "brief-inputs-agent", &mut room);
    text.heading("##", "brief-how-agent", &[]);
    text.gap();
    let sure = match sure {
        Sure::InALine => Some("brief-confidence"),
        Sure::Elsewhere => None,
    };
    let how = ["brief-folder", "brief-folder-answer", "brief-language", "brief-ask-agent", "brief-invent"];
    for key in how.into_iter().chain(sure) {
        text.line(&format!("- {}", words.word(key)));
    }
    if !request.stand_ins.is_empty() {
        let names = request.stand_ins.join(&words.word("brief-list-comma"));
        text.line(&format!("- {}", words.say("brief-stand-ins", &[("names", &names)])));
    }
    text.out
}

struct Text<'a> {
    words: &'a Words,
    out: String,
}

impl Text<'_> {
    fn gap(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    fn heading(&mut self, marks: &str, key: &str, args: &[(&str, &str)]) {
        self.gap();
        self.line(&format!("{marks} {}", self.words.say(key, args)));
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn paragraph(&mut self, paragraph: &str) {
        self.gap();
        self.line(paragraph);
    }

    fn labelled(&mut self, key: &str, paragraph: &str) {
        self.paragraph(&self.words.word(key));
        self.line(paragraph);
    }

    fn list<T: AsRef<str>>(&mut self, key: &str, points: &[T]) {
        let points: Vec<String> =
            points.iter().map(|p| one_line(p.as_ref())).filter(|p| !p.is_empty()).collect();
        if points.is_empty() {
            return;
        }
        self.paragraph(&self.words.word(key));
        for point in points {
            self.line(&format!("- {point}"));
        }
    }

    fn item(&mut self, item: &BriefItem, room: &mut usize) {
        self.paragraph(&item.nonce.line());
        self.item_itself(item, "brief-inputs", room);
    }

    fn item_itself(&mut self, item: &BriefItem, inputs: &str, room: &mut usize) {
        if !item.instructions.trim().is_empty() {
            self.labelled("brief-do", item.instructions.trim());
        }
        self.list("brief-points", &item.subitems);
        self.covered(&item.covered);
        self.list("brief-done-when", &sentences(&item.done_when, self.words));
        self.list(inputs, &item.inputs);
        self.list("brief-outputs", &item.outputs);
        if let Some(wrong) = &item.went_wrong {
            self.went_wrong(self.words.word("brief-went-wrong"), wrong);
        }
        if !item.earlier.is_empty() {
            self.paragraph(&self.words.word("brief-earlier"));
            for earlier in &item.earlier {
                self.earlier(earlier, room);
            }
        }
    }

    fn covered(&mut self, parts: &[CoveredItem]) {
        if parts.is_empty() {
            return;
        }
        self.paragraph(&self.words.word("brief-covered"));
        for (at, part) in parts.iter().enumerate() {
            self.line(&format!("{}. {}", at + 1, one_line(&part.title)));
            for line in part.instructions.trim().lines().filter(|line| !line.trim().is_empty()) {
                self.line(&format!("   {}", line.trim_end()));
            }
            for (key, points) in [
                ("brief-done-when", sentences(&part.done_when, self.words)),
                ("brief-outputs", part.outputs.clone()),
            ] {
                if !points.is_empty() {
                    self.line(&format!("   {}", self.words.word(key)));
                    for point in points {
                        self.line(&format!("   - {}", one_line(&point)));
                    }
                }
            }
        }
    }

    /// An earlier result between fences longer than any within, so that it stays one block.
    fn earlier(&mut self, earlier: &EarlierResult, room: &mut usize) {
        let whole = earlier.text.trim();
        let characters = whole.chars().count();
        let most = MOST_OF_ONE.min(*room);
        let kept: String = whole.chars().take(most).collect();
        *room = room.saturating_sub(characters.min(most));
        let fence = "`".repeat(longest_run(&kept, '`').max(2) + 1);
        self.line(&self.words.say("brief-earlier-of", &[("title", &one_line(&earlier.title))]));
        self.line(&fence);
        self.line(&kept);
        self.line(&fence);
        if characters > most {
            let left = (characters - most).to_string();
            self.line(&self.words.say("brief-cut", &[("count", &left)]));
        }
    }

    /// What was wrong with a result, behind the sentence that says so.
    fn went_wrong(&mut self, mut start: String, wrong: &WentWrong) {
        if let Some(reason) = wrong.reason {
            // Chinese sets no blank between sentences.
            if start.ends_with('.') {
                start.push(' ');
            }
            start.push_str(&self.words.word(&format!("brief-reason-{reason}")));
        }
        self.paragraph(&start);
        if !wrong.note.trim().is_empty() {
            self.paragraph(&self.words.say("follow-up-note", &[("note", wrong.note.trim())]));
        }
        let failed: Vec<String> = wrong.failed.iter().map(|failed| failed.sentence(self.words)).collect();
        self.list("follow-up-checks", &failed);
    }

    fn how_to_answer(&mut self, request: &BriefRequest, several: bool) {
        self.heading("##", "brief-how", &[]);
        self.gap();
        let line = if several { "brief-line-several" } else { "brief-line-one" };
        self.line(&format!("- {}", self.words.word(line)));
        self.files(request);
        if !request.stand_ins.is_empty() {
            let names = request.stand_ins.join(self.words.word("brief-list-comma").as_str());
            self.line(&format!("- {}", self.words.say("brief-stand-ins", &[("names", &names)])));
        }
        for key in ["brief-language", "brief-ask", "brief-invent"] {
            self.line(&format!("- {}", self.words.word(key)));
        }
    }

    fn files(&mut self, request: &BriefRequest) {
        let of_items = request.items.iter().flat_map(|item| {
            item.outputs.iter().chain(item.covered.iter().flat_map(|part| part.outputs.iter()))
        });
        let wanted: Vec<String> = of_items.map(|name| one_line(name)).filter(|n| !n.is_empty()).collect();
        if let Some(name) = wanted.iter().find(|name| deliverable::is_text_name(name)) {
            let language = name.rsplit_once('.').map(|(_, extension)| extension).unwrap_or_default();
            self.line(&format!("- {}", self.words.word("brief-files")));
            self.line("");
            self.line(&format!("```{language} path={}", quoted(name)));
            self.line(&self.words.word("brief-files-content"));
            self.line("```");
            self.line("");
            self.line(&format!("- {}", self.words.word("brief-files-nested")));
        }
        if wanted.iter().any(|name| !deliverable::is_text_name(name)) {
            self.line(&format!("- {}", self.words.word("brief-files-document")));
        }
    }
}

/// The short text for a retry in the same chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// New for the new attempt.
    pub nonce: Nonce,
    pub title: String,
    pub wrong: WentWrong,
}

/// Why a result could not be used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WentWrong {
    pub reason: Option<Rejection>,
    /// The person's own words; may be empty.
    pub note: String,
    pub failed: Vec<FailedCheck>,
}

/// A check that did not hold, as a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedCheck {
    pub spec: CheckSpec,
    pub detail: Option<CheckDetail>,
}

/// The follow-up, to be pasted into the chat that has the brief.
pub fn follow_up(follow_up: &FollowUp, words: &Words) -> String {
    let mut text = Text { words, out: String::new() };
    let start = words.say("follow-up-start", &[("title", &one_line(&follow_up.title))]);
    text.went_wrong(start, &follow_up.wrong);
    text.paragraph(&words.word("follow-up-whole"));
    text.paragraph(&words.word("follow-up-line"));
    text.line(&follow_up.nonce.line());
    text.out
}

impl FailedCheck {
    /// What should hold, and what was found.
    pub fn sentence(&self, words: &Words) -> String {
        let check = self.spec.sentence(words);
        match &self.detail {
            Some(detail) => {
                words.say("follow-up-check", &[("check", &check), ("detail", &detail.sentence(words))])
            }
            None => check,
        }
    }
}

/// Lines of *done when* as sentences: the notation is ours, not the chat's.
fn sentences(done_when: &[String], words: &Words) -> Vec<String> {
    done_when.iter().map(|line| CheckSpec::parse(line).sentence(words)).collect()
}

fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

fn quoted(name: &str) -> String {
    if name.contains(' ') { format!("\"{name}\"") } else { name.to_owned() }
}

fn longest_run(text: &str, mark: char) -> usize {
    let runs = text.split(|c| c != mark).map(|run| run.chars().count());
    runs.max().unwrap_or(0)
}
