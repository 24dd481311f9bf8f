//! Characters as people write them. Fonts have one drawing for a character and for the radical it
//! is in dictionaries, for two letters and their ligature, and the PDF often names the wrong one:
//! whoever looks for 月 would never find ⽉.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

/// Radicals that Unicode does not call the same as the character they look like.
const RADICALS: [(char, char); 47] = [
    ('⺒', '巳'),
    ('⺝', '月'),
    ('⺠', '民'),
    ('⺩', '王'),
    ('⺫', '罒'),
    ('⺻', '聿'),
    ('⺼', '月'),
    ('⺾', '艹'),
    ('⻁', '虎'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻇', '角'),
    ('⻉', '贝'),
    ('⻋', '车'),
    ('⻑', '長'),
    ('⻒', '镸'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻗', '雨'),
    ('⻘', '青'),
    ('⻙', '韦'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻝', '食'),
    ('⻟', '飠'),
    ('⻠', '饣'),
    ('⻡', '首'),
    ('⻢', '马'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻧', '卤'),
    ('⻨', '麦'),
    ('⻩', '黄'),
    ('⻪', '黾'),
    ('⻫', '斉'),
    ('⻬', '齐'),
    ('⻭', '歯'),
    ('⻮', '齿'),
    ('⻯', '竜'),
    ('⻰', '龙'),
    ('⻱', '龜'),
    ('⻲', '亀'),
    ('⻳', '龟'),
];

/// `text` with everyday characters for those that only look like them.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_look_alike) {
        return Cow::Borrowed(text);
    }
    let normalizer = ComposingNormalizerBorrowed::new_nfkc();
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match RADICALS.iter().find(|(radical, _)| *radical == c) {
            Some((_, everyday)) => out.push(*everyday),
            None if is_look_alike(c) => out.push_str(&normalizer.normalize(c.encode_utf8(&mut [0; 4]))),
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Radicals, ligatures of Latin letters, and doubles that only old encodings need.
fn is_look_alike(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' | '\u{fb00}'..='\u{fb06}')
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn look_alikes_become_what_people_write() {
        assert_eq!(plain("客⼾⻑⽉ ﬁrst oﬃce"), "客戶長月 first office");
        assert_eq!(plain("①＋② ｆｕｌｌ ㎡"), "①＋② ｆｕｌｌ ㎡", "people write these");
    }
}
