//! What a model names as proof when it says that it has finished, looked up again by us.

use std::fmt;

use serde::Deserialize;

use super::folder::Folder;
use crate::deliverable::Deliverable;

/// One criterion and what is said to prove it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Claim {
    pub criterion: String,
    /// In words.
    pub proof: String,
    /// The file that shows it.
    #[serde(default)]
    pub file: Option<String>,
    /// A few words that stand in that file.
    #[serde(default)]
    pub quote: Option<String>,
}

impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.criterion, self.proof)?;
        match &self.file {
            Some(file) => write!(f, " ({file})"),
            None => Ok(()),
        }
    }
}

/// A claim that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FalseClaim {
    #[error("no evidence is named")]
    Nothing,
    #[error("`{0}` names no proof")]
    NoProof(String),
    #[error("`{file}` cannot be read: {fault}")]
    NoFile { file: String, fault: String },
    #[error("`{0}` is empty")]
    Empty(String),
    #[error("`{file}` does not say `{quote}`")]
    NotThere { file: String, quote: String },
}

/// Looks every claim up; the first that does not hold is the answer.
pub fn prove(folder: &Folder, claims: &[Claim]) -> Result<(), FalseClaim> {
    if claims.is_empty() {
        return Err(FalseClaim::Nothing);
    }
    claims.iter().try_for_each(|claim| prove_one(folder, claim))
}

fn prove_one(folder: &Folder, claim: &Claim) -> Result<(), FalseClaim> {
    if claim.proof.trim().is_empty() {
        return Err(FalseClaim::NoProof(claim.criterion.clone()));
    }
    let Some(path) = claim.file.as_ref().filter(|path| !path.trim().is_empty()) else { return Ok(()) };
    let content = folder
        .read(path)
        .map_err(|fault| FalseClaim::NoFile { file: path.clone(), fault: fault.to_string() })?;
    let file = Deliverable { path: path.clone(), content };
    if file.content.iter().all(u8::is_ascii_whitespace) {
        return Err(FalseClaim::Empty(path.clone()));
    }
    let quote = claim.quote.as_deref().map(words).filter(|quote| !quote.is_empty());
    match (quote, file.readable()) {
        (Some(quote), Some(text)) if !words(&text).contains(&quote) => {
            Err(FalseClaim::NotThere { file: path.clone(), quote })
        }
        _ => Ok(()),
    }
}

/// The words alone: a quote may be broken into lines otherwise than its source.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
