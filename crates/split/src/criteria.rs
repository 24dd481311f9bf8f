//! Conditions of being done that the text itself states, in the person's words; and the files an
//! item reads and writes.

use crate::draft::{Draft, Origin};
use crate::han;
use crate::hints;
use crate::pattern::Pattern;
use crate::text::{at, first_graphemes, graphemes, is_readable};

const MOST_CONDITIONS: usize = 6;
const MOST_GRAPHEMES: usize = 120;

/// A clause with a limit, a count or a format that somebody could check.
static CHECKABLE: Pattern = Pattern::new(concat!(
    r"\b(?:no more than|not more than|no longer than|not exceed(?:ing)?|at most|at least|up to|fewer than|less than|more than|maximum(?: of)?|minimum(?: of)?|max\.?|min\.?|between|exactly|within|limit(?:ed)? to|under)\s+(?:about\s+|approximately\s+)?[\$€£]?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve)",
    r"|\b\d+\s*(?:-|–|to)?\s*\d*[ -](?:words?|pages?|slides?|tabs?|sheets?|questions?|test cases|minutes? long)\b|\b(?:one|two|three|four|five|single)[ -](?:page|slide|sheet|tab)s?\b",
    r"|\b(?:as|in|into)\s+(?:a |an )?(?:single |one |text-based |microsoft )*(?:pdf|word|excel|powerpoint|csv|markdown|\.?docx|\.?xlsx|\.?pptx)\b|\b(?:word document|excel (?:workbook|spreadsheet|file)|pdf (?:document|file|format))\b",
    r"|\b(?:each|every|per)\s+\w+[^.;]{0,24}\b(?:one|two|three|four|five|six|\d+)\b",
    r"|(?:<|>|≤|≥|<=|>=|＜|＞)\s*\d|\d+\s*%",
    r"|(?:至少|不超过|不得超过|不得|不少于|不多于|最多|以内|以上|以下|满分|控制在|上限|下限)",
    r"|\d+\s*(?:～|~|-|–|至|到)?\s*\d*\s*(?:字|页|题|张|句|份|则|家|条|道|个版本|个问题|行|笔)|每[一个份条页张家]{0,2}[^，。；]{0,12}[一二两三四五六七八九十\d]+",
    r"|(?:转成|存成|输出|交付|格式为|以)\s*(?:pdf|word|excel|csv|ppt)|要等于|必须一致|核对一致|三条|两条",
));

static POINTING: Pattern = Pattern::new(
    r"(?:第|共|这|前|上|附件)\s*[一二两三四五六七八九十\d]+\s*(?:条|页|题|张|份|篇|点|家|个|行|字|句)|每[一]?条请",
);

/// Whether somebody could check what `words` want.
pub(crate) fn is_checkable(words: &str) -> bool {
    CHECKABLE.is_in(&han::fold(words))
}

/// The conditions `draft` states.
pub(crate) fn done_when(draft: &Draft) -> Vec<String> {
    // The steps of a template are ours, not the person's words.
    if draft.origin == Origin::Template {
        return vec![];
    }
    let mut conditions: Vec<String> = draft.hints.outputs.clone();
    for line in std::iter::once(&draft.words).chain(&draft.notes).chain(&draft.rules) {
        for clause in clauses(line) {
            // 第 6 條 points at something, 共 23 頁 says how long the material is.
            let folded = POINTING
                .all_groups(&han::fold(clause))
                .iter()
                .filter_map(|groups| groups.get(0))
                .fold(han::fold(clause), |left, pointing| left.replace(pointing.as_str(), " "));
            if !CHECKABLE.is_in(&folded) || conditions.len() >= MOST_CONDITIONS {
                continue;
            }
            let clause = clause.trim_matches(|c: char| {
                crate::text::is_blank(c) || matches!(c, '.' | '。' | '，' | ',' | '；' | ';' | '：' | ':')
            });
            let clause = if graphemes(clause) > MOST_GRAPHEMES {
                format!("{}…", first_graphemes(clause, MOST_GRAPHEMES - 1).trim_end())
            } else {
                clause.to_owned()
            };
            if !is_readable(&clause) || conditions.iter().any(|known| known.contains(&clause)) {
                continue;
            }
            // Said again with more to it: the longer one holds both. A file that is made stays a line of its own.
            let is_outdone =
                |known: &String| !draft.hints.outputs.contains(known) && clause.contains(known.as_str());
            match conditions.iter().position(is_outdone) {
                Some(place) => {
                    conditions.retain(|known| !is_outdone(known));
                    conditions.insert(place.min(conditions.len()), clause);
                }
                None => conditions.push(clause),
            }
        }
    }
    conditions
}

