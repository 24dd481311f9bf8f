//! The main job in the real window, from an empty data folder to a closed job's result card: by the pointer alone, by
//! the keys alone, and in 繁體中文. What was recorded is read by the terminal program.

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::driver::{Driver, Outcome};
use crate::hand::{ALT, CONTROL, DOWN, ENTER, HOME, SHIFT, TAB, UP, first, saying};
use crate::record::{Record, Sums};

const BRIEF: &str = include_str!("../../examples/en/brief.md");
const ANSWERS: [&str; 2] =
    [include_str!("../../examples/en/answer-2.md"), include_str!("../../examples/en/answer-5.md")];
const BRIEF_ZH: &str = include_str!("../../examples/zh-Hant/brief.md");
const ANSWERS_ZH: [&str; 2] =
    [include_str!("../../examples/zh-Hant/answer-1.md"), include_str!("../../examples/zh-Hant/answer-3.md")];

/// Each of the examples has as many.
const ITEMS: usize = 8;

#[test]
fn the_main_job_is_done_by_the_pointer_alone() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    let window = desk.open_window()?;
    window.until("document.querySelector('#pasted') !== null")?;

    window.type_into("#pasted", BRIEF)?;
    window.press_on(&saying("button", "Split it"))?;
    window.until(&drafted(ITEMS))?;
    window.press_on(&saying("button", "Use this list"))?;
    window.press_on(&saying("button", "Skip"))?;
    window.until(&in_lane("me", ITEMS))?;

    window.drag(&first("[data-ref='1.2'] .title"), &first(".lane.ai"))?;
    window.until(&in_lane("ai", 1))?;
    window.press_on(&first("[data-ref='1.5'] button[title$='(A)']"))?;
    window.until(&in_lane("ai", 2))?;
    window.press_on(&saying("button", "Copy 2 briefs"))?;
    window.press_on(&saying("dialog button", "Copy"))?;
    window.until("document.querySelector('dialog') === null")?;

    bring_answer(&window, ANSWERS)?;
    window.press_on(&first("[data-ref='1.2'] .title"))?;
    window.press_on(&saying("aside button", "Paste result"))?;
    window.press_on(&saying("dialog button", "Take it"))?;
    window.until("document.querySelector('dialog') === null")?;
    window.press_on(&saying(".notice button", "Review"))?;

    window.press_on(&first("main nav [data-ref='1.2']"))?;
    window.until("document.querySelector('nav [data-ref=\"1.2\"]').ariaCurrent === 'true'")?;
    window.press_on(&saying("[role=group] button", "Accept"))?;
    window.until("document.querySelectorAll('main nav [data-ref]').length === 1")?;
    window.press_on(&saying("[role=group] button", "Accept after rework"))?;
    window.press_on(&saying(".form button", "5"))?;
    window.press_on(&saying(".form button", "Accept after rework"))?;
    window.until("document.querySelector('main .face') !== null")?;

    window.press_on(&saying("nav a", "Jobs"))?;
    window.press_on(&first("main li a[href='#/jobs/1']"))?;
    window.press_on(&saying("main header a", "Close job"))?;
    window.press_on(&saying("main .all label", "Did it"))?;
    window.press_on(&saying("main button", "Close the job"))?;

    see_result(&window, "Result card")?;
    let record = Record::read(&desk)?;
    assert_eq!(record.verdict("1.2"), ("accepted", "clipboard"));
    assert_eq!(record.verdict("1.5"), ("accepted_after_rework", "clipboard"));
    // What was mended is the person's own work.
    record.check(ITEMS, &Sums { listed: 220, ai: 45, own: 175, rework: 5 });
    Ok(())
}

