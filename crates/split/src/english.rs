//! What an English sentence does: the verb it begins with, whether it tells of a request, whether it
//! says how work must be.

use crate::lexicon::{self, Act, Verb};
use crate::pattern::Pattern;
use crate::speech::Says;
use crate::text::width;
use crate::things;
use crate::wants;

/// Words before the verb that add nothing to a title.
pub(crate) fn opening(lower: &str) -> usize {
    static OPENING: Pattern = Pattern::new(
        r"^(?:(?:@?[a-z][\w.-]{1,15},?\s+(?:please|can you|could you)|p\.?\s?s\.?|great[.!]|please|kindly|i(?:'ll|’ll| will)(?: also)?|then|next|first(?:ly)?|second(?:ly)?|third(?:ly)?|finally|lastly|also|additionally|in addition|besides|further(?:more)?|moreover|afterwards?|after that|after this|and|so|now|ok|okay|accordingly|as such|therefore|ideally|to start|to begin|separately|specifically|once (?:that is |that's )?done|to finish|don't forget to|do not forget to|remember to|make sure to|be sure to|let's|(?:can|could|would|will) (?:you|someone|anyone|somebody)(?: please)?|(?:someone|somebody) (?:should|needs to|has to|must)|(?:i|we)(?:'d| would)? (?:need|want|like) you to|i(?:'d| would) like you to|i can(?: also)?|(?:we|i)(?: also| still)? (?:need|have|ought) to|we(?: also)? should|we(?: also)? must|i must|i should|you(?:'ll|’ll| will)?(?: also)?(?: need| have) to(?: also)?|you(?: also)? (?:must|should)(?: also)?|you(?:'ll|’ll) also|your (?:task|job|assignment) is to|the task is to|need to|have to|must|should)\b[,:]?\s+)+",
    );
    OPENING.find(lower).map_or(0, |found| found.end())
}

static FORBIDS: Pattern = Pattern::new(
    r"^(?:do not|don't|don’t|never|no need|nobody|no one|make sure|be sure|make certain|note that|keep in mind|be specific|bear in mind)\b",
);
static STATES: Pattern = Pattern::new(
    r"^[^\s,]+ (?:at|via|of|in|from|by|for|on)\b[^,;]* (?:is|are|was|were|will)\b|^\S+ (?:(?:[a-z]|[0-9]{1,3}) )?(?:is|are|was|were|has|have|had|will|shows?|of|says?|can|may|does|costs?)\b",
);

