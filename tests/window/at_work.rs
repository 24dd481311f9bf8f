//! The window shows a board while two other programs change it, and falls behind neither.

use std::sync::Mutex;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::Value;

use crate::desk::Desk;
use crate::driver::{Driver, Outcome};
use crate::{LIVE_AT_MOST, hand};

/// Two programs, each in rounds of five changes of different kinds: 500.
const PROGRAMS: usize = 2;
const ROUNDS: usize = 50;
/// What each program changes; the other does not touch it.
const OWN_ITEMS: usize = 5;

/// Notes in the page when each fact about the board came to be what it is: a row's title, minutes and lane, and which
/// of two rows stands above the other.
const NOTE_FACTS: &str = "
    const since = window.since = new Map();
    const look = () => {
        const now = Date.now();
        const facts = new Map();
        const order = [];
        for (const row of document.querySelectorAll('[data-ref]')) {
            const name = row.dataset.ref;
            facts.set(name + ' lane', row.closest('.lane').matches('.ai') ? 'ai' : 'me');
            facts.set(name + ' title', row.querySelector('.title').textContent);
            facts.set(name + ' minutes', row.querySelector('.facts .number').nextElementSibling.textContent);
            order.push(name);
        }
        for (const [one, other] of arguments[0])
            facts.set(one + ' order', order.indexOf(one) < order.indexOf(other) ? 'above' : 'below');
        for (const [fact, value] of facts)
            if (since.get(fact)?.value !== value) since.set(fact, { value, at: now });
        for (const fact of since.keys())
            if (!facts.has(fact) && since.get(fact).value !== null) since.set(fact, { value: null, at: now });
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
    look();";

/// A change that was made: the fact it leads to, and when the terminal program was done.
struct Change {
    fact: String,
    /// `None` where the row is no longer shown.
    value: Option<String>,
    done_at: u64,
}

#[test]
fn the_window_and_two_terminals_are_at_work_on_one_database() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    let brief = desk.folder().join("board.md");
    let items: Vec<String> =
        (1..=PROGRAMS * OWN_ITEMS).map(|number| format!("- Item {number} of the board (30 min)")).collect();
    std::fs::write(&brief, format!("# A busy board\n\n{}\n", items.join("\n")))?;
    desk.terminal(&["new", brief.to_str().ok_or("a path that is no text")?])?;
    let window = desk.open_window()?;
    window.press_on(&hand::first("[aria-labelledby=today-jobs] li a"))?;
    window.until(&format!("document.querySelectorAll('[data-ref]').length === {}", PROGRAMS * OWN_ITEMS))?;
    let pairs: Vec<[String; 2]> = (0..PROGRAMS).map(|program| [own(program, 2), own(program, 3)]).collect();
    window.run_with(NOTE_FACTS, &serde_json::json!([pairs]))?;

    let window = Mutex::new(window);
    let took = std::thread::scope(|scope| {
        let programs: Vec<_> = (0..PROGRAMS)
            .map(|program| {
                let (desk, window) = (&desk, &window);
                scope.spawn(move || work(desk, window, program).map_err(|error| error.to_string()))
            })
            .collect();
        let mut took = Vec::new();
        for program in programs {
            took.extend(program.join().map_err(|_| "a program broke off")??);
        }
        Ok::<_, Box<dyn std::error::Error>>(took)
    })?;
    let window = window.into_inner()?;

    assert_eq!(took.len(), PROGRAMS * ROUNDS * 5);
    tell(took);
    assert_eq!(shown(&window)?, stored(&desk)?, "the rows on the screen are those that are stored");
    assert_eq!(
        window.run("return document.querySelector('.notice.refused, main [role=alert]') === null")?,
        true
    );
    assert_eq!(desk.terminal(&["verify"])?["sound"], true);
    Ok(())
}

/// The number of one of a program's own items, from 0.
fn own(program: usize, item: usize) -> String {
    format!("1.{}", program * OWN_ITEMS + item + 1)
}

