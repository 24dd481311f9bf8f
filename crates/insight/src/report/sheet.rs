//! The weekly report as one drawing: the page of the PDF and the poster of the PNG. The same sentences, cards, pictures
//! and tables as in every other format, laid out here because nothing that draws files breaks lines.

use halfday_domain::words::{Language, Words};

use crate::picture::canvas::{Anchor, Area, Canvas, Mark as Point, Paint, Place, escape, n};
use crate::picture::face::{Face, Ink, Weight};
use crate::picture::frame::families;
use crate::picture::measure::{width, wrap};
use crate::picture::{Ground, Picture, Style, Theme};
use crate::report::Report;
use crate::report::inert::inert;
use crate::report::pictures::{length, share, time};
use crate::report::rows::{advice_cells, kind_figure, named_kinds};
use crate::report::say::{Mark, Say};

/// A page of the shape of A4, wide enough for its tables; on paper it is made smaller.
const WIDTH: f64 = 900.0;
const HEIGHT: f64 = 1273.0;
const PAD: f64 = 36.0;
const GAP: f64 = 24.0;

const NAME: Face = Face { size: 14.0, leading: 20.0, weight: Weight::Strong, ink: Ink::Text };
const HEADLINE: Face = Face { size: 22.0, leading: 28.0, weight: Weight::Strong, ink: Ink::Text };
const LEAD: Face = Face { size: 14.0, leading: 20.0, weight: Weight::Regular, ink: Ink::Text };
const LABEL: Face = Face { size: 13.0, leading: 18.0, weight: Weight::Regular, ink: Ink::Muted };
const FIGURE: Face = Face { size: 20.0, leading: 27.0, weight: Weight::Strong, ink: Ink::Text };
const SMALL: Face = Face { size: 11.0, leading: 15.0, weight: Weight::Regular, ink: Ink::Muted };

/// A page as SVG.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What the file is called inside.
    pub title: String,
    pub svg: String,
    pub width: f64,
    pub height: f64,
}

struct Plain;

impl Mark for Plain {
    fn number(&self, text: &str) -> String {
        text.to_owned()
    }

    fn strong(&self, text: &str) -> String {
        text.to_owned()
    }

    fn person(&self, text: &str) -> String {
        inert(text)
    }
}

/// The page being laid out, from top to bottom.
struct Page<'r> {
    canvas: Canvas,
    say: Say<'r, Plain>,
    report: &'r Report,
    words: &'r Words,
    theme: Theme,
    y: f64,
}

/// The report on one page.
pub fn sheet(report: &Report, theme: Theme, words: &Words) -> Sheet {
    let style = Style { ground: Ground::Sheet(theme), width: WIDTH, titles: report.titles };
    let say = Say::new(words, Plain);
    let title = format!("{} · {}", say.word("report-title"), say.when(report));
    let mut page = Page { canvas: Canvas::new(&style), say, report, words, theme, y: PAD };
    page.head();
    if report.is_short() {
        page.short();
    } else {
        page.full();
    }
    page.foot();
    page.close(title)
}

