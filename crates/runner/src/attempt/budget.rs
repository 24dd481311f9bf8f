//! What an attempt may use before it pauses and asks: tokens and money together with the others of
//! its run, time and steps by itself. At 80 % it is said, at 100 % the person is asked.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use halfday_domain::failure::FailureReason;

use crate::agents::Usage;
use crate::price::Price;

/// The detail of a question about money when nobody knows the price.
pub const PRICE_UNKNOWN: &str = "price_unknown";

/// The most that may be used; `None`: no limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Budget {
    pub tokens: Option<u64>,
    /// Nano-dollars.
    pub money_nano: Option<u64>,
    /// While the agent works; waiting for the person does not count.
    pub time: Option<Duration>,
    pub steps: Option<u64>,
}

/// What the attempts of one run used together.
#[derive(Debug, Default)]
pub struct Purse {
    tokens: AtomicU64,
    money_nano: AtomicU64,
}

/// The account of one attempt.
#[derive(Debug)]
pub(super) struct Account {
    budget: Budget,
    /// What tokens cost where the provider does not say what it charged.
    price: Option<Price>,
    /// How much more was granted since, in whole budgets.
    granted: [u64; 4],
    warned: BTreeSet<FailureReason>,
    before: Usage,
    now: Usage,
    /// What the running turn put into the purse so far, in nano-dollars.
    now_nano: u64,
    /// A turn that is over used tokens nobody knows the price of.
    was_unpriced: bool,
    pub(super) steps: u64,
}

/// What is worth saying or doing about a budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Fine,
    /// 80 % of it.
    Warns(FailureReason),
    UsedUp(FailureReason),
    /// Money is limited, and nobody knows what this costs.
    Unpriced,
}

const KINDS: [FailureReason; 4] =
    [FailureReason::Tokens, FailureReason::Money, FailureReason::Time, FailureReason::Steps];

impl Account {
    pub(super) fn new(budget: Budget, price: Option<Price>) -> Self {
        Self {
            budget,
            price,
            granted: [1; 4],
            warned: BTreeSet::new(),
            before: Usage::default(),
            now: Usage::default(),
            now_nano: 0,
            was_unpriced: false,
            steps: 0,
        }
    }

    /// What the running turn used so far: a snapshot.
    pub(super) fn used(&mut self, usage: Usage, purse: &Purse) {
        let more = |later: Option<u64>, earlier: Option<u64>| {
            later.unwrap_or(0).saturating_sub(earlier.unwrap_or(0))
        };
        let tokens = more(usage.tokens_in, self.now.tokens_in) + more(usage.tokens_out, self.now.tokens_out);
        purse.tokens.fetch_add(tokens, Ordering::Relaxed);
        // Of two prices told for one turn the higher counts: what is in the purse was said already.
        let cost = self.cost_nano(&usage).unwrap_or(0).max(self.now_nano);
        purse.money_nano.fetch_add(cost - self.now_nano, Ordering::Relaxed);
        self.now_nano = cost;
        self.now = usage;
    }

    /// What a turn cost as far as it is known: as it was told, else by the price of its tokens. What was not
    /// counted yet is still to come.
    fn cost_nano(&self, usage: &Usage) -> Option<u64> {
        let counted = Usage {
            tokens_in: usage.tokens_in.or(Some(0)),
            tokens_out: usage.tokens_out.or(Some(0)),
            ..*usage
        };
        usage.reported_cost_nano.or_else(|| self.price.as_ref()?.cost_nano(&counted))
    }

    fn is_unpriced(&self) -> bool {
        let has_used = self.now.tokens_in.is_some() || self.now.tokens_out.is_some();
        has_used && self.cost_nano(&self.now).is_none()
    }

    /// The turn is over: the next one counts from zero.
    pub(super) fn turn_over(&mut self) {
        self.was_unpriced |= self.is_unpriced();
        self.before = self.total();
        self.now = Usage::default();
        self.now_nano = 0;
    }

