//! What stands round every picture: the finding above it, the method and count under that, what must always be said
//! below. In a page these are text of the page; in a file they are part of the picture.

use std::fmt::Write as _;

use halfday_domain::words::Language;

use crate::picture::canvas::{Anchor, Area, Canvas, Mark, Paint, Place, escape, n};
use crate::picture::face::{Face, Ink};
use crate::picture::measure::{wrap, wrap_to};
use crate::picture::{Ground, Picture, PictureName, Style, Table};

/// Air round a picture that is a file.
const PAD: f64 = 20.0;
/// The finding has at most so many lines.
const TITLE_LINES: usize = 3;

/// What a picture says, before it is drawn.
#[derive(Debug, Clone, Default)]
pub(crate) struct Said {
    pub(crate) title: String,
    pub(crate) subtitle: String,
    pub(crate) desc: String,
    pub(crate) missing: Vec<String>,
    pub(crate) notes: Vec<String>,
    pub(crate) table: Table,
}

impl Said {
    /// Without its counts where there is nothing to count: no row of zeros.
    pub(crate) fn without_counts(self, is_empty: Empty) -> Self {
        match is_empty {
            Empty::Yes => Self { subtitle: String::new(), ..self },
            Empty::No => self,
        }
    }
}

/// Whether there is anything to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Empty {
    Yes,
    No,
}

impl Empty {
    pub(crate) fn of<T>(rows: &[T]) -> Self {
        if rows.is_empty() { Self::Yes } else { Self::No }
    }
}

/// A picture being drawn.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) canvas: Canvas,
    /// The room for the drawing.
    pub(crate) left: f64,
    pub(crate) right: f64,
    /// Where the drawing may begin.
    pub(crate) top: f64,
    name: PictureName,
    language: Language,
    said: Said,
}

impl Frame {
    /// Writes what stands above the drawing.
    pub(crate) fn begin(name: PictureName, style: &Style, language: Language, said: Said) -> Self {
        let mut canvas = Canvas::new(style);
        let (pad, has_words) = match style.ground {
            Ground::File(_) => (PAD, true),
            Ground::Sheet(_) => (0.0, true),
            Ground::Page => (0.0, false),
        };
        let (left, right) = (pad, style.width - pad);
        canvas.sides = (left, right);
        let mut y = pad;
        if has_words {
            for line in wrap_to(&said.title, Face::TITLE, right - left, TITLE_LINES) {
                canvas.text(&line, Face::TITLE, Place::new(left, y + 16.0, Anchor::Start));
                y += Face::TITLE.leading;
            }
            for line in wrap(&said.subtitle, Face::SUBTITLE, right - left) {
                canvas.text(&line, Face::SUBTITLE, Place::new(left, y + 13.0, Anchor::Start));
                y += Face::SUBTITLE.leading;
            }
            y += 8.0;
        }
        Self { canvas, left, right, top: y, name, language, said }
    }

    pub(crate) fn room(&self) -> f64 {
        self.right - self.left
    }

    /// Writes what stands below the drawing, which ends at `bottom`, and closes the picture.
    pub(crate) fn end(mut self, bottom: f64) -> Picture {
        let mut y = bottom;
        let pad = match self.canvas.ground {
            Ground::File(_) => PAD,
            Ground::Sheet(_) | Ground::Page => 0.0,
        };
        let has_words = !matches!(self.canvas.ground, Ground::Page);
        if has_words && !self.said.notes.is_empty() {
            y += 8.0;
            for note in &self.said.notes {
                for line in wrap(note, Face::NOTE, self.right - self.left) {
                    self.canvas.text(&line, Face::NOTE, Place::new(self.left, y + 12.0, Anchor::Start));
                    y += Face::NOTE.leading;
                }
            }
        }
        let (width, height) = (self.canvas.width, (y + pad).ceil());
        let (name, ground) = (self.name, self.canvas.ground);
        let id = name.code();
        let (body, points) = self.canvas.finish();
        let mut svg = format!(
            "<svg{5} viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-desc\"{2}><title id=\"{id}-title\">{3}</title>\
             <desc id=\"{id}-desc\">{4}</desc>",
            n(width),
            n(height),
            match ground {
                Ground::File(_) | Ground::Sheet(_) => format!(" font-family=\"{}\"", families(self.language)),
                Ground::Page => String::new(),
            },
            escape(&self.said.title),
            escape(&self.said.desc),
            match ground {
                Ground::File(_) | Ground::Sheet(_) => " xmlns=\"http://www.w3.org/2000/svg\"",
                // Inside a page it goes without saying, and the page names no address at all.
                Ground::Page => "",
            }
        );
        if matches!(ground, Ground::File(_)) {
            let _ = write!(
                svg,
                "<rect width=\"{}\" height=\"{}\" fill=\"{}\"/>",
                n(width),
                n(height),
                Ink::Surface.on(ground)
            );
        }
        svg.push_str(&body);
        svg.push_str("</svg>");
        let Said { title, subtitle, desc, missing, notes, table } = self.said;
        Picture { name, title, subtitle, desc, missing, notes, svg, body, width, height, table, points }
    }

    /// A few sentences where a drawing would stand if there were enough for one; gives where they end.
    pub(crate) fn instead(&mut self, sentences: &[String]) -> f64 {
        let lines: Vec<String> = sentences
            .iter()
            .flat_map(|text| wrap(text, Face::ROW.ink(Ink::Muted), self.room() - 32.0))
            .collect();
        let height = 28.0 + lines.len() as f64 * Face::ROW.leading;
        let area = Area { left: self.left, top: self.top, right: self.right, bottom: self.top + height };
        self.canvas.rect(area, 8.0, Paint::fill(Ink::Sunken), Mark::NONE);
        let mut y = self.top + 14.0;
        for line in lines {
            self.canvas.text(
                &line,
                Face::ROW.ink(Ink::Muted),
                Place::new(self.left + 16.0, y + 13.0, Anchor::Start),
            );
            y += Face::ROW.leading;
        }
        self.top + height
    }
}

/// The fonts a file asks for, by language (UI §5).
pub(crate) fn families(language: Language) -> &'static str {
    match language {
        Language::En => "Noto Sans, Segoe UI, Helvetica Neue, Arial, DejaVu Sans, sans-serif",
        Language::ZhHant => "Noto Sans CJK TC, Noto Sans TC, PingFang TC, Microsoft JhengHei UI, sans-serif",
        Language::ZhHans => "Noto Sans CJK SC, Noto Sans SC, PingFang SC, Microsoft YaHei UI, sans-serif",
    }
}
