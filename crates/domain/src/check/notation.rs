//! The notation of checks, in English and Chinese keywords with `:` or `：`. A line is a check
//! only when all of it fits: half understood would prove something nobody asked for.

use super::{Bounds, CheckSpec, LinkScope};

/// The check `line` says, or `None`: then it is plain words.
pub(super) fn read(line: &str) -> Option<CheckSpec> {
    match line.find([':', '：']) {
        None => bare(line).or_else(|| limit(line)),
        Some(at) => {
            let (keyword, rest) = line.split_at(at);
            let rest = rest.strip_prefix([':', '：'])?.trim();
            keyed(&keyword.trim().to_lowercase(), rest)
        }
    }
}

fn bare(line: &str) -> Option<CheckSpec> {
    match line.to_lowercase().as_str() {
        "json" => Some(CheckSpec::Json { name: None }),
        "csv" => Some(CheckSpec::Csv { name: None, columns: vec![], rows: None }),
        "links" | "連結" | "链接" => Some(CheckSpec::Links { scope: LinkScope::Local }),
        "traditional" | "繁體" | "繁体" | "繁體字" | "繁体字" => Some(CheckSpec::Traditional),
        "taiwan" | "台灣用語" | "臺灣用語" | "台湾用语" => Some(CheckSpec::Taiwan),
        _ => None,
    }
}

fn keyed(keyword: &str, rest: &str) -> Option<CheckSpec> {
    if rest.is_empty() {
        return None;
    }
    let text = || unquoted(rest).to_owned();
    match keyword {
        "file" | "檔案" | "文件" => file(rest),
        "contains" | "包含" | "含有" => Some(CheckSpec::Contains { text: literal(rest)? }),
        "not contains" | "does not contain" | "不含" | "不包含" => {
            Some(CheckSpec::NotContains { text: literal(rest)? })
        }
        "regex" | "正規表示式" | "正则表达式" => {
            Some(CheckSpec::Regex { pattern: rest.to_owned() })
        }
        "json" if schema_after(rest).is_some() => {
            let (name, schema) = schema_after(rest)?;
            Some(CheckSpec::JsonSchema { name: Some(one_name(name)?), schema: one_name(schema)? })
        }
        "json" => is_name(unquoted(rest)).then(|| CheckSpec::Json { name: Some(text()) }),
        "json schema" | "json 結構" | "json 结构" => {
            Some(CheckSpec::JsonSchema { name: None, schema: one_name(rest)? })
        }
        "csv" => csv(rest),
        "inputs" | "輸入" | "輸入檔案" | "输入" | "输入文件" => {
            match rest.to_lowercase().as_str() {
                "unchanged" | "不變" | "不变" => Some(CheckSpec::InputsUnchanged),
                _ => None,
            }
        }
        "command" | "指令" | "命令" => Some(CheckSpec::Command { argv: argv(rest)? }),
        "headings" | "標題有" | "标题有" => {
            let titles = list(rest);
            (!titles.is_empty()).then_some(CheckSpec::Headings { titles })
        }
        "words" | "字數" | "字数" => Some(CheckSpec::Words { bounds: bounds(rest)? }),
        "pages" | "頁數" | "页数" => Some(CheckSpec::Pages { bounds: bounds(rest)? }),
        "links" | "連結" | "链接" => match rest.to_lowercase().as_str() {
            "web" | "網路" | "網頁" | "网络" | "网页" => {
                Some(CheckSpec::Links { scope: LinkScope::Web })
            }
            _ => None,
        },
        _ => None,
    }
}

/// Looks like a file's name or a glob, not like a sentence after a colon.
fn is_name(text: &str) -> bool {
    let ends_like_a_file = text.rsplit_once('.').is_some_and(|(stem, extension)| {
        !stem.is_empty()
            && (1..=8).contains(&extension.len())
            && extension.chars().all(|c| c.is_ascii_alphanumeric() || "*?{},".contains(c))
    });
    let fits = !text.contains(['，', '。', '；', '、', ';']);
    fits && (ends_like_a_file || text.contains(['*', '/']))
}

/// One name of a file and nothing else.
fn one_name(text: &str) -> Option<String> {
    let name = unquoted(text.trim());
    (is_name(name) && !name.contains([':', '：', '*', '?'])).then(|| name.to_owned())
}

