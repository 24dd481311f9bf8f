//! Sentences of running text → drafts: which ask for work, which go on about it, which only tell.

use halfday_domain::plan::Span;

use crate::build::{Lead, Walk};
use crate::draft::{self, Draft, Origin, Sub};
use crate::naming;
use crate::owners;
use crate::pattern::Pattern;
use crate::speech::{self, Says};
use crate::text::{at, width};
use crate::{english, enumeration, everywhere, han, inline, questions, sentence};

/// What came before a sentence on its own line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    /// A request, at this position among the drafts.
    Asked(usize),
    /// `Here is what the pack should contain.`
    Announced,
}

impl Walk<'_> {
    pub(crate) fn sentences_of(&mut self, line: &Span, leads: bool) {
        let sentences = sentence::of(self.text, line);
        let count = sentences.len();
        let mut before = Before::Nothing;
        for (index, span) in sentences.into_iter().enumerate() {
            let is_lead = leads && index + 1 == count;
            let drafts = self.drafts.len();
            let words = inline::plain(at(self.text, &span));
            if before == Before::Announced && names_only(&words) {
                self.sentences.push(span.clone());
                self.ask(Origin::Asked, span);
                continue;
            }
            if announces(&words) && index + 1 < count {
                before = Before::Announced;
            }
            self.sentence(span, before, is_lead);
            if self.drafts.len() > drafts && before != Before::Announced {
                before = self.current.map_or(Before::Nothing, Before::Asked);
            }
        }
    }

    fn sentence(&mut self, span: Span, before: Before, is_lead: bool) {
        let words = inline::plain(at(self.text, &span));
        let says = speech::says(&words);
        self.sentences.push(span.clone());
        self.state_hours_if(says, &words);
        self.open_with(says, &words);
        self.note_goal(says, &words);
        if is_lead {
            self.lead = Some(Lead { span, says });
            return;
        }
        let asked = match before {
            Before::Asked(asked) => Some(asked),
            Before::Nothing | Before::Announced => None,
        };
        let goes_all = everywhere::is_rule_for_named(&self.drafts, self.current, &words);
        match says {
            Says::Rule if goes_all => self.everywhere.push(words),
            Says::Work if asked.is_some() && points_back(&words) => self.step(asked, span),
            Says::Work => self.ask(Origin::Asked, span),
            Says::Told => self.ask(Origin::Told, span),
            // A step with a verb nobody listed belongs to the request it stands behind.
            Says::Step => self.step(asked, span),
            Says::Needed if asked.is_none() && owners::subject(&self.drafts, &words).is_none() => {
                self.ask(Origin::Asked, span);
            }
            Says::Rule | Says::Needed => self.rule(span),
            Says::Mine => self.mine.push(span),
            Says::Context => self.context(span, &words, asked),
            Says::Hours | Says::Polite => {}
        }
    }

    fn step(&mut self, asked: Option<usize>, span: Span) {
        match asked.and_then(|asked| self.drafts.get_mut(asked)) {
            Some(draft) => draft.subs.extend(Sub::new(at(self.text, &span), vec![span])),
            None => self.ask(Origin::Asked, span),
        }
    }

    /// A fact: part of the request it follows, a rule for all, or text.
    fn context(&mut self, span: Span, words: &str, asked: Option<usize>) {
        if everywhere::says_so(words) {
            self.everywhere.push(words.to_owned());
        }
        if questions::is_open(words) {
            return;
        }
        let owner = asked.or_else(|| {
            owners::subject(&self.drafts, words).filter(|_| !enumeration::parts(self.text, &span).is_empty())
        });
        let subs = self.parts(&span);
        if let Some(draft) = owner.and_then(|owner| self.drafts.get_mut(owner)) {
            draft.note(at(self.text, &span), span);
            draft.subs.extend(subs);
        }
    }

    pub(crate) fn open_with(&mut self, says: Says, words: &str) {
        let opens = match says {
            Says::Polite => false,
            Says::Rule | Says::Needed => !everywhere::says_so(words),
            Says::Context => !everywhere::says_so(words) || everywhere::is_deadline(words),
            Says::Work | Says::Step | Says::Told | Says::Mine | Says::Hours => true,
        };
        if self.opening.is_none() && opens {
            self.opening = Some(words.to_owned());
        }
    }

    pub(crate) fn state_hours_if(&mut self, says: Says, words: &str) {
        match says {
            Says::Hours | Says::Mine | Says::Context | Says::Told => self.state_hours(words),
            Says::Work if words.contains(['，', ',']) => self.state_hours(words),
            Says::Work | Says::Step | Says::Needed | Says::Rule | Says::Polite => {}
        }
    }

    /// What the whole job is: what somebody was asked to do, else the first thing that is asked.
    fn note_goal(&mut self, says: Says, words: &str) {
        static POINTS: Pattern =
            Pattern::new(r"^(?:\w+ ){1,2}(?:these|this|it|them|that|those|the following)\b|^.{0,30}:\s*$");
        let told = if says == Says::Told { naming::told(words) } else { None };
        let folded = han::fold(words);
        let points = POINTS.is_in(folded.get(english::opening(&folded)..).unwrap_or(&folded));
        let goal = match says {
            Says::Told => told.clone(),
            Says::Work | Says::Hours if !points => Some(words.to_owned()),
            Says::Work
            | Says::Hours
            | Says::Step
            | Says::Needed
            | Says::Rule
            | Says::Mine
            | Says::Polite
            | Says::Context => None,
        };
        if self.told_goal.is_none() {
            // Duties of a post are not what this job is about.
            let asked =
                told.filter(|_| !folded.contains("responsible for") && !folded.contains("in charge of"));
            self.told_goal = asked.or_else(|| naming::aim(words));
        }
        if self.goal.is_none() {
            self.goal = goal;
        }
    }

    /// A sentence that asks for work, with the parts it counts as subitems.
    pub(crate) fn ask(&mut self, origin: Origin, span: Span) {
        let subs = self.parts(&span);
        let Some(mut draft) = Draft::new(origin, at(self.text, &span), vec![span]) else { return };
        draft.section = self.section();
        draft.subs = subs;
        self.push(draft);
        self.current = Some(self.drafts.len().saturating_sub(1));
    }

    pub(crate) fn parts(&self, span: &Span) -> Vec<Sub> {
        draft::counted(self.text, enumeration::parts(self.text, span))
    }
}

