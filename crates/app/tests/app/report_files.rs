//! The weekly report as files: one set of numbers in every format, nothing given away, the same bytes twice.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use halfday_app::{App, Language, Opening, Origin, fmt, report_path};
use serde_json::{Value, json};
use tempfile::TempDir;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

const FORMATS: [&str; 5] = ["json", "md", "html", "png", "pdf"];
const WEEK: &str = "2026-W47";
/// Stands in every title.
const SECRET: &str = "Zanzibar";

/// Twelve weeks up to 2026-W47: four jobs a week, five items each, most handed over well.
fn record() -> String {
    let mut rows = String::from(
        "date,job,title,kind,agent,estimate_minutes,verdict,rounds,rework_minutes,review_minutes,brief_minutes,\
         own_minutes,cost_usd,template\n",
    );
    let kinds = ["write", "summarise", "translate", "extract", "check", "quibbling"];
    let lengths = [5_u32, 8, 10, 15, 20, 30, 45, 60, 90, 120];
    let mut turn = 0_usize;
    for back in (0..12_i64).rev() {
        for place in 0..4_i64 {
            let day =
                jiff::civil::date(2026, 11, 16).saturating_add(jiff::Span::new().days(place - 7 * back));
            for item in 0..5_usize {
                turn += 1;
                let (kind, minutes) = (kinds[(turn * 7 + item) % 6], lengths[(turn * 3 + item) % 10]);
                let is_own = (turn * 5) % 12 >= 5 + usize::try_from(11 - back).unwrap_or_default() / 2;
                let chance = (turn * 37 % 100) as f64 / 100.0;
                let is_right = chance < 1.0 / (1.0 + (f64::from(minutes) / 45.0));
                let (verdict, rest) = match (is_own, is_right) {
                    (true, _) => (
                        "own",
                        format!(",,,,{},,", minutes * (9 + u32::try_from(turn % 5).unwrap_or_default()) / 10),
                    ),
                    (false, true) => ("accepted", "1,,2,1,,,".to_owned()),
                    (false, false) if turn.is_multiple_of(2) => {
                        ("accepted_after_rework", "1,6,2,1,,,".to_owned())
                    }
                    (false, false) => ("rejected:invented", "1,,3,1,,,".to_owned()),
                };
                let agent = if is_own { "" } else { "chat" };
                let title = format!("{SECRET} {kind} {turn}");
                let _ = writeln!(
                    rows,
                    "{day},Job {place} of {back},{title},{kind},{agent},{minutes},{verdict},{rest}"
                );
            }
        }
    }
    rows
}

struct Desk {
    folder: TempDir,
    app: App,
}

impl Desk {
    fn new(language: Language, record: &str) -> Outcome<Self> {
        let folder = TempDir::new()?;
        let now: jiff::Timestamp = "2026-11-24T09:00:00Z".parse()?;
        let app = App::open(Opening {
            data: Some(folder.path().join("data")),
            now: Some(now.to_zoned_datetime(jiff::tz::TimeZone::UTC)),
            language: Some(language),
            origin: Origin::Terminal,
        })?;
        if !record.is_empty() {
            app.import_history(record.as_bytes(), false)?;
        }
        Ok(Self { folder, app })
    }

    fn ask(&self, name: &str, request: Value) -> Outcome<Value> {
        Ok(self.app.dispatch(name, request)?)
    }

    fn save(&self, week: &str, format: &str, hide: bool, folder: &str) -> Outcome<PathBuf> {
        let path = report_path(&self.folder.path().join(folder), week, self.app.words().language(), format);
        let request = json!({
            "week": week, "hideTitles": hide, "format": format, "theme": "light", "path": path,
        });
        let saved = self.ask("save_report", request)?;
        assert_eq!(saved["noteText"], Value::Null, "every letter has its font");
        Ok(path)
    }

