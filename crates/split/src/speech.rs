//! What a sentence does: asks for work, says how work must be, takes work on, states the hours,
//! greets, leaves something open, or only tells.

use crate::duration;
use crate::han;
use crate::hints;
use crate::lexicon::{self, Act, Verb};
use crate::pattern::Pattern;
use crate::questions;
use crate::text::{is_readable, width};

/// What a sentence does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    /// It asks for work.
    Work,
    /// It tells that work was asked for; counts only where nothing asks outright.
    Told,
    /// It says how the work must be.
    Rule,
    /// Somebody keeps this part.
    Mine,
    /// The hours of the whole job.
    Hours,
    /// Greeting, thanks, signature.
    Polite,
    Context,
}

/// What `words` do.
pub(crate) fn says(words: &str) -> Says {
    let folded = han::fold(words);
    if !is_readable(words) || is_polite(&folded) {
        return Says::Polite;
    }
    if hours(words).is_some() && (!begins_with_work(&folded) || words.split_whitespace().count() <= 5) {
        return Says::Hours;
    }
    if hints::is_mine(words) {
        return Says::Mine;
    }
    if questions::is_open(words) {
        return Says::Context;
    }
    if folded.chars().any(han::is_han) { chinese(&folded) } else { english(&folded) }
}

fn begins_with_work(folded: &str) -> bool {
    matches!(english(folded), Says::Work) && !folded.chars().any(han::is_han)
}

/// The hours a sentence states for the whole job.
pub(crate) fn hours(words: &str) -> Option<f64> {
    static WHOLE: Pattern = Pattern::new(
        r"(?i)\b(about|around|roughly|approximately|approx|in total|total|altogether|overall|whole|budget(ed)?|plan(ned)?|should take|takes? me|would take|will take|estimated?|normally|usually|need|have|give it|job)\b|约|大概|大约|左右|差不多|估|抓|总共|一共|全部|整个|整份|计划|预计|预估|通常|平常|要花|需要|得花|花|弄完|做完|的工|要",
    );
    static NOT: Pattern = Pattern::new(
        r"(?i)\b(within|every|ago|later|notice|last|past|before|after|flight|battery|shift|per|duration|long|warranty|old|response|turnaround|train|drive|meeting)\b|内|以前|之前|之后|以后|每|后|前$|一次|课|会议|航班|车程|工作日内|天五天|天四夜",
    );
    let folded = han::fold(words);
    duration::all(&folded).into_iter().find_map(|found| {
        let before = folded.get(..found.start)?;
        let after = folded.get(found.end..)?;
        let near: String = before.chars().rev().take(24).collect::<Vec<_>>().into_iter().rev().collect();
        let next: String = after.chars().take(12).collect();
        let just: String = before.chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
        let stated = WHOLE.is_in(&near) || WHOLE.is_in(&next) || is_alone(before, after);
        let fits = (60.0..=60.0 * 80.0).contains(&found.minutes);
        (fits && stated && !NOT.is_in(&just) && !NOT.is_in(&next)).then_some(found.minutes / 60.0)
    })
}

/// `Brief for Friday (4h)`.
fn is_alone(before: &str, after: &str) -> bool {
    before.trim_end().ends_with(['(', '（']) && after.trim_start().starts_with([')', '）'])
}

