//! The formatter, case by case from `fmt_cases.json`, which the window tests against too.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests may stop the test")]

use halfday_domain::fmt;
use halfday_domain::words::Language;
use serde_json::Value;

fn text(case: &Value, language: Language) -> String {
    let float = |name: &str| case[name].as_f64().expect(name);
    let int = |name: &str| case[name].as_i64().expect(name);
    let day = |name: &str| case[name].as_str().expect(name).parse::<jiff::civil::Date>().expect(name);
    match case["what"].as_str().expect("what") {
        "duration" => fmt::duration(language, float("minutes")),
        "duration_range" => fmt::duration_range(language, float("low_minutes"), float("high_minutes")),
        "elapsed" => fmt::elapsed(language, int("ms")),
        "percent" => fmt::percent(float("fraction")),
        "percent_range" => fmt::percent_range(language, float("low"), float("high")),
        "points" => fmt::points(language, float("difference")),
        "points_range" => fmt::points_range(language, float("low"), float("high")),
        "count" => {
            fmt::count(language, case["part"].as_u64().expect("part"), case["whole"].as_u64().expect("whole"))
        }
        "integer" => fmt::integer(int("number")),
        "date" => fmt::date(language, day("day")),
        "day_month" => fmt::day_month(language, day("day")),
        "weekday_date" => fmt::weekday_date(language, day("day")),
        "weekday" => fmt::weekday(language, day("day").weekday()),
        "date_range" => fmt::date_range(language, day("from"), day("to")),
        "week" => fmt::week(language, i8::try_from(int("number")).expect("a week")),
        "time" => fmt::time(case["at"].as_str().expect("at").parse().expect("a time")),
        "money" => fmt::money(language, int("nano")),
        other => panic!("{other} is no function of the formatter"),
    }
}

#[test]
fn every_case_reads_as_written_in_all_three_languages() {
    let file: Value = serde_json::from_str(include_str!("fmt_cases.json")).expect("the cases");
    let cases = file["cases"].as_array().expect("a list");

    for case in cases {
        for language in Language::ALL {
            let expected = case[language.code()].as_str().expect("a text in each language");
            assert_eq!(text(case, *language), expected, "{language}: {case}");
        }
    }

    assert!(cases.len() > 40, "the file is read");
}

#[test]
fn numbers_that_are_none_never_become_a_text_that_looks_like_one() {
    for language in Language::ALL {
        assert_eq!(fmt::duration(*language, f64::NAN), "–");
        assert_eq!(fmt::duration(*language, f64::INFINITY), "–");
    }
    assert_eq!(fmt::percent(f64::NAN), "–");
}
