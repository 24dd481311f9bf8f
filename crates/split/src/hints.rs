//! Hints people write into a line: `(30m)`, `@me`, `@ai`, `after:2`, `-> out.md`, 我自己來. They
//! are taken out of the title and obeyed.

use crate::duration;
use crate::han;
use crate::pattern::Pattern;
use crate::suggest::Named;
use crate::text::one_line;

/// What the hints of one item say.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Hints {
    pub minutes: Option<u32>,
    pub named: Named,
    /// Items that come first, numbered as the person counts.
    pub after: Vec<u32>,
    pub inputs: Vec<String>,
    pub outputs: Vec<String>,
}

impl Default for Hints {
    fn default() -> Self {
        Self { minutes: None, named: Named::Nobody, after: vec![], inputs: vec![], outputs: vec![] }
    }
}

impl Hints {
    /// Adds what another part of the same item says.
    pub(crate) fn join(&mut self, other: Self) {
        self.minutes = self.minutes.or(other.minutes);
        if self.named == Named::Nobody {
            self.named = other.named;
        }
        self.after.extend(other.after);
        self.inputs.extend(other.inputs);
        self.outputs.extend(other.outputs);
    }
}

static AFTER: Pattern =
    Pattern::new(r"(?i)(?:^|\s)\(?after\s*[:：]\s*#?(\d{1,3}(?:\s*[,，、]\s*#?\d{1,3})*)\)?");
static WHO: Pattern = Pattern::new(r"(?i)(?:^|\s)[@＠](me|ai|我|自己)(?:\s|$|[,.;，。；])");
static OUT: Pattern =
    Pattern::new(r"\s*(?:->|→|=>|⇒)\s*`?([^\s`，。；,;]+\.[A-Za-z0-9]{1,8}|[^\s`，。；,;]+/)`?");
static NAME: Pattern = Pattern::new(
    r#"[“"「『《`(（]([^“”"「」『』《》`()（）\n]{1,80}\.(?i:xlsx?|docx?|pptx?|pdf|csv|tsv|txt|md|json|ya?ml|html?|png|jpe?g|svg|gif|mp[34]|mov|wav|zip|py|js|ts|rs|sql|xml|ipynb|odt|ods|key|numbers|pages|psd|ai|fig|eml|log|toml|rtf)),?[”"」』》`)）]|([\p{L}\p{N}_][\p{L}\p{N}_./\-]*\.(?i:xlsx?|docx?|pptx?|pdf|csv|tsv|txt|md|json|ya?ml|html?|png|jpe?g|svg|gif|mp[34]|mov|wav|zip|py|js|rs|sql|xml|ipynb|odt|ods|psd|fig|eml|log|toml|rtf))\b"#,
);
static MINE: Pattern = Pattern::new(
    r"(?i)我自己|我来(?:拍板|处理|做|看|决定|确认|弄|发|寄|签|谈|订|按|跑|写|改|定|$|[，。；,)）])|我来$|由我|我会(?:自己|亲自)|我亲自|我负责|我拍板|我决定|自己(?:确认|来|决定|处理|按|弄|做|订|刷|付|签|看过)|本人(?:亲自|处理)|\bmyself\b|\bi(?:'ll|’ll| will)(?: also| just)? (?:do|redo|handle|take care|decide|make|book|send|sign|pay|call|ask|sort|present|approve|choose|review|speak|talk|write|draft|check|prepare|bring|get|go|finish|update|design|chase|phone|email|arrange|organi[sz]e|order|buy|collect|set|be doing)\b|\bi can (?:do|take|make|write|handle|bring|sort|draft|prepare)\b|\b(?:leave|save) (?:it|this|that|these|those|them|the [a-z ]{1,30}) (?:to|for) me\b|\bi(?:'ll|’ll| will) (?:take|own) (?:it|this|that|these)\b|\bfor me to (?:decide|do|sign|send|approve)\b|\bmy (?:call|decision)\b",
);

/// The words without their hints, and the hints.
pub(crate) fn taken(words: &str) -> (String, Hints) {
    let mut hints = Hints::default();
    let mut words = words.to_owned();
    for groups in AFTER.all_groups(&words.clone()) {
        let list = groups.get(1).map(|list| list.as_str()).unwrap_or_default();
        hints.after.extend(
            list.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse::<u32>().ok()),
        );
        words = words.replacen(groups.get(0).map_or("", |whole| whole.as_str()), " ", 1);
    }
    while let Some(groups) = WHO.groups(&words.clone()) {
        let who = groups.get(1).map(|who| who.as_str().to_lowercase()).unwrap_or_default();
        hints.named = if who == "ai" { Named::Ai } else { Named::Me };
        words = words.replacen(groups.get(0).map_or("", |whole| whole.as_str()), " ", 1);
    }
    for groups in OUT.all_groups(&words.clone()) {
        hints.outputs.extend(groups.get(1).map(|file| file.as_str().to_owned()));
        words = words.replacen(groups.get(0).map_or("", |whole| whole.as_str()), " ", 1);
    }
    let (words, minutes) = without_minutes(&words);
    hints.minutes = minutes;
    if hints.named == Named::Nobody && is_mine(&words) {
        hints.named = Named::Me;
    }
    hints.inputs = files(&words);
    hints.inputs.retain(|file| !hints.outputs.contains(file));
    (closed_up(&one_line(&words)), hints)
}

/// Where a hint was taken out before a mark, no gap stays: `themes (35 min), at most 8`.
fn closed_up(words: &str) -> String {
    static GAP: Pattern = Pattern::new(r" +([,;，；、。])");
    let mut words = words.to_owned();
    while let Some(groups) = GAP.groups(&words.clone()) {
        let (Some(gap), Some(mark)) = (groups.get(0), groups.get(1)) else { break };
        words.replace_range(gap.range(), mark.as_str());
    }
    words
}

