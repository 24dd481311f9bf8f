//! Bytes → text: which encoding a file is in, named when it had to be assumed, refused when it is
//! not clear. Never mojibake: an undeclared encoding must decode without a fault *and* give
//! characters that people write often, and no rival may do nearly as well.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::error::{Error, MOST_BYTES};
use crate::han;

/// A text and how it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// Without a byte order mark; line ends as they were.
    pub text: String,
    /// `UTF-8`, `UTF-16LE`, `Big5`, `GB18030`, …
    pub encoding: &'static str,
    /// Guessed: neither a byte order mark, nor valid UTF-8, nor declared.
    pub assumed: bool,
}

/// Reads `bytes` as text; `declared` is the name of an encoding the person gave.
pub fn decode(bytes: &[u8], declared: Option<&str>) -> Result<Decoded, Error> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(Error::TooLarge { bytes: bytes.len() });
    }
    let decoded = match declared {
        Some(name) => as_declared(bytes, name)?,
        None => match Encoding::for_bom(bytes) {
            Some((encoding, _)) => strictly(bytes, encoding).map(|text| said(text, encoding)).ok_or(
                // UTF-32 begins with the same two bytes as UTF-16 and is all NULs after them.
                Error::EncodingMismatch { encoding: encoding.name() },
            )?,
            None => undeclared(bytes)?,
        },
    };
    if decoded.text.chars().all(char::is_whitespace) {
        return Err(Error::Blank);
    }
    refuse_binary(&decoded.text)?;
    Ok(decoded)
}

fn said(text: String, encoding: &'static Encoding) -> Decoded {
    Decoded { text, encoding: encoding.name(), assumed: false }
}

fn guessed(text: String, encoding: &'static Encoding) -> Decoded {
    Decoded { text, encoding: encoding.name(), assumed: true }
}

fn as_declared(bytes: &[u8], name: &str) -> Result<Decoded, Error> {
    let encoding = Encoding::for_label(name.trim().as_bytes())
        .ok_or_else(|| Error::EncodingUnknown { name: name.to_owned() })?;
    // GB18030 holds all of GBK, and "GB2312" files often use more than it allows.
    let encoding = if encoding == GBK { GB18030 } else { encoding };
    let text = strictly(bytes, encoding).ok_or(Error::EncodingMismatch { encoding: encoding.name() })?;
    Ok(said(text, encoding))
}

/// The text without its own byte order mark, or nothing when one sequence is not valid.
fn strictly(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    let rest = match Encoding::for_bom(bytes) {
        Some((found, length)) if found == encoding => bytes.get(length..).unwrap_or_default(),
        Some(_) | None => bytes,
    };
    encoding.decode_without_bom_handling_and_without_replacement(rest).map(std::borrow::Cow::into_owned)
}

fn undeclared(bytes: &[u8]) -> Result<Decoded, Error> {
    if bytes.contains(&0) {
        return wide(bytes).ok_or(Error::Binary { at: first_nul(bytes) });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(said(text.to_owned(), UTF_8));
    }
    // Chinese UTF-16 without a mark may hold no NUL at all, but its line ends and spaces do.
    legacy(bytes)
}

fn first_nul(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| *byte == 0).unwrap_or_default()
}

/// UTF-16 without a mark, when one byte order reads well and the other does not.
fn wide(bytes: &[u8]) -> Option<Decoded> {
    let read = |encoding| strictly(bytes, encoding).map(|text| (ordinary_share(&text), text));
    let (little, big) = (read(UTF_16LE), read(UTF_16BE));
    let share = |reading: &Option<(f64, String)>| reading.as_ref().map_or(0.0, |(share, _)| *share);
    let (little_share, big_share) = (share(&little), share(&big));
    if little_share >= 0.95 && big_share < 0.6 {
        return little.map(|(_, text)| guessed(text, UTF_16LE));
    }
    if big_share >= 0.95 && little_share < 0.6 {
        return big.map(|(_, text)| guessed(text, UTF_16BE));
    }
    None
}

/// The share of characters that ordinary English or Chinese text is made of.
fn ordinary_share(text: &str) -> f64 {
    let (mut all, mut ordinary) = (0_u32, 0_u32);
    for c in text.chars() {
        all += 1;
        let is_ordinary = matches!(c, '\t' | '\n' | '\r' | ' '..='~') || han::is_common(c);
        ordinary += u32::from(is_ordinary);
    }
    if all == 0 { 0.0 } else { f64::from(ordinary) / f64::from(all) }
}

/// How many characters outside ASCII a reading has, and how many of them people write often.
struct Evidence {
    encoding: &'static Encoding,
    text: String,
    foreign: u32,
    common: u32,
}

impl Evidence {
    fn of(bytes: &[u8], encoding: &'static Encoding) -> Option<Self> {
        let text = strictly(bytes, encoding)?;
        let foreign = text.chars().filter(|c| !c.is_ascii());
        let (mut all, mut common) = (0, 0);
        for c in foreign {
            all += 1;
            common += u32::from(han::is_common(c));
        }
        Some(Self { encoding, text, foreign: all, common })
    }

    fn share(&self) -> f64 {
        f64::from(self.common) / f64::from(self.foreign.max(1))
    }
}

fn legacy(bytes: &[u8]) -> Result<Decoded, Error> {
    let detected = detected(bytes);
    let mut readings: Vec<Evidence> =
        [BIG5, GB18030].into_iter().filter_map(|encoding| Evidence::of(bytes, encoding)).collect();
    readings.sort_by(|a, b| b.share().total_cmp(&a.share()));
    let mut readings = readings.into_iter();
    let (best, rival) = (readings.next(), readings.next());
    let unsure = Error::EncodingUnsure { guess: Some(detected.name()) };
    if let Some(best) = best.filter(|best| best.share() >= 0.9) {
        let rival_common = rival.map_or(0.0, |rival| rival.share() * f64::from(best.foreign));
        let lead = f64::from(best.common) - rival_common;
        let agrees = detected == best.encoding || (detected == GBK && best.encoding == GB18030);
        // Each character the rival cannot explain halves the doubt; six leave one chance in sixty.
        return if agrees && lead >= 6.0 { Ok(guessed(best.text, best.encoding)) } else { Err(unsure) };
    }
    if detected == WINDOWS_1252 && looks_western(bytes) {
        return strictly(bytes, WINDOWS_1252)
            .map(|text| guessed(text, WINDOWS_1252))
            .ok_or(Error::EncodingUnsure { guess: None });
    }
    match bytes.iter().position(|byte| is_control(char::from(*byte))) {
        Some(at) => Err(Error::Binary { at }),
        None => Err(unsure),
    }
}

fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Mostly ASCII with letters, quotes and dashes of Western Europe standing alone among it.
fn looks_western(bytes: &[u8]) -> bool {
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let undefined = bytes.iter().any(|byte| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d));
    let pairs = bytes.windows(2).filter(|pair| pair.iter().all(|byte| !byte.is_ascii())).count();
    !undefined && high * 8 <= bytes.len() && pairs * 10 <= high
}

fn is_control(c: char) -> bool {
    c == '\u{7f}' || (c < ' ' && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}'))
}

/// A stray control character is kept as text; a NUL or one in a hundred is a binary file.
fn refuse_binary(text: &str) -> Result<(), Error> {
    if let Some(at) = text.find('\0') {
        return Err(Error::Binary { at });
    }
    let controls = text.chars().filter(|c| is_control(*c)).count();
    match text.find(is_control) {
        Some(at) if controls * 100 > text.chars().count() => Err(Error::Binary { at }),
        Some(_) | None => Ok(()),
    }
}
