//! Rules that find names and numbers in a text. Each prefers to miss a doubtful one over eating
//! the sentence around it: the person's list is for the rest.

use std::sync::OnceLock;

use regex::Regex;

use super::{Span, VeilKind, numbers};

/// One find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Find {
    pub(super) range: Span,
    pub(super) kind: VeilKind,
}

/// Patterns of one kind; borders are tested in code, for the engine has no look-around.
struct Rule {
    kind: VeilKind,
    pattern: Regex,
    holds: fn(&str, &Around<'_>) -> bool,
}

/// What stands beside a find.
struct Around<'a> {
    before: &'a str,
    after: &'a str,
}

fn rules() -> &'static [Rule] {
    static RULES: OnceLock<Vec<Rule>> = OnceLock::new();
    RULES.get_or_init(|| {
        use VeilKind::{Card, Company, Iban, Mail, NationalId, Phone, ResidentId, TaxId};
        type Holds = fn(&str, &Around<'_>) -> bool;
        let all: &[(VeilKind, &str, Holds)] = &[
            (Mail, r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}", |_, _| true),
            (Iban, r"[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?", |text, _| numbers::is_iban(text)),
            (Card, r"[2-6][0-9]{3}(?:[ -]?[0-9]){9,15}", |text, _| numbers::is_card(text)),
            (NationalId, r"[A-Za-z][1289][0-9]{8}", |text, _| numbers::is_national_id(text)),
            (ResidentId, r"[1-9][0-9]{16}[0-9Xx]", |text, _| numbers::is_resident_id(text)),
            (TaxId, r"[0-9]{8}", is_tax_id),
            // Taiwan: mobile, landline with its extension.
            (Phone, r"(?:\+?886[ -]?|0)9[0-9]{2}[ -]?[0-9]{3}[ -]?[0-9]{3}", |_, _| true),
            (Phone, r"(?:\(0[2-8][0-9]{0,2}\) ?|0[2-8][0-9]{0,2}-|\+886[ -]?[2-8][0-9]{0,2}[ -])[0-9]{3,4}[ -]?[0-9]{3,4}(?: ?(?:#|分機|ext\.?) ?[0-9]{1,5})?", |_, _| true),
            // Mainland: mobile, landline.
            (Phone, r"(?:\+?86[ -]?)?1[3-9][0-9](?:[0-9]{8}|[ -][0-9]{4}[ -][0-9]{4})", |_, _| true),
            (Phone, r"(?:\+?86[ -]?)?0[1-9][0-9]{1,2}-[0-9]{3,4}[ -]?[0-9]{4}(?:-[0-9]{1,5})?", |_, _| true),
            // North America, and anything with a country code.
            (Phone, r"(?:\+?1[ .-])?(?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}[-.])[0-9]{3}[-.][0-9]{4}", |_, _| true),
            (Phone, r"\+[1-9][0-9]{0,2}[ .-]?(?:\(0?[0-9]{1,4}\)[ .-]?)?[0-9]{1,4}(?:[ .-]?[0-9]{2,8}){1,4}", |text, _| {
                (8..=15).contains(&text.chars().filter(char::is_ascii_digit).count())
            }),
            (Company, r"[A-Z][\w&'’-]*(?:\.[\w&'’-]+)*(?: (?:[A-Z][\w&'’-]*(?:\.[\w&'’-]+)*|&|of|and|de))*,? (?:Pte\.? ?Ltd|Pty\.? ?Ltd|Co\.?,? ?Ltd|Ltd|Limited|Inc|Incorporated|LLC|LLP|GmbH|AG|KG|Corp|Corporation|PLC|plc|B\.?V|N\.?V|S\.?A|S\.?r\.?l|Oy|AB)\b\.?", |_, _| true),
            (Company, r"[\p{Han}A-Za-z0-9·・]+?(?:[（(]\p{Han}{2,6}[）)])?(?:股份有限公司|有限责任公司|有限責任公司|有限公司)", |_, _| true),
            (Company, r"[\p{Han}A-Za-z0-9]+?(?:科技|電子|电子|實業|实业|企業|企业|工業|工业|建設|建设|貿易|贸易|國際|国际|食品|生技|資訊|软件|軟體|信息|網路|网络|顧問|顾问|物流|金控|證券|证券|保險|保险|機械|机械|紡織|化工|製藥|医药|能源|文化|傳媒|传媒|設計|设计|出版|餐飲|餐饮)公司", |_, _| true),
            (Company, r"[A-Z][A-Za-z0-9&-]+ ?公司", |_, _| true),
        ];
        let rule = |(kind, pattern, holds): &(VeilKind, &str, Holds)| {
            // A pattern of ours that would not compile is caught by the tests, not by people.
            Some(Rule { kind: *kind, pattern: Regex::new(pattern).ok()?, holds: *holds })
        };
        all.iter().filter_map(rule).collect()
    })
}

