//! Every code an error can have has its sentence and its hint, in every language.

use std::collections::BTreeSet;
use std::path::Path;

use halfday_app::{Language, Words};

use crate::world::Outcome;

/// Where codes are given.
const SOURCES: [&str; 3] =
    ["crates/app/src/error.rs", "crates/store/src/error.rs", "crates/split/src/error.rs"];

/// The codes in a source: what stands behind an arrow in quotes.
fn codes(source: &str) -> BTreeSet<String> {
    let is_code =
        |text: &&str| !text.is_empty() && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'_'));
    let behind_arrow = source.split("=> \"").skip(1).filter_map(|rest| rest.split('"').next());
    behind_arrow.filter(is_code).map(str::to_owned).collect()
}

#[test]
fn every_code_has_its_sentence_and_its_hint_in_every_language() -> Outcome {
    let mut all = BTreeSet::new();
    for source in SOURCES {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(source))?;
        let found = codes(&text);
        assert!(found.len() > 5, "{source} is misread: {found:?}");
        all.extend(found);
    }

    let mut missing = vec![];
    for language in Language::ALL {
        let words = Words::of(*language);
        for code in &all {
            for what in ["error", "hint"] {
                let key = format!("{what}-{}", code.replace('_', "-"));
                if !words.has(&key) {
                    missing.push(format!("{language} {key}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
    Ok(())
}

#[test]
fn a_sentence_is_one_line_without_a_full_stop_blame_or_exclamation() -> Outcome {
    for language in Language::ALL {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("locales/{language}/errors.ftl"));
        for line in std::fs::read_to_string(path)?.lines().filter(|line| line.starts_with("error-")) {
            assert!(!line.ends_with(['.', '。', '!', '！']), "{line}");
            assert!(!line.contains(['!', '！']), "{line}");
        }
    }
    Ok(())
}
