//! Two processes on one database at the same time: no acknowledged work is lost, none is doubled.

use std::collections::BTreeSet;
use std::thread;

use crate::world::{Outcome, World, list, word};

/// How many commands each process runs one after the other; `scripts/two-processes.sh` runs 1,000.
fn commands_each() -> usize {
    std::env::var("HALFDAY_COMMANDS").ok().and_then(|text| text.parse().ok()).unwrap_or(200)
}

#[test]
fn two_people_typing_at_once_lose_nothing() -> Outcome {
    let world = World::new()?;
    world.new_job()?;
    let count = commands_each();
    let before = list(&world.json(&["show", "1"])?["items"])?.len();

    let acknowledged: Vec<Result<Vec<String>, String>> = thread::scope(|scope| {
        let person = |name: &'static str| {
            let world = &world;
            move || -> Result<Vec<String>, String> {
                (0..count)
                    .map(|number| add(world, &format!("{name} {number}")).map_err(|e| e.to_string()))
                    .collect()
            }
        };
        let threads = ["first", "second"].map(|name| scope.spawn(person(name)));
        threads.into_iter().map(|thread| thread.join().unwrap_or(Err("a thread died".to_owned()))).collect()
    });

    let mut told = vec![];
    for result in acknowledged {
        told.extend(result?);
    }
    let board = world.json(&["show", "1"])?;
    let stored: BTreeSet<String> = list(&board["items"])?
        .iter()
        .map(|item| Ok(word(&item["ref"])?.to_owned()))
        .collect::<Outcome<_>>()?;
    assert_eq!(told.len(), 2 * count);
    assert_eq!(told.iter().collect::<BTreeSet<_>>().len(), 2 * count, "no number is given twice");
    assert!(told.iter().all(|reference| stored.contains(reference)), "nothing told is lost");
    assert_eq!(stored.len(), before + 2 * count, "nothing is doubled");
    assert_eq!(world.json(&["verify"])?["sound"], true);
    Ok(())
}

fn add(world: &World, title: &str) -> Outcome<String> {
    let document = world.json(&["add", "1", title])?;
    Ok(word(&document["item"]["ref"])?.to_owned())
}
