//! A brief behind the name veil: every text of the request with stand-ins, before it is written.
//! Names of files to drag along stay as they are: the files go by these names anyway.

use super::brief::{BriefItem, BriefRequest, CoveredItem, EarlierResult};
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

    fn earlier(&mut self, earlier: &EarlierResult) -> EarlierResult {
        EarlierResult { title: self.text(&earlier.title), text: self.text(&earlier.text) }
    }
}