/// All finds in `text`, none overlapping, in order.
pub(super) fn find(text: &str, list: &[Regex]) -> Vec<Find> {
    let mut found = listed(text, list);
    for rule in rules() {
        for range in matches(rule, text) {
            let range = if rule.kind == VeilKind::Company { company(text, range) } else { Some(range) };
            if let Some(range) = range {
                found.push(Find { range, kind: rule.kind });
            }
        }
    }
    // The code that ties an answer to its item must come back as it went.
    let own: Vec<Span> = nonces(text);
    found.retain(|find| !own.iter().any(|own| find.range.start < own.end && own.start < find.range.end));
    // The longest first: a mail address keeps its name, a company its short form.
    found.sort_by_key(|find| (std::cmp::Reverse(find.range.len()), find.kind, find.range.start));
    let mut kept: Vec<Find> = vec![];
    for find in found {
        if kept.iter().all(|other| find.range.end <= other.range.start || other.range.end <= find.range.start)
        {
            kept.push(find);
        }
    }
    kept.sort_by_key(|find| find.range.start);
    kept
}

fn nonces(text: &str) -> Vec<Span> {
    let lower = text.to_ascii_lowercase();
    lower.match_indices("halfday:").map(|(at, word)| at..at + word.len() + 8).collect()
}

/// The matches of a rule, looked for again within a stretch that did not prove itself: the end
/// of one may be the beginning of the next.
fn matches(rule: &Rule, text: &str) -> Vec<Span> {
    let mut found = vec![];
    let mut from = 0;
    while let Some(range) = rule.pattern.find_at(text, from).map(|found| found.range()) {
        let piece = text.get(range.clone()).unwrap_or_default();
        let around = Around {
            before: text.get(..range.start).unwrap_or_default(),
            after: text.get(range.end..).unwrap_or_default(),
        };
        let stands_alone = rule.kind == VeilKind::Company || borders(piece, &around);
        let proved = stands_alone && (rule.holds)(piece, &around);
        from = if proved { range.end } else { next_word(text, &range) };
        if proved && !range.is_empty() {
            found.push(range);
        }
    }
    found
}

/// Where to look on: behind the first run of letters and digits of what did not prove itself.
fn next_word(text: &str, range: &Span) -> usize {
    let piece = text.get(range.clone()).unwrap_or_default();
    let first = piece.chars().next().map_or(1, char::len_utf8);
    let rest = piece.get(first..).unwrap_or_default();
    let run = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    range.start + first + run
}

/// Neither end continues a longer word or number.
fn borders(piece: &str, around: &Around<'_>) -> bool {
    let joins = |inner: Option<char>, outer: Option<char>| match (inner, outer) {
        (Some(inner), Some(outer)) => inner.is_ascii_alphanumeric() && outer.is_ascii_alphanumeric(),
        (None, _) | (_, None) => false,
    };
    let next_after = around.after.chars().next();
    // 1.23456789 and 12,345,678 are amounts.
    let decimal_before = around.before.ends_with(['.', ',']) && ends_in_digit(trim_last(around.before));
    let decimal_after = around.after.starts_with(['.', ','])
        && around.after.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    let is_number = piece.starts_with(|c: char| c.is_ascii_digit());
    !joins(piece.chars().next(), around.before.chars().next_back())
        && !joins(piece.chars().next_back(), next_after)
        && !(is_number && (decimal_before || decimal_after))
}

fn trim_last(text: &str) -> &str {
    let mut chars = text.chars();
    chars.next_back();
    chars.as_str()
}

fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

/// Eight digits are a tax number when they prove themselves and are no date and no amount, or
/// when the text calls them so.
fn is_tax_id(text: &str, around: &Around<'_>) -> bool {
    let label = around.before.trim_end_matches([' ', ':', '：', '為', '是', '（', '(']);
    if ["統一編號", "統編", "统一编号"].iter().any(|name| label.ends_with(name)) {
        return true;
    }
    let number = |range: Span| text.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    let is_date = matches!(number(0..4), 1900..=2100)
        && matches!(number(4..6), 1..=12)
        && matches!(number(6..8), 1..=31);
    let before = around.before.trim_end();
    let after = around.after.trim_start();
    let is_amount = before.ends_with(['$', '＄', '¥', '￥', '€', '£', '-', '#', '/'])
        || ["NT", "TWD", "USD", "RMB", "CNY"].iter().any(|currency| before.ends_with(currency))
        || after.starts_with(['元', '萬', '万', '億', '亿', '%', '-', '/', '筆', '人', '次', '個', '个']);
    numbers::is_tax_id(text) && !is_date && !is_amount
}