    /// All turns together. What no turn told stays unknown.
    pub(super) fn total(&self) -> Usage {
        let sum = |one: Option<u64>, other: Option<u64>| match (one, other) {
            (None, None) => None,
            (one, other) => Some(one.unwrap_or(0) + other.unwrap_or(0)),
        };
        Usage {
            tokens_in: sum(self.before.tokens_in, self.now.tokens_in),
            tokens_out: sum(self.before.tokens_out, self.now.tokens_out),
            tokens_cached: sum(self.before.tokens_cached, self.now.tokens_cached),
            tokens_cache_written: sum(self.before.tokens_cache_written, self.now.tokens_cache_written),
            reported_cost_nano: sum(self.before.reported_cost_nano, self.now.reported_cost_nano),
        }
    }

    /// The person lets it go on: as much again.
    pub(super) fn grant(&mut self, reason: FailureReason) {
        if let Some(place) = KINDS.iter().position(|kind| *kind == reason) {
            self.granted[place] += 1;
            self.warned.remove(&reason);
        }
    }

    /// How it stands after `worked` of work.
    pub(super) fn standing(&mut self, purse: &Purse, worked: Duration) -> Standing {
        let millis = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        let spent = [
            (purse.tokens.load(Ordering::Relaxed), self.budget.tokens),
            (purse.money_nano.load(Ordering::Relaxed), self.budget.money_nano),
            (millis(worked), self.budget.time.map(millis)),
            (self.steps, self.budget.steps),
        ];
        let mut warning = None;
        for (place, (kind, (spent, most))) in KINDS.iter().zip(spent).enumerate() {
            let Some(most) = most else { continue };
            let most = most.saturating_mul(self.granted[place]);
            if spent >= most {
                return Standing::UsedUp(*kind);
            }
            if spent.saturating_mul(5) >= most.saturating_mul(4) && warning.is_none() {
                warning = Some(*kind);
            }
        }
        if self.price_is_unknown() {
            return Standing::Unpriced;
        }
        match warning {
            Some(kind) if self.warned.insert(kind) => Standing::Warns(kind),
            Some(_) | None => Standing::Fine,
        }
    }

    /// A money budget cannot hold what nobody knows the price of, unless tokens are limited too. The person
    /// who lets it go on once has said that it may.
    fn price_is_unknown(&self) -> bool {
        self.budget.money_nano.is_some()
            && self.budget.tokens.is_none()
            && self.granted[1] == 1
            && (self.was_unpriced || self.is_unpriced())
    }

