//! Which language the terminal speaks, found before the arguments are read, so that even a wrong
//! argument is answered in it.

use std::borrow::Cow;
use std::ffi::OsString;

use halfday_app::Language;

/// The language of `--lang` wherever it stands, else of the system, else English.
pub(crate) fn chosen(arguments: &[OsString]) -> Language {
    asked_for(arguments)
        .and_then(|tag| Language::from_tag(&tag))
        .or_else(halfday_app::system_language)
        .unwrap_or(Language::En)
}

/// What `--lang` says, if it is there.
fn asked_for(arguments: &[OsString]) -> Option<String> {
    let mut arguments = arguments.iter().map(|argument| argument.to_string_lossy());
    while let Some(argument) = arguments.next() {
        if argument == "--" {
            return None;
        }
        if argument == "--lang" {
            return arguments.next().map(Cow::into_owned);
        }
        if let Some(tag) = argument.strip_prefix("--lang=") {
            return Some(tag.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arguments: &[&str], expected: Option<&str>) {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        assert_eq!(asked_for(&arguments).as_deref(), expected);
    }

    #[test]
    fn the_language_may_be_said_anywhere_before_a_double_dash() {
        check(&["halfday", "jobs", "--lang", "zh-Hant"], Some("zh-Hant"));
        check(&["halfday", "--lang=zh-Hans", "jobs"], Some("zh-Hans"));
        check(&["halfday", "add", "1", "--", "--lang", "en"], None);
        check(&["halfday", "--lang"], None);
    }
}