fn is_polite(folded: &str) -> bool {
    static GREETING: Pattern = Pattern::new(
        r"^(?:(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\b[^.!?]{0,40}[,!.:]?$|(?:best|kind|warm|many)? ?(?:regards|thanks|wishes|cheers|sincerely|yours(?: truly| sincerely)?|thank you)(?:[ ,.!][^.!?]{0,40})?$|thanks\b|thank you\b|sincerely|let me know|feel free|please (?:let me know|feel free|do not hesitate|don't hesitate|reach out)|i hope this|hope (?:you|this)|looking forward|if you have any questions|any questions|talk soon|see you|ok(?:ay)?[.!]?$|great[.!]?$|sure[.!]?$|sounds good|got it|will do|no problem|np$|lol|haha|\+1$|sent from my)",
    );
    static CHINESE: Pattern = Pattern::new(
        r"^(?:(?:大家|各位|你|您|老师|主管|同事|[^\s，。：:]{0,8}?(?:工|总|经理|老师|主任|哥|姐|同学|先生|小姐|们|处长|院长|组长|长))?(?:们)?(?:早上|下午|晚上|午)?(?:好|早|您好|你好|晚安|午安)[，,：:！!。～~\s]*$|(?:谢谢|感谢|多谢|辛苦|拜托|麻烦)(?:了|你|您|大家|各位|啦|喔|哦|先)*[，,。！!～~\s]*$|谢谢|感谢|辛苦|祝|敬上|此致|顺颂|商祺|有(?:任何)?(?:问题|疑问|不清楚)|如有|若有(?:任何)?(?:问题|疑问)|期待|收到|好的|好喔|好啊|好[。！!]?$|没问题|了解$|ok$|嗯|哈哈|对[啊呀]?$|先这样|以上[。！]?$|以上，|\[.{1,6}\]$|【.{1,6}】$|大家(?:看看|觉得)|我先(?:列|说|看|想|问)一?下|晚点聊|加油)",
    );
    static STICKER: Pattern = Pattern::new(
        r"^[\[(（<]?\s*(?:贴图|照片|图片|表情|语音|影片|视频|文件|档案|通话|动画表情|红包|已收回|sticker|photo|image|gif|video|voice message|media omitted|<media omitted>)\s*[\])）>]?$|(?:已收回讯息|撤回了一条消息|media omitted|this message was deleted|joined the (?:group|channel)|加入群组|加入了群聊|邀请.{1,12}加入)",
    );
    let folded = folded.trim();
    STICKER.is_in(folded)
        || (width(folded) <= 60 && GREETING.is_in(folded))
        || (width(folded) <= 44 && CHINESE.is_in(folded))
}

/// Words before the verb that add nothing to a title.
pub(crate) fn english_opening(lower: &str) -> usize {
    static OPENING: Pattern = Pattern::new(
        r"^(?:(?:@?[a-z][\w.-]{1,15},?\s+(?:please|can you|could you)|please|kindly|i(?:'ll|’ll| will)(?: also)?|then|next|first(?:ly)?|second(?:ly)?|third(?:ly)?|finally|lastly|also|additionally|in addition|besides|further(?:more)?|moreover|afterwards?|after that|after this|and|so|now|ok|okay|accordingly|as such|therefore|ideally|to start|to begin|separately|specifically|once (?:that is |that's )?done|to finish|at the end|don't forget to|do not forget to|remember to|make sure to|be sure to|let's|(?:can|could|would|will) (?:you|someone|anyone|somebody)(?: please)?|(?:i|we)(?:'d| would)? (?:need|want|like) you to|i(?:'d| would) like you to|we need to|we have to|we should|we must|i need to|i have to|i must|i should|you(?:'ll|’ll| will)?(?: also)?(?: need| have) to(?: also)?|you(?: also)? (?:must|should)(?: also)?|you(?:'ll|’ll) also|your (?:task|job|assignment) is to|the task is to|need to|have to|must|should)\b[,:]?\s+)+",
    );
    OPENING.find(lower).map_or(0, |found| found.end())
}

fn english(folded: &str) -> Says {
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
    let opening = english_opening(folded);
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
        let opening = english_opening(after);
        let verb = first_verb(after.get(opening..)?)?;
        // "For Rome, Paris, and …": a noun that is also a verb needs an object.
        let plain =
            after.get(opening..)?.split_whitespace().nth(1).is_some_and(|next| next != "and" && next != "or");
        plain.then_some((verb, at + 2 + opening))
    })
}

/// Words before the work in Chinese: 首先, 麻煩, 請你幫忙…
pub(crate) fn chinese_opening(folded: &str) -> usize {
    static OPENING: Pattern = Pattern::new(
        r"^(?:(?:首先|第[一二三四五六]|其次|然后|接著|接着|再来|接下来|另外|此外|还有|最后|同时|之后|随后|修完|做完|完成后|好|那|嗯|对|ok|也请|也要|也|还要|还得|还|再|先|以及|并且|并|请你?们?|请|麻烦你?们?|烦请|劳烦|敬请|帮我们?|帮忙|帮|协助|可以帮我|能不能|能否|可否|可以|我们?需要|我们?要|我们?想|需要|必须|务必|记得|一定要|得|要|就|我想|想|该|由我来|我来|你来)[\s，,：:、]*)+",
    );
    // A word is not cut in two: 要求, 需要性, 再生, 對照, 好處.
    static WHOLE: Pattern = Pattern::new(
        r"^(?:要求|要点|要素|再生|好处|对照|对比|对账|对标|先生|想法|可以导|请假|请款|请购|该|并购|还款|还原|协助者|帮手|也许|得奖|得分|那些|那个|好评)",
    );
    if WHOLE.is_in(folded) {
        return 0;
    }
    OPENING.find(folded).map_or(0, |found| found.end())
}

