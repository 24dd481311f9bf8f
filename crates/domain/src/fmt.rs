//! How numbers, durations and dates read in each language: the one formatter of the program.
//! Pure functions of [`Language`]; the window tests its own copy against `tests/fmt_cases.json`.
//! It knows no sentences; those are in `locales/`.

use jiff::civil::{Date, Time, Weekday};

use crate::words::Language;

/// The minus sign; a hyphen would read as a range.
const MINUS: char = '\u{2212}';
const NANO_PER_CENT: i64 = 10_000_000;

/// A length of time: `35 min`, `2 h`, `2 h 35`; `2 小時 35 分鐘`. Rounded to whole minutes; what is
/// more than nothing and less than half a minute says so.
pub fn duration(language: Language, minutes: f64) -> String {
    if !minutes.is_finite() {
        return "–".to_owned();
    }
    let whole = minutes.abs().round();
    if whole < 1.0 && minutes != 0.0 {
        return match language {
            Language::En => "<1 min".to_owned(),
            Language::ZhHant => "不到 1 分鐘".to_owned(),
            Language::ZhHans => "不到 1 分钟".to_owned(),
        };
    }
    let sign = if minutes < 0.0 { MINUS.to_string() } else { String::new() };
    let (hours, rest) = ((whole / 60.0).floor() as i64, (whole % 60.0) as i64);
    let (hour, minute) = match language {
        Language::En => ("h", "min"),
        Language::ZhHant => ("小時", "分鐘"),
        Language::ZhHans => ("小时", "分钟"),
    };
    match (hours, rest, language) {
        (0, rest, _) => format!("{sign}{rest} {minute}"),
        (hours, 0, _) => format!("{sign}{} {hour}", integer(hours)),
        (hours, rest, Language::En) => format!("{sign}{} {hour} {rest:02}", integer(hours)),
        (hours, rest, Language::ZhHant | Language::ZhHans) => {
            format!("{sign}{} {hour} {rest} {minute}", integer(hours))
        }
    }
}

/// Two lengths of time as a range: `55 min to 2 h 10`, `55 分鐘～2 小時 10 分鐘`.
pub fn duration_range(language: Language, low_minutes: f64, high_minutes: f64) -> String {
    let (low, high) = (duration(language, low_minutes), duration(language, high_minutes));
    if low == high {
        return low;
    }
    match language {
        Language::En => format!("{low} to {high}"),
        Language::ZhHant | Language::ZhHans => format!("{low}～{high}"),
    }
}

/// A length of time by its seconds, for runs: `3 s`, `3 min 10 s`, `1 h 02`.
pub fn elapsed(language: Language, ms: i64) -> String {
    let seconds = ms.max(0) / 1000;
    if seconds >= 3600 {
        return duration(language, (seconds / 60) as f64);
    }
    let (minute, second) = match language {
        Language::En => ("min", "s"),
        Language::ZhHant | Language::ZhHans => ("分", "秒"),
    };
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} {second}"),
        (minutes, 0) => duration(language, minutes as f64),
        (minutes, seconds) => format!("{minutes} {minute} {seconds} {second}"),
    }
}

/// A share of one as a percentage: `42%`. Neither nothing nor all is claimed unless it is so.
pub fn percent(fraction: f64) -> String {
    if !fraction.is_finite() {
        return "–".to_owned();
    }
    let rounded = (fraction * 100.0).round();
    match rounded {
        _ if fraction > 0.0 && rounded < 1.0 => "<1%".to_owned(),
        _ if fraction < 1.0 && rounded >= 100.0 => ">99%".to_owned(),
        _ if rounded < 0.0 => format!("{MINUS}{}%", rounded.abs()),
        _ => format!("{}%", rounded.abs()),
    }
}

/// A range of shares: `60–92%`, `60～92%`.
pub fn percent_range(language: Language, low: f64, high: f64) -> String {
    let (low, high) = ((low * 100.0).round().abs(), (high * 100.0).round().abs());
    match language {
        Language::En => format!("{low}–{high}%"),
        Language::ZhHant | Language::ZhHans => format!("{low}～{high}%"),
    }
}

/// A difference of two shares in percentage points: `+9 pts`, `−3 個百分點`.
pub fn points(language: Language, difference: f64) -> String {
    let rounded = (difference * 100.0).round();
    let number = signed(rounded);
    match language {
        Language::En if matches!(number.as_str(), "+1" | "\u{2212}1") => format!("{number} pt"),
        Language::En => format!("{number} pts"),
        Language::ZhHant => format!("{number} 個百分點"),
        Language::ZhHans => format!("{number} 个百分点"),
    }
}

/// A range of differences in percentage points: `−3 to +21 pts`, `−3～+21 個百分點`.
pub fn points_range(language: Language, low: f64, high: f64) -> String {
    let (low, high) = (signed((low * 100.0).round()), signed((high * 100.0).round()));
    match language {
        Language::En => format!("{low} to {high} pts"),
        Language::ZhHant => format!("{low}～{high} 個百分點"),
        Language::ZhHans => format!("{low}～{high} 个百分点"),
    }
}

