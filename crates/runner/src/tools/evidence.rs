//! What an agent names as proof when it says that it has finished, looked up again by us. A quote is found where its
//! letters stand in the named file in their order: how the file is wrapped and marked up does not matter.

use std::collections::HashMap;

use serde::Deserialize;

use super::ToolFault;
use super::folder::Folder;
use crate::deliverable::Deliverable;
use crate::veil::SharedVeil;

/// One criterion and what is said to prove it, in the words of the agent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Claim {
    pub criterion: String,
    /// In words.
    #[serde(default)]
    pub proof: String,
    /// The file that shows it.
    #[serde(default)]
    pub file: Option<String>,
    /// A few words that stand in that file.
    #[serde(default)]
    pub quote: Option<String>,
}

/// A claim, and what looking it up came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    pub claim: Claim,
    pub finding: Finding,
}

/// What looking a claim up came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The words stand in the file.
    Proved,
    False(FalseClaim),
    /// It names nothing that can be looked up.
    CannotTell,
}

/// A claim that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FalseClaim {
    #[error("`{file}` cannot be read: {fault}")]
    NoFile { file: String, fault: String },
    #[error("`{0}` is empty")]
    Empty(String),
    #[error("`{file}` does not say `{quote}`")]
    NotThere { file: String, quote: String },
}

impl FalseClaim {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoFile { .. } => "no_file",
            Self::Empty(_) => "empty",
            Self::NotThere { .. } => "not_there",
        }
    }
}

/// Evidence that is none: where it has to be named, that is sent back before anything is looked up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unnamed {
    #[error("no evidence is named")]
    Nothing,
    #[error("`{0}` names no proof")]
    NoProof(String),
}

/// Proves that something is named, and for each criterion a proof.
pub fn named(claims: &[Claim]) -> Result<(), Unnamed> {
    if claims.is_empty() {
        return Err(Unnamed::Nothing);
    }
    match claims.iter().find(|claim| claim.proof.trim().is_empty()) {
        Some(claim) => Err(Unnamed::NoProof(claim.criterion.clone())),
        None => Ok(()),
    }
}

/// Looks every claim up. Whoever works behind a veil may say a name or its stand-in: both are found, in files that
/// have the one or the other.
pub fn look_up(folder: &Folder, claims: &[Claim], veil: Option<&SharedVeil>) -> Vec<Evidence> {
    let mut look = Look { folder, veil, files: HashMap::new() };
    claims.iter().map(|claim| Evidence { finding: look.at(claim), claim: claim.clone() }).collect()
}

struct Look<'a> {
    folder: &'a Folder,
    veil: Option<&'a SharedVeil>,
    /// Each file is read once, however often it is named.
    files: HashMap<String, Found>,
}

/// What a named file is.
#[derive(Clone)]
enum Found {
    /// Its letters, as it stands there and with the names back.
    Text(Vec<String>),
    /// It is there, and no text.
    NoText,
    False(FalseClaim),
}

