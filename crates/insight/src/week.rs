//! Weeks: ISO weeks, Monday to Sunday, in the zone of the person (or of `--now`).
//! Not a date library: only what counting by weeks needs.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Serialize, Serializer};

use crate::error::Error;

/// An ISO week, by its Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Week {
    monday: Date,
}

impl Week {
    /// The week a day lies in.
    pub fn of(day: Date) -> Self {
        let back = i32::from(day.weekday().to_monday_zero_offset());
        Self { monday: day.saturating_add((-back).days()) }
    }

    /// Its first day.
    pub fn monday(self) -> Date {
        self.monday
    }

    /// Its last day.
    pub fn sunday(self) -> Date {
        self.monday.saturating_add(6.days())
    }

    /// Its number within its ISO year.
    pub fn number(self) -> i8 {
        self.monday.iso_week_date().week()
    }

    /// The week before.
    #[must_use]
    pub fn previous(self) -> Self {
        self.minus(1)
    }

    /// The week after.
    #[must_use]
    pub fn next(self) -> Self {
        Self { monday: self.monday.saturating_add(7.days()) }
    }

    /// The week so many weeks before.
    #[must_use]
    pub fn minus(self, weeks: u32) -> Self {
        Self { monday: self.monday.saturating_sub(i64::from(weeks).weeks()) }
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let iso = self.monday.iso_week_date();
        write!(f, "{:04}-W{:02}", iso.year(), iso.week())
    }
}

impl FromStr for Week {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let not_one = || Error::ReadWeek(text.to_owned());
        let (year, week) = text.trim().split_once(['-', ' ']).ok_or_else(not_one)?;
        let week = week.strip_prefix(['W', 'w']).ok_or_else(not_one)?;
        let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
        if !(digits(year, 4) && digits(week, 2)) {
            return Err(not_one());
        }
        let (year, week) = (year.parse().map_err(|_| not_one())?, week.parse().map_err(|_| not_one())?);
        let iso = ISOWeekDate::new(year, week, Weekday::Monday).map_err(|_| not_one())?;
        Ok(Self { monday: iso.date() })
    }
}

impl Serialize for Week {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Which instants belong to which week: the zone, and Monday as the first day.
#[derive(Debug, Clone)]
pub struct Calendar {
    zone: TimeZone,
}

impl Calendar {
    /// A calendar in `zone`.
    pub fn new(zone: TimeZone) -> Self {
        Self { zone }
    }

    /// The day of an instant (UTC ms).
    pub fn day_of(&self, at: i64) -> Date {
        let end = if at < 0 { Timestamp::MIN } else { Timestamp::MAX };
        let instant = Timestamp::from_millisecond(at).unwrap_or(end);
        self.zone.to_datetime(instant).date()
    }

    /// The week of an instant (UTC ms).
    pub fn week_of(&self, at: i64) -> Week {
        Week::of(self.day_of(at))
    }

    /// The first instant of a week (UTC ms).
    pub fn starts_at(&self, week: Week) -> i64 {
        let start = week.monday.to_zoned_datetime(self.zone.clone());
        let far = if week.monday.year() < 0 { i64::MIN } else { i64::MAX };
        start.map_or(far, |start| start.timestamp().as_millisecond())
    }

    /// The first instant after a week (UTC ms).
    pub fn ends_at(&self, week: Week) -> i64 {
        self.starts_at(week.next())
    }

    /// Whether a week is not over at `now`.
    pub fn is_running(&self, week: Week, now: i64) -> bool {
        week >= self.week_of(now)
    }

    /// The zone as it is printed: its name, else its offset.
    pub fn zone_name(&self, at: i64) -> String {
        if let Some(name) = self.zone.iana_name() {
            return name.to_owned();
        }
        let offset = self.zone.to_offset(Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH));
        let seconds = offset.seconds();
        let sign = if seconds < 0 { '-' } else { '+' };
        let minutes = seconds.abs() / 60;
        format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz;

    use super::*;

    fn week(text: &str) -> Week {
        text.parse().expect("a week")
    }

    #[test]
    fn a_week_reads_back_and_knows_its_neighbours() {
        let first = week("2026-W01");

        assert_eq!(first.monday(), date(2025, 12, 29));
        assert_eq!(first.sunday(), date(2026, 1, 4));
        assert_eq!(first.previous().to_string(), "2025-W52");
        assert_eq!(week("2026-W53").next().to_string(), "2027-W01");
        assert_eq!(week("2026-W47").minus(46), first);
    }

    #[test]
    fn a_text_that_is_no_week_says_so() {
        for text in
            ["", "2026", "2026-47", "2026-W54", "2025-W53", "2026-W00", "26-W10", "2026-W4x", "二〇二六-W10"]
        {
            assert_eq!(text.parse::<Week>(), Err(Error::ReadWeek(text.to_owned())));
        }
    }

    #[test]
    fn a_week_begins_on_monday_at_midnight_of_the_zone() {
        let taipei = Calendar::new(tz::offset(8).to_time_zone());
        let monday = "2026-11-16T00:00:00+08:00".parse::<Timestamp>().expect("an instant").as_millisecond();

        assert_eq!(taipei.week_of(monday).to_string(), "2026-W47");
        assert_eq!(taipei.week_of(monday - 1).to_string(), "2026-W46");
        assert_eq!(taipei.starts_at(week("2026-W47")), monday);
        assert_eq!(taipei.ends_at(week("2026-W46")), monday);
        assert_eq!(taipei.zone_name(monday), "UTC+08:00");
    }

    #[test]
    fn instants_beyond_the_calendar_do_no_harm() {
        let utc = Calendar::new(TimeZone::UTC);

        assert!(utc.week_of(i64::MIN) < utc.week_of(0));
        assert!(utc.week_of(i64::MAX) > utc.week_of(0));
        assert!(utc.ends_at(utc.week_of(i64::MAX)) > 0);
        assert!(utc.starts_at(utc.week_of(i64::MIN)) < 0);
    }
}