/// Sentences, and in Chinese their clauses, which are sentences of their own.
fn clauses(line: &str) -> Vec<&str> {
    let sentences = crate::sentence::whole(line, &(0..line.len()));
    sentences
        .iter()
        .flat_map(|sentence| {
            let words = at(line, sentence);
            let has_han = words.chars().any(han::is_han);
            if has_han { outside_brackets(words) } else { vec![around_limit(words)] }
        })
        .collect()
}

/// The clause of an English sentence that holds its limit.
fn around_limit(words: &str) -> &str {
    static JOINT: Pattern =
        Pattern::new(r"(?:[,;:]\s+(?:and\s+)?|\s+(?:so that|that|which)\s+(?:is\s+|are\s+)?|\s+[—–]\s+)");
    let folded = han::fold(words);
    let Some(limit) = CHECKABLE.find(&folded) else { return words };
    let (mut start, mut end) = (0, words.len());
    for joint in JOINT.find_all(&folded) {
        // A comma after a few words joins adjectives, not clauses.
        let leaves =
            words.get(start..joint.start()).is_some_and(|before| before.split_whitespace().count() >= 6);
        // What stands behind a colon is a condition of its own, however short.
        let is_own = joint.as_str().starts_with(':') || limit.end().saturating_sub(joint.end()) >= 12;
        if joint.end() <= limit.start() && leaves && is_own {
            start = joint.end();
        } else if joint.start() >= limit.end()
            && words.get(start..joint.start()).is_some_and(|part| part.split_whitespace().count() >= 4)
        {
            end = joint.start();
            break;
        }
    }
    let clause = words.get(start..end).unwrap_or(words);
    let opening = crate::english::opening(&han::fold(clause));
    clause.get(opening..).unwrap_or(clause)
}

/// `words` cut at 「，」 and 「：」 outside brackets.
fn outside_brackets(words: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (vec![], 0, 0_i32);
    for (index, c) in words.char_indices() {
        match c {
            '(' | '（' | '「' | '“' => depth += 1,
            ')' | '）' | '」' | '”' => depth = (depth - 1).max(0),
            '，' | '；' | '。' if depth == 0 => {
                parts.extend(words.get(start..index));
                start = index + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.extend(words.get(start..));
    parts
}

/// Files read and files made; a file named behind "save as" or as the thing created is made.
pub(crate) fn files(draft: &Draft) -> (Vec<String>, Vec<String>) {
    static MADE: Pattern = Pattern::new(
        r"(?i)(?:save(?:d)?(?: it)? (?:as|to)|export(?:ed)? (?:as|to)|named?|called|titled|entitled|output(?: to| as)?|存成|另存|存為|存为|命名為|命名为|檔名|文件名|輸出|输出到)\s*[:：]?\s*[“”\x22「『《`]?$",
    );
    let mut inputs = draft.hints.inputs.clone();
    let mut outputs = draft.hints.outputs.clone();
    let words = draft.all_words();
    for file in hints::files(&words) {
        let made = words.find(&file).and_then(|at| words.get(..at)).is_some_and(|before| MADE.is_in(before));
        let list = if made { &mut outputs } else { &mut inputs };
        if !list.contains(&file) {
            list.push(file);
        }
    }
    inputs.retain(|file| !outputs.contains(file));
    let mut seen: Vec<String> = vec![];
    for list in [&mut inputs, &mut outputs] {
        list.retain(|file| {
            let new = !seen.contains(file);
            seen.push(file.clone());
            new
        });
    }
    (inputs, outputs)
}
