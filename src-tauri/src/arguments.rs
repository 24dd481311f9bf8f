//! What the window can be told when it is started: where the data is, and nothing else.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// How the window was started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// The data folder, from `--data` or else from `HALFDAY_DATA`; `None` is the usual one.
    pub data: Option<PathBuf>,
}

/// An argument that the window does not know, or an option without its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unknown {
    pub option: String,
}

impl Arguments {
    /// Reads the arguments after the program's name. `from_environment` is what `HALFDAY_DATA` says.
    pub(crate) fn read(given: &[OsString], from_environment: Option<OsString>) -> Result<Self, Unknown> {
        let mut data = from_environment.filter(|value| !value.is_empty());
        let mut given = given.iter();
        while let Some(argument) = given.next() {
            let unknown = || Unknown { option: argument.to_string_lossy().into_owned() };
            let value = if argument == "--data" {
                given.next().map(OsString::as_os_str)
            } else {
                argument.to_str().and_then(|text| text.strip_prefix("--data=")).map(OsStr::new)
            };
            match value.filter(|value| !value.is_empty()) {
                Some(folder) => data = Some(folder.to_owned()),
                // Older macOS adds one of these when a program is started from the Finder.
                None if argument.to_string_lossy().starts_with("-psn_") => {}
                None => return Err(unknown()),
            }
        }
        Ok(Self { data: data.map(PathBuf::from) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(given: &[&str], environment: Option<&str>, expected: Result<Option<&str>, &str>) {
        let given: Vec<OsString> = given.iter().map(OsString::from).collect();

        let read = Arguments::read(&given, environment.map(OsString::from));

        let expected = expected
            .map(|data| Arguments { data: data.map(PathBuf::from) })
            .map_err(|option| Unknown { option: option.to_owned() });
        assert_eq!(read, expected);
    }

    #[test]
    fn the_folder_is_named_by_the_option_and_else_by_the_environment() {
        check(&[], None, Ok(None));
        check(&[], Some("/there"), Ok(Some("/there")));
        check(&["--data", "/here"], Some("/there"), Ok(Some("/here")));
        check(&["--data=/here"], None, Ok(Some("/here")));
    }

    #[test]
    fn an_empty_variable_names_no_folder() {
        check(&[], Some(""), Ok(None));
    }

    #[test]
    fn what_is_not_known_is_named_back() {
        check(&["--fast"], None, Err("--fast"));
        check(&["--data"], None, Err("--data"));
        check(&["--data="], None, Err("--data="));
        check(&["file.txt"], None, Err("file.txt"));
    }
}