/// `Here is what the pack should contain.`, `We need the following.`: names behind it are work.
fn announces(words: &str) -> bool {
    static ANNOUNCES: Pattern = Pattern::new(
        r"\b(?:here(?:'s|’s| is| are) what|what (?:i|we) need|(?:need|needs|want|do|contain|include|prepare) the following|the following (?:is|are) needed|should (?:contain|include|consist of)|still to do)\b[^.]{0,60}[.:]?$|(?:如下|以下几项|要准备的有|需要的有)[。：]?$",
    );
    ANNOUNCES.is_in(&han::fold(words))
}

/// `Highlight it in green` is about what the sentence before asked for.
fn points_back(words: &str) -> bool {
    static POINTS: Pattern = Pattern::new(r"^[a-z]+ (?:these|this|it|them|those)\b");
    let folded = han::fold(words);
    let rest = folded.get(english::opening(&folded)..).unwrap_or(&folded);
    let rest = english::behind_clause(rest).and_then(|(_, at)| rest.get(at..)).unwrap_or(rest);
    POINTS.is_in(rest)
}

/// A name without a verb: `A map of the site with fire exits marked.`
fn names_only(words: &str) -> bool {
    static VERB: Pattern = Pattern::new(
        r"\b(?:is|are|was|were|be|been|has|have|had|will|would|must|should|shall|can|could|may|might|do|does|did|i|we|you|he|she|they|please)\b",
    );
    let folded = han::fold(words);
    let bare = folded.split(" so that ").next().unwrap_or(&folded);
    width(words) <= 140
        && words.split_whitespace().count() >= 2
        && !VERB.is_in(bare)
        && speech::says(words) == Says::Context
}
