//! What an English sentence does: the verb it begins with, whether it tells of a request, whether it
//! says how work must be.

use crate::lexicon::{self, Act, Verb};
use crate::pattern::Pattern;
use crate::speech::Says;
use crate::text::width;

/// Words before the verb that add nothing to a title.
pub(crate) fn opening(lower: &str) -> usize {
    static OPENING: Pattern = Pattern::new(
        r"^(?:(?:@?[a-z][\w.-]{1,15},?\s+(?:please|can you|could you)|please|kindly|i(?:'ll|’ll| will)(?: also)?|then|next|first(?:ly)?|second(?:ly)?|third(?:ly)?|finally|lastly|also|additionally|in addition|besides|further(?:more)?|moreover|afterwards?|after that|after this|and|so|now|ok|okay|accordingly|as such|therefore|ideally|to start|to begin|separately|specifically|once (?:that is |that's )?done|to finish|at the end|don't forget to|do not forget to|remember to|make sure to|be sure to|let's|(?:can|could|would|will) (?:you|someone|anyone|somebody)(?: please)?|(?:i|we)(?:'d| would)? (?:need|want|like) you to|i(?:'d| would) like you to|we need to|we have to|we should|we must|i need to|i have to|i must|i should|you(?:'ll|’ll| will)?(?: also)?(?: need| have) to(?: also)?|you(?: also)? (?:must|should)(?: also)?|you(?:'ll|’ll) also|your (?:task|job|assignment) is to|the task is to|need to|have to|must|should)\b[,:]?\s+)+",
    );
    OPENING.find(lower).map_or(0, |found| found.end())
}

pub(crate) fn says(folded: &str) -> Says {
    static RULE: Pattern = Pattern::new(
        r"\b(?:must|should|shall|needs to be|need to be|has to be|have to be|do not|don't|don’t|at least|at most|no more than|not more than|no longer than|fewer than|maximum|minimum|max|is required|are required|not required|format(?:ted)?|can include|may include|is to be|to be included)\b|(?:^|[\s(])(?:<|>|≤|≥)=?\s?\d",
    );
    static ASKED: Pattern = Pattern::new(
        r"\b(?:please|kindly|(?:can|could|would|will) you|need you to|like you to|want you to|your (?:task|job|assignment) is to|you(?:'ll|’ll| will)?(?: also)? need to)\b",
    );
    static UNASKED: Pattern = Pattern::new(
        r"^(?:be|see|note|find|refer|remember|keep|make sure|ensure|use|include|do|let|feel|have|know|understand|bear|contact|visit|consult|read the attached|review the attached)\b|^(?:a|an|the|this|that|it|and|or|of)\b",
    );
    static HANDED: Pattern = Pattern::new(
        r"^(?:submit|deliver|provide|present|return|send|output|save|export|hand in|format|upload|give|share|put)\b.*\b(?:as|in|into)\b.{0,40}\b(?:pdf|word|excel|docx|xlsx|pptx|powerpoint|format|document|file|spreadsheet|workbook|deck|zip|archive|folder)\b",
    );
    static FORBIDS: Pattern = Pattern::new(
        r"^(?:do not|don't|don’t|never|no need|make sure|be sure|make certain|note that|keep in mind|be specific|bear in mind)\b",
    );
    static I_NEED: Pattern = Pattern::new(
        r"^(?:i|we)(?:'d| would)?(?: also)? (?:need|want|like|require)\s+(?:a|an|the|some|two|three|four|\d+)\b",
    );
    static STATES: Pattern = Pattern::new(
        r"^[^\s,]+ (?:at|via|of|in|from|by|for|on)\b[^,;]* (?:is|are|was|were|will)\b|^\S+ (?:is|are|was|were|has|have|had|will|shows?|of|says?|can|may|does)\b",
    );
    // "Could you get this ready?" only points at what stands beside it.
    static POINTS: Pattern = Pattern::new(
        r"^(?:get|do|have|prepare|finish|handle|sort|complete|tackle|take care of|take on|look (?:at|after|into)|put|pull|deal with|work on|go through)\s+(?:all of )?(?:this|that|it|these|those|them)(?:\s+(?:ready|done|together|out|finished|sorted|up|for (?:me|us)|with me|please|one|job|list|items?))*\s*[.?!:]*$",
    );
    let opening = opening(folded);
    let rest = folded.get(opening..).unwrap_or(folded);
    if I_NEED.is_in(folded) {
        return Says::Work;
    }
    if FORBIDS.is_in(rest) || (HANDED.is_in(rest) && width(rest) <= 120) {
        return Says::Rule;
    }
    // "Could you help me get it ready?" asks for what follows, if anything does.
    if rest.starts_with("help me") || rest.starts_with("help us") || rest.starts_with("help with") {
        return Says::Told;
    }
    if POINTS.is_in(rest) {
        return Says::Told;
    }
    match first_verb(rest) {
        Some(_) if STATES.is_in(rest) => {}
        Some(Verb { act: Act::Rule, .. }) => return Says::Rule,
        Some(_) => return Says::Work,
        None => {}
    }
    if let Some((verb, _)) = behind_clause(rest) {
        return if verb.act == Act::Rule { Says::Rule } else { Says::Work };
    }
    // "Please mix the track": whatever the word, it is asked for.
    let lead = folded.get(..opening).unwrap_or_default();
    if ASKED.is_in(lead) && !UNASKED.is_in(rest) {
        return Says::Work;
    }
    if told_work(folded).is_some() {
        return Says::Told;
    }
    if RULE.is_in(folded) { Says::Rule } else { Says::Context }
}

