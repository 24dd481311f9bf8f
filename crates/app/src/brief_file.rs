//! The brief of a new job from a file: text in whatever encoding, or a document's words. Nothing is stored; what cannot
//! be read for sure is refused.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use halfday_runner::show::{Fault, document_brief};
use halfday_split::Error as Undecodable;

use crate::api::{ReadBrief, ReadBriefView};
use crate::{App, Error, decode};

/// More than any brief and any document that is taken in: enough to say that it is too large.
const MOST_BYTES: u64 = 33 << 20;

/// A file that was read.
struct Brief {
    text: String,
    /// None for a document.
    encoding: Option<&'static str>,
    is_assumed: bool,
}

impl App {
    /// Reads the brief of a new job from one of the files; a text comes before a document.
    pub fn read_brief(&self, request: ReadBrief) -> Result<ReadBriefView, Error> {
        let encoding = request.encoding.as_deref();
        let mut best: Option<(&String, Brief)> = None;
        let mut refused: Option<Error> = None;
        for path in &request.paths {
            match read(Path::new(path), encoding) {
                Ok(brief) if brief.encoding.is_some() => {
                    best = Some((path, brief));
                    break;
                }
                Ok(document) => {
                    best.get_or_insert((path, document));
                }
                Err(error) => {
                    refused.get_or_insert(error);
                }
            }
        }
        let (path, brief) = best.ok_or_else(|| refused.unwrap_or(Error::NothingNamed))?;
        Ok(ReadBriefView {
            path: path.clone(),
            name: name(path),
            text: brief.text,
            encoding: brief.encoding.map(str::to_owned),
            is_assumed: brief.is_assumed,
            left: request.paths.iter().filter(|other| *other != path).map(|other| name(other)).collect(),
        })
    }
}

fn name(path: &str) -> String {
    Path::new(path).file_name().map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned())
}

fn read(path: &Path, encoding: Option<&str>) -> Result<Brief, Error> {
    let unreadable = |source| Error::ReadFile { path: path.to_owned(), source };
    let mut bytes = vec![];
    File::open(path).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes)).map_err(unreadable)?;
    if let Some(document) = document_brief(&bytes) {
        let text = document.map_err(|fault| match fault {
            Fault::TooLarge => Undecodable::TooLarge { bytes: bytes.len() }.into(),
            Fault::Damaged | Fault::Locked | Fault::OldOffice | Fault::NoText => {
                Error::ReadDocument { path: path.to_owned(), fault }
            }
        })?;
        // Bounded and looked at like any other text: a document may be blank too.
        let text = decode(text.as_bytes(), None)?.text;
        return Ok(Brief { text, encoding: None, is_assumed: false });
    }
    let decoded = decode(&bytes, encoding)?;
    Ok(Brief { text: decoded.text, encoding: Some(decoded.encoding), is_assumed: decoded.assumed })
}