impl Page<'_> {
    fn room() -> f64 {
        WIDTH - 2.0 * PAD
    }

    /// Lines of text from `x` on, no wider than `room`, below what is there.
    fn lines(&mut self, text: &str, face: Face, x: f64, room: f64, y: f64) -> f64 {
        let mut y = y;
        for line in wrap(text, face, room) {
            self.canvas.text(&line, face, Place::new(x, y + face.size * 0.95, Anchor::Start));
            y += face.leading;
        }
        y
    }

    fn paragraph(&mut self, text: &str, face: Face) {
        self.y = self.lines(text, face, PAD, Self::room(), self.y);
    }

    fn head(&mut self) {
        let (name, when) = (self.say.word("report-title"), self.say.when(self.report));
        self.canvas.text(&name, NAME, Place::new(PAD, self.y + 13.0, Anchor::Start));
        let x = PAD + width(&name, NAME) + GAP;
        self.canvas.text(&when, LABEL, Place::new(x, self.y + 13.0, Anchor::Start));
        if self.report.numbers.running {
            let text = self.say.word("report-running");
            let wide = width(&text, LABEL);
            let right = WIDTH - PAD;
            let area = Area { left: right - wide - 16.0, right, top: self.y - 3.0, bottom: self.y + 19.0 };
            self.canvas.rect(area, 6.0, Paint::line(Ink::Line, 1.0), Point::NONE);
            self.canvas.text(&text, LABEL, Place::new(right - 8.0, self.y + 13.0, Anchor::End));
        }
        self.y += 34.0;
    }

    fn short(&mut self) {
        self.paragraph(&self.say.word("report-short"), HEADLINE);
        let why = self.say.run_on(&[self.say.word("report-short-why"), self.say.word("report-short-next")]);
        self.paragraph(&why, LEAD);
    }

    fn full(&mut self) {
        self.paragraph(&self.say.headline(self.report), HEADLINE);
        self.y += 4.0;
        if let Some(line) = self.say.headline_range(self.report) {
            self.paragraph(&line, LEAD);
        }
        self.paragraph(&self.say.first_time(&self.report.numbers.first_time), LEAD);
        if let Some(line) = self.say.unresolved(self.report) {
            self.paragraph(&line, LABEL);
        }
        self.y += 10.0;
        self.cards();
        self.y += 18.0;
        let chart = length(self.report, &self.style(Self::room()), self.words);
        self.y = self.picture(&chart, PAD, self.y) + 18.0;
        self.two(Self::share, Self::time_and_next);
        self.two(Self::kinds, Self::missed);
        for note in self.say.notes(self.report) {
            self.paragraph(&note, LABEL);
        }
    }

    fn style(&self, width: f64) -> Style {
        Style { ground: Ground::Sheet(self.theme), width, titles: self.report.titles }
    }

    fn picture(&mut self, picture: &Picture, x: f64, y: f64) -> f64 {
        self.canvas.insert(&picture.body, x, y);
        y + picture.height
    }

    /// Two columns side by side; the page goes on below the longer one.
    fn two(&mut self, left: fn(&mut Self, f64, f64, f64) -> f64, right: fn(&mut Self, f64, f64, f64) -> f64) {
        let room = (Self::room() - GAP) / 2.0;
        let top = self.y;
        let ends = [left(self, PAD, room, top), right(self, PAD + room + GAP, room, top)];
        let end = ends.into_iter().fold(top, f64::max);
        self.y = if end > top { end + 16.0 } else { top };
    }

    fn cards(&mut self) {
        let cards = self.say.cards(self.report);
        let gap = 12.0;
        let parts: Vec<f64> = if cards.len() == 3 { vec![7.0, 5.0, 5.0] } else { vec![1.0; cards.len()] };
        let whole: f64 = parts.iter().sum();
        let free = Self::room() - gap * (parts.len().max(1) - 1) as f64;
        let (top, mut x, mut bottom) = (self.y, PAD, self.y);
        let mut edges = vec![];
        for (card, part) in cards.iter().zip(&parts) {
            let wide = free * part / whole;
            let (inner, room) = (x + 12.0, wide - 24.0);
            let mut y = self.lines(&card.label, LABEL, inner, room, top + 10.0);
            y = self.lines(&card.value, FIGURE, inner, room, y + 2.0) + 2.0;
            for line in &card.lines {
                y = self.lines(line, SMALL, inner, room, y);
            }
            bottom = bottom.max(y + 10.0);
            edges.push((x, x + wide));
            x += wide + gap;
        }
        for (left, right) in edges {
            self.canvas.rect(
                Area { left, top, right, bottom },
                10.0,
                Paint::line(Ink::Border, 1.0),
                Point::NONE,
            );
        }
        self.y = bottom;
    }

    fn share(&mut self, x: f64, room: f64, y: f64) -> f64 {
        let chart = share(self.report, &self.style(room), self.words);
        self.picture(&chart, x, y)
    }

    fn time_and_next(&mut self, x: f64, room: f64, y: f64) -> f64 {
        let mut y = y;
        if let Some(chart) = time(self.report, &self.style(room), self.words) {
            y = self.picture(&chart, x, y) + 16.0;
        }
        if self.report.hand_over_next.is_empty() {
            return y;
        }
        y = self.title(&self.say.word("report-next"), x, room, y);
        y = self.lines(&self.say.word("report-next-how"), SMALL, x, room, y) + 2.0;
        let heads = ["report-column-kind", "report-column-first", "report-column-own", "report-column-saves"];
        let rows = self
            .report
            .hand_over_next
            .iter()
            .map(|advice| advice_cells(advice, &self.say).to_vec())
            .collect();
        self.table(&heads, rows, x, room, y)
    }

    fn kinds(&mut self, x: f64, room: f64, y: f64) -> f64 {
        let (kinds, more) = named_kinds(self.report);
        if kinds.is_empty() {
            return y;
        }
        let mut rows = vec![];
        for row in kinds {
            let (counted, range) = kind_figure(row, &self.say);
            let ai = if row.ai_minutes.is_zero() { "–".to_owned() } else { self.say.time(row.ai_minutes) };
            rows.push(vec![self.say.kind(&row.kind), counted, range.unwrap_or_else(|| "–".to_owned()), ai]);
        }
        let heads =
            ["report-column-kind", "report-column-first", "report-column-rate", "report-column-ai-time"];
        let top = self.title(&self.say.word("report-kinds"), x, room, y);
        let y = self.table(&heads, rows, x, room, top);
        if more == 0 {
            return y;
        }
        self.lines(
            &self.say.say("report-kinds-more", &[("count", &more.to_string())]),
            SMALL,
            x,
            room,
            y + 4.0,
        )
    }

    fn missed(&mut self, x: f64, room: f64, y: f64) -> f64 {
        let missed = self.say.missed(self.report);
        if missed.rows.is_empty() {
            return y;
        }
        let count = self.report.not_right.len().to_string();
        let top = self.title(&self.say.say("report-missed", &[("count", &count)]), x, room, y);
        let mut rows = vec![];
        for row in missed.rows {
            let mut which = row.which;
            if row.more > 0 {
                which.push(self.say.say("report-missed-more", &[("count", &row.more.to_string())]));
            }
            let between = match self.say.language {
                Language::En => "; ",
                Language::ZhHant | Language::ZhHans => "；",
            };
            rows.push(vec![row.reason, row.times.to_string(), which.join(between)]);
        }
        let heads = ["report-column-reason", "report-column-times", "report-column-which"];
        let y = self.table(&heads, rows, x, room, top);
        if missed.unnamed == 0 {
            return y;
        }
        let more = self.say.say("report-missed-more", &[("count", &missed.unnamed.to_string())]);
        self.lines(&more, SMALL, x, room, y + 4.0)
    }

    fn title(&mut self, text: &str, x: f64, room: f64, y: f64) -> f64 {
        self.lines(text, Face { size: 15.0, leading: 21.0, ..Face::TITLE }, x, room, y) + 2.0
    }

    /// Rows under their heads. Columns in the middle are as wide as what is in them; the first and the last share what
    /// is left, by what they need, and break their lines.
    fn table(&mut self, heads: &[&str], rows: Vec<Vec<String>>, x: f64, room: f64, y: f64) -> f64 {
        let heads: Vec<String> = heads.iter().map(|key| self.say.word(key)).collect();
        let face = Face { size: 12.0, leading: 16.0, weight: Weight::Regular, ink: Ink::Text };
        let needs = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell, face));
            cells.fold(heads.get(column).map_or(0.0, |head| width(head, SMALL)), f64::max)
        };
        let gap = 10.0;
        let mut wides: Vec<f64> = (0..heads.len()).map(needs).collect();
        let free = room - gap * (heads.len().max(1) - 1) as f64;
        narrow(&mut wides, free);
        let mut y = y;
        let mut at = x;
        let mut below = y;
        for (head, wide) in heads.iter().zip(&wides) {
            below = below.max(self.lines(head, SMALL, at, *wide, y));
            at += wide + gap;
        }
        y = below + 2.0;
        self.canvas.line((x, y), (x + room, y), Paint::line(Ink::Border, 1.0));
        for row in &rows {
            let (mut at, mut bottom) = (x, y);
            for (cell, wide) in row.iter().zip(&wides) {
                bottom = bottom.max(self.lines(cell, face, at, *wide, y + 3.0));
                at += wide + gap;
            }
            y = bottom + 3.0;
            self.canvas.line((x, y), (x + room, y), Paint::line(Ink::Border, 1.0));
        }
        y
    }

    fn foot(&mut self) {
        let how = self.say.run_on(&self.say.how(self.report));
        let colon = match self.say.language {
            Language::En => ": ",
            Language::ZhHant | Language::ZhHans => "：",
        };
        let text = format!("{}{colon}{how}", self.say.word("report-how-title"));
        let line = self.y + 4.0;
        self.canvas.line((PAD, line), (WIDTH - PAD, line), Paint::line(Ink::Border, 1.0));
        self.y = line + 8.0;
        self.paragraph(&text, SMALL);
        self.y += 3.0;
        self.paragraph(&self.say.foot(self.report), SMALL);
    }

    fn close(self, title: String) -> Sheet {
        let height = (self.y + PAD).ceil().max(HEIGHT);
        let ground = self.canvas.ground;
        let (body, _) = self.canvas.finish();
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" \
             font-family=\"{2}\"><title>{3}</title><rect width=\"{0}\" height=\"{1}\" fill=\"{4}\"/>{body}</svg>\n",
            n(WIDTH),
            n(height),
            families(self.words.language()),
            escape(&title),
            Ink::Surface.on(ground)
        );
        Sheet { title, svg, width: WIDTH, height }
    }
}

/// Makes columns as wide as there is room: the widest gives way first, down to the next.
fn narrow(wides: &mut [f64], free: f64) {
    for _ in 0..wides.len() * 4 {
        let over = wides.iter().sum::<f64>() - free;
        if over <= 0.0 {
            // What is left goes to the last, whose text may be long.
            if let Some(last) = wides.last_mut() {
                *last -= over;
            }
            return;
        }
        let widest = wides.iter().copied().fold(0.0, f64::max);
        let next = wides.iter().copied().filter(|wide| *wide < widest - 0.5).fold(0.0, f64::max);
        let count = wides.iter().filter(|wide| **wide >= widest - 0.5).count().max(1) as f64;
        let cut = (over / count).min((widest - next).max(1.0));
        for wide in wides.iter_mut().filter(|wide| **wide >= widest - 0.5) {
            *wide -= cut;
        }
    }
}
