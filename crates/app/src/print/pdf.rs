//! One page of PDF from a drawing. Text stays text: it can be read, searched and copied, in the fonts it was set in, of
//! which only the letters used are in the file. The drawings of this program have filled and stroked paths and upright
//! text; nothing else is carried over.

use std::collections::BTreeMap;

use halfday_domain::words::Language;
use krilla::Document;
use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use resvg::tiny_skia::PathSegment;
use resvg::usvg::layout::Span;
use resvg::usvg::{Group, Node, Paint, Path, Text, Tree, fontdb};

use crate::Error;

/// A4 in points.
const PAGE: (f32, f32) = (595.276, 841.89);

/// The drawing on one page: a tall one fills A4 and is made smaller where it has to be, a wide one is a page of its size.
pub(super) fn write(tree: &Tree, title: &str, language: Language) -> Result<Vec<u8>, Error> {
    let why = |why: String| Error::WritePdf { why };
    let (wide, high) = (tree.size().width(), tree.size().height());
    let is_sheet = high > wide;
    let page = if is_sheet { PAGE } else { (wide * 0.75, high * 0.75) };
    let scale = (page.0 / wide).min(page.1 / high);
    // Without a date or a number of its own: the same drawing gives the same bytes.
    let settings = SerializeSettings { enable_tagging: false, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let about = Metadata::new().title(title.to_owned()).language(language.code().to_owned());
    document.set_metadata(about.creator("Halfday".to_owned()));
    let size = PageSettings::from_wh(page.0, page.1).ok_or_else(|| why("the page has no size".to_owned()))?;
    let mut sheet = document.start_page_with(size);
    let mut surface = sheet.surface();
    ground(tree, page, &mut surface);
    surface.push_transform(&Transform::from_row(scale, 0.0, 0.0, scale, (page.0 - wide * scale) / 2.0, 0.0));
    let mut fonts = Fonts { tree, known: BTreeMap::new() };
    group(tree.root(), &mut surface, &mut fonts);
    surface.pop();
    surface.finish();
    sheet.finish();
    document.finish().map_err(|source| why(format!("{source:?}")))
}

/// The colour a drawing begins with, to the edges of the page.
fn ground(tree: &Tree, (wide, high): (f32, f32), surface: &mut Surface<'_>) {
    let Some(Node::Path(first)) = tree.root().children().first() else { return };
    let mut page = PathBuilder::new();
    if let Some(area) = Rect::from_xywh(0.0, 0.0, wide, high) {
        page.push_rect(area);
    }
    let Some(page) = page.finish() else { return };
    surface.set_fill(first.fill().and_then(fill));
    surface.set_stroke(None);
    surface.draw_path(&page);
}

/// Fonts already taken into the file.
struct Fonts<'t> {
    tree: &'t Tree,
    known: BTreeMap<fontdb::ID, Option<Font>>,
}

impl Fonts<'_> {
    fn get(&mut self, id: fontdb::ID) -> Option<Font> {
        let tree = self.tree;
        let read = || {
            tree.fontdb().with_face_data(id, |data, index| Font::new(data.to_vec().into(), index)).flatten()
        };
        self.known.entry(id).or_insert_with(read).clone()
    }
}

fn group(parent: &Group, surface: &mut Surface<'_>, fonts: &mut Fonts<'_>) {
    for node in parent.children() {
        match node {
            Node::Group(child) => group(child, surface, fonts),
            Node::Path(child) => path(child, surface),
            Node::Text(child) => text(child, surface, fonts),
            Node::Image(_) => {}
        }
    }
}

fn place(transform: resvg::tiny_skia::Transform) -> Transform {
    let t = transform;
    Transform::from_row(t.sx, t.ky, t.kx, t.sy, t.tx, t.ty)
}

fn colour(paint: &Paint) -> Option<rgb::Color> {
    match paint {
        Paint::Color(colour) => Some(rgb::Color::new(colour.red, colour.green, colour.blue)),
        Paint::LinearGradient(_) | Paint::RadialGradient(_) | Paint::Pattern(_) => None,
    }
}

