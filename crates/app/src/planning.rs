//! A draft plan: by the program itself, or from what an AI answered. Names leave the computer behind the veil and
//! come back before the answer is read.

use halfday_domain::fmt;
use halfday_domain::plan::{Plan, PlanItem, Span};
use halfday_domain::words::Words;
use halfday_runner::veil::Veil;
use halfday_split::{Decoded, Wishes, ai, language_of};

use crate::api::{AskForPlan, PlanItemView, PlanQuestion, PlanSubitemView, PlanView, SplitText};
use crate::views::estimate_text;
use crate::{App, Error};

/// Text from bytes: the encoding is found, declared, or refused.
pub fn decode(bytes: &[u8], declared: Option<&str>) -> Result<Decoded, Error> {
    Ok(halfday_split::decode(bytes, declared)?)
}

/// Turns text into a draft plan without any data folder; an answer is read as it is.
pub fn split_text(request: &SplitText, words: &Words) -> Result<PlanView, Error> {
    Ok(plan_view(&plan(request)?, words))
}

impl App {
    /// Turns text into a draft plan; nothing is stored.
    pub fn split_text(&self, request: SplitText) -> Result<PlanView, Error> {
        split_text(&self.unveiled_answer(request)?, self.words())
    }

    /// What to ask an AI so that it splits the text. Nothing is stored.
    pub fn ask_for_plan(&self, request: AskForPlan) -> Result<PlanQuestion, Error> {
        let text = match self.veil_over(&request.text)? {
            Some(mut veil) => veil.veil(&request.text).text,
            None => request.text,
        };
        Ok(PlanQuestion { question: ai::question(&text, &Wishes { hours: request.hours, title: None })? })
    }

    /// The request with the names back in the answer.
    pub(crate) fn unveiled_answer(&self, mut request: SplitText) -> Result<SplitText, Error> {
        if let Some(answer) = &request.answer
            && let Some(mut veil) = self.veil_over(&request.text)?
        {
            // The same text goes behind the same stand-ins.
            veil.veil(&request.text);
            request.answer = Some(veil.unveil(answer));
        }
        Ok(request)
    }

    pub(crate) fn veil_over(&self, text: &str) -> Result<Option<Veil>, Error> {
        Ok(self.veil_setting()?.map(|names| Veil::new(&names, language_of(text))))
    }
}

/// The plan of a request; a text nobody could split is refused before any answer is looked at.
pub(crate) fn plan(request: &SplitText) -> Result<Plan, Error> {
    let wishes = Wishes { hours: request.hours, title: request.title.clone() };
    match &request.answer {
        Some(answer) => Ok(ai::plan(answer, &request.text, &wishes)?),
        None => Ok(halfday_split::split(&request.text, &wishes)?),
    }
}

pub(crate) fn pairs(spans: &[Span]) -> Vec<(usize, usize)> {
    spans.iter().map(|span| (span.start, span.end)).collect()
}

pub(crate) fn plan_view(plan: &Plan, words: &Words) -> PlanView {
    let item_view = |(index, item): (usize, &PlanItem)| PlanItemView {
        number: index + 1,
        title: item.title.clone(),
        instructions: item.instructions.clone(),
        section: item.section.clone(),
        estimate_minutes: item.estimate_minutes,
        estimate_source: item.estimate_source.code().to_owned(),
        estimate_text: estimate_text(words, Some(item.estimate_minutes), item.estimate_source),
        kind: item.kind.code().to_owned(),
        suggested: item.suggested.code().to_owned(),
        why: words.word(&format!("why-{}", item.why.code())),
        why_code: item.why.code().to_owned(),
        risk: item.risk.code().to_owned(),
        depends_on: item.depends_on.iter().map(|index| index + 1).collect(),
        done_when: item.done_when.clone(),
        inputs: item.inputs.clone(),
        outputs: item.outputs.clone(),
        done: item.done,
        source_spans: pairs(&item.source_spans),
        subitems: item
            .subitems
            .iter()
            .map(|subitem| PlanSubitemView {
                title: subitem.title.clone(),
                done: subitem.done,
                source_spans: pairs(&subitem.source_spans),
            })
            .collect(),
    };
    PlanView {
        title: plan.title.clone(),
        language: plan.language.code().to_owned(),
        hours_stated: plan.hours_stated,
        total_minutes: plan.total_minutes(),
        total_text: fmt::duration(words.language(), f64::from(plan.total_minutes())),
        questions: plan.questions.clone(),
        items: plan.items.iter().enumerate().map(item_view).collect(),
        text_spans: pairs(&plan.text_spans),
    }
}