/// `NAME schema: FILE`, with `;` between or not: both.
fn schema_after(rest: &str) -> Option<(&str, &str)> {
    let lower = rest.to_ascii_lowercase();
    let found = |word: &&str| lower.find(*word).map(|at| (at, at + word.len()));
    let words = ["schema:", "schema：", "結構:", "結構：", "结构:", "结构："];
    let (start, end) = words.iter().find_map(found)?;
    let name = rest.get(..start)?;
    let ends = name.ends_with(|c: char| c.is_whitespace() || matches!(c, ';' | '；'));
    ends.then_some((name.trim_end().trim_end_matches([';', '；']), rest.get(end..)?))
}

/// `NAME [>= N] [min BYTES]`; a name with spaces stands in quotes.
fn file(rest: &str) -> Option<CheckSpec> {
    let (name, mut rest) = name_first(rest)?;
    let (mut at_least, mut least_bytes) = (None, None);
    while !rest.is_empty() {
        let after_count = rest.strip_prefix(">=").or_else(|| rest.strip_prefix('≥'));
        let after_bytes = ["min", "最少", "至少"].iter().find_map(|word| rest.strip_prefix(word));
        let (slot, after) = match (after_count, after_bytes) {
            (Some(after), _) => (&mut at_least, after),
            (None, Some(after)) => (&mut least_bytes, after),
            (None, None) => return None,
        };
        let (number, after) = leading_number(after.trim_start())?;
        if slot.replace(number).is_some() {
            return None;
        }
        let after = after.trim_start();
        rest = ["bytes", "byte", "位元組", "字节", "個", "个"]
            .iter()
            .find_map(|unit| after.strip_prefix(unit))
            .unwrap_or(after)
            .trim_start();
    }
    Some(CheckSpec::File { name: name.to_owned(), at_least: at_least.unwrap_or(1), least_bytes })
}