pub(crate) fn says(folded: &str) -> Says {
    static RULE: Pattern = Pattern::new(
        r"\b(?:must|should|shall|(?:has|have|needs?|ought|is|are) (?:also |still )?to (?:be|have|show|cover|include|contain|follow|match|fit|apply|stay|remain|use|carry|list)|(?:is|are) expected to|(?:wants?|would like) to (?:see|know)|do not|don't|don’t|at least|at most|no more than|not more than|no longer than|fewer than|maximum|minimum|max|is required|are required|requires? (?:written|prior|signed|approval|consent|permission)|not required|format(?:ted)?|can include|may include)\b",
    );
    static ASKED: Pattern = Pattern::new(
        r"\b(?:please|kindly|(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody)|need you to|like you to|want you to|your (?:task|job|assignment) is to|you(?:'ll|’ll| will)?(?: also)? need to|(?:someone|somebody|we)(?: also| still)? (?:should|needs? to|has to|have to|must))\b",
    );
    static UNASKED: Pattern = Pattern::new(
        r"^(?:be|see|note|find|refer|remember|keep|make sure|ensure|use|include|do|let|feel|have|know|understand|bear|contact|visit|consult|read the attached|review the attached)\b|^(?:a|an|the|this|that|it|and|or|of|nobody|no one)\b",
    );
    static HANDED: Pattern = Pattern::new(
        r"^(?:submit|deliver|provide|present|return|send|output|save|export|hand in|format|upload|give|share|put)\b.*\b(?:as|in|into)\b.{0,40}\b(?:pdf|word|excel|docx|xlsx|pptx|powerpoint|format|document|file|spreadsheet|workbook|deck|zip|archive|folder)\b",
    );
    // "Could you get this ready?" only points at what stands beside it.
    static POINTS: Pattern = Pattern::new(
        r"^(?:get|do|have|prepare|finish|handle|sort|complete|tackle|take care of|take on|look (?:at|after|into)|put|pull|deal with|work on|go through)\s+(?:(?:all of )?(?:this|that|it|these|those|them)|the following(?:(?: \w+){0,2} (?:tasks?|things?|steps?|items?|points?))?)(?:\s+(?:ready|done|together|out|finished|sorted|up|for (?:me|us)|with me|please|one|job|list|items?))*\s*[.?!:]*$",
    );
    let opening = opening(folded);
    let rest = folded.get(opening..).unwrap_or(folded);
    if let Some(labelled) = behind_action(folded) {
        return if labelled.trim().is_empty() { Says::Context } else { Says::Work };
    }
    if wants::wanted(folded).is_some() {
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
    if uses_to_work(rest) {
        return Says::Work;
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
    // "Parking permits: Oliver, please order twelve".
    if behind_please(rest).is_some_and(|rest| first_verb(rest).is_some_and(|verb| verb.act != Act::Rule)) {
        return Says::Work;
    }
    // "Please mix the track": whatever the word, it is asked for.
    let lead = folded.get(..opening).unwrap_or_default();
    if ASKED.is_in(lead) && !UNASKED.is_in(rest) {
        return Says::Work;
    }
    if is_order(rest) && !STATES.is_in(rest) {
        return Says::Step;
    }
    if told_work(folded).is_some() {
        return Says::Told;
    }
    if wants::to_be_done(folded).is_some() {
        return Says::Needed;
    }
    if RULE.is_in(folded) { Says::Rule } else { Says::Context }
}

/// What stands behind `ACTION:` or `To do:`.
pub(crate) fn behind_action(folded: &str) -> Option<&str> {
    static ACTION: Pattern =
        Pattern::new(r"^(?:action(?: items?| points?)?|to-?\s?do|task|next steps?|follow-?ups?)\s*[:：]\s*");
    ACTION.find(folded).and_then(|label| folded.get(label.end()..))
}

/// `Use the attached results to describe the mesh`: using is how, describing is the work.
fn uses_to_work(rest: &str) -> bool {
    static USES: Pattern = Pattern::new(
        r"^(?:use|utili[sz]e|take) (?:the|your|our) (?:[\w-]+ ){0,4}(?:data|files?|notes|results|materials?|records|reports?|transcripts?|logs?|documents?|spreadsheet|photos|figures|responses) (?:[\w-]+ ){0,4}?to ([a-z]+)\b",
    );
    USES.groups(rest)
        .and_then(|groups| groups.get(1))
        .and_then(|verb| lexicon::english(verb.as_str()))
        .is_some_and(|verb| matches!(verb.act, Act::Make | Act::MakeAny))
}

/// What stands behind a "please" in the middle of a sentence.
pub(crate) fn behind_please(folded: &str) -> Option<&str> {
    let at = folded.find(" please ")?;
    folded.get(at + " please ".len()..)
}

/// Whether something is forbidden or enjoined, whatever it is about.
pub(crate) fn forbids(folded: &str) -> bool {
    FORBIDS.is_in(folded.get(opening(folded)..).unwrap_or(folded))
}

/// A word nobody listed before an article: `Pace the spot`, `Embed the screenshot`. Prepositions and
/// the like stand there too and order nothing.
fn is_order(rest: &str) -> bool {
    static ORDER: Pattern = Pattern::new(
        r"^([a-z]{3,})(?: (?:up|out|down|off|back|over))? (?:the|a|an|each|all|your|our|my|any|anything|whether|how|what|this|these|every|both|it|them|only|to the|into the|with the)\b",
    );
    static OTHER: Pattern = Pattern::new(
        r"^(?:in|on|at|for|off?|with|by|to|from|as|and|or|but|nor|if|when|while|whilst|since|because|although|though|after|before|during|until|till|unlike|like|given|despite|via|per|under|over|around|about|not|only|even|is|are|was|were|has|have|had|does|did|can|could|will|would|should|shall|may|might|must|what|which|who|whom|whose|where|why|how|that|than|then|thus|hence|yet|both|all|half|such|quite|rather|also|once|whether|into|onto|upon|without|within|across|through|throughout|between|among|against|towards?|near|behind|beyond|beside|besides|except|amid|above|below|outside|inside|past|plus|minus|there|here|these|those|they|you|she|her|his|nobody|everyone|everybody|someone|today|tomorrow|yesterday|now|currently|recently|recall|most|many|some|several|few|each|every|any|none|neither|either|otherwise|instead|perhaps|maybe|just|still|again|nearly|almost|however|therefore|furthermore|moreover|meanwhile|ultimately|overall|provided|according|due|thanks|dear|hello|sorry|yes|welcome|congratulations|my|our|your|their|its)$",
    );
    ORDER.groups(rest).and_then(|groups| groups.get(1)).is_some_and(|word| {
        let word = word.as_str();
        !OTHER.is_in(word)
            && !["ing", "ed", "ly", "ss", "ion", "ity"].iter().any(|end| word.ends_with(end))
            && (word.ends_with("ss") || !word.ends_with('s'))
    })
}

/// `Phone number`, `email address`: nouns that look like verbs.
pub(crate) fn names_a_detail(folded: &str) -> bool {
    static DETAIL: Pattern = Pattern::new(
        r"^(?:phone|fax|email|e-mail|mail|order|file|book|call|name|account|invoice|record|contact|project|test|price|plan|report|design|research|budget|schedule|model|program|source|study|review|address|date|group|stage) (?:numbers?|address(?:es)?|names?|titles?|ids?|dates?|cent(?:er|re)s?|codes?|types?|lists?|data|details?|information|info|status|results?|questions?|manager|team|period|process|history|overview|summary|plan|notes?|scope|sections?|fields?|columns?)\b",
    );
    DETAIL.is_in(folded)
}

/// Where the thing begins in `have asked us for an improvement plan`.
pub(crate) fn told_thing(folded: &str) -> Option<usize> {
    static FOR_A: Pattern = Pattern::new(
        r"\b(?:asked|asking|requested|ask|asks) (?:you|us|me|our team) (?:for|to have) ((?:a|an|the|some)\s\w)",
    );
    FOR_A.groups(folded).and_then(|groups| groups.get(1)).map(|thing| thing.start())
}

/// Where the work begins in `has asked you to develop …`, `tasked with preparing …`.
pub(crate) fn told_work(folded: &str) -> Option<usize> {
    static TOLD: Pattern = Pattern::new(
        r"\b(?:asked|tasked|requested|instructed|assigned|hired|approached|commissioned|(?:wants?|needs?|would like) (?:you|us|me))\b[^.;]{0,70}?\b(?:to|with)\s+(?:also\s+)?(?:step in and\s+)?(?:(?:help|begin|start|(?:assist|help)(?: \w+)? (?:by|with|in))\s+)?(?:\w+ly\s+)?([a-z]+)",
    );
    static YOU_WILL: Pattern = Pattern::new(
        r"\byou(?:(?:'ll|’ll| will)|(?: also)? (?:need|have) to)\s+(?:also\s+)?([a-z]+)(?: [a-z]+)?",
    );
    static HOW: Pattern = Pattern::new(r"\b(?:what|how|when|where|which|who|whom) to $");
    static NOT_MADE: Pattern =
        Pattern::new(r"^(?:find|see|read|learn|get|receive|look|study|have|discover)$");
    static RESPONSIBLE: Pattern = Pattern::new(
        r"\byou(?:'re|’re| are)(?: also| therefore)? (?:responsible for|in charge of) (?:\w+ly )?([a-z]+ing)\b",
    );
    if let Some(thing) = told_thing(folded) {
        return Some(thing);
    }
    let told = TOLD.all_groups(folded).iter().find_map(|groups| {
        let verb = groups.get(1)?;
        lexicon::english_inflected(verb.as_str()).filter(|found| found.act != Act::Rule)?;
        // "… an explanation of what to watch for" asks for the explanation.
        let asks_how = folded.get(..verb.start()).is_some_and(|before| HOW.is_in(before));
        // "You tasked the reporter to write" tells of somebody else's work.
        let whole = groups.get(0)?.start();
        let asked_others = folded.get(..whole).is_some_and(|before| before.ends_with("you "));
        (!asks_how && !asked_others).then_some(verb.start())
    });
    let told = told.or_else(|| {
        RESPONSIBLE.all_groups(folded).iter().find_map(|groups| {
            let verb = groups.get(1)?;
            lexicon::english_inflected(verb.as_str())
                .filter(|found| matches!(found.act, Act::Make | Act::MakeAny))?;
            Some(verb.start())
        })
    });
    told.or_else(|| {
        YOU_WILL.all_groups(folded).iter().find_map(|groups| {
            let verb = groups.get(1).filter(|verb| !NOT_MADE.is_in(verb.as_str()))?;
            groups.get(0).filter(|whole| !whole.as_str().ends_with(" sure"))?;
            lexicon::english(verb.as_str()).filter(|found| matches!(found.act, Act::Make | Act::MakeAny))?;
            Some(verb.start())
        })
    })
}

/// `Present: Dee, Raj`, `Draft: 15 May`: a word with a colon names what follows.
fn is_label(rest: &str) -> bool {
    static LABEL: Pattern = Pattern::new(r"^[a-z-]+\s?:(?:\s|$)");
    LABEL.is_in(rest)
}

/// The verb an imperative begins with; adverbs before it are skipped.
fn first_verb(rest: &str) -> Option<Verb> {
    if names_a_detail(rest) || is_label(rest) || things::is_compound(rest) {
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
        r"^(?:using|based|for|in|on|after|before|with|to|from|once|when|if|as|by|at|during|following|given|within|upon|under|where|while|alongside|since|because|at the|beyond|apart|regarding|working|leveraging|drawing|building|starting|below|above|under|beside|next)\b",
    );
    static NO_COMMA: Pattern = Pattern::new(
        r"^(?:for|at|in|on|within|under|after|before|beside|next to|below|above)\b[^,.;:]{3,70}?\s((?:include|add|provide|create|write|describe|explain|identify|summari[sz]e|calculate|ensure|insert|prepare|attach|state|specify|list|show|give)) (?:a|an|the|all|any|each|both|brief|following|one|two|three|what|how|why)\b",
    );
    static HELD: Pattern = Pattern::new(
        r"\b(?:to|and|or|that|which|who|must|should|shall|will|would|can|may|not|we|you|they|it|i|also|\w+s)$",
    );
    if !CLAUSE.is_in(rest) {
        return None;
    }
    if let Some(verb) = NO_COMMA.groups(rest).and_then(|groups| groups.get(1))
        && rest.get(..verb.start()).is_some_and(|before| !HELD.is_in(before.trim_end()))
    {
        return lexicon::english(verb.as_str()).map(|found| (found, verb.start()));
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
