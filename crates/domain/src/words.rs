//! Words: one set of sentences in three languages, from `locales/`, for the terminal, reports,
//! briefs and (through the same files) the window. Numbers and durations arrive as finished text.

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::code::codes;

codes! {
    /// The languages of the program.
    Language {
        En = "en",
        ZhHant = "zh-Hant",
        ZhHans = "zh-Hans",
    }
}

impl Language {
    /// The language a tag of the system or the person means: `zh_TW.UTF-8`, `zh-Hans-CN`, `en`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.split(['.', '@']).next().unwrap_or_default().replace('_', "-").to_lowercase();
        let mut parts = tag.split('-');
        match parts.next() {
            Some("en") => Some(Self::En),
            Some("zh") => {
                let hant = parts.any(|part| matches!(part, "hant" | "tw" | "hk" | "mo"));
                Some(if hant { Self::ZhHant } else { Self::ZhHans })
            }
            _ => None,
        }
    }
}

/// The files of one language, in the order they are read.
const fn files(language: Language) -> [&'static str; 16] {
    macro_rules! of {
        ($dir:literal) => {
            [
                include_str!(concat!("../../../locales/", $dir, "/words.ftl")),
                include_str!(concat!("../../../locales/", $dir, "/errors.ftl")),
                include_str!(concat!("../../../locales/", $dir, "/brief.ftl")),
                include_str!(concat!("../../../locales/", $dir, "/work.ftl")),
                include_str!(concat!("../../../locales/", $dir, "/report.ftl")),
                include_str!(concat!("../../../locales/", $dir, "/pictures.ftl")),
                include_str!(concat!("../../../locales/", $dir, "/record.ftl")),
                include_str!(concat!("../../../locales/", $dir, "/terminal.ftl")),
                include_str!(concat!("../../../locales/", $dir, "/window.ftl")),
                include_str!(concat!("../../../locales/", $dir, "/window-board.ftl")),
                include_str!(concat!("../../../locales/", $dir, "/window-insights.ftl")),
                include_str!(concat!("../../../locales/", $dir, "/window-pages.ftl")),
                include_str!(concat!("../../../locales/", $dir, "/window-review.ftl")),
                include_str!(concat!("../../../locales/", $dir, "/window-work.ftl")),
                include_str!(concat!("../../../locales/", $dir, "/desk.ftl")),
                include_str!(concat!("../../../locales/", $dir, "/horizon.ftl")),
            ]
        };
    }
    match language {
        Language::En => of!("en"),
        Language::ZhHant => of!("zh-Hant"),
        Language::ZhHans => of!("zh-Hans"),
    }
}

/// The sentences of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Words").field(&self.language).finish()
    }
}

impl Words {
    /// The words of `language`, read once per process.
    pub fn of(language: Language) -> &'static Self {
        static ALL: [OnceLock<Words>; 3] = [const { OnceLock::new() }; 3];
        let [en, hant, hans] = &ALL;
        let slot = match language {
            Language::En => en,
            Language::ZhHant => hant,
            Language::ZhHans => hans,
        };
        slot.get_or_init(|| Self::read(language))
    }

    fn read(language: Language) -> Self {
        let tag: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks would show as boxes in terminals and plain text files.
        bundle.set_use_isolating(false);
        for text in files(language) {
            // A file with a fault still gives its sound messages; the parity test finds the fault.
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(sound, _)| sound);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// Which language these are.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a sentence for `key`.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// The sentence for `key`. An unknown key reads as itself, so that a person's own kind of
    /// work or an unknown code stays visible.
    pub fn say<'a>(&'a self, key: &str, args: &[(&str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            // Whole numbers choose plural forms; all else is text.
            let value: FluentValue<'a> = match value.parse::<u32>() {
                Ok(number) if number.to_string() == *value => f64::from(number).into(),
                _ => FluentValue::String(Cow::Owned((*value).to_owned())),
            };
            values.set((*name).to_owned(), value);
        }
        // Faults in a pattern (an argument nobody gave) leave the placeable's name in the text.
        let mut faults = vec![];
        self.bundle.format_pattern(pattern, Some(&values), &mut faults).into_owned()
    }

    /// The sentence for `key` without arguments.
    pub fn word(&self, key: &str) -> String {
        self.say(key, &[])
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
    use fluent_syntax::parser;

    use super::*;

    fn variables(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            let (inline, variants) = match expression {
                Expression::Inline(inline) => (inline, None),
                Expression::Select { selector, variants } => (selector, Some(variants)),
            };
            if let InlineExpression::VariableReference { id } = inline {
                found.insert(id.name.to_owned());
            }
            for variant in variants.into_iter().flatten() {
                variables(&variant.value, found);
            }
        }
    }

    /// Every message of a language with the arguments it uses.
    fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
        let mut all = BTreeMap::new();
        for text in files(language) {
            let resource = parser::parse(text).unwrap_or_else(|(_, faults)| {
                panic!("{language}: {faults:?}");
            });
            for entry in resource.body {
                if let Entry::Message(message) = entry {
                    let mut found = BTreeSet::new();
                    variables(message.value.as_ref().expect("a message has a value"), &mut found);
                    let twice = all.insert(message.id.name.to_owned(), found);
                    assert!(twice.is_none(), "{language}: {} stands twice", message.id.name);
                }
            }
        }
        all
    }

    #[test]
    fn the_three_languages_have_the_same_sentences_with_the_same_arguments() {
        let english = messages(Language::En);

        for language in [Language::ZhHant, Language::ZhHans] {
            assert_eq!(messages(language), english, "{language} differs from English");
        }
    }

    #[test]
    fn tags_of_the_system_find_their_language() {
        assert_eq!(Language::from_tag("zh_TW.UTF-8"), Some(Language::ZhHant));
        assert_eq!(Language::from_tag("zh-Hans-CN"), Some(Language::ZhHans));
        assert_eq!(Language::from_tag("zh_CN"), Some(Language::ZhHans));
        assert_eq!(Language::from_tag("en_GB"), Some(Language::En));
        assert_eq!(Language::from_tag("C"), None);
    }

    #[test]
    fn an_unknown_key_reads_as_itself() {
        assert_eq!(Words::of(Language::En).word("no-such-sentence"), "no-such-sentence");
    }
}