#[test]
fn the_main_job_is_done_by_the_keys_alone() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    let window = desk.open_window()?;
    window.until("document.activeElement.id === 'pasted'")?;

    // Out of the box, where a letter is a letter.
    window.press(&[TAB])?;
    window.press(&['n'])?;
    window.until("location.hash === '#/new' && document.activeElement.id === 'pasted'")?;
    copy_elsewhere(&window, BRIEF)?;
    window.press(&[CONTROL, 'v'])?;
    window.until("document.getElementById('pasted').value.includes('Imogen')")?;
    window.press(&[CONTROL, ENTER])?;
    window.until(&drafted(ITEMS))?;
    window.press(&[CONTROL, ENTER])?;
    window.until(&in_lane("me", ITEMS))?;

    go_down_to(&window, "1.2", DOWN)?;
    window.press(&['x'])?;
    go_down_to(&window, "1.5", DOWN)?;
    window.press(&['x'])?;
    window.press(&['a'])?;
    window.until(&in_lane("ai", 2))?;
    window.until("document.activeElement.dataset.ref === '1.5'")?;
    window.press(&['x'])?;
    go_down_to(&window, "1.2", UP)?;
    window.press(&['x'])?;
    window.press(&['c'])?;
    window.until("document.querySelector('dialog pre')?.textContent.includes('halfday:')")?;
    window.press(&[CONTROL, ENTER])?;
    window.until("document.querySelector('dialog') === null")?;

    bring_answer(&window, ANSWERS)?;
    window.press(&[CONTROL, 'v'])?;
    window.until("document.activeElement.matches('dialog .button.primary')")?;
    window.press(&[ENTER])?;
    window.until(
        "document.querySelector('dialog') === null && document.querySelector('nav .badge') !== null",
    )?;

    window.press(&['r'])?;
    window.until("document.querySelectorAll('main nav [data-ref]').length === 2")?;
    window.until("document.querySelector('main nav [aria-current=true]').dataset.ref === '1.2'")?;
    window.press(&['1'])?;
    window.until("document.querySelectorAll('main nav [data-ref]').length === 1")?;
    window.until("document.activeElement.id === 'deliverable-title'")?;
    window.press(&['3'])?;
    window.until("document.activeElement.matches('.form input[type=radio]')")?;
    window.press(&[' '])?;
    window.press(&[ALT, ENTER])?;
    window.until("document.querySelector('main .face') !== null")?;

    window.press(&['g'])?;
    window.press(&['j'])?;
    window.until("location.hash === '#/jobs' && document.querySelector('main li a') !== null")?;
    window.tab_to(&[TAB], "at.matches(`main li a[href='#/jobs/1']`)")?;
    window.press(&[ENTER])?;
    window.until("document.querySelector(`[data-ref='1.5']`) !== null")?;
    window.press(&[DOWN])?;
    window.press(&[HOME])?;
    window.until("document.activeElement.dataset.ref === '1.1'")?;
    window.tab_to(&[SHIFT, TAB], "at.matches(`a[href='#/jobs/1/close']`)")?;
    window.press(&[ENTER])?;
    window.until("document.querySelector('main .all') !== null")?;
    window.tab_to(&[TAB], "at.closest('.all') !== null")?;
    window.press(&[' '])?;
    window.until("document.querySelector('main .foot button').disabled === false")?;
    window.press(&[CONTROL, ENTER])?;

    see_result(&window, "Result card")?;
    let record = Record::read(&desk)?;
    assert_eq!(record.verdict("1.2"), ("accepted", "clipboard"));
    assert_eq!(record.verdict("1.5"), ("rejected", "me"));
    record.check(ITEMS, &Sums { listed: 220, ai: 30, own: 190, rework: 0 });
    Ok(())
}