/// Whether somebody says that they do it themselves.
pub(crate) fn is_mine(words: &str) -> bool {
    MINE.is_in(&han::fold(words))
}

/// File names in the words, each once.
pub(crate) fn files(words: &str) -> Vec<String> {
    let mut files: Vec<String> = vec![];
    for groups in NAME.all_groups(words) {
        let Some(name) = groups.get(1).or_else(|| groups.get(2)) else { continue };
        let address = words
            .get(..name.start())
            .is_some_and(|before| before.ends_with("://") || before.ends_with('@') || before.ends_with("//"));
        let name = name.as_str().to_owned();
        // Node.js is no file.
        let name = name.strip_prefix("see ").unwrap_or(&name).to_owned();
        let product = name.to_lowercase().strip_suffix(".js").is_some_and(|base| {
            ["node", "next", "vue", "nuxt", "three", "d3", "express", "react", "angular", "chart"]
                .contains(&base)
        });
        if !product && !address && !name.starts_with("www.") && !files.contains(&name) {
            files.push(name);
        }
    }
    files
}

/// A duration that stands as an estimate, taken out: alone in brackets, at the end of the line
/// after a mark, or behind "about" at its end. `20 分鐘` in the middle is what the work is about.
fn without_minutes(words: &str) -> (String, Option<u32>) {
    static BEFORE: Pattern = Pattern::new(
        r"(?i)(?:[(（\[【]|[-–—|｜~～，,;；：:]|^|\s)\s*(?:(?:约|大约|大概|预计|预估|估计|计划|共|估|抓|about|around|approx\.?|est\.?|estimate|estimated|ca\.?|≈|~|～|需时|耗时|用时|time|takes?|需要?)\s*[:：]?\s*)?$",
    );
    static SURE: Pattern = Pattern::new(
        r"(?i)(?:约|大约|大概|预计|预估|估计|计划|共|估|抓|about|around|approx\.?|est\.?|estimate|estimated|ca\.?|≈|~|～|需时|耗时|用时|takes?)\s*[:：]?\s*$",
    );
    static AFTER_IT: Pattern = Pattern::new(r"^\s*(?:左右|吧|的工|max)?\s*[)）\]】]?\s*[。.;；]?\s*$");
    let folded = han::fold(words);
    for found in duration::all(&folded) {
        let (Some(before), Some(after)) = (folded.get(..found.start), folded.get(found.end..)) else {
            continue;
        };
        let opened = before.trim_end().ends_with(['(', '（', '[', '【'])
            || BEFORE.find(before).is_some_and(|lead| lead.as_str().starts_with(['(', '（', '[', '【']));
        let closes = after.trim_start().starts_with([')', '）', ']', '】']);
        let bracketed = opened && closes;
        let ends = AFTER_IT.is_in(after);
        let compact =
            folded.get(found.start..found.end).is_some_and(|part| part.is_ascii() && !part.contains(' '));
        let alone = before.trim().is_empty();
        let marked = before.trim_end().ends_with(['-', '–', '—', '|', '｜', '~', '～', '，', ',', '：', ':'])
            || (before.ends_with(char::is_whitespace) && compact);
        if !(bracketed || (ends && (alone || SURE.is_in(before) || marked && BEFORE.is_in(before)))) {
            continue;
        }
        if found.minutes > 480.0 {
            continue;
        }
        let lead = BEFORE.find(before).map_or(found.start, |lead| lead.start());
        let tail = if bracketed || ends {
            found.end
                + (after.len()
                    - after
                        .trim_start()
                        .trim_start_matches(['左', '右', '吧'])
                        .trim_start_matches([')', '）', ']', '】'])
                        .len())
        } else {
            found.end
        };
        let (Some(head), Some(rest)) = (words.get(..lead), words.get(tail..)) else { continue };
        return (format!("{head} {rest}"), Some((found.minutes.round() as u32).clamp(1, 480)));
    }
    (words.to_owned(), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, left: &str, minutes: Option<u32>) {
        let (rest, hints) = taken(words);
        assert_eq!((rest.as_str(), hints.minutes), (left, minutes), "{words}");
    }

    #[test]
    fn an_estimate_is_taken_out_and_a_length_of_the_thing_is_not() {
        check("Write the intro (30m)", "Write the intro", Some(30));
        check("標出抱怨（約 40 分鐘）", "標出抱怨", Some(40));
        check("Fix login - 1h", "Fix login", Some(60));
        check("圖片 alt 文字補齊 45m", "圖片 alt 文字補齊", Some(45));
        check("40min", "", Some(40));
        check("寫週報，大概半小時", "寫週報", Some(30));
        check("分組活動，20 分鐘，要有材料清單", "分組活動，20 分鐘，要有材料清單", None);
        check("Prepare a 5-minute pitch", "Prepare a 5-minute pitch", None);
        check("Reply within 48 hours", "Reply within 48 hours", None);
    }

    #[test]
    fn who_order_and_files_are_read() {
        let (words, hints) = taken("轉址表 @ai after:2, 3 -> out/map.csv");

        assert_eq!(words, "轉址表");
        assert_eq!(
            (hints.named, hints.after, hints.outputs),
            (Named::Ai, vec![2, 3], vec!["out/map.csv".to_owned()])
        );
        assert_eq!(taken("決定最後的內容（這個我自己來）").1.named, Named::Me);
        assert_eq!(taken("I'll sign it myself").1.named, Named::Me);
        assert_eq!(
            files("open \"Key Info v2.pdf\" and plan.xlsx, not a.b"),
            ["Key Info v2.pdf", "plan.xlsx"]
        );
    }
}
