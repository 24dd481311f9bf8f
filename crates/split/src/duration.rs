//! Durations people write: `30m`, `1.5 hours`, 半小時, 四五個鐘頭, 一個下午.

use crate::pattern::Pattern;
use crate::text::{ascii_digit, han_digit, number};

/// A duration inside a text; `fold` has been applied, so 小時 reads 小时.
pub(crate) struct Duration {
    pub minutes: f64,
    pub start: usize,
    pub end: usize,
}

/// All durations of `folded`, in order.
pub(crate) fn all(folded: &str) -> Vec<Duration> {
    static SPAN: Pattern = Pattern::new(concat!(
        r"(?P<hours>[0-9]{1,2})\s*h\s*(?P<rest>[0-9]{1,2})\s*m(?:in|ins)?\b|(?P<half>半)\s*(?:个)?\s*(?P<hunit>小时|钟头|天)",
        r"|(?P<part>(?:一|1)\s*个?\s*(?:上午|下午|早上|晚上|整天|天|工作天|工作日))|(?P<allday>整天|一整天)",
        r"|(?P<en>\b(?:half an hour|half a day|half-day|an hour and a half|an hour|a full day|an afternoon|a morning|one afternoon|one morning|the whole day|a day)\b)",
        r"|(?P<n>[0-9０-９]+(?:[.．][0-9０-９]+)?|[一二两三四五六七八九十]+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|forty-five|sixty|ninety)\b)",
        r"\s*(?:(?:-|–|~|～|至|到|to|or)\s*(?P<m>[0-9０-９]+(?:\.[0-9]+)?|[一二两三四五六七八九十]+|\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|sixty|ninety)\b))?",
        r"\s*-?\s*(?P<ge>个半|个)?\s*(?P<unit>小时|钟头|分钟|分(?:[^0-9一-龥]|$)|hours?\b|hrs?\b|h\b|minutes?\b|mins?\b|min\b|m\b|天|days?\b)(?P<halfafter>半)?(?:\s*(?P<extra>[0-9]{1,2})\s*(?:min\b|mins\b|minutes\b|分钟?))?",
    ));
    // Most sentences name no unit of time at all.
    if !folded.contains(['时', '钟', '天', '午', '晚', '早', '分', 'h', 'd', 'm']) {
        return vec![];
    }
    SPAN.all_groups(folded)
        .iter()
        .filter_map(|groups| {
            let whole = groups.get(0)?;
            let word = |name| groups.name(name).map(|found| found.as_str());
            let minutes = if let (Some(hours), Some(rest)) = (word("hours"), word("rest")) {
                hours.parse::<f64>().ok()? * 60.0 + rest.parse::<f64>().ok()?
            } else if groups.name("half").is_some() {
                if word("hunit") == Some("天") { 240.0 } else { 30.0 }
            } else if let Some(part) = word("part") {
                if part.ends_with('天') || part.ends_with('日') { 480.0 } else { 240.0 }
            } else if groups.name("allday").is_some() {
                480.0
            } else if let Some(english) = word("en") {
                english_minutes(english)
            } else {
                counted(groups)?
            };
            Some(Duration { minutes, start: whole.start(), end: whole.end() })
        })
        .filter(|duration| duration.minutes >= 1.0 && duration.minutes <= 60.0 * 400.0)
        .collect()
}

fn english_minutes(words: &str) -> f64 {
    match words {
        "half an hour" => 30.0,
        "an hour" => 60.0,
        "an hour and a half" => 90.0,
        "a full day" | "the whole day" | "a day" => 480.0,
        _ => 240.0,
    }
}

fn counted(groups: &regex::Captures<'_>) -> Option<f64> {
    let word = |name| groups.name(name).map(|found| found.as_str());
    let low = amount(word("n")?)?;
    let amount = word("m").and_then(amount).map_or(low, |high| f64::midpoint(low, high));
    let half = if word("ge") == Some("个半") || word("halfafter").is_some() { 0.5 } else { 0.0 };
    let unit = word("unit")?;
    let minutes_each = match unit.chars().next()? {
        'h' | '小' | '钟' => 60.0,
        'm' | '分' => 1.0,
        '天' | 'd' => 480.0,
        _ => return None,
    };
    let extra = word("extra").and_then(|extra| extra.parse::<f64>().ok()).unwrap_or(0.0);
    Some((amount + half) * minutes_each + extra)
}

/// `四五` means between four and five.
fn amount(word: &str) -> Option<f64> {
    const WORDS: [(&str, f64); 18] = [
        ("one", 1.0),
        ("two", 2.0),
        ("three", 3.0),
        ("four", 4.0),
        ("five", 5.0),
        ("six", 6.0),
        ("seven", 7.0),
        ("eight", 8.0),
        ("nine", 9.0),
        ("ten", 10.0),
        ("twelve", 12.0),
        ("fifteen", 15.0),
        ("twenty", 20.0),
        ("thirty", 30.0),
        ("forty", 40.0),
        ("forty-five", 45.0),
        ("sixty", 60.0),
        ("ninety", 90.0),
    ];
    if let Some((_, value)) = WORDS.iter().find(|(name, _)| *name == word) {
        return Some(*value);
    }
    let digits: Vec<u32> = word.chars().filter_map(han_digit).collect();
    if let ([low, high], true) = (digits.as_slice(), word.chars().all(|c| han_digit(c).is_some()))
        && *low < 10
        && *high == *low + 1
    {
        return Some(f64::from(*low) + 0.5);
    }
    let ascii: String = word.chars().map(|c| if c == '．' { '.' } else { ascii_digit(c) }).collect();
    ascii.parse().ok().or_else(|| number(word).map(f64::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[f64]) {
        let found: Vec<f64> = all(&crate::han::fold(text)).iter().map(|found| found.minutes).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn durations_in_three_languages_have_their_minutes() {
        check("(30m)", &[30.0]);
        check("40min, then 1h", &[40.0, 60.0]);
        check("約 40 分鐘", &[40.0]);
        check("半小時或半天", &[30.0, 240.0]);
        check("大概四五個小時吧", &[270.0]);
        check("要一個下午", &[240.0]);
        check("about 3-4 hours", &[210.0]);
        check("一个半小时", &[90.0]);
        check("两个小时半", &[150.0]);
        check("1.5 hours or 1h30m", &[90.0, 90.0]);
        check("about four hours; an hour and a half", &[240.0, 90.0]);
        check("12 頁、5 分滿分", &[]);
    }
}