/// Makes the changes of one program, and gives how long each took to be seen. It goes on when a round was seen.
fn work(desk: &Desk, window: &Mutex<Driver>, program: usize) -> Outcome<Vec<Duration>> {
    let mut took = Vec::new();
    let mut added: Option<String> = None;
    for round in 0..ROUNDS {
        let is_even = round % 2 == 0;
        let (named, estimated, moved) = (own(program, 0), own(program, 1), own(program, 2));
        let (beside, given) = (own(program, 3), own(program, 4));
        let title = format!("Item {named} in round {round}");
        let minutes = (10 + round).to_string();
        let to = if is_even { "ai" } else { "me" };
        // The first time it moves down, from the place above where it began.
        let side = if is_even { "--after" } else { "--before" };
        let place = if is_even { "below" } else { "above" };

        let mut changes = Vec::new();
        desk.terminal(&["edit", &named, "--title", &title])?;
        changes.push(Change::now(format!("{named} title"), Some(title))?);
        desk.terminal(&["edit", &estimated, "--minutes", &minutes])?;
        changes.push(Change::now(format!("{estimated} minutes"), Some(duration(10 + round)))?);
        desk.terminal(&["move", &moved, side, &beside])?;
        changes.push(Change::now(format!("{moved} order"), Some(place.to_owned()))?);
        desk.terminal(&["give", &given, "--to", to])?;
        changes.push(Change::now(format!("{given} lane"), Some(to.to_owned()))?);
        changes.push(match added.take() {
            None => {
                let title = format!("Added by {program} in round {round}");
                let made = desk.terminal(&["add", "1", &title, "--minutes", "15"])?;
                let item = made["item"]["ref"].as_str().ok_or("an item without a number")?.to_owned();
                added = Some(item.clone());
                Change::now(format!("{item} title"), Some(title))?
            }
            Some(item) => {
                desk.terminal(&["done", &item])?;
                Change::now(format!("{item} title"), None)?
            }
        });
        for change in changes {
            took.push(change.seen(window)?);
        }
    }
    Ok(took)
}

impl Change {
    fn now(fact: String, value: Option<String>) -> Outcome<Self> {
        Ok(Self { fact, value, done_at: now_ms()? })
    }

    /// How long after the terminal program was done the page showed it; nothing where it was faster than its answer.
    fn seen(&self, window: &Mutex<Driver>) -> Outcome<Duration> {
        let fact = serde_json::json!([self.fact]);
        loop {
            let noted = window
                .lock()
                .map_err(|_| "the window is gone")?
                .run_with("return window.since.get(arguments[0]) ?? null", &fact)?;
            if !noted.is_null() && noted["value"].as_str() == self.value.as_deref() {
                let at = noted["at"].as_u64().ok_or("a fact without its time")?;
                return Ok(Duration::from_millis(at.saturating_sub(self.done_at)));
            }
            if Duration::from_millis(now_ms()?.saturating_sub(self.done_at)) > LIVE_AT_MOST {
                return Err(format!("{} is {noted}, not yet {:?}", self.fact, self.value).into());
            }
            // The other program wants to look too.
            std::thread::park_timeout(Duration::from_millis(10));
        }
    }
}

fn now_ms() -> Outcome<u64> {
    Ok(u64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis())?)
}

fn duration(minutes: usize) -> String {
    if minutes == 60 { "1 h".to_owned() } else { format!("{minutes} min") }
}

fn tell(mut took: Vec<Duration>) {
    took.sort_unstable();
    let at = |share: usize| took.get(took.len() * share / 100).map_or(0, Duration::as_millis);
    println!(
        "{} changes were seen within: half of them {} ms, 95 of 100 {} ms, all {} ms",
        took.len(),
        at(50),
        at(95),
        took.last().map_or(0, Duration::as_millis),
    );
}

/// Lane, number and title of every open row on the screen, in its order.
fn shown(window: &Driver) -> Outcome<Vec<[String; 3]>> {
    let rows = window.run(
        "return [...document.querySelectorAll('[data-ref]')].map((row) => [
            row.closest('.lane').matches('.ai') ? 'ai' : 'me',
            row.dataset.ref,
            row.querySelector('.title').textContent,
        ])",
    )?;
    Ok(serde_json::from_value(rows)?)
}

/// The same of what the terminal program reads.
fn stored(desk: &Desk) -> Outcome<Vec<[String; 3]>> {
    let job = desk.terminal(&["show", "1"])?;
    let items = job["items"].as_array().ok_or("a job without items")?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let open: Vec<[String; 3]> = items
        .iter()
        .filter(|item| item["status"] != "done")
        .map(|item| {
            let lane = if item["assignee"] == "me" { "me" } else { "ai" };
            [lane.to_owned(), text(&item["ref"]), text(&item["title"])]
        })
        .collect();
    let (me, ai): (Vec<_>, Vec<_>) = open.into_iter().partition(|[lane, ..]| lane == "me");
    Ok([me, ai].concat())
}