impl Look<'_> {
    fn at(&mut self, claim: &Claim) -> Finding {
        let Some(path) = claim.file.as_deref().map(str::trim).filter(|path| !path.is_empty()) else {
            return Finding::CannotTell;
        };
        let said = claim.quote.as_deref().unwrap_or_default();
        let quotes: Vec<String> = self
            .versions(said)
            .iter()
            .map(|quote| letters(quote))
            .filter(|quote| !quote.is_empty())
            .collect();
        match self.found(path) {
            Found::False(false_claim) => Finding::False(false_claim.clone()),
            Found::NoText => Finding::CannotTell,
            Found::Text(_) if quotes.is_empty() => Finding::CannotTell,
            Found::Text(texts) => {
                let stands = texts.iter().any(|text| quotes.iter().any(|quote| text.contains(quote)));
                if stands {
                    return Finding::Proved;
                }
                Finding::False(FalseClaim::NotThere { file: path.to_owned(), quote: said.trim().to_owned() })
            }
        }
    }

    fn found(&mut self, path: &str) -> &Found {
        if !self.files.contains_key(path) {
            let found = self.read(path);
            self.files.insert(path.to_owned(), found);
        }
        self.files.get(path).unwrap_or(&Found::NoText)
    }

    fn read(&self, path: &str) -> Found {
        let versions = self.versions(path);
        let mut read = self.folder.read(path);
        for other in versions.iter().skip(1) {
            if matches!(read, Err(ToolFault::Missing(_))) {
                read = self.folder.read(other);
            }
        }
        let content = match read {
            Ok(content) => content,
            Err(fault) => {
                let (file, fault) = (path.to_owned(), fault.to_string());
                return Found::False(FalseClaim::NoFile { file, fault });
            }
        };
        let file = Deliverable { path: path.to_owned(), content };
        if file.content.iter().all(u8::is_ascii_whitespace) {
            return Found::False(FalseClaim::Empty(path.to_owned()));
        }
        match file.readable() {
            Some(text) => Found::Text(self.versions(&text).iter().map(|text| letters(text)).collect()),
            None => Found::NoText,
        }
    }

    /// A text as it is, and with the names back where that is another one.
    fn versions(&self, text: &str) -> Vec<String> {
        let named = self.veil.map(|veil| veil.unveil(text)).filter(|named| named != text);
        std::iter::once(text.to_owned()).chain(named).collect()
    }
}

/// The letters of a text without blanks and marks of layout, which a quote may have otherwise than its source.
fn letters(text: &str) -> String {
    let is_layout = |sign: char| sign.is_whitespace() || "*_`#>|\"'“”‘’".contains(sign);
    text.chars().filter(|sign| !is_layout(*sign)).collect()
}

#[cfg(test)]
mod tests {
    use halfday_domain::words::Language;

    use super::*;
    use crate::veil::Veil;

    fn claim(file: &str, quote: &str) -> Claim {
        let some = |text: &str| Some(text.to_owned());
        Claim { criterion: "c".to_owned(), proof: "p".to_owned(), file: some(file), quote: some(quote) }
    }

    #[track_caller]
    fn check(file: &str, quote: &str, expected: &str) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.md"), "# Sums\n\n**Total:** 32\nin all, 合\n計三十二").unwrap();
        std::fs::write(folder.path().join("empty.md"), " \n").unwrap();
        std::fs::write(folder.path().join("a.bin"), [0, 159, 146, 150]).unwrap();
        std::fs::write(folder.path().join("Ames Ltd.md"), "for Ames Ltd and Person 9").unwrap();
        let veil = SharedVeil::new(Veil::new(&["Ames Ltd".to_owned()], Language::En));
        let stand_in = veil.veil("Ames Ltd");
        let claim = claim(&file.replace('@', &stand_in), &quote.replace('@', &stand_in));

        let found = look_up(&Folder::open(folder.path()).unwrap(), &[claim], Some(&veil));

        let said = match &found[0].finding {
            Finding::Proved => "proved",
            Finding::False(false_claim) => false_claim.code(),
            Finding::CannotTell => "cannot tell",
        };
        assert_eq!(said, expected, "{file}: {quote}");
    }

    #[test]
    fn a_claim_is_proved_by_words_of_a_file_and_nothing_else() {
        check("a.md", "Total: 32 in all", "proved");
        check("./a.md", "“合計三十二”", "proved");
        check("a.md", "Total: 33", "not_there");
        check("a.md", "Total 32", "not_there");
        check("a.md", "", "cannot tell");
        check("a.md", "**", "cannot tell");
        check("", "Total: 32", "cannot tell");
        check("a.bin", "x", "cannot tell");
        check("empty.md", "x", "empty");
        check("b.md", "Total: 32", "no_file");
        check("../a.md", "Total: 32", "no_file");
        check("@.md", "for @ and", "proved");
        check("Ames Ltd.md", "for @ and", "proved");
        check("Ames Ltd.md", "for Ames Ltd", "proved");
    }
}
