//! Links in the texts: those to other delivered files and headings are followed here; those to
//! the web are only collected.

use std::sync::OnceLock;

use halfday_domain::check::{CheckOutcome, DetailCode};
use regex::Regex;

use super::{Texts, fails, listed};
use crate::deliverable::Deliverable;
use crate::fence;

/// Targets of Markdown links and pictures, of references and of bare addresses, in order.
fn targets(text: &str) -> Vec<String> {
    static LINK: OnceLock<Option<Regex>> = OnceLock::new();
    let pattern = r#"\]\(\s*<?([^)<>\s]+)>?(?:\s+"[^"]*")?\s*\)|(?m:^ {0,3}\[[^\]\^]+\]:\s*<?(\S+?)>?(?:\s|$))|(https?://(?:\[[0-9A-Fa-f:.]+\])?[^\s<>"'`)\]，。、；：！？（）「」『』【】]+)"#;
    let Some(link) = LINK.get_or_init(|| Regex::new(pattern).ok()) else { return vec![] };
    let lines = fence::lines(text);
    let fences = fence::fences(text, &lines);
    let mut found = vec![];
    for line in lines.iter().filter(|line| !fences.iter().any(|fence| fence.whole.contains(&line.start))) {
        let Some(line) = text.get(line.clone()) else { continue };
        for captures in link.captures_iter(line) {
            let target = captures.iter().skip(1).flatten().next().map(|target| target.as_str());
            if let Some(target) = target {
                let target = target.trim_end_matches(['.', ',', ';', ':', '!', '?']);
                if !found.iter().any(|known| known == target) {
                    found.push(target.to_owned());
                }
            }
        }
    }
    found
}

fn is_web(target: &str) -> bool {
    let lower = target.to_ascii_lowercase();
    lower.starts_with("http://") || lower.starts_with("https://")
}

/// Whether a target is of another scheme: mail, phone.
fn has_scheme(target: &str) -> bool {
    let scheme = target.split_once(':').map(|(scheme, _)| scheme);
    scheme.is_some_and(|s| s.len() > 1 && s.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c)))
}

/// The web links of all texts, each once.
pub(super) fn web(deliverables: &[Deliverable]) -> Vec<String> {
    let mut found: Vec<String> = vec![];
    for text in deliverables.iter().filter_map(Deliverable::readable) {
        for target in targets(&text).into_iter().filter(|target| is_web(target)) {
            if !found.contains(&target) {
                found.push(target);
            }
        }
    }
    found
}

/// How a heading reads as the end of a link.
fn anchor(heading: &str) -> String {
    let lower = heading.trim().to_lowercase();
    let keep = |c: char| match c {
        ' ' => Some('-'),
        c if c.is_alphanumeric() || matches!(c, '-' | '_') => Some(c),
        _ => None,
    };
    lower.chars().filter_map(keep).collect()
}

fn anchors(text: &str) -> Vec<String> {
    let is_heading = |line: &&str| line.trim_start().starts_with('#');
    text.lines().filter(is_heading).map(|line| anchor(line.trim().trim_start_matches('#'))).collect()
}

/// `%20` and the like as characters.
fn decoded(target: &str) -> String {
    let bytes = target.as_bytes();
    let mut out = vec![];
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let code = target.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (byte, code) {
            (b'%', Some(code)) => {
                out.push(code);
                at += 3;
            }
            (byte, _) => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| target.to_owned())
}

/// The path a link in `from` means, folded to one without `.` and `..`; `None`: it leaves.
fn resolved(from: &str, target: &str) -> Option<String> {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

pub(super) fn local(deliverables: &[Deliverable]) -> CheckOutcome {
    let texts = match Texts::of(deliverables) {
        Ok(texts) => texts,
        Err(outcome) => return outcome,
    };
    let mut broken: Vec<String> = vec![];
    for (file, text) in texts.all() {
        for target in targets(text).into_iter().filter(|target| !is_web(target) && !has_scheme(target)) {
            let decoded = decoded(&target);
            let (path, wanted) = decoded.split_once('#').unwrap_or((&decoded, ""));
            let path = path.split('?').next().unwrap_or_default();
            let other = if path.is_empty() {
                Some(file)
            } else {
                let resolved = resolved(&file.path, path);
                deliverables.iter().find(|other| resolved.as_deref() == Some(other.path.as_str()))
            };
            let leads = other.is_some_and(|other| match other.text() {
                Some(text) if !wanted.is_empty() => anchors(text).contains(&anchor(wanted)),
                Some(_) | None => true,
            });
            if !leads {
                broken.push(target);
            }
        }
    }
    if broken.is_empty() {
        return CheckOutcome::holds();
    }
    fails(DetailCode::LinksBroken, &[("names", &listed(&broken))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_found_in_every_way_to_write_them() {
        let text = "See [a](x.md \"t\"), ![p](<p.png>), https://e.org/a, and（https://e.org/b）。\n\n[ref]: y.md\n\
                    ```\n[no](code.md)\n```\n";
        assert_eq!(targets(text), ["x.md", "p.png", "https://e.org/a", "https://e.org/b", "y.md"]);
    }
}
