//! Which of this computer's fonts a text is set in: the families of UI §5 in their order for each language, then
//! whatever has the letter.

use std::sync::Arc;

use halfday_domain::words::Language;
use resvg::usvg::fontdb::{Database, Family, ID, Query, Stretch, Style, Weight};
use resvg::usvg::{FallbackSelectionFn, FontResolver, FontSelectionFn};

const LATIN: [&str; 12] = [
    "Noto Sans",
    "Segoe UI",
    "SF Pro Text",
    "Helvetica Neue",
    "Cantarell",
    "Ubuntu",
    "Roboto",
    "Liberation Sans",
    "Arial",
    "DejaVu Sans",
    "Verdana",
    "FreeSans",
];
const TRADITIONAL: [&str; 9] = [
    "Noto Sans CJK TC",
    "Noto Sans TC",
    "Source Han Sans TC",
    "PingFang TC",
    "Microsoft JhengHei UI",
    "Microsoft JhengHei",
    "Noto Sans CJK HK",
    "WenQuanYi Zen Hei",
    "AR PL UMing TW",
];
const SIMPLIFIED: [&str; 9] = [
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
    "SimHei",
];

/// The installed ones of these, best first, as regular and bold faces.
#[derive(Debug, Clone)]
pub(super) struct Chosen {
    faces: Vec<(ID, ID)>,
}

impl Chosen {
    pub(super) fn of(fonts: &Database, language: Language) -> Self {
        // A Chinese family also has Latin letters that were drawn to stand beside the Chinese ones.
        let order: [&[&str]; 3] = match language {
            Language::En => [&LATIN, &SIMPLIFIED, &TRADITIONAL],
            Language::ZhHant => [&TRADITIONAL, &SIMPLIFIED, &LATIN],
            Language::ZhHans => [&SIMPLIFIED, &TRADITIONAL, &LATIN],
        };
        let face = |family: &str, weight: Weight| {
            let families = [Family::Name(family)];
            fonts.query(&Query {
                families: &families,
                weight,
                stretch: Stretch::Normal,
                style: Style::Normal,
            })
        };
        let pair = |family: &&str| Some((face(family, Weight::NORMAL)?, face(family, Weight::SEMIBOLD)?));
        Self { faces: order.iter().flat_map(|families| families.iter()).filter_map(pair).collect() }
    }

    /// The face a text begins with.
    pub(super) fn selector(self) -> FontSelectionFn<'static> {
        let otherwise = FontResolver::default_font_selector();
        Box::new(move |font, fonts| match self.faces.first() {
            Some((regular, strong)) => Some(if font.weight() >= 600 { *strong } else { *regular }),
            None => otherwise(font, fonts).or_else(|| any_upright(fonts)),
        })
    }

    /// The face for a letter that the ones before do not have.
    pub(super) fn fallback(self) -> FallbackSelectionFn<'static> {
        let otherwise = FontResolver::default_fallback_selector();
        Box::new(move |letter, used, fonts| {
            let is_strong = |fonts: &Arc<Database>| {
                used.first()
                    .and_then(|id| fonts.face(*id))
                    .is_some_and(|face| face.weight >= Weight::SEMIBOLD)
            };
            let strong = is_strong(fonts);
            let faces = self.faces.iter().map(|(regular, bold)| if strong { *bold } else { *regular });
            let next = faces.into_iter().find(|face| !used.contains(face));
            next.or_else(|| otherwise(letter, used, fonts))
        })
    }
}

/// On a computer with none of the families: any face that stands upright.
fn any_upright(fonts: &Database) -> Option<ID> {
    fonts
        .faces()
        .find(|face| face.style == Style::Normal && face.weight == Weight::NORMAL)
        .map(|face| face.id)
}
