//! Tables → drafts: a row of a table of tasks is an item; a table of data is text.

use halfday_domain::plan::Span;

use crate::build::Walk;
use crate::draft::{Draft, Origin};
use crate::duration;
use crate::han;
use crate::hints;
use crate::inline;
use crate::marks::{self, Tick};
use crate::pattern::Pattern;
use crate::suggest::Named;
use crate::text::{at, is_readable, number};

/// Reads the rows of one table into `walk`.
pub(crate) fn read(walk: &mut Walk<'_>, head: &[Span], rows: &[Vec<Span>]) {
    walk.lead = None;
    if !holds_tasks(walk.text, head, rows) {
        return;
    }
    for row in rows {
        if let Some(draft) = item(walk.text, head, row, walk.section()) {
            walk.push(draft);
        }
    }
}

/// The head names tasks, times or owners; or most rows have words in their first column.
fn holds_tasks(text: &str, head: &[Span], rows: &[Vec<Span>]) -> bool {
    static TASK: Pattern = Pattern::new(
        r"\b(?:tasks?|to-?dos?|items?|steps?|actions?|deliverables?|work|activity|activities|what|owner|assignee|who|due|deadline|estimate|time|hours|minutes|status|done)\b|事项|任务|工作|项目|步骤|待办|负责|预计|时间|工时|期限|截止|内容|名称|状态|完成",
    );
    let named = head.iter().any(|cell| TASK.is_in(&han::fold(at(text, cell))));
    let worded = rows.iter().filter(|row| title_cell(text, row).is_some()).count();
    let figures: usize = rows.iter().flatten().filter(|cell| is_figure(at(text, cell))).count();
    let cells: usize = rows.iter().map(Vec::len).sum();
    worded * 2 > rows.len() && (named || figures * 3 < cells)
}

fn is_figure(cell: &str) -> bool {
    cell.chars().any(|c| c.is_ascii_digit()) && cell.chars().all(|c| c.is_ascii_digit() || !c.is_alphabetic())
}

/// The first cell with words of its own.
fn title_cell(text: &str, row: &[Span]) -> Option<usize> {
    row.iter().position(|cell| {
        let words = at(text, cell);
        is_readable(words)
            && !is_figure(words)
            && number(words).is_none()
            && whole_duration(words).is_none()
            && marks::of(words).is_none_or(|mark| words.len() > mark.length)
    })
}

/// The minutes of a cell that is nothing but a duration.
fn whole_duration(cell: &str) -> Option<u32> {
    let folded = han::fold(cell.trim());
    let found = duration::all(&folded).into_iter().next()?;
    let around: usize = found.start + folded.len().saturating_sub(found.end);
    (around <= 6 && found.minutes <= 480.0).then_some(found.minutes.round() as u32)
}

fn item(text: &str, head: &[Span], row: &[Span], section: String) -> Option<Draft> {
    let first = title_cell(text, row)?;
    let title = row.get(first)?;
    let raw = at(text, title);
    let mark = marks::of(raw);
    let content = mark.as_ref().map_or(title.start, |mark| title.start + mark.length)..title.end;
    let mut draft = Draft::new(Origin::Listed, at(text, &content), vec![content])?;
    draft.section = section;
    let box_of = |cell: &Span| marks::of(&format!("{} x", at(text, cell))).map(|mark| mark.tick);
    draft.done = mark.is_some_and(|mark| mark.tick == Tick::Done)
        || row.iter().any(|cell| box_of(cell) == Some(Tick::Done) || is_done_word(at(text, cell)));
    for (column, cell) in row.iter().enumerate().filter(|(column, cell)| *column != first && !cell.is_empty())
    {
        let words = inline::plain(at(text, cell));
        if column < first && number(&words).is_some() {
            draft.number = number(&words);
            continue;
        }
        draft.spans.push(cell.clone());
        if let Some(minutes) = whole_duration(&words).filter(|_| draft.hints.minutes.is_none()) {
            draft.hints.minutes = Some(minutes.max(1));
            continue;
        }
        let label = head.get(column).map(|cell| inline::plain(at(text, cell))).unwrap_or_default();
        who(&words, &label, &mut draft);
        let (rest, hints) = hints::taken(&words);
        draft.hints.join(hints);
        if is_readable(&rest) {
            draft.notes.push(if label.is_empty() { rest } else { join(&label, &rest) });
        }
    }
    Some(draft)
}

fn join(label: &str, words: &str) -> String {
    if words.chars().chain(label.chars()).any(han::is_han) {
        format!("{label}：{words}")
    } else {
        format!("{label}: {words}")
    }
}

fn is_done_word(cell: &str) -> bool {
    matches!(han::fold(cell.trim()).as_str(), "done" | "已完成" | "完成" | "✓" | "✔" | "✅" | "x")
}

/// A column of owners: me, AI.
fn who(words: &str, label: &str, draft: &mut Draft) {
    static OWNER: Pattern = Pattern::new(r"\b(?:owner|assignee|who|by)\b|负责|谁|执行|分工");
    if !OWNER.is_in(&han::fold(label)) {
        return;
    }
    match words.trim().to_lowercase().as_str() {
        "me" | "我" | "自己" | "本人" => draft.hints.named = Named::Me,
        "ai" => draft.hints.named = Named::Ai,
        _ => {}
    }
}
