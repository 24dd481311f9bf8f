//! What a sentence does: asks for work, says how work must be, takes work on, states the hours,
//! greets, leaves something open, or only tells.

use crate::chinese;
use crate::duration;
use crate::english;
use crate::han;
use crate::hints;
use crate::pattern::Pattern;
use crate::questions;
use crate::text::{is_readable, width};

/// What a sentence does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    /// It asks for work.
    Work,
    /// It orders with a verb nobody listed: work of its own, or a step of the work before it.
    Step,
    /// Something has to be done to a thing: work, unless an item stands for that thing.
    Needed,
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

impl Says {
    /// Whether it asks for work outright, by whatever verb.
    pub(crate) fn orders(self) -> bool {
        match self {
            Self::Work | Self::Step => true,
            Self::Needed
            | Self::Told
            | Self::Rule
            | Self::Mine
            | Self::Hours
            | Self::Polite
            | Self::Context => false,
        }
    }
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
    if folded.chars().any(han::is_han) { chinese::says(&folded) } else { english::says(&folded) }
}

fn begins_with_work(folded: &str) -> bool {
    english::says(folded).orders() && !folded.chars().any(han::is_han)
}

/// The hours a sentence states for the whole job.
pub(crate) fn hours(words: &str) -> Option<f64> {
    static WHOLE: Pattern = Pattern::new(
        r"(?i)\b(about|around|roughly|approximately|approx|in total|total|altogether|overall|whole|budget(ed)?|plan(ned)?|should take|takes? me|would take|will take|estimated?|normally|usually|need|have|give it|job)\b|约|大概|大约|左右|差不多|估|抓|总共|一共|全部|整个|整份|计划|预计|预估|通常|平常|要花|需要|得花|花|弄完|做完|的工|要",
    );
    static NOT: Pattern = Pattern::new(
        r"(?i)\b(within|every|ago|later|notice|last|past|before|after|flight|battery|shift|per|duration|long|warranty|old|response|turnaround|train|drive|meeting)\b|内|以前|之前|之后|以后|每|后|前$|一次|课|会议|航班|车程|工作日内|天五天|天四夜",
    );
    static TAKES: Pattern =
        Pattern::new(r"(?:about|around|roughly|takes?|need|have|for|half|me|us|in|give it|[(:])\s*$");
    let folded = han::fold(words);
    duration::all(&folded).into_iter().find_map(|found| {
        let before = folded.get(..found.start)?;
        let after = folded.get(found.end..)?;
        let near: String = before.chars().rev().take(24).collect::<Vec<_>>().into_iter().rev().collect();
        let next: String = after.chars().take(12).collect();
        let just: String = before.chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
        let unit = folded.get(found.start..found.end).unwrap_or_default();
        // "60 patients a day" is a rate.
        if matches!(unit, "a day" | "an hour") && !TAKES.is_in(before) {
            return None;
        }
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
        r"^(?:(?:good )?(?:morning|afternoon|evening)(?: all| everyone| team)?[,!.]*$|(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\b[^.!?]{0,40}[,!.:]?$|(?:best|kind|warm|many)? ?(?:regards|thanks|wishes|cheers|sincerely|yours(?: truly| sincerely)?|thank you)(?:[ ,.!][^.!?]{0,40})?$|thanks\b|thank you\b|sincerely|let me know|feel free|please (?:let me know|feel free|do not hesitate|don't hesitate|reach out)|i hope this|hope (?:you|this)|thx|ta[.!]?$|many thanks|(?:kindest|warmest|all the best|all best|best)[,.!]?$|looking forward|if you have any questions|any questions|talk soon|see you|ok(?:ay)?[.!]?$|great[.!]?$|sure[.!]?$|sounds good|got it|will do|no problem|np$|lol|haha|\+1$|sent from my)",
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
    let thing = crate::things::thing(folded).is_some();
    let short = width(folded) <= 60;
    // 要開始弄了 announces; it names nothing to make.
    if !thing && folded.trim_end_matches(['。', '！', '～', '~', '!']).ends_with(['了', '喔', '啦']) {
        return false;
    }
    (thing && (short || NEEDS.is_in(folded))) || (NEEDS.is_in(folded) && chinese::holds_work(folded))
}
