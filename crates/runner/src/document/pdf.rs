//! PDF: the words on each page, put back into lines and paragraphs. hayro reads the file and says
//! where each glyph stands; this says how much of it is read, and keeps its faults to itself.

mod bounds;
mod lines;
mod plain;

use std::panic::resume_unwind;
use std::thread;

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt, interpret_page,
};

use super::{Block, Blocks, Fault, Part};
use lines::Letter;

const MOST_PAGES: usize = 5_000;
/// The most glyphs, and the most of everything else that is drawn, in one document.
const MOST_LETTERS: usize = 4 << 20;
const MOST_STROKES: usize = 2 << 20;
/// A form is read anew each time it is drawn, behind a clip of its own.
const STROKES_OF_A_CLIP: usize = 16;
/// Objects within objects are read by calls within calls.
const STACK_BYTES: usize = 64 << 20;
/// Glyphs are measured in thousandths of their size.
const UNITS: f64 = 1000.0;

/// The pages of a PDF. It is read on a thread of its own: one that makes the reader panic is
/// damaged, and nothing else is.
pub(super) fn read(content: &[u8]) -> Result<Vec<Block>, Fault> {
    bounds::hold_before_reading(content)?;
    let content = content.to_vec();
    let reading = thread::Builder::new().stack_size(STACK_BYTES).spawn(move || pages(content));
    match reading.map(thread::JoinHandle::join) {
        Ok(Ok(pages)) => pages,
        Ok(Err(cause)) if cause.is::<Stopped>() => Err(Fault::TooLarge),
        Ok(Err(_)) | Err(_) => Err(Fault::Damaged),
    }
}

fn pages(content: Vec<u8>) -> Result<Vec<Block>, Fault> {
    let pdf = Pdf::new(content).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Fault::Locked,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Fault::Damaged,
    })?;
    bounds::hold(&pdf)?;
    if pdf.pages().len() > MOST_PAGES {
        return Err(Fault::TooLarge);
    }
    let cache = InterpreterCache::new();
    let mut blocks = Blocks::default();
    let mut drawn = Drawn::default();
    let mut words = 0;
    for (number, page) in (1..).zip(pdf.pages().iter()) {
        let transform = page.initial_transform(true).to_kurbo();
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let settings = InterpreterSettings::default();
        let mut context = Context::new(transform, area, &cache, pdf.xref(), settings);
        interpret_page(page, &mut context, &mut drawn);
        blocks.push(Block::Part { part: Part::Page, number, name: String::new() })?;
        for block in lines::blocks(&std::mem::take(&mut drawn.page)) {
            words += 1;
            blocks.push(block)?;
        }
    }
    if words == 0 { Err(Fault::NoText) } else { Ok(blocks.all) }
}

/// Why the reading of a page was given up.
struct Stopped;

/// Where hayro draws: letters are kept, all else is only counted.
#[derive(Default)]
struct Drawn {
    page: Vec<Letter>,
    letters: usize,
    strokes: usize,
}

impl Drawn {
    /// A page of forms within forms can draw for years. Unwinding is the only way out of hayro,
    /// and `resume_unwind` the one that is not reported as a fault.
    fn stop_if_too_much(&self) {
        if self.strokes > MOST_STROKES || self.letters > MOST_LETTERS {
            resume_unwind(Box::new(Stopped));
        }
    }

    fn count(&mut self, strokes: usize) {
        self.strokes += strokes;
        self.stop_if_too_much();
    }
}

impl Device<'_> for Drawn {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            self.letters += 1;
            self.stop_if_too_much();
            let transform = props.transform * glyph.transform();
            let width = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(drawn) => drawn.advance_width(),
            };
            let start = transform * Point::ZERO;
            let end = transform * Point::new(f64::from(width.unwrap_or(0.0)), 0.0);
            let size = (transform * Point::new(0.0, UNITS) - start).hypot();
            let text = match glyph.as_unicode() {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(text)) => text,
                None => char::REPLACEMENT_CHARACTER.to_string(),
            };
            self.page.push(Letter { text, x: start.x, y: start.y, end: end.x, size });
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {
        self.count(1);
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.count(STROKES_OF_A_CLIP);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {
        self.count(1);
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {
        self.count(1);
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
