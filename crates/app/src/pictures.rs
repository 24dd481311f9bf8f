//! Pictures of the person's numbers, for the window and as files.

use std::path::{Path, PathBuf};

use halfday_domain::facts::Facts;
use halfday_domain::facts::details::Details;
use halfday_domain::id::JobId;
use halfday_domain::kind::Kind;
use halfday_insight::{
    Calendar, ENOUGH_JOBS, FeltWeek, Figures, Ground, HorizonFilter, Lengths, MOST_WEEKS, Picture,
    PictureName, ShareWeeks, Style, Theme, TimeSpent, Titles, calibration_chart, felt_against_measured,
    horizon_over_time, horizons, length_chart, right_by_kind, share_by_week, stats, stretch_curve, trend,
    trials_side_by_side, where_time_went,
};
use halfday_store::facts::{self, Reach};

use crate::api::{AskPicture, PictureFilters, PicturePoint, PictureView, SavePicture, SavedFiles};
use crate::export::write_whole;
use crate::felt::Felt;
use crate::insights::Follows;
use crate::print::Sheet;
use crate::{App, Error, reference};

/// Dots to a pixel of a drawing in a PNG: sharp on paper and on dense screens.
const DOTS: f32 = 2.0;
/// No screen and no paper is wider; a narrower picture has no room for its words.
const WIDTHS: std::ops::RangeInclusive<u32> = 240..=2_000;

/// What a file is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Svg,
    Png,
    Pdf,
}

impl App {
    /// A picture as markup, with its points, its table and what has to be said of it.
    pub fn picture(&self, request: AskPicture) -> Result<PictureView, Error> {
        let ground = match request.theme.as_str() {
            "page" => Ground::Page,
            "dark" => Ground::File(Theme::Dark),
            _ => Ground::File(Theme::Light),
        };
        Ok(view(self.draw(&request, ground)?))
    }

    /// Writes a picture to a path the person chose.
    pub fn save_picture(&self, request: SavePicture) -> Result<SavedFiles, Error> {
        let format = match request.format.as_str() {
            "svg" => Format::Svg,
            "png" => Format::Png,
            "pdf" => Format::Pdf,
            other => return Err(Error::UnknownFormat { format: other.to_owned() }),
        };
        let ground = Ground::File(theme(&request.picture.theme));
        let picture = self.draw(&request.picture, ground)?;
        let (bytes, missing) = match format {
            Format::Svg => (picture.svg.into_bytes(), String::new()),
            Format::Png => {
                let sheet = Sheet::new(&picture.svg, self.words().language())?;
                (sheet.png(DOTS)?, sheet.missing)
            }
            Format::Pdf => {
                let sheet = Sheet::new(&picture.svg, self.words().language())?;
                (sheet.pdf(&picture.title)?, sheet.missing)
            }
        };
        self.write_files(&[(PathBuf::from(&request.path), bytes)], &missing)
    }