    /// What somebody reads in a file.
    fn read(&self, path: &Path) -> Outcome<String> {
        let text = match path.extension().and_then(|ending| ending.to_str()) {
            Some("pdf") => {
                let view = self.ask("read_brief", json!({ "paths": [path], "encoding": null }))?;
                view["text"].as_str().unwrap_or_default().to_owned()
            }
            Some("html") => {
                let page = fs::read_to_string(path)?;
                page.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect()
            }
            _ => fs::read_to_string(path)?,
        };
        let entities = [("&#39;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
        Ok(entities.iter().fold(text, |text, (entity, letter)| text.replace(entity, letter)))
    }
}

/// Without white space and marks of a format: lines are broken differently in each.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '|' | '\\')).collect()
}

fn each_language(run: impl Fn(&Desk, Language) -> Outcome) -> Outcome {
    for language in Language::ALL {
        run(&Desk::new(*language, &record())?, *language)?;
    }
    Ok(())
}

#[test]
fn every_format_says_the_numbers_of_report_json() -> Outcome {
    each_language(|desk, language| {
        let report: Value = serde_json::from_slice(&fs::read(desk.save(WEEK, "json", false, "out")?)?)?;
        let minutes = |value: &Value| fmt::duration(language, value.as_f64().unwrap_or(f64::NAN));
        let percent = |value: &Value| fmt::percent(value.as_f64().unwrap_or(f64::NAN));
        let range = |low: &Value, high: &Value| {
            fmt::percent_range(language, low.as_f64().unwrap_or(f64::NAN), high.as_f64().unwrap_or(f64::NAN))
        };
        let numbers = &report["numbers"];
        let horizon = &report["horizon"]["chosen"];
        let mut expected = vec![
            minutes(&numbers["listed_minutes"]),
            minutes(&numbers["ai_minutes"]),
            percent(&numbers["share"]["value"]),
            range(&numbers["share"]["low"], &numbers["share"]["high"]),
            percent(&numbers["first_time"]["rate"]),
            range(&numbers["first_time"]["low"], &numbers["first_time"]["high"]),
            minutes(&report["saved_parts"]["review_minutes"]),
            minutes(&report["saved_parts"]["brief_minutes"]),
        ];
        assert_eq!(horizon["reading"]["is"], "within", "the record is long enough: {horizon}");
        expected.push(minutes(&horizon["h50"]["mid"]));
        for share in ["h50", "h80"] {
            let ends =
                [&horizon[share]["low"], &horizon[share]["high"]].map(|end| end.as_f64().unwrap_or(f64::NAN));
            expected.push(fmt::duration_range(language, ends[0], ends[1]));
        }
        for format in ["md", "html", "pdf"] {
            let path = desk.save(WEEK, format, false, "out")?;
            let text = bare(&desk.read(&path)?);
            for number in &expected {
                assert!(text.contains(&bare(number)), "{language} {format} lacks {number}:\n{text}");
            }
        }
        Ok(())
    })
}

#[test]
fn the_same_week_twice_is_the_same_to_the_byte_in_every_format() -> Outcome {
    each_language(|desk, language| {
        for format in FORMATS {
            let [first, second] = ["first", "second"].map(|folder| desk.save(WEEK, format, false, folder));
            assert_eq!(fs::read(first?)?, fs::read(second?)?, "{language} {format}");
        }
        Ok(())
    })
}

#[test]
fn hidden_titles_are_in_no_format() -> Outcome {
    each_language(|desk, language| {
        let shown = desk.save(WEEK, "pdf", false, "shown")?;
        assert!(desk.read(&shown)?.contains(SECRET), "{language}: the PDF is text that can be read");
        for format in FORMATS {
            desk.save(WEEK, format, true, "hidden")?;
        }
        for entry in fs::read_dir(desk.folder.path().join("hidden"))? {
            let path = entry?.path();
            let text = if path.extension().is_some_and(|ending| ending == "png") {
                String::new()
            } else {
                desk.read(&path)?
            };
            let raw = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
            for secret in [SECRET, "quibbling", "Job 0 of"] {
                assert!(
                    !text.contains(secret) && !raw.contains(secret),
                    "{} gives {secret} away",
                    path.display()
                );
            }
        }
        Ok(())
    })
}

#[test]
fn a_running_week_is_marked_and_an_empty_one_says_so_in_every_format() -> Outcome {
    for language in Language::ALL {
        let desk = Desk::new(*language, "")?;
        let words = desk.app.words();
        for format in ["md", "html", "pdf"] {
            let running = bare(&desk.read(&desk.save("2026-W48", format, false, "out")?)?);
            let empty = bare(&desk.read(&desk.save(WEEK, format, false, "out")?)?);
            assert!(running.contains(&bare(&words.word("report-running"))), "{language} {format}");
            assert!(!empty.contains(&bare(&words.word("report-running"))), "{language} {format}");
            assert!(empty.contains(&bare(&words.word("report-short"))), "{language} {format}: {empty}");
        }
    }
    Ok(())
}

#[test]
fn markdown_has_its_pictures_beside_it() -> Outcome {
    let desk = Desk::new(Language::En, &record())?;

    let text = fs::read_to_string(desk.save(WEEK, "md", false, "out")?)?;

    for name in ["length", "share", "time"] {
        let file = format!("halfday-2026-W47.en-{name}.svg");
        assert!(text.contains(&format!("]({file})")), "{file} is shown");
        let svg = fs::read_to_string(desk.folder.path().join("out").join(&file))?;
        assert!(
            svg.starts_with("<svg ") && svg.contains("#1B5FAF") && !svg.contains("var("),
            "colours are concrete"
        );
    }
    Ok(())
}

#[test]
fn the_window_gets_pictures_with_points_and_saves_them() -> Outcome {
    let desk = Desk::new(Language::En, &record())?;
    for which in ["length", "share", "time", "kinds", "stretch", "trend", "trials", "calibration", "felt"] {
        let filters = json!({ "weeks": 12, "kind": null, "agent": null, "family": null, "job": null });
        let ask =
            json!({ "which": which, "filters": filters, "theme": "page", "width": 720, "hideTitles": false });

        let view = desk.ask("picture", ask.clone())?;

        let svg = view["svg"].as_str().unwrap_or_default();
        let points = view["points"].as_array().map_or(0, Vec::len);
        assert_eq!(svg.matches("data-i=").count(), points, "{which}: each point has its mark");
        assert!(svg.contains("var(--") || points == 0, "{which} follows the page");
        for format in ["svg", "png", "pdf"] {
            let path = desk.folder.path().join(format!("{which}.{format}"));
            desk.ask("save_picture", json!({ "picture": ask, "format": format, "path": path }))?;
            assert!(fs::metadata(&path)?.len() > 200, "{which}.{format}");
        }
    }
    let refused = desk.app.dispatch(
        "picture",
        json!({
            "which": "moon", "theme": "page", "width": 720, "hideTitles": false,
            "filters": { "weeks": 12, "kind": null, "agent": null, "family": null, "job": null },
        }),
    );
    assert_eq!(refused.err().map(|error| error.code()), Some("picture_unknown"));
    Ok(())
}

/// Files to be looked at: `HALFDAY_LOOK=DIR cargo test -p halfday-app --test app look`.
#[test]
fn look() -> Outcome {
    let Some(folder) = std::env::var_os("HALFDAY_LOOK") else { return Ok(()) };
    fs::create_dir_all(&folder)?;
    each_language(|desk, language| {
        for format in FORMATS {
            let path = report_path(Path::new(&folder), WEEK, language, format);
            for (theme, hide) in [("dark", true), ("light", false)] {
                let mut to = path.clone();
                if theme == "dark" {
                    to = path.with_file_name(format!("dark-hidden.{language}.{format}"));
                }
                let request = json!({
                    "week": WEEK, "hideTitles": hide, "format": format, "theme": theme, "path": to,
                });
                desk.ask("save_report", request)?;
            }
        }
        Ok(())
    })
}
