//! The real window, driven as a person uses it, beside the real terminal program on the same data. Run by
//! `scripts/window-tests.sh`; plain `cargo test` has no window and says that it skips them.
#![cfg(target_os = "linux")]
#![allow(clippy::print_stdout, reason = "skipped tests and measured times are told to whoever runs them")]

mod ai;
mod around;
mod at_work;
mod desk;
mod driver;
mod hand;
mod main_job;
mod peer;
mod record;
mod thousand;

use std::time::{Duration, Instant};

use desk::Desk;
use driver::Outcome;
use hand::CONTROL;

/// True on the first screen of all: nothing is stored, and one big box asks for the first job.
const FIRST_RUN: &str = "document.querySelector('h1')?.textContent === \
    'What work usually takes you about four hours? Paste the mail, notes or list.'";

/// A job among those of today.
const JOB_OF_TODAY: &str = "[aria-labelledby=today-jobs] li a";

/// A change made elsewhere is promised within a second; only a machine that is very busy may take this long.
const LIVE_AT_MOST: Duration = Duration::from_secs(5);

#[test]
fn an_empty_data_folder_asks_for_the_first_job() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };

    let window = desk.open_window()?;

    window.until(FIRST_RUN)?;
    window.until("document.activeElement.id === 'pasted'")?;
    window
        .until("document.querySelector('main .ways button.link')?.textContent.trim() === 'Try an example'")?;
    Ok(())
}

#[test]
fn what_the_terminal_does_appears_in_the_window_by_itself() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    let window = desk.open_window()?;
    window.until(FIRST_RUN)?;

    desk.new_job()?;
    let began = Instant::now();
    window.until(&format!(
        "document.querySelector('{JOB_OF_TODAY} .title')?.textContent === 'Interview report'"
    ))?;
    report("a new job", began)?;

    window.click(JOB_OF_TODAY)?;
    window.until("document.querySelectorAll('.lane.me [data-item]').length === 3")?;
    desk.terminal(&["give", "1.2", "--to", "ai"])?;
    let began = Instant::now();
    window.until("document.querySelector(`.lane.ai [data-ref='1.2']`) !== null")?;
    report("an item handed over", began)?;
    window.until("document.querySelectorAll('.lane.me [data-item]').length === 2")?;
    Ok(())
}

#[test]
fn the_letter_a_hands_the_row_over_and_control_z_takes_it_back() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    desk.new_job()?;
    let window = desk.open_window()?;
    window.until(&format!("document.querySelector('{JOB_OF_TODAY}') !== null"))?;
    window.run("location.hash = '#/jobs/1'")?;
    window.until("document.querySelector(`.lane.me [data-ref='1.1']`) !== null")?;
    window.run("document.querySelector(`[data-ref='1.1']`).focus()")?;

    window.press(&['a'])?;

    window.until("document.querySelector(`.lane.ai [data-ref='1.1']`) !== null")?;
    window
        .until("document.querySelector('.unseen[aria-live]').textContent.includes('1 item handed to AI')")?;
    window.until("document.activeElement.dataset.ref === '1.1'")?;
    assert_eq!(status_of(&desk, "1.1")?, "queued", "the terminal program reads the same store");

    window.press(&[CONTROL, 'z'])?;

    window.until("document.querySelector(`.lane.me [data-ref='1.1']`) !== null")?;
    assert_eq!(status_of(&desk, "1.1")?, "open");
    Ok(())
}

#[test]
fn the_arrow_of_a_row_does_what_its_key_does() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    desk.new_job()?;
    let window = desk.open_window()?;
    window.until(&format!("document.querySelector('{JOB_OF_TODAY}') !== null"))?;
    window.run("location.hash = '#/jobs/1'")?;
    window.until("document.querySelector(`.lane.me [data-ref='1.3']`) !== null")?;

    window.click("[data-ref='1.3'] button[title$='(A)']")?;
    window.until("document.querySelector(`.lane.ai [data-ref='1.3']`) !== null")?;
    window.click("[data-ref='1.3'] button[title$='(M)']")?;
    window.until("document.querySelector(`.lane.me [data-ref='1.3']`) !== null")?;

    assert_eq!(status_of(&desk, "1.3")?, "open");
    Ok(())
}

#[test]
fn an_own_item_is_ticked_off_on_its_board() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    desk.new_job()?;
    let window = desk.open_window()?;
    window.press_on(&hand::first(JOB_OF_TODAY))?;

    window.press_on(&hand::first("[data-ref='1.1'] [role=checkbox]"))?;
    window.press_on(&hand::saying("[role=dialog] button", "As thought"))?;
    window.until("document.querySelectorAll('.lane.me [data-item]').length === 2")?;
    assert_eq!(status_of(&desk, "1.1")?, "done");

    window.run("document.querySelector(`[data-ref='1.2']`).focus()")?;
    window.press(&['d'])?;
    window.until("document.activeElement.closest('[role=dialog]') !== null")?;
    window.press(&['3'])?;
    window.until("document.querySelectorAll('.lane.me [data-item]').length === 1")?;
    assert_eq!(status_of(&desk, "1.2")?, "done");
    Ok(())
}

#[test]
fn a_pasted_text_becomes_a_draft_and_only_then_a_job() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    let window = desk.open_window()?;
    window.until("document.activeElement.id === 'pasted'")?;

    window.type_into(
        "#pasted",
        "Monthly numbers\n- Collect the sales figures\n- Compare them with last month\n",
    )?;
    window.click("main .foot .button.primary")?;
    window.until("document.querySelectorAll('main ol > li').length >= 2")?;
    let drafted = window.run("return document.querySelectorAll('main ol > li').length")?;
    let stored = desk.terminal(&["jobs"])?;
    assert_eq!(stored["jobs"].as_array().map(Vec::len), Some(0), "a draft is not stored");

    window.click("main footer .button.primary")?;
    window.until("document.querySelector('input[type=range]') !== null")?;
    window.click("main .answers button[type=button]")?;
    window.until("document.querySelector('.lane.me [data-item]') !== null")?;
    let shown = window.run("return document.querySelectorAll('.lane [data-item]').length")?;
    assert_eq!(shown, drafted, "the job is the list that was shown");
    let stored = desk.terminal(&["jobs"])?;
    assert_eq!(stored["jobs"].as_array().map(Vec::len), Some(1));
    Ok(())
}