/// The name at the start and what follows it.
fn name_first(text: &str) -> Option<(&str, &str)> {
    for (open, close) in QUOTES {
        if let Some(inner) = text.strip_prefix(*open) {
            let (name, rest) = inner.split_once(*close)?;
            return (!name.trim().is_empty()).then(|| (name.trim(), rest.trim_start()));
        }
    }
    let (name, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    is_name(name).then(|| (name, rest.trim_start()))
}

/// `[NAME;] columns a, b; rows >= 5` in any order.
fn csv(rest: &str) -> Option<CheckSpec> {
    let (mut name, mut columns, mut rows) = (None, vec![], None);
    for (at, part) in rest.split([';', '；']).map(str::trim).enumerate() {
        let lower = part.to_lowercase();
        let after = |words: &[&str]| {
            let word = words.iter().find(|word| lower.starts_with(**word))?;
            // The keywords keep their length in lower case, so the offset is that of `part`.
            part.get(word.len()..).map(|after| after.trim_start_matches([':', '：']).trim())
        };
        if let Some(names) = after(&["columns", "column", "欄位", "字段", "列名"]) {
            columns = list(names);
            if columns.is_empty() {
                return None;
            }
        } else if let Some(count) = after(&["rows", "列數", "筆數", "行数", "行數"]) {
            rows = Some(bounds(count)?);
        } else if at == 0 && is_name(unquoted(part)) {
            name = Some(unquoted(part).to_owned());
        } else {
            return None;
        }
    }
    Some(CheckSpec::Csv { name, columns, rows })
}

/// `300-500`, `>= 5`, `<= 80`, `300`, with `字`, `words`, `頁`, `pages` or nothing after it.
fn bounds(text: &str) -> Option<Bounds> {
    let text = ascii_digits(text).replace("words", "").replace("rows", "").replace("pages", "");
    let text = text.trim().trim_end_matches(['字', '列', '行', '筆', '頁', '页']).trim();
    if let Some(number) = text.strip_prefix(">=").or_else(|| text.strip_prefix('≥')) {
        return Some(Bounds { least: Some(whole(number)?), most: None });
    }
    if let Some(number) = text.strip_prefix("<=").or_else(|| text.strip_prefix('≤')) {
        return Some(Bounds { least: None, most: Some(whole(number)?) });
    }
    let (least, most) = text.split_once(['-', '–', '—', '~', '～', '〜', '至', '到']).unwrap_or((text, text));
    let (least, most) = (whole(least)?, whole(most)?);
    (least <= most).then_some(Bounds { least: Some(least), most: Some(most) })
}

/// A plain line that is a limit of length and nothing else: "at most 300 words", 「300 字以內」.
fn limit(line: &str) -> Option<CheckSpec> {
    let line = ascii_digits(line).to_lowercase();
    let line = line.trim_end_matches(['.', '。']).trim();
    let between = |starts: &[&str], ends: &[&str]| {
        let inner = starts.iter().find_map(|start| line.strip_prefix(start))?;
        whole(ends.iter().find_map(|end| inner.strip_suffix(end))?)
    };
    let most = between(&["at most ", "no more than ", "not more than ", "up to "], &[" words"])
        .or_else(|| between(&["不超過", "不超过", "最多", "不多於", "不多于"], &["字"]))
        .or_else(|| between(&[""], &["字以內", "字以内", "字之內", "字之内"]));
    let least = between(&["at least ", "no fewer than ", "no less than "], &[" words"])
        .or_else(|| between(&["至少", "不少於", "不少于"], &["字"]))
        .or_else(|| between(&[""], &["字以上"]));
    match (least, most) {
        // 「300-500 字」 and nothing else.
        (None, None) => {
            let range = line.strip_suffix(" words").or_else(|| line.strip_suffix('字'))?;
            let bounds = bounds(range).filter(|bounds| bounds.least != bounds.most)?;
            Some(CheckSpec::Words { bounds })
        }
        (least, most) => Some(CheckSpec::Words { bounds: Bounds { least, most } }),
    }
}

const QUOTES: &[(char, char)] =
    &[('"', '"'), ('\'', '\''), ('“', '”'), ('「', '」'), ('『', '』'), ('`', '`')];

/// A text to be found as it stands. Several things in a row are a sentence of the person's,
/// unless quotes say that exactly this is meant.
fn literal(text: &str) -> Option<String> {
    let inner = unquoted(text);
    let is_list = text.contains([',', '，', '、', ';', '；', '。']);
    (inner != text || !is_list).then(|| inner.to_owned())
}

/// Without one pair of quotes around all of it.
fn unquoted(text: &str) -> &str {
    let within = |(open, close): &(char, char)| {
        text.strip_prefix(*open)?.strip_suffix(*close).filter(|inner| !inner.trim().is_empty())
    };
    QUOTES.iter().find_map(within).unwrap_or(text)
}

fn list(text: &str) -> Vec<String> {
    let parts = text.split([',', '，', '、']).map(|part| unquoted(part.trim()).trim());
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn ascii_digits(text: &str) -> String {
    let digit = |c: char| match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        other => other,
    };
    text.chars().map(digit).collect()
}

/// The words of a command; quotes keep spaces together. What only a shell understands, and what reads
/// like a sentence, is none.
fn argv(text: &str) -> Option<Vec<String>> {
    let (mut words, mut word, mut quote) = (vec![], None::<String>, None);
    for c in text.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (_, '$' | '`' | '\\') => return None,
            (Some(_), c) => word.get_or_insert_default().push(c),
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, '|' | '&' | ';' | '<' | '>' | '(' | ')' | '*' | '?' | '~' | '#' | '{' | '}') => {
                return None;
            }
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (None, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    let is_program = |name: &String| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "._-+/".contains(c))
    };
    let ends_a_sentence = |word: &String| word.len() > 1 && word.ends_with(['.', ',', ':', '。', '，']);
    let fits = quote.is_none() && words.first().is_some_and(is_program) && !words.iter().any(ends_a_sentence);
    fits.then_some(words)
}

/// A whole number, with commas between thousands or not, and nothing else.
fn whole(text: &str) -> Option<u64> {
    let digits: String = text.trim().chars().filter(|c| *c != ',').collect();
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
}

