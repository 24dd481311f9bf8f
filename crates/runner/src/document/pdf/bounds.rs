//! How much a PDF may hold unpacked. hayro unpacks a stream whole, so it is measured before.

use std::io::{self, Read};

use flate2::read::{DeflateDecoder, ZlibDecoder};
use hayro_interpret::hayro_syntax::object::Object;
use hayro_interpret::hayro_syntax::{Filter, Pdf};

use super::Fault;

/// The most that all streams may hold unpacked.
const MOST_BYTES: u64 = 256 << 20;
/// The most that streams in the old packing may hold packed: it makes one byte into two thousand.
const MOST_LZW_BYTES: usize = 128 << 10;
/// Packed within packed within packed.
const DEEPEST: usize = 3;
const STREAM: &[u8] = b"stream";

/// Measures each stream as it stands in the file, so that nothing is read before. What is encrypted cannot be measured
/// so, whether it asks for a password or opens without one: it is refused.
pub(super) fn hold_before_reading(content: &[u8]) -> Result<(), Fault> {
    if is_encrypted(content) {
        return Err(Fault::Locked);
    }
    let mut unpacked = 0;
    let mut rest = content;
    while let Some(at) = find(rest, STREAM) {
        rest = rest.get(at + STREAM.len()..).unwrap_or_default();
        let begin = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n' | b' ')).count();
        unpacked += measured(rest.get(begin..).unwrap_or_default(), MOST_BYTES - unpacked);
        if unpacked >= MOST_BYTES {
            return Err(Fault::TooLarge);
        }
    }
    Ok(())
}

/// Refuses streams that could not be measured as they stood.
pub(super) fn hold(pdf: &Pdf) -> Result<(), Fault> {
    let mut lzw_bytes = 0;
    for object in pdf.objects() {
        let Object::Stream(stream) = object else { continue };
        let filters = stream.filters();
        let packings = filters.iter().filter(|filter| {
            matches!(filter, Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode)
        });
        if packings.count() > 1 {
            return Err(Fault::TooLarge);
        }
        if filters.contains(&Filter::LzwDecode) {
            lzw_bytes += stream.raw_data().len();
        }
    }
    if lzw_bytes > MOST_LZW_BYTES { Err(Fault::TooLarge) } else { Ok(()) }
}

/// Whether a trailer says how the file is encrypted. Trailers are never packed; a name may be written `/Encr#79pt`.
fn is_encrypted(content: &[u8]) -> bool {
    const KEY: &[u8] = b"/Encrypt";
    let mut rest = content;
    while let Some(at) = rest.iter().position(|byte| *byte == b'/') {
        rest = rest.get(at..).unwrap_or_default();
        // Each letter takes one byte or three.
        let name = plain_name(rest.get(..3 * KEY.len()).unwrap_or(rest));
        let is_whole = name.get(KEY.len()).is_none_or(|next| !next.is_ascii_alphanumeric());
        if name.starts_with(KEY) && is_whole {
            return true;
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    false
}

/// A name with `#79` read as what it stands for.
fn plain_name(written: &[u8]) -> Vec<u8> {
    let mut name = vec![];
    let mut rest = written;
    while let Some((first, after)) = rest.split_first() {
        let code = after
            .get(..2)
            .filter(|_| *first == b'#')
            .and_then(|digits| str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        rest = if code.is_some() { after.get(2..).unwrap_or_default() } else { after };
        name.push(code.unwrap_or(*first));
    }
    name
}

fn find(within: &[u8], wanted: &[u8]) -> Option<usize> {
    within.windows(wanted.len()).position(|window| window == wanted)
}

/// How much the stream at the start of `packed` holds, and whatever is packed within it, up to
/// `most`.
fn measured(packed: &[u8], most: u64) -> u64 {
    let letters = letters_unpacked(packed);
    let packed = letters.as_deref().unwrap_or(packed);
    let mut all = 0;
    for depth in 1..=DEEPEST {
        let with_head = nested(packed, depth, |inner| Box::new(ZlibDecoder::new(inner)));
        let without = nested(packed, depth, |inner| Box::new(DeflateDecoder::new(inner)));
        let (mut longest, is_whole) = length(with_head, most - all);
        if !is_whole {
            longest = longest.max(length(without, most - all).0);
        }
        all += longest;
        if longest == 0 || all >= most {
            break;
        }
    }
    all
}

type Unpacked<'a> = Box<dyn Read + 'a>;

fn nested<'a>(packed: &'a [u8], depth: usize, unpack: impl Fn(Unpacked<'a>) -> Unpacked<'a>) -> Unpacked<'a> {
    (0..depth).fold(Box::new(packed), |inner, _| unpack(inner))
}

/// How much can be read before the end, the first fault, or `most`, and whether there was no fault.
fn length(from: Unpacked<'_>, most: u64) -> (u64, bool) {
    let mut from = from.take(most);
    let read = io::copy(&mut from, &mut io::sink());
    (most - from.limit(), read.is_ok())
}

/// What letters stand for, where a stream is written in letters (`~>` ends it): some programs
/// pack first and then write so.
fn letters_unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    let end = find(packed, b"~>")?;
    let letters = packed.get(..end)?;
    let mut bytes = Vec::with_capacity(letters.len());
    let mut group: Vec<u32> = vec![];
    for letter in letters {
        match letter {
            b'z' if group.is_empty() => bytes.extend([0; 4]),
            b'!'..=b'u' => group.push(u32::from(letter - b'!')),
            letter if letter.is_ascii_whitespace() => {}
            _ => return None,
        }
        if group.len() == 5 {
            bytes.extend(word(&group));
            group.clear();
        }
    }
    if group.len() > 1 {
        let kept = group.len() - 1;
        group.resize(5, 84);
        bytes.extend(word(&group).iter().take(kept));
    }
    Some(bytes)
}

fn word(group: &[u32]) -> [u8; 4] {
    group.iter().fold(0_u32, |all, digit| all.wrapping_mul(85).wrapping_add(*digit)).to_be_bytes()
}