fn chinese(folded: &str) -> Says {
    static ASKS: Pattern = Pattern::new(r"请|麻烦|烦请|劳烦|帮我|帮忙|协助|拜托|务必|记得");
    static NEEDS: Pattern = Pattern::new(r"(?:需要|还要|必须|要|得|需|应)(?:先|再|重新|一起|尽快|请|另外)?");
    static RULE: Pattern = Pattern::new(
        r"不要|不得|请勿|勿|避免|禁止|统一|格式|字数|语气|口吻|风格|注明|标明|标示|标「|标“|以内|不超过|不可|至少|最多|字体|字型|为准|为主|附上|必须是|一律|每[一个份条页张]|≤|≥|写“|写「",
    );
    static DONE: Pattern = Pattern::new(r"^(?:了|过|完了|得|的)");
    static LEADS: Pattern = Pattern::new(r"^(?:把|将|跟|和|与|向|给|从|用|依|按|替|为|在|到|去|对)");
    let opening = chinese_opening(folded);
    let rest = folded.get(opening..).unwrap_or(folded);
    let asks = folded.get(..opening).is_some_and(|lead| ASKS.is_in(lead));
    if let Some((verb, length)) = lexicon::chinese_at_start(rest) {
        let told = rest.get(length..).is_some_and(|after| DONE.is_in(after));
        return match verb.act {
            Act::Rule if LEADS.is_in(rest) && holds_work(rest) && !RULE.is_in(rest) => Says::Work,
            Act::Rule => Says::Rule,
            _ if told => Says::Context,
            _ => Says::Work,
        };
    }
    if asks && holds_work(rest) {
        return Says::Work;
    }
    if LEADS.is_in(rest) && holds_work(rest) && !folded.contains('了') {
        return Says::Work;
    }
    if RULE.is_in(folded) {
        return Says::Rule;
    }
    if ASKS.is_in(folded) && holds_work(folded) {
        return Says::Work;
    }
    let needs = NEEDS.find_all(folded).iter().any(|need| {
        folded
            .get(need.end()..)
            .and_then(lexicon::chinese_at_start)
            .is_some_and(|(verb, _)| verb.act != Act::Rule)
    });
    // 要開始弄了 tells of something coming, not of something wanted.
    if needs && !folded.trim_end_matches(['。', '！', '~', '～']).ends_with('了') {
        Says::Told
    } else {
        Says::Context
    }
}

fn holds_work(folded: &str) -> bool {
    folded.char_indices().any(|(at, c)| {
        han::is_han(c)
            && folded
                .get(at..)
                .and_then(lexicon::chinese_at_start)
                .is_some_and(|(verb, _)| verb.act != Act::Rule)
    })
}

/// "… must include the following details:" quotes what follows; "please do this:" does not.
pub(crate) fn quotes_content(words: &str) -> bool {
    static QUOTES: Pattern = Pattern::new(
        r"\b(?:include|includes|contain|contains|read|reads|say|says|state|states|following (?:details|text|wording|statement|information|data|facts)|as follows|below)\b[^.]*:$|(?:内容|如下|以下文字|写上|包含|包括|资料)[^。]*[：:]$",
    );
    QUOTES.is_in(&han::fold(words.trim_end()))
}

/// In a chat, a thing that can be made or a need for it is enough.
pub(crate) fn names_work_in_chat(folded: &str) -> bool {
    static NEEDS: Pattern = Pattern::new(
        r"要|需要|还有|还缺|记得|可以弄|可以做|我来|\b(?:need|needs|todo|should|have to|let's|remember)\b",
    );
    let thing = crate::kinds::thing(folded).is_some();
    let short = width(folded) <= 60;
    // 要開始弄了 announces; it names nothing to make.
    if !thing && folded.trim_end_matches(['。', '！', '～', '~', '!']).ends_with(['了', '喔', '啦']) {
        return false;
    }
    (thing && (short || NEEDS.is_in(folded))) || (NEEDS.is_in(folded) && holds_work(folded))
}