/// What finds a name of the person's list; `None` for one that is too long to be a name.
pub(super) fn listed_name(name: &str) -> Option<Regex> {
    Regex::new(&format!("(?i:{})", regex::escape(name))).ok()
}

/// The names of the person's list, whatever their case; Latin ones between word borders.
fn listed(text: &str, list: &[Regex]) -> Vec<Find> {
    let mut found = vec![];
    for pattern in list {
        for range in pattern.find_iter(text).map(|found| found.range()) {
            let around = Around {
                before: text.get(..range.start).unwrap_or_default(),
                after: text.get(range.end..).unwrap_or_default(),
            };
            let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && u32::from(c) < 0x2e80);
            let piece = text.get(range.clone()).unwrap_or_default();
            let joins_before = is_latin(piece.chars().next()) && is_latin(around.before.chars().next_back());
            let joins_after = is_latin(piece.chars().next_back()) && is_latin(around.after.chars().next());
            if !range.is_empty() && !joins_before && !joins_after {
                found.push(Find { range, kind: VeilKind::Listed });
            }
        }
    }
    found
}

/// Words that end a sentence's part before a company's name, wherever they stand.
const CUT_AFTER: &[&str] = &[
    "聯絡",
    "聯繫",
    "联系",
    "联络",
    "致電",
    "致电",
    "詢問",
    "询问",
    "轉告",
    "转告",
    "來自",
    "来自",
    "通知",
    "寄給",
    "寄给",
    "客戶",
    "客户",
    "供應商",
    "供应商",
    "廠商",
    "厂商",
    "委託",
    "委托",
    "拜訪",
    "拜访",
    "回覆",
    "回复",
    "關於",
    "关于",
    "以及",
    "或是",
    "根據",
    "根据",
    "我們",
    "我们",
    "他們",
    "他们",
    "這家",
    "这家",
    "那家",
    "一家",
    "兩家",
    "對方",
    "对方",
    "請問",
    "的",
    "與",
    "給",
    "给",
    "請",
    "请",
    "跟",
    "或",
    "把",
    "被",
    "了",
    "們",
    "们",
    "這",
    "这",
    "寄",
    "找",
];
/// Words that are no part of a name only when they come first.
const CUT_FIRST: &[&str] = &[
    "和", "與", "与", "及", "向", "由", "在", "是", "為", "为", "同", "以", "從", "从", "到", "至", "對",
    "对", "將", "将", "並", "并", "各", "本", "貴", "贵", "敝", "我", "你", "他", "該", "该", "於", "于",
    "但", "如", "若", "幫", "帮", "替", "問", "问", "約", "约", "等",
];
/// English words a sentence begins with, before a name.
const CUT_LATIN: &[&str] = &[
    "A", "An", "And", "Ask", "At", "By", "Call", "Client", "Contact", "Dear", "Email", "For", "From", "Hi",
    "If", "In", "Mail", "Meet", "Of", "On", "Our", "Please", "Send", "Tell", "The", "To", "With", "Write",
];

/// The company's name within a match that may have eaten words before it.
fn company(text: &str, range: Span) -> Option<Span> {
    let piece = text.get(range.clone())?;
    let suffixes = ["股份有限公司", "有限责任公司", "有限責任公司", "有限公司", "公司"];
    let Some(suffix) = suffixes.iter().find(|suffix| piece.ends_with(*suffix)) else {
        return latin_company(piece, range);
    };
    let name = piece.strip_suffix(suffix)?;
    // Two companies in one run of characters: the nearer one.
    let mut start = name.rfind("公司").map_or(0, |at| at + "公司".len());
    for word in CUT_AFTER {
        if let Some(at) = name.get(start..)?.rfind(word) {
            let after = start + at + word.len();
            if name.get(after..)?.chars().count() >= 2 {
                start = after;
            }
        }
    }
    while let Some(word) =
        CUT_FIRST.iter().find(|word| name.get(start..).is_some_and(|n| n.starts_with(**word)))
    {
        if name.get(start + word.len()..)?.chars().count() < 2 {
            break;
        }
        start += word.len();
    }
    let characters = name.get(start..)?.chars().count();
    (2..=30).contains(&characters).then_some(range.start + start..range.end)
}

fn latin_company(piece: &str, range: Span) -> Option<Span> {
    let mut start = 0;
    while let Some((word, _)) = piece.get(start..)?.split_once(' ') {
        if !CUT_LATIN.contains(&word) {
            break;
        }
        start += word.len() + 1;
    }
    // Only the kind of company is left: "The Limited".
    piece.get(start..)?.contains(' ').then_some(range.start + start..range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_of_ours_compiles() {
        assert_eq!(rules().len(), 16);
    }
}
