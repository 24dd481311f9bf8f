//! What a program says, within bounds: its beginning and its end.

use std::collections::VecDeque;

use tokio::io::{AsyncRead, AsyncReadExt};

/// Text of a program, perhaps without its middle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Captured {
    /// UTF-8; what is none stands as U+FFFD. A left out middle shows as a line `[…]`.
    pub text: String,
    pub left_out_bytes: u64,
}

/// Reads `stream` to its end and keeps `half` bytes from its beginning and as many from its end.
pub(super) async fn capture(stream: Option<impl AsyncRead + Unpin>, half: usize) -> Captured {
    let Some(mut stream) = stream else { return Captured::default() };
    let (mut beginning, mut end, mut left_out_bytes) = (vec![], VecDeque::<u8>::new(), 0);
    let mut buffer = [0; 8192];
    // A stream that breaks has ended.
    while let Ok(length @ 1..) = stream.read(&mut buffer).await {
        let read = buffer.get(..length).unwrap_or_default();
        let (first, rest) = read.split_at(read.len().min(half.saturating_sub(beginning.len())));
        beginning.extend_from_slice(first);
        end.extend(rest);
        let surplus = end.len().saturating_sub(half);
        end.drain(..surplus);
        left_out_bytes += surplus as u64;
    }
    let mut text = beginning;
    if left_out_bytes > 0 {
        text.extend_from_slice("\n[…]\n".as_bytes());
    }
    text.extend(end);
    Captured { text: String::from_utf8_lossy(&text).into_owned(), left_out_bytes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_middle_is_left_out() {
        let all = capture(Some(&b"0123456789"[..]), 5).await;
        let cut = capture(Some(&b"0123456789ab"[..]), 5).await;

        assert_eq!(all, Captured { text: "0123456789".to_owned(), left_out_bytes: 0 });
        assert_eq!(cut, Captured { text: "01234\n[…]\n789ab".to_owned(), left_out_bytes: 2 });
    }
}
