//! The commands AI may run for an item: none, unless the person turned them on for it. Then it asks for each,
//! and what was allowed for always holds for exactly this argv in this item until they are turned off.

use halfday_runner::agents::Commands;
use halfday_runner::sandbox::Sandbox;
use halfday_store::items::Item;
use halfday_store::{Connection, questions};

use crate::Error;

/// What an attempt at the item may do.
pub(crate) fn commands(connection: &Connection, item: &Item) -> Result<Commands, Error> {
    match item.commands_since {
        Some(_) => Ok(Commands::Asked { allowed: allowed_commands(connection, item)? }),
        None => Ok(Commands::Off),
    }
}

/// What it may run without asking again.
pub(crate) fn allowed_commands(connection: &Connection, item: &Item) -> Result<Vec<Vec<String>>, Error> {
    match item.commands_since {
        Some(since) => Ok(questions::always_allowed(connection, item.id, since)?),
        None => Ok(vec![]),
    }
}

/// Refuses commands where nothing keeps them in the copy.
pub(crate) fn prove_sandbox() -> Result<(), Error> {
    match Sandbox::of_this_machine() {
        Ok(_) => Ok(()),
        Err(why) => Err(Error::NoSandbox { why: why.to_string() }),
    }
}

/// An argv on one line, so that two that differ look different: words with anything but plain signs in quotes.
pub(crate) fn told(argv: &[String]) -> String {
    let is_plain = |word: &str| {
        !word.is_empty() && word.chars().all(|sign| sign.is_alphanumeric() || "-_./=:,+@%".contains(sign))
    };
    let words = argv
        .iter()
        .map(|word| if is_plain(word) { word.clone() } else { format!("'{}'", word.replace('\'', "'\\''")) });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_that_differ_look_different() {
        let line = |argv: &[&str]| told(&argv.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());

        assert_eq!(line(&["sort", "-u", "notes.txt"]), "sort -u notes.txt");
        assert_eq!(line(&["rm", "a b"]), "rm 'a b'");
        assert_ne!(line(&["rm", "a b"]), line(&["rm", "a", "b"]));
        assert_eq!(line(&["echo", "", "it's"]), r"echo '' 'it'\''s'");
    }
}
