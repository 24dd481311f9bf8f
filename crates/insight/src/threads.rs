//! Work side by side, in threads that end with the call: whoever calls sees a plain function. This is the one file of the
//! pure crates that starts any (`tests/layering.rs`), and only for the time it saves: which thread does a part of the work
//! makes no difference to what comes of it.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread::{Builder, available_parallelism, scope};

/// How many threads are worth having where there is work for so many.
pub(crate) fn hands(most: usize) -> usize {
    available_parallelism().map_or(1, NonZero::get).min(most).max(1)
}

/// Both results; `aside` is worked out beside `here`.
pub(crate) fn both<A: Send, B>(aside: impl Fn() -> A + Send + Sync, here: impl FnOnce() -> B) -> (A, B) {
    scope(|scope| {
        let started = Builder::new().spawn_scoped(scope, &aside);
        let here = here();
        let aside = match started {
            Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
            // The system has no thread to give: one after the other, then.
            Err(_) => aside(),
        };
        (aside, here)
    })
}

/// What `work` makes of all items, in their order, by so many hands.
pub(crate) fn in_parts<T: Sync, R: Send>(
    items: &[T],
    hands: usize,
    work: impl Fn(&[T]) -> Vec<R> + Sync,
) -> Vec<R> {
    let mut parts = items.chunks(items.len().div_ceil(hands.max(1)).max(1));
    let own = parts.next().unwrap_or_default();
    let work = &work;
    scope(|scope| {
        let start = |part| (part, Builder::new().spawn_scoped(scope, move || work(part)));
        let others: Vec<_> = parts.map(start).collect();
        let mut done = work(own);
        for (part, started) in others {
            done.extend(match started {
                Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
                Err(_) => work(part),
            });
        }
        done
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_back_in_their_order_whatever_the_number_of_hands() {
        let items: Vec<u32> = (0..100).collect();
        let doubled: Vec<u32> = items.iter().map(|item| item * 2).collect();

        for hands in [0, 1, 2, 3, 7, 100, 1_000] {
            let work = |part: &[u32]| part.iter().map(|item| item * 2).collect();
            assert_eq!(in_parts(&items, hands, work), doubled, "{hands}");
        }
        assert_eq!(in_parts(&[], 4, |part: &[u32]| part.to_vec()), Vec::<u32>::new());
    }

    #[test]
    fn both_are_there() {
        assert_eq!(both(|| 1, || "two"), (1, "two"));
    }
}
