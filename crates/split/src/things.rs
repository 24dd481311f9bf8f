//! The things people make, the kind of work behind each, and the minutes an ordinary one takes.
//! Chinese stands in the folded spelling (see `han`).

use std::collections::HashMap;
use std::sync::LazyLock;

use halfday_domain::kind::KnownKind::{
    self, Analyse, Calculate, Check, Code, Design, Extract, Plan, Research, Summarise, Translate, Write,
};

use crate::han;
use crate::pattern::Pattern;

/// Something that can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Thing {
    pub kind: KnownKind,
    pub minutes: u32,
    /// A form only: the word before it says what the table, the list or the document is.
    is_plain: bool,
}

type Row = (KnownKind, u32, bool, &'static str);

/// Two words are joined by `_`.
const ENGLISH: &[Row] = &[
    (Design, 90, false, "slide deck presentation powerpoint ppt pptx slideshow storyboard dashboard"),
    (
        Design,
        60,
        false,
        "poster logo mockup mock-up wireframe infographic layout banner flyer flier brochure leaflet illustration graphic image chart graph map",
    ),
    (Design, 180, false, "video film animation"),
    (
        Calculate,
        90,
        false,
        "spreadsheet excel xlsx workbook budget forecast reconciliation amortization amortisation financial_model cash_flow amortization_schedule payment_schedule depreciation_schedule p&l",
    ),
    (Calculate, 30, false, "calculation balance invoice quote costing"),
    (
        Code,
        90,
        false,
        "api endpoint code unit_test source_code website plugin bot dockerfile mobile_app web_app ios_app android_app python_script bash_script shell_script sql_query overpassql_query lambda_function",
    ),
    (
        Plan,
        60,
        false,
        "plan schedule itinerary agenda timeline roadmap run_sheet rundown strategy workflow calendar rota roster timetable syllabus curriculum scheme",
    ),
    (Translate, 60, false, "translation subtitle"),
    (Analyse, 90, false, "analysis comparison evaluation assessment swot benchmark"),
    (Research, 60, false, "literature_review research evidence shortlist"),
    (Summarise, 30, false, "summary abstract recap digest synopsis overview meeting_minutes"),
    (Extract, 30, false, "inventory register catalogue contact_list"),
    (Check, 45, false, "load_test smoke_test test_run"),
    (Extract, 30, true, "list"),
    (Write, 180, false, "contract agreement manual handbook sop paper thesis"),
    (Write, 120, false, "report article essay guide policy proposal script documentation white_paper"),
    (
        Write,
        60,
        false,
        "memo speech press_release newsletter review procedure blog survey questionnaire story postmortem readme exam faq test_plan q&a tracker",
    ),
    (
        Write,
        40,
        false,
        "note copy handout worksheet quiz brief checklist statement announcement advertisement lesson toast release_note changelog",
    ),
    (Write, 25, false, "letter invitation caption description question mark_scheme bio cv post reply label"),
    (Write, 20, false, "email e-mail message answer paragraph cover_note"),
    (Write, 45, true, "document form section table template file page sheet pack content text copy"),
];

const CHINESE: &[Row] = &[
    (Design, 90, false, "简报 投影片 幻灯片 ppt 仪表板"),
    (Design, 60, false, "logo 海报 版面 图卡 图表 图片 张图 插图 传单 名牌 小卡"),
    (Design, 180, false, "影片 视频"),
    (Calculate, 45, false, "预算 excel 收支 试算 金额 报价单 结算 财报"),
    (Code, 90, false, "程式 程序 代码 脚本 网站"),
    (Plan, 45, false, "行程 流程 时程 时间表 计划 规划 分工 工作分配 议程 备案 备位 座位"),
    (Translate, 60, false, "译文 字幕 译稿"),
    (Analyse, 60, false, "分析 对比表 比较表 优缺点 swot"),
    (Research, 45, false, "文献 资料搜集 比价 询价"),
    (Summarise, 30, false, "摘要 会议记录 纪要 重点"),
    (Extract, 30, false, "名单 名册 明细"),
    (Write, 120, false, "报告 手册 合约 合同 论文"),
    (Write, 60, false, "文案 文章 新闻稿 月报 周报 主持稿 讲稿 企划书 问卷"),
    (
        Write,
        45,
        false,
        "信 稿 大纲 提纲 说明 结论 学习单 测验 题 笔记 笔录 贴文 描述 模板 须知 文字 同意书 通知单 说明书 邀请函 标题",
    ),
    (Write, 45, true, "表 清单 文件 内容 资讯 表单"),
];

fn table(rows: &'static [Row]) -> HashMap<&'static str, Thing> {
    let mut words = HashMap::new();
    for (kind, minutes, is_plain, list) in rows {
        for word in list.split(' ') {
            words.entry(word).or_insert(Thing { kind: *kind, minutes: *minutes, is_plain: *is_plain });
        }
    }
    words
}

/// A thing and where it stands.
#[derive(Debug, Clone, Copy)]
struct Named {
    start: usize,
    end: usize,
    thing: Thing,
}

/// What the words are about: the last thing of their first phrase, since a budget table is a table
/// of a budget; else the first thing they name.
pub(crate) fn head(folded: &str) -> Option<Thing> {
    let named = all(folded);
    let end = phrase_end(folded);
    let in_phrase: Vec<&Named> = named.iter().filter(|named| named.start < end).collect();
    let telling = in_phrase.iter().rev().find(|named| !named.thing.is_plain);
    telling.or(in_phrase.last()).copied().or(named.first()).map(|named| named.thing)
}

/// The kind of work behind what the words are about.
pub(crate) fn thing(folded: &str) -> Option<KnownKind> {
    head(folded).map(|thing| thing.kind)
}

/// Where the first thing stands.
pub(crate) fn first(folded: &str) -> Option<usize> {
    all(folded).first().map(|named| named.start)
}

/// The things `folded` names, as words to compare; forms that say nothing are left out.
pub(crate) fn names(folded: &str) -> Vec<String> {
    all(folded)
        .iter()
        .filter(|named| !named.thing.is_plain)
        .filter_map(|named| folded.get(named.start..named.end))
        .map(|name| name.trim_end_matches('s').to_owned())
        .collect()
}

/// The words up to where something else begins.
pub(crate) fn first_phrase(folded: &str) -> &str {
    folded.get(..phrase_end(folded)).unwrap_or(folded)
}

/// A short line that names something to make: a logo, a report.
pub(crate) fn names_a_thing(words: &str) -> bool {
    crate::text::width(words) <= 60 && head(&han::fold(words)).is_some()
}

/// `Project timeline`, `Cover email`: two nouns, though the first could be a verb.
pub(crate) fn is_compound(folded: &str) -> bool {
    static FIRST: Pattern = Pattern::new(
        r"^(?:project|budget|plan|cover|photo|load|report|order|model|price|index|speech|profile|demo|summary|research|design|test|contact|call|training|event|sales|press|email|mail|status|group|record|study|schedule|release|sign|code|video|image|program|stage) ([\w&-]+)",
    );
    FIRST
        .groups(folded)
        .and_then(|groups| groups.get(1))
        .is_some_and(|second| second.as_str() == "test" || english(second.as_str()).is_some())
}

/// Up to the first word that begins something else.
fn phrase_end(folded: &str) -> usize {
    static ENGLISH_END: Pattern = Pattern::new(
        r"\s(?:for|of|to|in|on|from|about|with|that|which|who|so|by|using|based|titled|called|named|containing|including|as|at|into|summari[sz]ing|outlining|showing)\s|[,(:;–—]|\s-\s",
    );
    static CHINESE_END: Pattern = Pattern::new(r"[，。；：（(、:]");
    let end =
        if folded.chars().any(han::is_han) { CHINESE_END.find(folded) } else { ENGLISH_END.find(folded) };
    end.map_or(folded.len(), |end| end.start())
}

fn english(word: &str) -> Option<Thing> {
    static WORDS: LazyLock<HashMap<&'static str, Thing>> = LazyLock::new(|| table(ENGLISH));
    let singular = || word.strip_suffix('s').and_then(|stem| WORDS.get(stem));
    let singular_y = || word.strip_suffix("ies").and_then(|stem| WORDS.get(format!("{stem}y").as_str()));
    WORDS.get(word).or_else(singular).or_else(singular_y).copied()
}

fn all(folded: &str) -> Vec<Named> {
    let mut named = in_english(folded);
    if folded.chars().any(han::is_han) {
        named.extend(in_chinese(folded));
        named.sort_by_key(|named| named.start);
    }
    named
}

fn in_english(folded: &str) -> Vec<Named> {
    static WORD: Pattern = Pattern::new(r"[a-z][a-z&]*(?:-[a-z]+)*");
    let words = WORD.find_all(folded);
    let mut named: Vec<Named> = vec![];
    for (at, word) in words.iter().enumerate() {
        let pair = words.get(at + 1).and_then(|next| {
            let joined = folded.get(word.end()..next.start()) == Some(" ");
            let thing = joined.then(|| english(&format!("{}_{}", word.as_str(), next.as_str())))??;
            Some(Named { start: word.start(), end: next.end(), thing })
        });
        let single =
            || english(word.as_str()).map(|thing| Named { start: word.start(), end: word.end(), thing });
        // A code of conduct is none of a program.
        let is_of = folded.get(word.end()..).is_some_and(|rest| rest.starts_with(" of conduct"));
        let inside = is_of || named.last().is_some_and(|last| word.start() < last.end);
        if let Some(found) = pair.or_else(single).filter(|_| !inside) {
            named.push(found);
        }
    }
    named
}

fn in_chinese(folded: &str) -> Vec<Named> {
    static WORDS: LazyLock<HashMap<&'static str, Thing>> = LazyLock::new(|| table(CHINESE));
    let mut named = vec![];
    let mut from = 0;
    for (start, c) in folded.char_indices() {
        if start < from || !(han::is_han(c) || c.is_ascii_lowercase()) {
            continue;
        }
        let ends = folded.get(start..).unwrap_or_default().char_indices().map(|(at, c)| at + c.len_utf8());
        let longest = ends
            .take(4)
            .filter_map(|length| Some((*WORDS.get(folded.get(start..start + length)?)?, length)))
            .last();
        if let Some((thing, length)) = longest {
            named.push(Named { start, end: start + length, thing });
            from = start + length;
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_words_stand_in_the_folded_spelling() {
        for (.., words) in CHINESE {
            assert_eq!(han::fold(words), *words);
        }
    }

    #[test]
    fn the_last_thing_of_a_phrase_is_what_it_is_about() {
        let kind = |words: &str| thing(&han::fold(words));

        assert_eq!(kind("Budget table"), Some(Calculate));
        assert_eq!(kind("Project timeline"), Some(Plan));
        assert_eq!(kind("Letter of support"), Some(Write));
        assert_eq!(kind("Slides for lesson 1"), Some(Design));
        assert_eq!(kind("a high-end itinerary in an Excel workbook"), Some(Plan));
        assert_eq!(kind("簡報大綱"), Some(Write));
        assert_eq!(kind("簡報 20 頁以內"), Some(Design));
        assert_eq!(kind("當天流程表"), Some(Plan));
        assert_eq!(kind("分組名單（每組 6 人）"), Some(Extract));
        assert_eq!(kind("a walk in the park"), None);
    }

    #[test]
    fn two_nouns_are_no_order() {
        assert!(is_compound("project timeline"));
        assert!(is_compound("cover email"));
        assert!(!is_compound("plan the event"));
        assert!(!is_compound("review report"));
    }
}