fn opacity(value: f32) -> NormalizedF32 {
    NormalizedF32::new(value).unwrap_or(NormalizedF32::ONE)
}

fn fill(fill: &resvg::usvg::Fill) -> Option<Fill> {
    let paint = colour(fill.paint())?.into();
    Some(Fill { paint, opacity: opacity(fill.opacity().get()), rule: FillRule::NonZero })
}

fn stroke(stroke: &resvg::usvg::Stroke) -> Option<Stroke> {
    let dash =
        stroke.dasharray().map(|array| StrokeDash { array: array.to_vec(), offset: stroke.dashoffset() });
    Some(Stroke {
        paint: colour(stroke.paint())?.into(),
        width: stroke.width().get(),
        miter_limit: stroke.miterlimit().get(),
        line_cap: LineCap::Butt,
        line_join: match stroke.linejoin() {
            resvg::usvg::LineJoin::Round => LineJoin::Round,
            resvg::usvg::LineJoin::Bevel => LineJoin::Bevel,
            resvg::usvg::LineJoin::Miter | resvg::usvg::LineJoin::MiterClip => LineJoin::Miter,
        },
        opacity: opacity(stroke.opacity().get()),
        dash,
    })
}

fn path(shape: &Path, surface: &mut Surface<'_>) {
    let mut drawn = PathBuilder::new();
    for segment in shape.data().segments() {
        match segment {
            PathSegment::MoveTo(p) => drawn.move_to(p.x, p.y),
            PathSegment::LineTo(p) => drawn.line_to(p.x, p.y),
            PathSegment::QuadTo(a, p) => drawn.quad_to(a.x, a.y, p.x, p.y),
            PathSegment::CubicTo(a, b, p) => drawn.cubic_to(a.x, a.y, b.x, b.y, p.x, p.y),
            PathSegment::Close => drawn.close(),
        }
    }
    let (fill, stroke) = (shape.fill().and_then(fill), shape.stroke().and_then(stroke));
    let Some(drawn) = drawn.finish() else { return };
    if fill.is_none() && stroke.is_none() {
        return;
    }
    surface.push_transform(&place(shape.abs_transform()));
    surface.set_fill(fill);
    surface.set_stroke(stroke);
    surface.draw_path(&drawn);
    surface.pop();
}

fn text(text: &Text, surface: &mut Surface<'_>, fonts: &mut Fonts<'_>) {
    surface.push_transform(&place(text.abs_transform()));
    for part in text.layouted() {
        span(part, surface, fonts);
    }
    surface.pop();
}

/// The glyphs of a span in runs of one font on one line: a run is one piece of text for who copies it.
fn span(span: &Span, surface: &mut Surface<'_>, fonts: &mut Fonts<'_>) {
    let size = span.font_size.get();
    surface.set_fill(span.fill.as_ref().and_then(fill));
    surface.set_stroke(None);
    let mut rest = span.positioned_glyphs.as_slice();
    while let Some(first) = rest.first() {
        let at = first.transform();
        let same = |glyph: &&resvg::usvg::layout::PositionedGlyph| {
            glyph.font == first.font && (glyph.transform().ty - at.ty).abs() < 0.01
        };
        let count = rest.iter().take_while(same).count().max(1);
        let (run, after) = rest.split_at(count.min(rest.len()));
        rest = after;
        let Some(font) = fonts.get(first.font) else { continue };
        let mut letters = String::new();
        let mut glyphs = vec![];
        for (place, glyph) in run.iter().enumerate() {
            let start = letters.len();
            letters.push_str(&glyph.text);
            let x = glyph.transform().tx;
            let next = run.get(place + 1).map_or(x, |next| next.transform().tx);
            let advance = (next - x) / size;
            glyphs.push(KrillaGlyph::new(
                GlyphId::new(glyph.id.0),
                advance,
                0.0,
                0.0,
                0.0,
                start..letters.len(),
                None,
            ));
        }
        surface.draw_glyphs(Point::from_xy(at.tx, at.ty), &glyphs, font, &letters, size, false);
    }
}
