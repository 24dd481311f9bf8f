//! What a Chinese sentence does. Everything here reads the folded spelling (see `han`).

use crate::han;
use crate::lexicon::{self, Act};
use crate::pattern::Pattern;
use crate::speech::Says;
use crate::things;

/// Words before the work in Chinese: 首先, 麻煩, 請你幫忙…
pub(crate) fn opening(folded: &str) -> usize {
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

pub(crate) fn says(folded: &str) -> Says {
    static ASKS: Pattern = Pattern::new(r"请|麻烦|烦请|劳烦|帮我|帮忙|协助|拜托|务必|记得");
    static NEEDS: Pattern = Pattern::new(r"(?:需要|还要|必须|要|得|需|应)(?:先|再|重新|一起|尽快|请|另外)?");
    static RULE: Pattern = Pattern::new(
        r"不要|不得|请勿|勿|避免|禁止|统一|格式|字数|语气|口吻|风格|注明|标明|标示|标「|标“|以内|不超过|不可|至少|最多|字体|字型|为准|为主|附上|必须是|一律|每[一个份条页张]|≤|≥|写“|写「",
    );
    static DONE: Pattern = Pattern::new(r"^(?:了|过|完了|得|的)");
    static LEADS: Pattern = Pattern::new(r"^(?:把|将|跟|和|与|向|给|从|用|依|按|替|为|在|到|去|对)");
    static ALL_NEEDED: Pattern =
        Pattern::new(r"^[^，。；]*、[^，。；]*(?:都要有?|都需要|都要准备|也要有?)(?:[，。；]|$)");
    // 說明裡要有圖 is about the explanation, and orders none.
    static INSIDE: Pattern = Pattern::new(
        r"^[\p{Han}]{2,4}(?:里面?|中|内|上)?(?:要有|要附|需有|应有|要包含|需包含|最多|最少|至少|不超过|控制在|限)",
    );
    if INSIDE.is_in(folded) && things::first(folded) == Some(0) {
        return Says::Rule;
    }
    if ALL_NEEDED.is_in(folded) {
        return Says::Work;
    }
    let opening = opening(folded);
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

pub(crate) fn holds_work(folded: &str) -> bool {
    folded.char_indices().any(|(at, c)| {
        han::is_han(c)
            && folded
                .get(at..)
                .and_then(lexicon::chinese_at_start)
                .is_some_and(|(verb, _)| verb.act != Act::Rule)
    })
}
