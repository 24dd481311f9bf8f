//! The name veil: names, companies and numbers of a text replaced by stable stand-ins before it
//! leaves the computer, and put back in what returns. Found by rule and by the person's list; a
//! rule may miss a name, so the person sees a preview.

mod numbers;
mod rules;
mod shared;
mod stand_in;

use std::borrow::Cow;
use std::ops::Range;

use halfday_domain::words::{Language, Words};
use regex::Regex;

pub use shared::SharedVeil;

use rules::Find;
use stand_in::{StandIn, Style};

/// What was found. The order is that of trust when two finds are equally long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum VeilKind {
    /// On the person's list.
    Listed,
    Mail,
    Iban,
    Card,
    /// 身分證字號 and numbers of residents in Taiwan.
    NationalId,
    /// 公民身份号码.
    ResidentId,
    /// 統一編號.
    TaxId,
    Phone,
    Company,
}

impl VeilKind {
    const ALL: [Self; 9] = [
        Self::Listed,
        Self::Mail,
        Self::Iban,
        Self::Card,
        Self::NationalId,
        Self::ResidentId,
        Self::TaxId,
        Self::Phone,
        Self::Company,
    ];

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The code, in JSON and in `locales/` (`veil-CODE`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::Mail => "mail",
            Self::Iban => "iban",
            Self::Card => "card",
            Self::NationalId => "national_id",
            Self::ResidentId => "resident_id",
            Self::TaxId => "tax_id",
            Self::Phone => "phone",
            Self::Company => "company",
        }
    }
}

/// One name or number and what stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    pub original: String,
    pub stand_in: String,
    pub kind: VeilKind,
}

/// A text with stand-ins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Veiled {
    pub text: String,
    /// What was replaced in this text, each once, in order of appearance.
    pub replaced: Vec<Replacement>,
}

/// Stand-ins, the same for the same name in all texts of one brief.
#[derive(Debug, Clone)]
pub struct Veil {
    /// What finds the names of the person's list.
    list: Vec<Regex>,
    words: &'static Words,
    /// Names and their stand-ins so far.
    known: Vec<StandIn>,
    /// Texts seen so far, as they were and as they left: no later stand-in may be in them.
    seen: Vec<String>,
}

/// A stand-in that cannot be told apart is changed; this often, then the text is given up.
const MOST_TRIES: usize = 64;

/// Marks tried before a name is left as it is.
const MOST_MARKS: usize = 10_000;

impl Veil {
    /// A veil for texts of this language, with the person's list of names.
    pub fn new(list: &[String], language: Language) -> Self {
        let names = list.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
        let list = names.filter_map(rules::listed_name).collect();
        Self { list, words: Words::of(language), known: vec![], seen: vec![] }
    }

    /// Veils one text. Stand-ins are kept for the next ones.
    pub fn veil(&mut self, text: &str) -> Veiled {
        self.seen.push(text.to_owned());
        let mut found = rules::find(text, &self.list);
        // What already looks like a stand-in must get one of its own, or it would be unveiled.
        for (range, _) in stand_in::find(text, &self.known) {
            found.push(Find { range, kind: VeilKind::Listed });
        }
        let found = joined(found);
        let known_before = self.known.len();
        for skip in 0..MOST_TRIES {
            let veiled = self.replace(text, &found, Style::Plain { skip });
            if self.unveil(&veiled.text) == text {
                self.seen.push(veiled.text.clone());
                return veiled;
            }
            self.known.truncate(known_before);
        }
        // What stands beside them mixes with plain ones: brackets keep them apart.
        let veiled = self.replace(text, &found, Style::Bracketed);
        self.seen.push(veiled.text.clone());
        veiled
    }

    fn replace(&mut self, text: &str, found: &[Find], style: Style) -> Veiled {
        let mut out = String::with_capacity(text.len());
        let mut replaced: Vec<Replacement> = vec![];
        let mut at = 0;
        for find in found {
            let Some(original) = text.get(find.range.clone()) else { continue };
            let stand_in = self.stand_in_for(original, find.kind, style);
            out.push_str(text.get(at..find.range.start).unwrap_or_default());
            out.push_str(&stand_in);
            at = find.range.end;
            if !replaced.iter().any(|earlier| earlier.original == original) {
                replaced.push(Replacement { original: original.to_owned(), stand_in, kind: find.kind });
            }
        }
        out.push_str(text.get(at..).unwrap_or_default());
        Veiled { text: out, replaced }
    }

    fn stand_in_for(&mut self, original: &str, kind: VeilKind, style: Style) -> String {
        let fits = |known: &&StandIn| known.original == original && known.is_written(style);
        if let Some(known) = self.known.iter().find(fits) {
            return known.text.clone();
        }
        let count = self.known.iter().filter(|known| known.kind == kind).count();
        let first = match style {
            Style::Plain { skip } => count + skip,
            Style::Bracketed => count,
        };
        let new = (first..first + MOST_MARKS)
            .map(|number| stand_in::written(kind, number, style, self.words))
            .map(|text| StandIn { original: original.to_owned(), text, kind })
            .find(|new| {
                let alone = std::slice::from_ref(new);
                !self.known.iter().any(|known| known.text == new.text)
                    && self.seen.iter().all(|seen| stand_in::find(seen, alone).is_empty())
            });
        // A text that holds every mark there is has to keep its name; the preview shows it.
        let Some(new) = new else { return original.to_owned() };
        let text = new.text.clone();
        self.known.push(new);
        text
    }

    /// Puts the names back: exact, or with other case, blanks or bold marks within.
    pub fn unveil(&self, text: &str) -> String {
        self.unveil_as(text, Cow::Borrowed)
    }

    /// Puts the names back, each as `written` writes it.
    fn unveil_as<'a>(&'a self, text: &str, written: impl Fn(&'a str) -> Cow<'a, str>) -> String {
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for (range, which) in stand_in::find(text, &self.known) {
            let Some(known) = self.known.get(which) else { continue };
            out.push_str(text.get(at..range.start).unwrap_or_default());
            out.push_str(&written(&known.original));
            at = range.end;
        }
        out.push_str(text.get(at..).unwrap_or_default());
        out
    }

    /// Everything that has a stand-in, in the order it was first found.
    pub fn replacements(&self) -> Vec<Replacement> {
        let one = |known: &StandIn| Replacement {
            original: known.original.clone(),
            stand_in: known.text.clone(),
            kind: known.kind,
        };
        self.known.iter().map(one).collect()
    }

    /// The veil of an earlier brief again, so that its answer can be unveiled later.
    pub fn restore(replacements: &[Replacement], list: &[String], language: Language) -> Self {
        let mut veil = Self::new(list, language);
        veil.known = replacements
            .iter()
            .map(|kept| StandIn {
                original: kept.original.clone(),
                text: kept.stand_in.clone(),
                kind: kept.kind,
            })
            .collect();
        veil
    }
}

/// Finds that overlap become one, so that nothing of either is left in the open.
fn joined(mut found: Vec<Find>) -> Vec<Find> {
    found.sort_by_key(|find| (find.range.start, std::cmp::Reverse(find.range.end)));
    let mut all: Vec<Find> = vec![];
    for find in found {
        match all.last_mut() {
            Some(last) if find.range.start < last.range.end => {
                last.range.end = last.range.end.max(find.range.end);
            }
            Some(_) | None => all.push(find),
        }
    }
    all
}

/// A stretch of a text, in bytes.
pub(crate) type Span = Range<usize>;
