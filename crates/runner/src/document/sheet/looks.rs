//! How numbers in cells are meant: a workbook keeps a date as a count of days and a share as a
//! fraction; only the format of the cell tells.

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};

use super::super::Fault;
use super::super::xml::{Node, walk};

/// What a number stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Number,
    Percent { decimals: usize },
    Date,
    Time,
    Moment,
}

/// The formats of cells, and the day that days are counted from.
pub(super) struct Looks {
    by_style: Vec<Look>,
    day_zero: Date,
}

impl Looks {
    /// From the styles and the description of a workbook.
    pub(super) fn of(styles: Option<&str>, workbook: &str) -> Result<Self, Fault> {
        // Excel believes that 1900 was a leap year, so that all later days count from here.
        let mut day_zero = date(1899, 12, 30);
        walk(workbook, |node| {
            if let Node::Open(element) = node
                && element.name() == "workbookPr"
                && matches!(element.attribute("date1904").as_deref(), Some("1" | "true"))
            {
                day_zero = date(1904, 1, 1);
            }
            Ok(())
        })?;
        let by_style = styles.map(by_style).transpose()?.unwrap_or_default();
        Ok(Self { by_style, day_zero })
    }

    /// A number as its cell shows it, but for marks of currency and thousands.
    pub(super) fn say(&self, style: Option<&str>, number: &str) -> String {
        let look = style.and_then(|style| style.parse().ok()).and_then(|at: usize| self.by_style.get(at));
        let said = number.trim().parse::<f64>().ok().and_then(|number| match look {
            None | Some(Look::Number) => None,
            Some(Look::Percent { decimals }) => {
                Some(format!("{:.decimals$}%", number * 100.0, decimals = *decimals))
            }
            Some(Look::Date) => self.day(number),
            Some(Look::Time) => time(number),
            Some(Look::Moment) => Some(format!("{} {}", self.day(number)?, time(number)?)),
        });
        said.unwrap_or_else(|| number.to_owned())
    }

    fn day(&self, number: f64) -> Option<String> {
        let days = Span::new().try_days(number.floor() as i64).ok()?;
        self.day_zero.checked_add(days).ok().map(|day| day.to_string())
    }
}

fn time(number: f64) -> Option<String> {
    let seconds = ((number - number.floor()) * 86_400.0).round() as i64;
    let time = date(2000, 1, 1).at(0, 0, 0, 0).checked_add(seconds.seconds()).ok()?.time();
    let whole = time.to_string();
    Some(whole.strip_suffix(":00").map(str::to_owned).unwrap_or(whole))
}

fn by_style(styles: &str) -> Result<Vec<Look>, Fault> {
    let (mut own, mut found, mut in_cells) = (vec![], vec![], false);
    walk(styles, |node| {
        match node {
            Node::Open(element) => match element.name() {
                "numFmt" => {
                    let code = element.attribute("formatCode").unwrap_or_default();
                    own.push((element.attribute("numFmtId").unwrap_or_default(), look_of(&code)));
                }
                "cellXfs" => in_cells = true,
                "xf" if in_cells => {
                    let id = element.attribute("numFmtId").unwrap_or_default();
                    let look = own.iter().find(|(known, _)| *known == id).map(|(_, look)| *look);
                    found.push(look.unwrap_or_else(|| common_look(&id)));
                }
                _ => {}
            },
            Node::Close("cellXfs") => in_cells = false,
            Node::Close(_) | Node::Text(_) => {}
        }
        Ok(())
    })?;
    Ok(found)
}

/// The formats every workbook has without writing them down.
fn common_look(id: &str) -> Look {
    match id.parse().unwrap_or(0) {
        9 => Look::Percent { decimals: 0 },
        10 => Look::Percent { decimals: 2 },
        14..=17 | 27..=31 | 36 | 50..=54 | 57 | 58 => Look::Date,
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => Look::Time,
        22 => Look::Moment,
        _ => Look::Number,
    }
}

/// What a format means, from its letters outside quotes and brackets.
fn look_of(code: &str) -> Look {
    let (mut letters, mut quoted, mut bracketed, mut escaped) = (String::new(), false, false, false);
    for c in code.split(';').next().unwrap_or_default().chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' => escaped = true,
            '"' => quoted = !quoted,
            '[' => bracketed = true,
            ']' => bracketed = false,
            _ if quoted || bracketed => {}
            c => letters.push(c.to_ascii_lowercase()),
        }
    }
    if letters.contains('%') {
        let decimals =
            letters.split_once('.').map_or(0, |(_, rest)| rest.chars().take_while(|c| *c == '0').count());
        return Look::Percent { decimals };
    }
    let has_time = letters.contains(['h', 's']);
    let has_day = letters.contains(['y', 'd']) || (letters.contains('m') && !has_time);
    match (has_day, has_time) {
        (true, true) => Look::Moment,
        (true, false) => Look::Date,
        (false, true) => Look::Time,
        (false, false) => Look::Number,
    }
}

#[cfg(test)]
mod tests {
    use super::{Look, Looks, look_of};

    #[test]
    fn a_format_says_what_a_number_means() {
        for (code, look) in [
            ("General", Look::Number),
            ("#,##0.00\" days\"", Look::Number),
            ("[Red]0.0_);(0.0)", Look::Number),
            ("yyyy\"年\"m\"月\"d\"日\"", Look::Date),
            ("mmm-yy", Look::Date),
            ("[$-404]h:mm AM/PM", Look::Time),
            ("yyyy/m/d hh:mm", Look::Moment),
            ("0.0%", Look::Percent { decimals: 1 }),
        ] {
            assert_eq!(look_of(code), look, "{code}");
        }
    }

    #[test]
    fn numbers_are_said_as_their_cells_show_them() {
        let styles = "<s><numFmts><numFmt numFmtId='164' formatCode='yyyy-mm-dd hh:mm'/></numFmts>\
                      <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>\
                      <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='10'/><xf numFmtId='164'/></cellXfs></s>";
        let Ok(looks) = Looks::of(Some(styles), "<workbook/>") else {
            return assert_eq!(styles, "", "it is well formed");
        };

        assert_eq!(looks.say(Some("0"), "46352"), "46352");
        assert_eq!(looks.say(Some("1"), "46352"), "2026-11-26");
        assert_eq!(looks.say(Some("2"), "0.125"), "12.50%");
        assert_eq!(looks.say(Some("3"), "46352.4375"), "2026-11-26 10:30");
        assert_eq!(looks.say(Some("1"), "1e300"), "1e300", "no day is so far away");
        assert_eq!(looks.say(None, "x"), "x");
    }
}
