//! Quiet hours as one types them: `22:00-07:30`, or `off`.

use halfday_app::api::QuietHours;

/// The minute of a day as a clock shows it.
pub(super) fn text(minute: u32) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

pub(super) fn read(value: &str) -> Option<QuietHours> {
    if value == "off" {
        return Some(QuietHours { from: None, to: None });
    }
    let (from, to) = value.split_once(['-', '–', '～'])?;
    Some(QuietHours { from: Some(minute(from)?), to: Some(minute(to)?) })
}

fn minute(clock: &str) -> Option<u32> {
    let (hour, minute) = clock.trim().split_once([':', '：'])?;
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, expected: Option<(Option<u32>, Option<u32>)>) {
        assert_eq!(read(value).map(|quiet| (quiet.from, quiet.to)), expected, "{value}");
    }

    #[test]
    fn two_times_of_the_day_or_off() {
        check("22:00-07:30", Some((Some(1320), Some(450))));
        check("9:05 – 12:00", Some((Some(545), Some(720))));
        check("off", Some((None, None)));
        for wrong in ["", "on", "22:00", "24:00-07:00", "22:60-07:00", "22-7"] {
            check(wrong, None);
        }
        assert_eq!(text(450), "07:30");
    }
}
