//! Pictures: known by their first bytes, measured before they are drawn. A small file can ask for
//! more memory than there is.

use imagesize::{ImageType, blob_size, image_type};

use super::{MOST_PICTURE_BYTES, MediaType, Shown, Unreadable};

/// The most points of a picture; each takes four bytes on screen.
const MOST_POINTS: usize = 64 << 20;

pub(super) fn media_type(bytes: &[u8]) -> Option<MediaType> {
    match image_type(bytes).ok()? {
        ImageType::Png => Some(MediaType::Png),
        ImageType::Jpeg => Some(MediaType::Jpeg),
        ImageType::Gif => Some(MediaType::Gif),
        ImageType::Webp => Some(MediaType::Webp),
        _ => None,
    }
}

pub(super) fn show(media_type: MediaType, bytes: &[u8]) -> Shown {
    let Ok(size) = blob_size(bytes) else { return Shown::Unreadable { why: Unreadable::Damaged } };
    let points = size.width.saturating_mul(size.height);
    if bytes.len() > MOST_PICTURE_BYTES || points > MOST_POINTS {
        return Shown::TooLarge;
    }
    if points == 0 {
        return Shown::Unreadable { why: Unreadable::Damaged };
    }
    Shown::Image { media_type, width: size.width as u32, height: size.height as u32 }
}
