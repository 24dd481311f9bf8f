//! Names that were veiled in a brief, and their return in the answer.

use halfday_domain::words::Language;
use halfday_runner::deliverable::Deliverable;
use halfday_runner::veil::{Replacement, Veil};
use halfday_store::attempts::CopiedBrief;

/// The veil a brief went out behind.
pub(crate) fn veil_of(copied: &CopiedBrief) -> Option<Veil> {
    let kept: Vec<KeptName> = serde_json::from_str(copied.veil.as_deref()?).ok()?;
    let replacements: Vec<Replacement> = kept.into_iter().filter_map(KeptName::replacement).collect();
    Some(Veil::restore(&replacements, &[], Language::En))
}

/// The stand-ins as they are kept with the attempt; `None`: nothing was veiled.
pub(crate) fn kept_names(veiled: &[Replacement]) -> Option<String> {
    let kept: Vec<KeptName> = veiled.iter().map(KeptName::of).collect();
    if kept.is_empty() { None } else { serde_json::to_string(&kept).ok() }
}

/// A veiled name as it is kept with the attempt.
#[derive(serde::Serialize, serde::Deserialize)]
pub(crate) struct KeptName {
    original: String,
    stand_in: String,
    kind: String,
}

impl KeptName {
    pub(crate) fn of(replacement: &Replacement) -> Self {
        Self {
            original: replacement.original.clone(),
            stand_in: replacement.stand_in.clone(),
            kind: replacement.kind.code().to_owned(),
        }
    }

    fn replacement(self) -> Option<Replacement> {
        let kind = halfday_runner::veil::VeilKind::from_code(&self.kind)?;
        Some(Replacement { original: self.original, stand_in: self.stand_in, kind })
    }
}

/// Puts the names back into text; other files stay as they are.
pub(crate) fn unveiled(one: Deliverable, veil: Option<&Veil>) -> Deliverable {
    match (veil, one.text()) {
        (Some(veil), Some(text)) => Deliverable::new(&one.path, veil.unveil(text).as_bytes()),
        (Some(_) | None, _) => one,
    }
}
