//! Lines of a stream, none longer than a limit: a program that never ends its line cannot fill the
//! memory.

use std::io;

use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};

/// One line, without its line end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// UTF-8; what is none stands as U+FFFD.
    pub text: String,
    /// It was longer than the limit; the rest of it is lost.
    pub is_cut: bool,
}

/// A stream read line by line.
#[derive(Debug)]
pub struct Lines<R> {
    stream: BufReader<R>,
    longest: usize,
    /// The line so far; it outlasts a read that is given up.
    line: Vec<u8>,
    is_cut: bool,
}

impl<R: AsyncRead + Unpin> Lines<R> {
    /// Lines of at most `longest` bytes.
    pub fn new(stream: R, longest: usize) -> Self {
        Self { stream: BufReader::new(stream), longest, line: vec![], is_cut: false }
    }

    /// The next line; `None` at the end. A call that is given up (in `select!`) loses nothing.
    pub async fn next(&mut self) -> io::Result<Option<Line>> {
        loop {
            let chunk = self.stream.fill_buf().await?;
            if chunk.is_empty() {
                let is_end = self.line.is_empty() && !self.is_cut;
                return Ok((!is_end).then(|| self.finish()));
            }
            let end = chunk.iter().position(|byte| *byte == b'\n');
            let piece = chunk.get(..end.unwrap_or(chunk.len())).unwrap_or_default();
            let room = self.longest.saturating_sub(self.line.len());
            self.line.extend(piece.iter().take(room));
            self.is_cut |= piece.len() > room;
            let used = end.map_or(chunk.len(), |end| end + 1);
            self.stream.consume(used);
            if end.is_some() {
                return Ok(Some(self.finish()));
            }
        }
    }

    fn finish(&mut self) -> Line {
        let line = std::mem::take(&mut self.line);
        let line = if self.is_cut { &line[..] } else { line.strip_suffix(b"\r").unwrap_or(&line) };
        let text = String::from_utf8_lossy(line).into_owned();
        Line { text, is_cut: std::mem::take(&mut self.is_cut) }
    }
}