#[test]
fn another_language_is_spoken_at_once_and_remembered() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    desk.new_job()?;
    let window = desk.open_window()?;
    window.until(&format!("document.querySelector('{JOB_OF_TODAY}') !== null"))?;
    window.run("location.hash = '#/settings'")?;
    window.until("document.querySelector('input[value=zh-Hant]') !== null")?;

    window.click("input[value=zh-Hant]")?;

    window.until("document.querySelector('h1').textContent === '設定'")?;
    window.until("document.documentElement.lang === 'zh-Hant'")?;
    window.run("location.hash = '#/jobs'")?;
    window.until("document.querySelector('h1').textContent === '工作'")?;
    window.run("location.hash = '#/jobs/1'")?;
    window.until("document.querySelector('.lane.me .minutes')?.textContent === '2 小時'")?;
    drop(window);

    let window = desk.open_window()?;
    window.until("document.querySelector('#today-jobs')?.textContent.trim().startsWith('工作')")?;
    assert_eq!(window.run("return document.documentElement.lang")?, "zh-Hant");
    Ok(())
}

#[test]
fn no_page_scrolls_sideways_at_any_size() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    desk.new_job()?;
    let window = desk.open_window()?;
    window.until(&format!("document.querySelector('{JOB_OF_TODAY}') !== null"))?;
    let pages = [
        ("today", JOB_OF_TODAY),
        ("jobs", "main li a"),
        ("jobs/1", "[data-item]"),
        ("jobs/1/items/1", "main h1"),
        ("jobs/1/close", "[aria-labelledby=close-rest] li"),
        ("jobs/1/result", "main a.button"),
        ("review", "main h2"),
        ("weekly", "main li"),
        ("templates", "main h2"),
        ("activity", "main li"),
        ("new", "#pasted"),
        ("settings", "dl"),
    ];

    for (width, height) in [(1280, 800), (800, 600), (720, 560)] {
        window.resize(width, height)?;
        for (page, sign) in pages {
            window.run(&format!("location.hash = '#/{page}'"))?;
            window.until(&format!(
                "location.hash === '#/{page}' && document.querySelector('{sign}') !== null"
            ))?;
            let too_wide = "[document.documentElement, document.querySelector('main')]
                .filter((box) => box.scrollWidth > box.clientWidth).length";
            let found = window.run(&format!("return innerWidth + ':' + {too_wide}"))?;
            assert_eq!(found, format!("{width}:0"), "{page} at {width} × {height}");
        }
    }
    Ok(())
}

#[test]
fn a_data_folder_that_cannot_be_opened_is_told_and_tried_again() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    std::fs::write(desk.data(), "a file where the folder should be")?;

    let window = desk.open_window()?;
    window.until("document.querySelector('main [role=alert] button')?.textContent === 'Try again'")?;

    std::fs::remove_file(desk.data())?;
    window.click("main [role=alert] button")?;
    window.until(FIRST_RUN)?;
    Ok(())
}

#[test]
fn the_page_may_call_the_core_and_nothing_else() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    let window = desk.open_window()?;
    window.until(FIRST_RUN)?;

    window.run(
        "window.blocked = new Set();
        const told = (what) => { blocked.add(what); document.body.dataset.blocked = [...blocked].sort().join(' '); };
        addEventListener('securitypolicyviolation', (event) => told(event.effectiveDirective));
        __TAURI_INTERNALS__.invoke('plugin:app|version').catch(() => told('plugin'));
        __TAURI_INTERNALS__.invoke('plugin:event|listen', { event: 'x', handler: 0 }).catch(() => told('event'));
        fetch('https://example.org/').catch(() => undefined);
        const image = new Image(); image.src = 'https://example.org/image.png';
        const script = document.createElement('script'); script.textContent = 'window.ran = true';
        document.head.append(script);
        document.body.setAttribute('style', 'color: red');",
    )?;

    window.until(
        "document.body.dataset.blocked === 'connect-src event img-src plugin script-src-elem style-src-attr'",
    )?;
    assert_eq!(window.run("return window.ran === undefined")?, true, "no script but ours has run");
    Ok(())
}

#[test]
fn starting_it_again_leaves_one_window() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    let window = desk.open_window()?;
    window.until(FIRST_RUN)?;

    let second = desk.open_window_again()?;

    assert_eq!(second.status.code(), Some(0), "it hands over to the first and ends: {second:?}");
    window.until(FIRST_RUN)?;
    Ok(())
}

fn status_of(desk: &Desk, item: &str) -> Outcome<String> {
    let shown = desk.terminal(&["show", "1"])?;
    let items = shown["items"].as_array().ok_or("a job without items")?;
    let found = items.iter().find(|shown| shown["ref"] == item).ok_or("the item is not in the job")?;
    Ok(found["status"].as_str().ok_or("an item without a status")?.to_owned())
}

/// Says how long the window took, and fails when that is too long.
fn report(what: &str, began: Instant) -> Outcome {
    let took = began.elapsed();
    println!("{what} appeared {} ms after the terminal was done", took.as_millis());
    if took > LIVE_AT_MOST {
        return Err(format!("{what} took {took:?}").into());
    }
    Ok(())
}
