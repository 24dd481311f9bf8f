//! The span rule: what no item or subitem claims is text, to the last byte.

use halfday_domain::plan::Span;

/// Takes spans in the order of importance; what is taken stays taken.
#[derive(Debug, Default)]
pub(crate) struct Claims {
    /// Sorted and disjoint.
    taken: std::collections::BTreeMap<usize, usize>,
}

impl Claims {
    /// The parts of `spans` that are still free, now taken.
    pub(crate) fn take(&mut self, spans: &[Span]) -> Vec<Span> {
        let mut got = vec![];
        for span in spans.iter().filter(|span| span.start < span.end) {
            let mut start = span.start;
            // The one taken span that may reach into this one from the left.
            if let Some((_, end)) = self.taken.range(..=start).next_back() {
                start = start.max(*end);
            }
            let inside: Vec<Span> =
                self.taken.range(start.min(span.end)..span.end).map(|(start, end)| *start..*end).collect();
            for taken in inside.into_iter().chain(std::iter::once(span.end..span.end)) {
                if start < taken.start {
                    got.push(start..taken.start);
                }
                start = start.max(taken.end);
            }
        }
        for span in &got {
            self.taken.insert(span.start, span.end);
        }
        got
    }

    /// What is not taken, line by line, without ASCII white space at the ends.
    pub(crate) fn rest(&self, text: &str) -> Vec<Span> {
        let mut rest = vec![];
        let mut start = 0;
        for (from, to) in self.taken.iter().map(|(from, to)| (*from, *to)).chain([(text.len(), text.len())]) {
            visible_lines(text, start..from, &mut rest);
            start = to;
        }
        rest
    }
}

fn visible_lines(text: &str, gap: Span, rest: &mut Vec<Span>) {
    let mut start = gap.start;
    for line in text.get(gap).unwrap_or_default().split_inclusive(['\n', '\r']) {
        let is_blank = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n');
        let from = start + (line.len() - line.trim_start_matches(is_blank).len());
        let to = start + line.trim_end_matches(is_blank).len();
        if from < to {
            rest.push(from..to);
        }
        start += line.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_taken_twice_and_the_rest_is_text() {
        let mut claims = Claims::default();

        assert_eq!(claims.take(&[2..4, 6..8]), [2..4, 6..8]);
        assert_eq!(claims.take(&[0..5, 5..10]), [0..2, 4..5, 5..6, 8..10]);
        assert!(claims.take(&[3..5, 6..7]).is_empty());
        assert_eq!(claims.rest("0123456789 a\r\n\u{3000}b"), [11..12, 14..18]);
    }
}
