//! What comes in: a file or standard input, as bytes.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use halfday_app::Error;

use crate::failure::Failure;

/// More than any text we take: enough to say that it is too large.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// The bytes of a file; `-` is standard input.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    if path == Path::new("-") {
        return standard_input();
    }
    let unreadable = |source| Error::ReadFile { path: path.to_owned(), source };
    let file = fs::File::open(path).map_err(unreadable)?;
    let mut bytes = vec![];
    file.take(MOST_BYTES).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

/// The bytes of standard input.
pub(crate) fn standard_input() -> Result<Vec<u8>, Failure> {
    let mut bytes = vec![];
    io::stdin().lock().take(MOST_BYTES).read_to_end(&mut bytes).map_err(|_| Failure::StandardInput)?;
    Ok(bytes)
}