fn leading_number(text: &str) -> Option<(u64, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    Some((digits.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &CheckSpec) {
        assert_eq!(&CheckSpec::parse(line), expected, "{line}");
    }

    fn person(line: &str) {
        check(line, &CheckSpec::Person { text: line.trim().to_owned() });
    }

    #[test]
    fn the_notation_reads_in_english_and_chinese() {
        let words = |least, most| CheckSpec::Words { bounds: Bounds { least, most } };
        let file = |name: &str, at_least, least_bytes| CheckSpec::File {
            name: name.to_owned(),
            at_least,
            least_bytes,
        };
        check("file: report.md", &file("report.md", 1, None));
        check("檔案：*.csv >= 3 min 200 bytes", &file("*.csv", 3, Some(200)));
        check("文件：「月报 终稿.docx」", &file("月报 终稿.docx", 1, None));
        check("Contains: ACME", &CheckSpec::Contains { text: "ACME".to_owned() });
        check("包含：「時間、地點」", &CheckSpec::Contains { text: "時間、地點".to_owned() });
        check("不含：「機密」", &CheckSpec::NotContains { text: "機密".to_owned() });
        check("regex: ^\\d{4}: x$", &CheckSpec::Regex { pattern: "^\\d{4}: x$".to_owned() });
        check("json", &CheckSpec::Json { name: None });
        check("JSON: a.json", &CheckSpec::Json { name: Some("a.json".to_owned()) });
        let schema = |name: Option<&str>, schema: &str| CheckSpec::JsonSchema {
            name: name.map(str::to_owned),
            schema: schema.to_owned(),
        };
        check("json: data.json schema: schema.json", &schema(Some("data.json"), "schema.json"));
        check(
            "json：「資料 甲.json」；結構：規格/schema.json",
            &schema(Some("資料 甲.json"), "規格/schema.json"),
        );
        check("JSON Schema: spec.json", &schema(None, "spec.json"));
        check(
            "csv: columns name, price; rows >= 5",
            &CheckSpec::Csv {
                name: None,
                columns: vec!["name".to_owned(), "price".to_owned()],
                rows: Some(Bounds { least: Some(5), most: None }),
            },
        );
        check(
            "csv：報價.csv；欄位 品名、單價；列數 3-9",
            &CheckSpec::Csv {
                name: Some("報價.csv".to_owned()),
                columns: vec!["品名".to_owned(), "單價".to_owned()],
                rows: Some(Bounds { least: Some(3), most: Some(9) }),
            },
        );
        check(
            "標題有：背景、結論",
            &CheckSpec::Headings { titles: vec!["背景".to_owned(), "結論".to_owned()] },
        );
        check("Inputs: unchanged", &CheckSpec::InputsUnchanged);
        check("輸入檔案：不變", &CheckSpec::InputsUnchanged);
        let command =
            |argv: &[&str]| CheckSpec::Command { argv: argv.iter().map(|w| (*w).to_owned()).collect() };
        check("command: cargo test", &command(&["cargo", "test"]));
        check(
            "指令：python3 check.py --name 'two words' \"\"",
            &command(&["python3", "check.py", "--name", "two words", ""]),
        );
        check("words: 300-500", &words(Some(300), Some(500)));
        check("字數：３００～５００ 字", &words(Some(300), Some(500)));
        check("words: <= 1,200", &words(None, Some(1200)));
        check("pages: 2-4", &CheckSpec::Pages { bounds: Bounds { least: Some(2), most: Some(4) } });
        check("頁數：３ 頁", &CheckSpec::Pages { bounds: Bounds { least: Some(3), most: Some(3) } });
        check("links", &CheckSpec::Links { scope: LinkScope::Local });
        check("连结", &CheckSpec::Person { text: "连结".to_owned() });
        check("連結：網路", &CheckSpec::Links { scope: LinkScope::Web });
        check("繁體", &CheckSpec::Traditional);
        check("台灣用語", &CheckSpec::Taiwan);
    }

    #[test]
    fn a_line_that_is_only_a_limit_of_length_is_a_check() {
        check("At most 300 words.", &CheckSpec::Words { bounds: Bounds { least: None, most: Some(300) } });
        check("500 字以內", &CheckSpec::Words { bounds: Bounds { least: None, most: Some(500) } });
        check("300–500 字", &CheckSpec::Words { bounds: Bounds { least: Some(300), most: Some(500) } });
        check("至少800字", &CheckSpec::Words { bounds: Bounds { least: Some(800), most: None } });
    }

    #[test]
    fn a_sentence_that_only_begins_like_the_notation_is_for_the_person() {
        person("File: the report with HR and keep a copy");
        person("文件：三份都要簽名");
        person("file: a.md and b.md");
        person("words: kind ones");
        person("pages: numbered");
        person("標題：不超過 20 字");
        person("每段不超過 80 字");
        person("包含：時間、地點");
        person("contains: a summary, a table");
        person("300 字");
        person("links: all of them");
        person("csv: looks tidy");
        person("json:");
        person("command: make | tee log");
        person("command: echo $HOME");
        person("command: the tone is friendly.");
        person("指令：要寫得清楚");
        person("command: make 'all");
        person("inputs: unchanged but for the dates");
        person("json: data.json schema: the one from HR");
        person("json schema: as agreed");
        person("json: a.json schema: *.json");
        person("At most 300 words per section");
        person("");
        person("words: 500-300");
    }

    #[test]
    fn a_stored_spec_reads_back_and_carries_its_kind() {
        for line in ["links: web", "file: *.md >= 2", "words: 3-4", "plain words", "csv", "taiwan"] {
            let spec = CheckSpec::parse(line);
            let stored = serde_json::to_string(&spec).unwrap();

            assert_eq!(serde_json::from_str::<CheckSpec>(&stored).unwrap(), spec, "{stored}");
        }
    }
}
