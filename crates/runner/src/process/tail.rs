//! The end of what a program says: all is read, so that it never waits for us; the last bytes stay.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::task::JoinHandle;

/// Reads along until the stream ends or this is dropped.
#[derive(Debug)]
pub(super) struct Tail {
    kept: Arc<Mutex<VecDeque<u8>>>,
    reading: Option<JoinHandle<()>>,
}

impl Tail {
    /// The last `bytes` of `stream`; of no stream: nothing.
    pub(super) fn of(stream: Option<impl AsyncRead + Unpin + Send + 'static>, bytes: usize) -> Self {
        let kept = Arc::new(Mutex::new(VecDeque::new()));
        let reading = stream.map(|stream| tokio::spawn(read(stream, Arc::clone(&kept), bytes)));
        Self { kept, reading }
    }

    pub(super) fn text(&self) -> String {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let (front, back) = kept.as_slices();
        String::from_utf8_lossy(&[front, back].concat()).into_owned()
    }
}

impl Drop for Tail {
    fn drop(&mut self) {
        if let Some(reading) = &self.reading {
            reading.abort();
        }
    }
}

async fn read(mut stream: impl AsyncRead + Unpin, kept: Arc<Mutex<VecDeque<u8>>>, bytes: usize) {
    let mut buffer = [0; 4096];
    // A stream that breaks has ended.
    while let Ok(length @ 1..) = stream.read(&mut buffer).await {
        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.extend(buffer.iter().take(length));
        let surplus = kept.len().saturating_sub(bytes);
        kept.drain(..surplus);
    }
}