/// `Phone number`, `email address`: nouns that look like verbs.
pub(crate) fn names_a_detail(folded: &str) -> bool {
    static DETAIL: Pattern = Pattern::new(
        r"^(?:phone|fax|email|e-mail|mail|order|file|book|call|name|account|invoice|record|contact|project|test|price|plan|report|design|research|budget|schedule|model|program|source|study|review|address|date|group|stage) (?:numbers?|address(?:es)?|names?|titles?|ids?|dates?|cent(?:er|re)s?|codes?|types?|lists?|data|details?|information|info|status|results?|questions?|manager|team|period|process|history|overview|summary|plan|notes?|scope|sections?|fields?|columns?)\b",
    );
    DETAIL.is_in(folded)
}

/// Where the work begins in `has asked you to develop …`, `tasked with preparing …`.
pub(crate) fn told_work(folded: &str) -> Option<usize> {
    static TOLD: Pattern = Pattern::new(
        r"\b(?:asked|tasked|requested|instructed|assigned|hired|approached|commissioned|(?:wants?|needs?|would like) (?:you|us|me))\b[^.;]{0,70}?\b(?:to|with)\s+(?:also\s+)?(?:step in and\s+)?(?:help\s+)?(?:\w+ly\s+)?([a-z]+)",
    );
    static YOU_WILL: Pattern = Pattern::new(r"\byou(?:'ll|’ll| will)\s+(?:also\s+)?([a-z]+)");
    let told = TOLD.all_groups(folded).iter().find_map(|groups| {
        let verb = groups.get(1)?;
        lexicon::english_inflected(verb.as_str()).filter(|found| found.act != Act::Rule)?;
        Some(verb.start())
    });
    told.or_else(|| {
        YOU_WILL.all_groups(folded).iter().find_map(|groups| {
            let verb = groups.get(1)?;
            lexicon::english(verb.as_str()).filter(|found| matches!(found.act, Act::Make | Act::MakeAny))?;
            Some(verb.start())
        })
    })
}

/// The verb an imperative begins with; adverbs before it are skipped.
fn first_verb(rest: &str) -> Option<Verb> {
    if names_a_detail(rest) {
        return None;
    }
    rest.split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty())
        .find(|word| !(word.ends_with("ly") && word.len() > 4 && lexicon::english(word).is_none()))
        .and_then(lexicon::english)
}

/// `Using the attached file, create …`: the verb behind a clause that only leads up to it.
pub(crate) fn behind_clause(rest: &str) -> Option<(Verb, usize)> {
    static CLAUSE: Pattern = Pattern::new(
        r"^(?:using|based|for|in|on|after|before|with|to|from|once|when|if|as|by|at|during|following|given|within|upon|under|where|while|alongside|since|because|at the|beyond|apart|regarding|working|leveraging|drawing|building|starting)\b",
    );
    if !CLAUSE.is_in(rest) {
        return None;
    }
    rest.match_indices(", ").take(4).find_map(|(at, _)| {
        let after = rest.get(at + 2..)?;
        // "…, manage, and track" goes on with a list of verbs.
        if after.starts_with("and ") || after.starts_with("or ") {
            return None;
        }
        let opening = opening(after);
        let verb = first_verb(after.get(opening..)?)?;
        // "For Rome, Paris, and …": a noun that is also a verb needs an object.
        let plain =
            after.get(opening..)?.split_whitespace().nth(1).is_some_and(|next| next != "and" && next != "or");
        plain.then_some((verb, at + 2 + opening))
    })
}
