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
    pub(crate) fn report_week(&self, week: Option<&str>) -> Result<Week, Error> {
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