    /// When the time budget is used up, from now on, if the agent works on.
    pub(super) fn time_left(&self, worked: Duration) -> Option<Duration> {
        let most = self.budget.time?.saturating_mul(u32::try_from(self.granted[2]).unwrap_or(u32::MAX));
        let warns_at = most.mul_f64(0.8);
        let next = if worked < warns_at { warns_at } else { most };
        Some(next.saturating_sub(worked))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::price::Rate;

    fn tokens(tokens: u64) -> Usage {
        Usage { tokens_in: Some(tokens), ..Usage::default() }
    }

    #[test]
    fn a_budget_warns_once_at_eighty_percent_and_is_used_up_at_a_hundred() {
        let purse = Purse::default();
        let mut account = Account::new(Budget { tokens: Some(100), ..Budget::default() }, None);
        let standing = |used: u64, account: &mut Account| {
            account.used(tokens(used), &purse);
            account.standing(&purse, Duration::ZERO)
        };

        let told: Vec<Standing> =
            [50, 80, 90, 100].iter().map(|used| standing(*used, &mut account)).collect();

        let tokens = FailureReason::Tokens;
        assert_eq!(told, [Standing::Fine, Standing::Warns(tokens), Standing::Fine, Standing::UsedUp(tokens)]);
        account.grant(tokens);
        assert_eq!(standing(120, &mut account), Standing::Fine, "as much again");
        assert_eq!(standing(200, &mut account), Standing::UsedUp(tokens));
    }

    #[test]
    fn snapshots_of_a_turn_are_not_added_up_and_turns_are() {
        let purse = Purse::default();
        let mut account = Account::new(Budget::default(), None);

        for used in [10, 30, 30] {
            account.used(tokens(used), &purse);
        }
        account.turn_over();
        account.used(tokens(5), &purse);

        assert_eq!(account.total(), tokens(35));
        assert_eq!(purse.tokens.load(Ordering::Relaxed), 35);
    }

    #[test]
    fn money_that_nobody_can_count_needs_a_cap_on_tokens() {
        let purse = Purse::default();
        let budget = Budget { money_nano: Some(1_000), ..Budget::default() };
        let mut open = Account::new(budget, None);
        let mut capped = Account::new(Budget { tokens: Some(1_000), ..budget }, None);

        open.used(tokens(5), &purse);
        capped.used(tokens(5), &purse);

        assert_eq!(open.standing(&purse, Duration::ZERO), Standing::Unpriced);
        assert_eq!(capped.standing(&purse, Duration::ZERO), Standing::Fine);
        open.grant(FailureReason::Money);
        assert_eq!(open.standing(&purse, Duration::ZERO), Standing::Fine, "the person said it may");
    }

    /// Three dollars for a million tokens in, fifteen for a million out.
    fn priced(budget: Budget) -> Account {
        let rate = Rate::per_million;
        let price = rate("3").zip(rate("15")).map(|(input, output)| Price {
            model: "m".to_owned(),
            input,
            output,
            cache_read: None,
            cache_write: None,
            source: "a test".to_owned(),
            as_of: None,
        });
        assert!(price.is_some());
        Account::new(budget, price)
    }

    #[test]
    fn where_nobody_tells_a_cost_the_price_of_the_tokens_counts_in_turns_and_snapshots() {
        let purse = Purse::default();
        let mut account = priced(Budget { money_nano: Some(10_000_000), ..Budget::default() });
        let used =
            |tokens_in, tokens_out| Usage { tokens_in: Some(tokens_in), tokens_out, ..Usage::default() };

        account.used(used(1_000, None), &purse);
        account.used(used(1_000, Some(100)), &purse);
        let first = (account.standing(&purse, Duration::ZERO), purse.money_nano.load(Ordering::Relaxed));
        account.turn_over();
        account.used(used(1_000, Some(200)), &purse);
        let second = (account.standing(&purse, Duration::ZERO), purse.money_nano.load(Ordering::Relaxed));

        assert_eq!(first, (Standing::Fine, 4_500_000), "0.0045 dollars");
        assert_eq!(second, (Standing::UsedUp(FailureReason::Money), 10_500_000));
    }

    #[test]
    fn a_cost_that_is_told_counts_instead_of_the_computed_one() {
        let purse = Purse::default();
        let mut account = priced(Budget { money_nano: Some(1_000_000), ..Budget::default() });
        let told = Usage { reported_cost_nano: Some(7), ..tokens(1_000_000) };

        account.used(told, &purse);

        assert_eq!(purse.money_nano.load(Ordering::Relaxed), 7);
        assert_eq!(account.standing(&purse, Duration::ZERO), Standing::Fine);
    }

    #[test]
    fn one_turn_without_a_price_is_enough_for_a_cap_on_tokens_to_be_needed() {
        let purse = Purse::default();
        let mut account = Account::new(Budget { money_nano: Some(1_000), ..Budget::default() }, None);

        account.used(tokens(5), &purse);
        account.turn_over();
        account.used(Usage { reported_cost_nano: Some(1), ..tokens(5) }, &purse);

        assert_eq!(account.standing(&purse, Duration::ZERO), Standing::Unpriced);
    }
}
