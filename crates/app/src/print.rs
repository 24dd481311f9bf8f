//! From a drawing to a file: PNG and PDF of an SVG of ours, with the fonts of this computer. A letter that no font here
//! has is never drawn as a box in silence: where it is a letter of the language itself, nothing is written and the
//! error names it; in words of the person the file is made and the answer says which letters are missing.

use std::sync::{Arc, OnceLock};

use halfday_domain::words::Language;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FontResolver, Group, Node, Options, Tree, fontdb};

use crate::Error;

mod fonts;
#[cfg(feature = "pdf")]
mod pdf;

/// A drawing whose texts have their fonts.
pub(crate) struct Sheet {
    tree: Tree,
    language: Language,
    /// Letters that no font here has.
    pub(crate) missing: String,
}

/// The fonts of this computer, looked for once.
fn installed() -> Arc<fontdb::Database> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let found = FONTS.get_or_init(|| {
        let mut fonts = fontdb::Database::new();
        fonts.load_system_fonts();
        Arc::new(fonts)
    });
    Arc::clone(found)
}

impl Sheet {
    /// Sets the texts of an SVG in the language's fonts.
    pub(crate) fn new(svg: &str, language: Language) -> Result<Self, Error> {
        Self::with_fonts(svg, language, installed())
    }

    fn with_fonts(svg: &str, language: Language, fontdb: Arc<fontdb::Database>) -> Result<Self, Error> {
        if fontdb.is_empty() {
            // Without any, texts would be left out instead of drawn as boxes.
            let letters = match language {
                Language::En => "A",
                Language::ZhHant => "交辦",
                Language::ZhHans => "交办",
            };
            return Err(Error::FontMissing {
                language: language.code().to_owned(),
                letters: letters.to_owned(),
            });
        }
        let fonts = fonts::Chosen::of(&fontdb, language);
        let font_resolver =
            FontResolver { select_font: fonts.clone().selector(), select_fallback: fonts.fallback() };
        let options = Options { fontdb, font_resolver, ..Options::default() };
        let tree =
            Tree::from_str(svg, &options).map_err(|source| Error::DrawPicture { why: source.to_string() })?;
        let missing = missing(&tree);
        if let Some(letters) = letters_of(language, &missing) {
            return Err(Error::FontMissing { language: language.code().to_owned(), letters });
        }
        Ok(Self { tree, language, missing })
    }

    /// As PNG, so many dots to a pixel of the drawing.
    pub(crate) fn png(&self, scale: f32) -> Result<Vec<u8>, Error> {
        let why = |why: &str| Error::DrawPicture { why: why.to_owned() };
        let size = self.tree.size().to_int_size().scale_by(scale).ok_or_else(|| why("it has no size"))?;
        let mut pixels = Pixmap::new(size.width(), size.height())
            .ok_or_else(|| why("it is too large for this computer"))?;
        resvg::render(&self.tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().map_err(|source| why(&source.to_string()))
    }

    /// As PDF of one page.
    #[cfg(feature = "pdf")]
    pub(crate) fn pdf(&self, title: &str) -> Result<Vec<u8>, Error> {
        pdf::write(&self.tree, title, self.language)
    }

    /// This program was built without it.
    #[cfg(not(feature = "pdf"))]
    pub(crate) fn pdf(&self, _title: &str) -> Result<Vec<u8>, Error> {
        Err(Error::NoPdf)
    }
}

/// Letters drawn with the glyph for what a font does not have, each once.
fn missing(tree: &Tree) -> String {
    fn look(group: &Group, found: &mut String) {
        for node in group.children() {
            match node {
                Node::Group(group) => look(group, found),
                Node::Text(text) => {
                    let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                    for letter in glyphs.filter(|glyph| glyph.id.0 == 0).flat_map(|glyph| glyph.text.chars())
                    {
                        if !letter.is_whitespace() && !found.contains(letter) {
                            found.push(letter);
                        }
                    }
                }
                Node::Path(_) | Node::Image(_) => {}
            }
        }
    }
    let mut found = String::new();
    look(tree.root(), &mut found);
    found
}

/// The missing letters without which the language itself cannot be read, a few of them.
fn letters_of(language: Language, missing: &str) -> Option<String> {
    let is_needed = |letter: &char| match language {
        Language::En => letter.is_ascii(),
        Language::ZhHant | Language::ZhHans => letter.is_ascii() || matches!(letter, '\u{3000}'..='\u{9fff}'),
    };
    let needed: String = missing.chars().filter(is_needed).take(8).collect();
    (!needed.is_empty()).then_some(needed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(text: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"40\"><text x=\"0\" y=\"20\">{text}</text></svg>"
        )
    }

    #[test]
    fn without_a_font_for_the_language_nothing_is_drawn_and_the_letters_are_named() {
        let none = Arc::new(fontdb::Database::new());
        let drawn = Sheet::with_fonts(&svg("交辦"), Language::ZhHant, none);

        let letters = drawn.err().map(|error| error.params());
        assert_eq!(letters, Some(vec![("letters", "交辦".to_owned())]));
    }

    #[test]
    fn letters_of_the_language_are_needed_and_those_of_the_person_are_not() {
        assert_eq!(letters_of(Language::ZhHant, "🦀辦b"), Some("辦b".to_owned()));
        assert_eq!(letters_of(Language::En, "🦀辦"), None);
    }

    #[test]
    fn an_unknown_letter_in_words_of_the_person_is_told_and_the_picture_made() {
        let sheet = Sheet::new(&svg("Plan \u{10ffff}"), Language::En).expect("a sheet");

        assert_eq!(sheet.missing, "\u{10ffff}");
        assert!(sheet.png(1.0).expect("a picture").starts_with(b"\x89PNG"));
    }
}