/// How many of how many: `17 of 21`, `21 次中 17 次`.
pub fn count(language: Language, part: u64, whole: u64) -> String {
    match language {
        Language::En => format!("{part} of {whole}"),
        Language::ZhHant | Language::ZhHans => format!("{whole} 次中 {part} 次"),
    }
}

/// A whole number with its thousands apart: `1,240`.
pub fn integer(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        text.push(MINUS);
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A day: `16 Nov 2026`, `2026 年 11 月 16 日`.
pub fn date(language: Language, day: Date) -> String {
    match language {
        Language::En => format!("{} {}", day_month(language, day), day.year()),
        Language::ZhHant | Language::ZhHans => format!("{} 年 {}", day.year(), day_month(language, day)),
    }
}

/// A day of a year that is known: `16 Nov`, `11 月 16 日`.
pub fn day_month(language: Language, day: Date) -> String {
    match language {
        Language::En => format!("{} {}", day.day(), month(day)),
        Language::ZhHant | Language::ZhHans => format!("{} 月 {} 日", day.month(), day.day()),
    }
}

/// A day with its weekday: `Mon 23 Nov`, `11 月 23 日（週一）`.
pub fn weekday_date(language: Language, day: Date) -> String {
    let place = usize::from(day.weekday().to_monday_zero_offset().unsigned_abs());
    let name = |names: [&'static str; 7]| names.get(place).copied().unwrap_or_default();
    let short = day_month(language, day);
    match language {
        Language::En => format!("{} {short}", name(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])),
        Language::ZhHant => format!("{short}（週{}）", name(["一", "二", "三", "四", "五", "六", "日"])),
        Language::ZhHans => format!("{short}（周{}）", name(["一", "二", "三", "四", "五", "六", "日"])),
    }
}

/// Two days as a range: `16–22 Nov 2026`, `2026 年 11 月 16 日～22 日`; what they share is said once.
pub fn date_range(language: Language, from: Date, to: Date) -> String {
    let same_year = from.year() == to.year();
    let same_month = same_year && from.month() == to.month();
    match language {
        _ if from == to => date(language, from),
        Language::En if same_month => format!("{}–{}", from.day(), date(language, to)),
        Language::En if same_year => format!("{} – {}", day_month(language, from), date(language, to)),
        Language::En => format!("{} – {}", date(language, from), date(language, to)),
        Language::ZhHant | Language::ZhHans if same_month => {
            format!("{}～{} 日", date(language, from), to.day())
        }
        Language::ZhHant | Language::ZhHans if same_year => {
            format!("{}～{}", date(language, from), day_month(language, to))
        }
        Language::ZhHant | Language::ZhHans => format!("{}～{}", date(language, from), date(language, to)),
    }
}

/// The number of an ISO week: `week 47`, `第 47 週`.
pub fn week(language: Language, number: i8) -> String {
    match language {
        Language::En => format!("week {number}"),
        Language::ZhHant => format!("第 {number} 週"),
        Language::ZhHans => format!("第 {number} 周"),
    }
}

/// A time of day, by 24 hours: `10:42`.
pub fn time(at: Time) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// Money from nano-dollars: `$0.42`, `US$0.42`; less than a cent is not nothing.
pub fn money(language: Language, nano: i64) -> String {
    let dollar = match language {
        Language::En => "$",
        Language::ZhHant | Language::ZhHans => "US$",
    };
    let cents = (i128::from(nano.unsigned_abs()) + i128::from(NANO_PER_CENT / 2)) / i128::from(NANO_PER_CENT);
    if cents == 0 && nano != 0 {
        return format!("<{dollar}0.01");
    }
    let sign = if nano < 0 { MINUS.to_string() } else { String::new() };
    format!("{sign}{dollar}{}.{:02}", integer((cents / 100) as i64), cents % 100)
}

fn signed(rounded: f64) -> String {
    match rounded {
        _ if rounded > 0.0 => format!("+{rounded}"),
        _ if rounded < 0.0 => format!("{MINUS}{}", rounded.abs()),
        _ => "±0".to_owned(),
    }
}

fn month(day: Date) -> &'static str {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let place = usize::from(day.month().unsigned_abs()).saturating_sub(1);
    MONTHS.get(place).copied().unwrap_or_default()
}

/// The short name of a weekday on which weeks begin: `Monday`, `週一`.
pub fn weekday(language: Language, day: Weekday) -> String {
    let place = usize::from(day.to_monday_zero_offset().unsigned_abs());
    let name = |names: [&'static str; 7]| names.get(place).copied().unwrap_or_default();
    let chinese = ["一", "二", "三", "四", "五", "六", "日"];
    match language {
        Language::En => {
            name(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]).to_owned()
        }
        Language::ZhHant => format!("週{}", name(chinese)),
        Language::ZhHans => format!("周{}", name(chinese)),
    }
}
