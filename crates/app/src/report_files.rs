//! The weekly report as files: every format from the one report, the same bytes for the same week.

use std::path::{Path, PathBuf};

use halfday_domain::words::Language;
use halfday_insight::{Report, Theme, Titles, WEEKS_REPORTED, Week, weekly};
use halfday_store::facts::{self, Reach};

use crate::api::{SaveReport, SavedFiles};
use crate::editions::week_named;
use crate::felt::Felt;
use crate::numbers::document;
use crate::pictures::theme;
use crate::print::Sheet;
use crate::{App, Error};

/// Dots to a pixel of the poster: 217 to an inch of A4.
const DOTS: f32 = 2.0;

impl App {
    /// The week a report is asked for; without a name the last full one.
    pub fn report_week(&self, week: Option<&str>) -> Result<Week, Error> {
        match week {
            Some(text) => week_named(text),
            None => Ok(self.calendar().week_of(self.now()).previous()),
        }
    }

    /// The report that every format is made from.
    pub(crate) fn report_of(&self, week: Week, titles: Titles) -> Result<Report, Error> {
        let calendar = self.calendar();
        let since = calendar.starts_at(week.minus(WEEKS_REPORTED - 1));
        let now = self.now();
        let (facts, details) = self.store.read(move |connection| {
            Ok::<_, Error>(facts::with_chance(connection, now, Reach::of(connection, since)?)?)
        })?;
        let mut report = weekly(&facts, &details, &calendar, week, now, titles);
        if let Felt::Said(felt) = self.felt(week)? {
            report.felt = Some(felt);
        }
        self.compare_with_issued(&mut report, week)?;
        Ok(report)
    }

    /// Writes the report in one format to a path the person chose; pictures of Markdown stand beside it.
    pub fn save_report(&self, request: SaveReport) -> Result<SavedFiles, Error> {
        let week = self.report_week(request.week.as_deref())?;
        let titles = if request.hide_titles { Titles::Hidden } else { Titles::Shown };
        let report = self.report_of(week, titles)?;
        let path = PathBuf::from(&request.path);
        let words = self.words();
        let mut missing = String::new();
        let mut files = vec![];
        let bytes = match request.format.as_str() {
            "json" => {
                let text = serde_json::to_string_pretty(&document("report", &report)?)
                    .map_err(|source| Error::WriteView { command: "report".to_owned(), source })?;
                (text + "\n").into_bytes()
            }
            "md" => {
                let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                let (text, pictures) = halfday_insight::markdown_with_pictures(&report, words, &stem);
                files.extend(
                    pictures.into_iter().map(|(name, svg)| (path.with_file_name(name), svg.into_bytes())),
                );
                text.into_bytes()
            }
            "html" => halfday_insight::html(&report, words).into_bytes(),
            "png" | "pdf" => {
                let (bytes, letters) =
                    printed(&report, &request.format, theme(&request.theme), words.language())?;
                missing = letters;
                bytes
            }
            other => return Err(Error::UnknownFormat { format: other.to_owned() }),
        };
        files.insert(0, (path, bytes));
        self.write_files(&files, &missing)
    }
}

/// The page as PNG or PDF, and the letters it lacks.
fn printed(
    report: &Report,
    format: &str,
    theme: Theme,
    language: Language,
) -> Result<(Vec<u8>, String), Error> {
    let page = halfday_insight::sheet(report, theme, halfday_domain::words::Words::of(language));
    let sheet = Sheet::new(&page.svg, language)?;
    let bytes = if format == "pdf" { sheet.pdf(&page.title)? } else { sheet.png(DOTS)? };
    Ok((bytes, sheet.missing))
}

/// `halfday-2026-W47.zh-Hant.pdf`, in a folder.
pub fn report_path(folder: &Path, week: &str, language: Language, format: &str) -> PathBuf {
    folder.join(format!("halfday-{week}.{language}.{format}"))
}

#[cfg(test)]
mod tests {
    use halfday_domain::words::Words;
    use serde_json::Value;

    use super::*;
    use crate::{Opening, Origin};

    /// Six jobs of a week, one item each, five right first time.
    fn record() -> String {
        let head = "date,job,title,kind,agent,estimate_minutes,verdict,rounds,rework_minutes,review_minutes,\
                    brief_minutes,own_minutes,cost_usd,template\n";
        let row = |n: u32| {
            let verdict = if n == 0 { "rejected:invented" } else { "accepted" };
            format!("2026-11-17,Job {n},Item {n},write,chat,30,{verdict},1,,2,1,,,\n")
        };
        head.to_owned() + &(0..6).map(row).collect::<String>()
    }

    fn dots(bytes: &[u8]) -> Vec<u8> {
        resvg::tiny_skia::Pixmap::decode_png(bytes).expect("a PNG").take()
    }

    #[test]
    fn the_poster_shows_each_number_of_the_report_as_ink() {
        let folder = tempfile::TempDir::new().expect("a folder");
        for language in Language::ALL {
            let app = App::open(Opening {
                data: Some(folder.path().join(language.code())),
                now: Some("2026-11-24T09:00:00Z[UTC]".parse().expect("a time")),
                language: Some(*language),
                origin: Origin::Terminal,
            })
            .expect("an app");
            app.import_history(record().as_bytes(), false).expect("a record");
            let path = folder.path().join("report.png");
            let request = SaveReport {
                week: Some("2026-W47".to_owned()),
                hide_titles: false,
                format: "png".to_owned(),
                theme: "light".to_owned(),
                path: path.display().to_string(),
            };
            app.save_report(request).expect("a poster");
            let poster = dots(&std::fs::read(&path).expect("the file"));

            let week = app.report_week(Some("2026-W47")).expect("a week");
            let report = app.report_of(week, Titles::Shown).expect("a report");
            let page = halfday_insight::sheet(&report, Theme::Light, Words::of(*language));
            let drawn =
                |svg: &str| dots(&Sheet::new(svg, *language).and_then(|s| s.png(DOTS)).expect("a drawing"));
            assert!(drawn(&page.svg) == poster, "{language}: the poster is the page, dot for dot");
            let json: Value = document("report", &report).expect("a document");
            let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
            let first = &json["numbers"]["first_time"];
            let minutes = |value: &Value| halfday_domain::fmt::duration(*language, number(value));
            let shown = [
                halfday_domain::fmt::percent(number(&first["rate"])),
                halfday_domain::fmt::percent_range(*language, number(&first["low"]), number(&first["high"])),
                minutes(&json["numbers"]["listed_minutes"]),
                minutes(&json["numbers"]["ai_minutes"]),
            ];
            for text in shown {
                assert!(page.svg.contains(&text), "{language}: the page says {text}");
                assert!(
                    drawn(&page.svg.replace(&text, "")) != poster,
                    "{language}: {text} is ink on the poster"
                );
            }
        }
    }
}
