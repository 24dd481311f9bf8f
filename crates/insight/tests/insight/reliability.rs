//! Doing it again, against values computed with scipy, and what holds of any counts.

use halfday_insight::{
    Repeated, next_in_a_row, pass_at_k, pass_hat_k, record_again, reliability, streak_needed, trial_counts,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::vectors::{near, number, vectors};
use crate::world::{Came, World, at};

fn count(value: &Value) -> u32 {
    u32::try_from(value.as_u64().expect("a count")).expect("small")
}

#[test]
fn k_of_n_runs_agree() {
    let all = &vectors()["pass_k_single"];
    let tolerance = number(&all["tol_abs"]);

    for case in all["cases"].as_array().expect("cases") {
        let [n, c, k] = ["n", "c", "k"].map(|name| count(&case[name]));
        for (found, name) in [(pass_hat_k(n, c, k), "pass_hat_k"), (pass_at_k(n, c, k), "pass_at_k")] {
            match found {
                Some(share) => near(share, number(&case[name]), tolerance, &case.to_string()),
                None => assert!(case[name].is_null(), "{case}"),
            }
        }
    }
}

#[test]
fn the_means_over_items_agree_and_name_the_items_used() {
    let all = &vectors()["pass_k_items"];
    let tolerance = number(&all["tol_abs"]);
    let items = all["items_n_c"].as_array().expect("items").iter().enumerate();
    let items: Vec<Repeated> = items
        .map(|(place, item)| Repeated { item: place.to_string(), n: count(&item[0]), c: count(&item[1]) })
        .collect();

    let found = reliability(&items);

    for case in all["cases"].as_array().expect("cases") {
        let at = found.k.iter().find(|at| at.k == count(&case["k"])).expect("the k");
        assert_eq!(at.items_used as u64, case["items_used"].as_u64().expect("a count"));
        near(at.pass_hat_k, number(&case["pass_hat_k"]), tolerance, "pass^k");
        near(at.pass_at_k, number(&case["pass_at_k"]), tolerance, "pass@k");
    }
    assert_eq!(found.k.len(), 8, "up to the item run most often");
}

#[test]
fn the_next_in_a_row_agree() {
    let all = &vectors()["next_k_all_succeed_jeffreys"];
    let tolerance = number(&all["tol_abs"]);

    for case in all["cases"].as_array().expect("cases") {
        let [n, c, k] = ["n", "c", "k"].map(|name| count(&case[name]));
        let found = next_in_a_row(n, c, k).expect("c is at most n");
        near(found, number(&case["p_next_k_all_succeed"]), tolerance, &case.to_string());
    }
}

#[test]
fn so_many_in_a_row_prove_a_rate() {
    for case in vectors()["streak_needed"]["cases"].as_array().expect("cases") {
        assert_eq!(streak_needed(number(&case["r"])), Some(count(&case["n"])), "{case}");
    }
    for rate in [0.0, 1.0, -1.0, 2.0, f64::NAN] {
        assert_eq!(streak_needed(rate), None, "{rate} is proved by no streak");
    }
}

#[test]
fn trials_of_one_list_are_put_together_item_by_item_and_first_tries_only() {
    let mut world = World::default();
    let now = at("2026-11-19T18:00");
    for (trial, came) in [Came::Accepted, Came::AfterRework, Came::Accepted].into_iter().enumerate() {
        let job = world.job("2026-11-17T09:00", None);
        world.facts.jobs.last_mut().expect("a job").template_id = Some("list".to_owned());
        let item = world.ai(job, "write", 30, &format!("2026-11-1{}T12:00", 7 + trial), came);
        world.last().item_title = "The letter".to_owned();
        // Tried again until it is right: says nothing here.
        world.again(job, item, "write", 30, "2026-11-19T13:00", Came::Accepted);
        world.last().item_title = "The letter".to_owned();
    }
    let other = world.job("2026-11-17T09:00", None);
    world.ai(other, "write", 30, "2026-11-17T12:00", Came::Accepted);
    let bench = Repeated { item: "A bench".to_owned(), n: 4, c: 4 };

    let record = record_again(&world.facts, std::slice::from_ref(&bench), now);

    let letter = Repeated { item: "The letter · clipboard".to_owned(), n: 3, c: 2 };
    assert_eq!(trial_counts(&world.facts, now), [letter]);
    let counts: Vec<(u32, u32)> = record.items.iter().map(|item| (item.n, item.c)).collect();
    assert_eq!(counts, [(4, 4), (3, 2)]);
    assert_eq!(record.k.iter().map(|at| at.items_used).collect::<Vec<_>>(), [2, 2, 2, 1]);
}

proptest! {
    #[test]
    fn one_more_right_never_makes_anything_less_likely((n, c, k) in (1_u32..60).prop_flat_map(|n| (Just(n), 0..n, 1..=n))) {
        let shares = |c| [pass_hat_k(n, c, k), pass_at_k(n, c, k), next_in_a_row(n, c, k)];
        for (fewer, more) in shares(c).into_iter().zip(shares(c + 1)) {
            let (fewer, more) = (fewer.expect("k is at most n"), more.expect("k is at most n"));
            prop_assert!((0.0..=1.0).contains(&fewer) && fewer <= more && more <= 1.0, "{} {}", fewer, more);
        }
    }

    #[test]
    fn all_of_k_is_harder_than_one_and_one_of_k_easier(counts in prop::collection::vec((0_u32..30, 0_u32..30), 0..12)) {
        let items: Vec<Repeated> = counts
            .iter()
            .map(|(a, b)| Repeated { item: String::new(), n: *a.max(b), c: *a.min(b) })
            .collect();
        let mut turned = items.clone();
        turned.reverse();

        let found = reliability(&items);

        prop_assert_eq!(&found, &reliability(&turned));
        for at in &found.k {
            prop_assert!(at.pass_hat_k <= at.pass_at_k + 1e-12 && at.items_used > 0, "{:?}", at);
        }
    }
}
