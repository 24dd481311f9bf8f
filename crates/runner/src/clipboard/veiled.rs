//! A brief behind the name veil: every text of the request with stand-ins, before it is written.
//! Names of files to drag along stay as they are: the files go by these names anyway.

use halfday_domain::check::CheckSpec;

use super::brief::{BriefItem, BriefRequest, CoveredItem, EarlierResult, FailedCheck, FollowUp, WentWrong};
use crate::veil::{Replacement, Veil};

/// So many stand-ins are named as examples in the brief.
const MOST_EXAMPLES: usize = 3;

impl BriefRequest {
    /// The request with stand-ins, and what was replaced, each once, for the preview.
    /// [`Veil::unveil`] puts the names back into the answer, before it is read.
    #[must_use]
    pub fn veiled(&self, veil: &mut Veil) -> (Self, Vec<Replacement>) {
        let mut veiling = Veiling { veil, replaced: vec![] };
        let mut request = Self {
            job_title: veiling.text(&self.job_title),
            context: veiling.text(&self.context),
            items: self.items.iter().map(|item| veiling.item(item)).collect(),
            stand_ins: vec![],
        };
        let replaced = veiling.replaced;
        let examples = replaced.iter().take(MOST_EXAMPLES);
        request.stand_ins = examples.map(|replacement| replacement.stand_in.clone()).collect();
        (request, replaced)
    }
}

impl FollowUp {
    /// The follow-up with stand-ins, and what was replaced. The veil is that of the brief before,
    /// so that a name keeps its stand-in.
    #[must_use]
    pub fn veiled(&self, veil: &mut Veil) -> (Self, Vec<Replacement>) {
        let mut veiling = Veiling { veil, replaced: vec![] };
        let follow_up = Self {
            nonce: self.nonce,
            title: veiling.text(&self.title),
            wrong: veiling.went_wrong(&self.wrong),
        };
        (follow_up, veiling.replaced)
    }
}

struct Veiling<'a> {
    veil: &'a mut Veil,
    replaced: Vec<Replacement>,
}

impl Veiling<'_> {
    fn text(&mut self, text: &str) -> String {
        let veiled = self.veil.veil(text);
        for replacement in veiled.replaced {
            if !self.replaced.contains(&replacement) {
                self.replaced.push(replacement);
            }
        }
        veiled.text
    }

    fn texts(&mut self, texts: &[String]) -> Vec<String> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    fn item(&mut self, item: &BriefItem) -> BriefItem {
        BriefItem {
            nonce: item.nonce,
            title: self.text(&item.title),
            instructions: self.text(&item.instructions),
            subitems: self.texts(&item.subitems),
            covered: item.covered.iter().map(|part| self.covered(part)).collect(),
            done_when: self.texts(&item.done_when),
            inputs: item.inputs.clone(),
            earlier: item.earlier.iter().map(|earlier| self.earlier(earlier)).collect(),
            outputs: self.texts(&item.outputs),
            went_wrong: item.went_wrong.as_ref().map(|wrong| self.went_wrong(wrong)),
        }
    }

    fn went_wrong(&mut self, wrong: &WentWrong) -> WentWrong {
        WentWrong {
            reason: wrong.reason,
            note: self.text(&wrong.note),
            failed: wrong.failed.iter().map(|failed| self.failed(failed)).collect(),
        }
    }

    fn covered(&mut self, part: &CoveredItem) -> CoveredItem {
        CoveredItem {
            title: self.text(&part.title),
            instructions: self.text(&part.instructions),
            done_when: self.texts(&part.done_when),
            outputs: self.texts(&part.outputs),
        }
    }

    fn failed(&mut self, failed: &FailedCheck) -> FailedCheck {
        let text = |veiling: &mut Self, text: &str| veiling.text(text);
        let spec = match &failed.spec {
            CheckSpec::Person { text: said } => CheckSpec::Person { text: text(self, said) },
            CheckSpec::Contains { text: said } => CheckSpec::Contains { text: text(self, said) },
            CheckSpec::NotContains { text: said } => CheckSpec::NotContains { text: text(self, said) },
            CheckSpec::Headings { titles } => CheckSpec::Headings { titles: self.texts(titles) },
            CheckSpec::Command { argv } => CheckSpec::Command { argv: self.texts(argv) },
            CheckSpec::Csv { name, columns, rows } => {
                CheckSpec::Csv { name: name.clone(), columns: self.texts(columns), rows: *rows }
            }
            CheckSpec::File { name, at_least, least_bytes } => {
                let name = text(self, name);
                CheckSpec::File { name, at_least: *at_least, least_bytes: *least_bytes }
            }
            // Patterns and plain rules name nobody; a veiled pattern would be another one.
            CheckSpec::Regex { .. }
            | CheckSpec::Json { .. }
            | CheckSpec::JsonSchema { .. }
            | CheckSpec::InputsUnchanged
            | CheckSpec::Words { .. }
            | CheckSpec::Pages { .. }
            | CheckSpec::Links { .. }
            | CheckSpec::Traditional
            | CheckSpec::Taiwan => failed.spec.clone(),
        };
        let mut detail = failed.detail.clone();
        for value in detail.iter_mut().flat_map(|detail| detail.args.values_mut()) {
            *value = self.text(value);
        }
        FailedCheck { spec, detail }
    }

    fn earlier(&mut self, earlier: &EarlierResult) -> EarlierResult {
        EarlierResult { title: self.text(&earlier.title), text: self.text(&earlier.text) }
    }
}
