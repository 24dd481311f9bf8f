//! The things people make, and the kind of work behind each.

use halfday_domain::kind::KnownKind;

use crate::pattern::Pattern;

/// The kind of work behind the thing that is made; the first named counts.
pub(crate) fn thing(folded: &str) -> Option<KnownKind> {
    named(folded).map(|(_, kind)| kind)
}

pub(crate) fn thing_at(folded: &str) -> Option<usize> {
    named(folded).map(|(at, _)| at)
}

fn named(folded: &str) -> Option<(usize, KnownKind)> {
    static THINGS: [(Pattern, KnownKind); 9] = [
        (
            Pattern::new(
                r"\b(slides?|slide deck|deck|presentations?|powerpoint|pptx?|posters?|logo|mock-?ups?|wireframes?|infographic|layout|video|storyboard|banner|flyer|brochure|template|dashboard|illustrations?|graphics?|images?|charts?)\b|简报|ppt|logo|投影片|幻灯片|海报|版面|图卡|图表|图片|张图|插图|影片|视频|传单|名牌",
            ),
            KnownKind::Design,
        ),
        (
            Pattern::new(
                r"\b(spreadsheet|excel|xlsx|workbook|budget|forecast|invoice|balance|reconciliation|financial model|calculation|amortization|cash flow|p&l)\b|预算|excel|收支|试算|金额|报价单|结算|财报",
            ),
            KnownKind::Calculate,
        ),
        (
            Pattern::new(
                r"\b(code|scripts? to|(?:mobile|web|an|the) app|api|website|function|unit tests?|database|pipeline|query|queries|program|plugin|bot|dockerfile|ci)\b|程式|程序|代码|脚本|网站|网址|查询",
            ),
            KnownKind::Code,
        ),
        (
            Pattern::new(
                r"\b(plan|schedule|itinerary|agenda|timeline|roadmap|run sheet|strategy|workflow|calendar)\b|行程|流程|时程|时间表|计划|规划|分工|工作分配|议程|备案|备位",
            ),
            KnownKind::Plan,
        ),
        (Pattern::new(r"\b(translation|translations|subtitles)\b|译文|字幕|译稿"), KnownKind::Translate),
        (
            Pattern::new(
                r"\b(analysis|comparison|evaluation|assessment|swot)\b|分析|对比表|比较表|优缺点|swot",
            ),
            KnownKind::Analyse,
        ),
        (
            Pattern::new(r"\b(literature review|sources|references|research)\b|文献|资料搜集|比价"),
            KnownKind::Research,
        ),
        (
            Pattern::new(
                r"\b(summary|summaries|meeting minutes|minutes of|abstract|recap|executive summary)\b|摘要|会议记录|纪要|重点",
            ),
            KnownKind::Summarise,
        ),
        (
            Pattern::new(
                r"\b(report|memo|letters?|email|emails|article|articles|blog|post|essay|paper|guide|manual|policy|proposal|note|notes|copy|press release|description|document|script|speech|contract|form|checklist|questions|quiz|test plan|review|brief|section|list|table|tracker)\b|报告|文案|文章|信|新闻稿|稿|大纲|提纲|说明|手册|结论|学习单|测验|题|表|清单|笔记|笔录|贴文|文件|内容|描述|模板|须知|问卷|合约|合同|月报|周报",
            ),
            KnownKind::Write,
        ),
    ];
    THINGS
        .iter()
        .filter_map(|(pattern, kind)| pattern.find(folded).map(|found| (found.start(), *kind)))
        .min_by_key(|(start, _)| *start)
}