    /// Writes whole files in their places.
    pub(crate) fn write_files(
        &self,
        files: &[(PathBuf, Vec<u8>)],
        missing: &str,
    ) -> Result<SavedFiles, Error> {
        for (path, bytes) in files {
            let failed = |source| Error::WriteFile { path: path.clone(), source };
            std::fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).map_err(failed)?;
            write_whole(path, bytes).map_err(failed)?;
        }
        let note = || self.words().say("picture-letters-missing", &[("letters", missing)]);
        Ok(SavedFiles {
            files: files.iter().map(|(path, _)| path.display().to_string()).collect(),
            note_text: (!missing.is_empty()).then(note),
        })
    }

    fn draw(&self, request: &AskPicture, ground: Ground) -> Result<Picture, Error> {
        let unknown = || Error::UnknownPicture { picture: request.which.clone() };
        let which = PictureName::from_code(&request.which).ok_or_else(unknown)?;
        let width = request.width.clamp(*WIDTHS.start(), *WIDTHS.end());
        let titles = if request.hide_titles { Titles::Hidden } else { Titles::Shown };
        let style = Style { ground, width: f64::from(width), titles };
        let calendar = self.calendar();
        let (running, weeks) = (calendar.week_of(self.now()), request.filters.weeks.clamp(1, MOST_WEEKS));
        let (facts, details) = match which {
            // The first trial of a job may be long ago.
            PictureName::Trials => self.all_facts_and_details()?,
            _ => self.facts_and_details(calendar.starts_at(running.minus(weeks - 1)))?,
        };
        let narrow = Follows::of(which).narrow(&request.filters);
        let (facts, details) = (narrow.facts(facts), narrow.details(details));
        self.draw_of(which, &request.filters, (&facts, &details, &calendar), &style)
    }

    fn draw_of(
        &self,
        which: PictureName,
        filters: &PictureFilters,
        (facts, details, calendar): (&Facts, &Details, &Calendar),
        style: &Style,
    ) -> Result<Picture, Error> {
        let (words, now, weeks) = (self.words(), self.now(), filters.weeks.clamp(1, MOST_WEEKS));
        let since = calendar.starts_at(calendar.week_of(now).minus(weeks - 1));
        let figures = Figures { facts, details, calendar, since, until: now.saturating_add(1) };
        let agent = filters.agent.as_deref();
        let rows = HorizonFilter {
            agent: filters.agent.clone(),
            family: filters.family.clone(),
            kind: filters.kind.as_deref().map(Kind::from),
            since: Some(since),
            ..HorizonFilter::default()
        };
        Ok(match which {
            PictureName::Length => {
                let both = horizons(facts, details, &rows, now);
                let names = figures.names();
                let shown =
                    Lengths { chosen: &both.chosen, drawn: both.drawn.as_ref(), names: &names, weeks };
                length_chart(&shown, style, words)
            }
            PictureName::Share => {
                let record = stats(facts, calendar, now, weeks);
                let shown = ShareWeeks {
                    weeks: &record.weeks,
                    change: None,
                    could: figures.could(),
                    needs_jobs: ENOUGH_JOBS,
                };
                share_by_week(&shown, style, words)
            }
            PictureName::Time => {
                let (parts, saved) = figures.time_spent();
                where_time_went(&TimeSpent { parts: &parts, saved }, style, words)
            }
            PictureName::Kinds => right_by_kind(&figures.kinds(agent, style.titles), style, words),
            PictureName::Stretch => stretch_curve(&figures.stretch(agent), style, words),
            PictureName::Trend => horizon_over_time(&trend(facts, &rows, now), calendar, style, words),
            PictureName::Trials => {
                let template = filters.job.as_deref().map(|job| self.template_of(job, facts)).transpose()?;
                let trials = template.flatten().map(|template| figures.trials(&template)).unwrap_or_default();
                trials_side_by_side(&trials, style, words)
            }
            PictureName::Calibration => {
                calibration_chart(&figures.timed(), figures.calibration(), style, words)
            }
            PictureName::Felt => {
                let record = stats(facts, calendar, now, weeks);
                let mut felt = vec![];
                for week in &record.weeks {
                    let Some(((number, from), to)) = week.week.zip(week.from).zip(week.to) else { continue };
                    if let Felt::Said(said) = self.felt(number)? {
                        felt.push(FeltWeek { from, to, felt: said, saved: week.saved });
                    }
                }
                felt_against_measured(&felt, style, words)
            }
        })
    }

    /// The template a job was made from.
    fn template_of(&self, job: &str, facts: &Facts) -> Result<Option<String>, Error> {
        let text = job.to_owned();
        let id: JobId =
            self.store.read(move |connection| Ok::<_, Error>(reference::job(connection, &text)?.id))?;
        Ok(facts.jobs.iter().find(|job| job.job_id == id).and_then(|job| job.template_id.clone()))
    }

    /// What figures of the time since then rest on.
    pub(crate) fn facts_and_details(&self, since: i64) -> Result<(Facts, Details), Error> {
        let now = self.now();
        self.store
            .read(move |connection| Ok(facts::with_details(connection, now, Reach::of(connection, since)?)?))
    }

    /// The whole record, however long it is.
    pub(crate) fn all_facts_and_details(&self) -> Result<(Facts, Details), Error> {
        let now = self.now();
        self.store.read(move |connection| Ok(facts::with_details(connection, now, Reach::ALL)?))
    }
}

/// Files are light unless they shall be dark.
pub(crate) fn theme(code: &str) -> Theme {
    if code == "dark" { Theme::Dark } else { Theme::Light }
}

fn view(picture: Picture) -> PictureView {
    let ids = |ids: &[halfday_domain::id::ItemId]| ids.iter().map(ToString::to_string).collect();
    let point = |point: halfday_insight::Point| PicturePoint {
        label: point.label,
        value: point.value,
        items: ids(&point.items),
        jobs: point.jobs.iter().map(ToString::to_string).collect(),
    };
    PictureView {
        which: picture.name.code().to_owned(),
        title: picture.title,
        subtitle: picture.subtitle,
        desc: picture.desc,
        notes: picture.notes,
        svg: picture.svg,
        width: picture.width,
        height: picture.height,
        headers: picture.table.headers,
        rows: picture.table.rows,
        points: picture.points.into_iter().map(point).collect(),
    }
}