#[test]
fn the_main_job_is_done_in_traditional_chinese() -> Outcome {
    let Some(desk) = Desk::new()? else { return Ok(()) };
    let window = desk.open_window()?;
    window.until("document.querySelector('#pasted') !== null")?;
    window.press_on(&saying("nav a", "Settings"))?;
    window.press_on(&saying("label.tile", "繁體中文"))?;
    window.until("document.documentElement.lang === 'zh-Hant'")?;
    window.press_on(&saying("nav a", "今天"))?;
    window.until(
        "document.querySelector('h1')?.textContent.startsWith('哪一件工作，你平常要花大約四小時？')",
    )?;

    copy_elsewhere(&window, BRIEF_ZH)?;
    window.press_on(&first("#pasted"))?;
    window.press(&[CONTROL, 'v'])?;
    window.until("document.getElementById('pasted').value.includes('美玲')")?;
    window.press_on(&saying("button", "拆成清單"))?;
    window.until(&drafted(ITEMS))?;
    window.press_on(&saying("button", "就用這份清單"))?;
    window.press_on(&saying("button", "略過"))?;
    window.until(&in_lane("me", ITEMS))?;

    for item in ["1.1", "1.3"] {
        window.press_on(&first(&format!("[data-ref='{item}'] button[title='交給 AI (A)']")))?;
        window.until(&first(&format!(".lane.ai [data-ref='{item}']")))?;
    }
    window.press_on(&saying("button", "複製 2 份說明"))?;
    window.press_on(&saying("dialog button", "複製"))?;
    window.until("document.querySelector('dialog') === null")?;
    window.until("document.querySelector('.notice')?.textContent.includes('已複製。貼到你的聊天室。')")?;

    bring_answer(&window, ANSWERS_ZH)?;
    window.press(&[CONTROL, 'v'])?;
    window.press_on(&saying("dialog button", "收下"))?;
    window.press_on(&saying(".notice button", "去審閱"))?;
    window.press_on(&first("main nav [data-ref='1.1']"))?;
    window.until("document.querySelector('main nav [data-ref=\"1.1\"]').ariaCurrent === 'true'")?;
    window.press_on(&saying("[role=group] button", "通過"))?;
    window.until("document.querySelectorAll('main nav [data-ref]').length === 1")?;
    window.press_on(&saying("[role=group] button", "退回"))?;
    window.press_on(&saying(".form label", "內容有誤"))?;
    window.press_on(&saying(".form button", "收回"))?;
    window.until("document.querySelector('main .face h2')?.textContent === '沒有待審閱的交付成果。'")?;

    window.press_on(&saying("nav a", "工作"))?;
    window.press_on(&first("main li a[href='#/jobs/1']"))?;
    window.press_on(&saying("main header a", "結案"))?;
    window.press_on(&saying("main .all label", "我做完了"))?;
    window.press_on(&saying("main button", "結案"))?;

    see_result(&window, "成績單")?;
    let foreign = window.run("return document.body.innerText.match(/window-[a-z-]+|undefined|NaN/)")?;
    assert_eq!(foreign, Value::Null, "a word is missing");
    let record = Record::read(&desk)?;
    assert_eq!(record.verdict("1.1"), ("accepted", "clipboard"));
    assert_eq!(record.verdict("1.3"), ("rejected", "me"));
    record.check(ITEMS, &Sums { listed: 210, ai: 30, own: 180, rework: 0 });
    Ok(())
}

/// What another program does when a person copies something in it.
fn copy_elsewhere(window: &Driver, text: &str) -> Outcome {
    let copied = window.desk("copy_text", &json!({ "text": text }))?;
    assert_eq!(copied, Ok(Value::Null));
    Ok(())
}

/// Takes the brief out of the clipboard, as a person does for a chat, and brings back an answer to each of its parts.
fn bring_answer(window: &Driver, answers: [&str; 2]) -> Outcome {
    let pasted = window.desk("paste_text", &json!({}))?.map_err(|code| format!("the clipboard: {code}"))?;
    let brief = pasted.as_str().ok_or("an empty clipboard")?;
    let lines: Vec<&str> = brief.lines().filter(|line| line.starts_with("halfday:")).collect();
    let [one, other] = lines.as_slice() else { return Err(format!("two lines, not {lines:?}").into()) };
    copy_elsewhere(window, &format!("{one}\n\n{}\n\n{other}\n\n{}\n", answers[0], answers[1]))
}

/// Goes from row to row, as long as it takes.
fn go_down_to(window: &Driver, item: &str, key: char) -> Outcome {
    window.tab_to(&[key], &format!("at.dataset.ref === '{item}'"))
}

fn drafted(items: usize) -> String {
    format!("document.querySelectorAll('main ol > li').length === {items}")
}

fn in_lane(side: &str, items: usize) -> String {
    format!("document.querySelectorAll('.lane.{side} [data-item]').length === {items}")
}

fn see_result(window: &Driver, title: &str) -> Outcome {
    window.until(
        "location.hash === '#/jobs/1/result' && document.querySelector('article .finding') !== null",
    )?;
    assert_eq!(window.run("return document.querySelector('h1').textContent")?, title);
    assert_eq!(window.run("return document.querySelector('.notice.refused') === null")?, true);
    Ok(())
}
