//! What a turn used, from what agents tell: tokens at its end, money for the whole session as it goes.

use agent_client_protocol::v1::schema::{Cost, Usage as Told};

use crate::agents::Usage;

const NANO: f64 = 1e9;

/// What is known of a session's use.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    /// What the session had cost when this turn began.
    cost_before: Option<u64>,
    cost: Option<u64>,
    turn: Usage,
}

impl Tokens {
    /// A new turn begins; what it uses is counted from here.
    pub(super) fn begin(&mut self) {
        self.cost_before = self.cost;
        self.turn = Usage::default();
    }

    /// The session has cost this much so far. Other money than dollars is not ours to change.
    pub(super) fn cost(&mut self, cost: &Cost) -> Option<Usage> {
        if cost.currency != "USD" || !cost.amount.is_finite() || cost.amount < 0.0 {
            return None;
        }
        let cost = (cost.amount * NANO).round() as u64;
        self.cost = Some(cost);
        self.turn.reported_cost_nano = Some(cost.saturating_sub(self.cost_before.unwrap_or(0)));
        Some(self.turn)
    }

    /// The turn used these tokens. Zero of everything is what agents send that do not know.
    pub(super) fn tokens(&mut self, told: &Told) -> Option<Usage> {
        if told.total_tokens == 0 && told.input_tokens == 0 && told.output_tokens == 0 {
            return None;
        }
        let cached = told.cached_read_tokens;
        let kept = told.cached_read_tokens.unwrap_or(0) + told.cached_write_tokens.unwrap_or(0);
        let thought = told.thought_tokens.unwrap_or(0);
        // Some count cached and thought tokens within the others and some beside them; the total tells which.
        let is_beside = told.total_tokens == told.input_tokens + told.output_tokens + thought + kept;
        let (read, written) = if is_beside {
            (told.input_tokens + kept, told.output_tokens + thought)
        } else {
            (told.input_tokens, told.output_tokens)
        };
        self.turn.tokens_in = Some(read);
        self.turn.tokens_out = Some(written);
        self.turn.tokens_cached = cached;
        self.turn.tokens_cache_written = told.cached_write_tokens;
        Some(self.turn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cost_is_told_for_the_session_and_kept_for_the_turn() {
        let mut tokens = Tokens::default();
        tokens.begin();
        tokens.cost(&Cost::new(0.015_42, "USD"));
        tokens.begin();

        let used = tokens.cost(&Cost::new(0.02, "USD"));

        assert_eq!(used.and_then(|used| used.reported_cost_nano), Some(4_580_000));
        assert_eq!(tokens.cost(&Cost::new(0.03, "EUR")), None);
        assert_eq!(tokens.cost(&Cost::new(f64::NAN, "USD")), None);
    }

    #[test]
    fn cached_tokens_are_counted_once_whichever_way_an_agent_tells_them() {
        let within = Told::new(1_050, 1_000, 50).cached_read_tokens(400).thought_tokens(20);
        let beside =
            Told::new(1_090, 600, 50).cached_read_tokens(400).cached_write_tokens(20).thought_tokens(20);
        let usage = |told: &Told| Tokens::default().tokens(told);

        let within = usage(&within).unwrap();
        let beside = usage(&beside).unwrap();

        assert_eq!(
            (within.tokens_in, within.tokens_out, within.tokens_cached),
            (Some(1_000), Some(50), Some(400))
        );
        assert_eq!(
            (beside.tokens_in, beside.tokens_out, beside.tokens_cached),
            (Some(1_020), Some(70), Some(400))
        );
        assert_eq!(usage(&Told::new(0, 0, 0)), None, "unknown is not zero");
    }
}
