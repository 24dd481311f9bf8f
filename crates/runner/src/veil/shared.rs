//! One veil for all that an attempt sends and hears: the brief, what the model's tools read, the person's answers. A
//! name that is first met in a file gets its stand-in there, and everybody knows it from then on.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Veil;

/// A veil that several hold.
#[derive(Debug, Clone)]
pub struct SharedVeil(Arc<Mutex<Veil>>);

impl SharedVeil {
    pub fn new(veil: Veil) -> Self {
        Self(Arc::new(Mutex::new(veil)))
    }

    fn lock(&self) -> MutexGuard<'_, Veil> {
        // Every stand-in in it is whole, whoever died holding it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The text as it may leave the computer.
    pub fn veil(&self, text: &str) -> String {
        self.lock().veil(text).text
    }

    /// The text with the names back.
    pub fn unveil(&self, text: &str) -> String {
        self.lock().unveil(text)
    }

    /// A regular expression with the names back, each to be found as it is written.
    pub fn unveil_pattern(&self, pattern: &str) -> String {
        self.lock().unveil_as(pattern, |original| regex::escape(original).into())
    }
}

#[cfg(test)]
mod tests {
    use halfday_domain::words::Language;

    use super::*;

    fn veil() -> SharedVeil {
        SharedVeil::new(Veil::new(&["A.B. (Taipei)".to_owned()], Language::En))
    }

    #[test]
    fn a_name_first_met_by_one_holder_is_known_to_all() {
        let reads = veil();
        let tells = reads.clone();

        let veiled = reads.veil("signed A.B. (Taipei)");

        assert!(!veiled.contains("Taipei"), "{veiled}");
        assert_eq!(tells.unveil(&veiled), "signed A.B. (Taipei)");
    }

    #[test]
    fn a_name_in_a_pattern_is_looked_for_as_it_is_written() -> Result<(), regex::Error> {
        let veil = veil();
        let stand_in = veil.veil("A.B. (Taipei)");

        let pattern = regex::Regex::new(&veil.unveil_pattern(&format!("^signed {stand_in}.*$")))?;

        assert!(pattern.is_match("signed A.B. (Taipei), 2026"), "{pattern}");
        assert!(!pattern.is_match("signed AXB. Taipei, 2026"), "{pattern}");
        Ok(())
    }
}
