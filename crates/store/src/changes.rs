//! Carries out the changes of `halfday-domain`, each guarded by what it expects to find. What it
//! does not find is [`Error::ChangedMeanwhile`], and the transaction of the command is rolled back.

use halfday_domain::change::{Change, Fact, ItemText, Row};
use halfday_domain::id::{AttemptId, ItemId};
use halfday_domain::item::{ItemStatus, WaitingFor};
use rusqlite::{Connection, OptionalExtension, Transaction};

use crate::items::ItemFiles;
use crate::sql::{json, to_json};
use crate::{Error, subitems};

/// Makes one change.
pub fn apply(transaction: &Transaction<'_>, change: &Change, at: i64) -> Result<(), Error> {
    match change {
        Change::Happen { item, before, event, not_before } => {
            let after = before.after(*event).map_err(|_| changed("item"))?;
            set_status(transaction, *item, *before, after, *not_before)
        }
        Change::Unhappen { item, before, event, .. } => {
            let after = before.after(*event).map_err(|_| changed("item"))?;
            set_status(transaction, *item, after, *before, None)
        }
        Change::Edit { item, before, after } => edit(transaction, *item, before, after, at),
        Change::Place { moves } => moves.iter().try_for_each(|(item, before, after)| {
            let sql = "UPDATE items SET position = ?3 WHERE id = ?1 AND position = ?2";
            guarded(transaction.prepare_cached(sql)?.execute((item.to_string(), before, after))?, "item")
        }),
        Change::Bring { rows } => rows.iter().try_for_each(|row| set_deleted(transaction, *row, None)),
        Change::Remove { rows } => rows.iter().try_for_each(|row| set_deleted(transaction, *row, Some(at))),
        Change::Assign { end, open } => {
            if let Some(end) = end {
                let sql = "UPDATE assignments SET ended_at = ?2 WHERE id = ?1 AND ended_at IS NULL";
                guarded(transaction.prepare_cached(sql)?.execute((end.to_string(), at))?, "assignment")?;
            }
            if let Some(open) = open {
                let sql = "UPDATE assignments SET ended_at = NULL WHERE id = ?1 AND ended_at IS NOT NULL";
                guarded(transaction.prepare_cached(sql)?.execute([open.to_string()])?, "assignment")?;
            }
            Ok(())
        }
        Change::Withdraw { facts } => {
            facts.iter().try_for_each(|fact| set_withdrawn(transaction, *fact, Some(at)))
        }
        Change::Reinstate { facts } => {
            facts.iter().try_for_each(|fact| set_withdrawn(transaction, *fact, None))
        }
        Change::Reopen { attempt, goes_on_as } => reopen(transaction, *attempt, *goes_on_as, at),
        Change::Reclose { attempt, goes_on_as } => {
            set_withdrawn(transaction, Fact::Attempt(*goes_on_as), Some(at))?;
            set_withdrawn(transaction, Fact::Attempt(*attempt), None)
        }
        Change::Publish { attempt } => crate::deliverables::set_taken_back(transaction, *attempt, None),
        Change::Unpublish { attempt } => crate::deliverables::set_taken_back(transaction, *attempt, Some(at)),
        Change::Cover { parent, items } => items.iter().try_for_each(|item| {
            let sql = "UPDATE items SET parent_id = ?2 WHERE id = ?1 AND parent_id IS NULL";
            guarded(transaction.execute(sql, (item.to_string(), parent.to_string()))?, "item")
        }),
        Change::Uncover { parent, items } => items.iter().try_for_each(|item| {
            let sql = "UPDATE items SET parent_id = NULL WHERE id = ?1 AND parent_id = ?2";
            guarded(transaction.execute(sql, (item.to_string(), parent.to_string()))?, "item")
        }),
        Change::Timer { item, before, after } => set_timer(transaction, *item, *before, *after),
        Change::Tick { subitem, done } => {
            let sql = "UPDATE subitems SET done = ?2 WHERE id = ?1 AND done <> ?2";
            guarded(transaction.execute(sql, (subitem.to_string(), done))?, "subitem")
        }
        Change::DoneBefore { item, done } => {
            let sql = "UPDATE items SET done_before = ?2 WHERE id = ?1 AND done_before <> ?2";
            guarded(transaction.execute(sql, (item.to_string(), done))?, "item")
        }
        Change::Close { job, before, after } => {
            let sql = "UPDATE jobs SET closed_at = ?3 WHERE id = ?1 AND closed_at IS ?2";
            guarded(transaction.execute(sql, (job.to_string(), before, after))?, "job")
        }
        Change::Guess { job, before, after } => {
            let sql = "UPDATE jobs SET guess_share = ?3 WHERE id = ?1 AND guess_share IS ?2";
            guarded(transaction.execute(sql, (job.to_string(), before, after))?, "job")
        }
        Change::Remind { job, before, after } => {
            let sql = "UPDATE jobs SET again_due_at = ?3 WHERE id = ?1 AND again_due_at IS ?2";
            guarded(transaction.execute(sql, (job.to_string(), before, after))?, "job")
        }
        Change::Set { key, before, after } => {
            set_setting(transaction, key, before.as_deref(), after.as_deref())
        }
    }
}

fn changed(what: &'static str) -> Error {
    Error::ChangedMeanwhile { what }
}

/// Zero rows: somebody was faster.
fn guarded(rows: usize, what: &'static str) -> Result<(), Error> {
    if rows == 0 { Err(changed(what)) } else { Ok(()) }
}

fn set_status(
    transaction: &Transaction<'_>,
    item: ItemId,
    from: ItemStatus,
    to: ItemStatus,
    not_before: Option<i64>,
) -> Result<(), Error> {
    let sql = "UPDATE items SET status = ?2, waiting_for = ?3, not_before = ?4
               WHERE id = ?1 AND status = ?5 AND waiting_for IS ?6 AND deleted_at IS NULL";
    let rows = transaction.prepare_cached(sql)?.execute((
        item.to_string(),
        to.code(),
        to.waiting_for().map(WaitingFor::code),
        not_before,
        from.code(),
        from.waiting_for().map(WaitingFor::code),
    ))?;
    guarded(rows, "item")
}

/// What the item's text is now, as a change compares it.
pub fn item_text(connection: &Connection, item: ItemId) -> Result<Option<ItemText>, Error> {
    let Some(stored) = crate::items::by_id(connection, item)? else { return Ok(None) };
    let done_when = subitems::checks_of(connection, item)?.into_iter().map(|check| check.text).collect();
    let sql = "SELECT needs_id FROM dependencies WHERE item_id = ?1 ORDER BY needs_id";
    let needs = connection
        .prepare_cached(sql)?
        .query_map([item.to_string()], |row| crate::sql::id(row, "needs_id"))?
        .collect::<Result<_, _>>()?;
    Ok(Some(ItemText {
        title: stored.title,
        instructions: stored.instructions,
        section: stored.section,
        kind: stored.kind,
        estimate_minutes: stored.estimate_minutes,
        estimate_source: stored.estimate_source,
        done_when,
        inputs: stored.files.inputs,
        outputs: stored.files.outputs,
        needs,
        commands_since: stored.commands_since,
    }))
}

fn edit(
    transaction: &Transaction<'_>,
    item: ItemId,
    before: &ItemText,
    after: &ItemText,
    at: i64,
) -> Result<(), Error> {
    if item_text(transaction, item)?.as_ref() != Some(before) {
        return Err(changed("item"));
    }
    let files = ItemFiles { inputs: after.inputs.clone(), outputs: after.outputs.clone() };
    transaction
        .prepare_cached(
            "UPDATE items SET title = ?2, instructions = ?3, section = ?4, kind = ?5, estimate_minutes = ?6,
                 estimate_source = ?7, files = ?8, commands_since = ?9
             WHERE id = ?1",
        )?
        .execute((
            item.to_string(),
            &after.title,
            &after.instructions,
            &after.section,
            after.kind.code(),
            after.estimate_minutes,
            after.estimate_source.code(),
            to_json(&files)?,
            after.commands_since,
        ))?;
    subitems::set_checks(transaction, item, &after.done_when, at)?;
    subitems::set_needs(transaction, item, &after.needs)
}

fn set_deleted(transaction: &Transaction<'_>, row: Row, at: Option<i64>) -> Result<(), Error> {
    let (table, id, what) = match row {
        Row::Job(job) => ("jobs", job.to_string(), "job"),
        Row::Item(item) => ("items", item.to_string(), "item"),
        Row::Subitem(subitem) => ("subitems", subitem.to_string(), "subitem"),
        Row::Template(template) => ("templates", template.to_string(), "template"),
    };
    let sql = format!(
        "UPDATE {table} SET deleted_at = ?2 WHERE id = ?1 AND (deleted_at IS NULL) = (?2 IS NOT NULL)"
    );
    guarded(transaction.prepare_cached(&sql)?.execute((id, at))?, what)
}

fn set_withdrawn(transaction: &Transaction<'_>, fact: Fact, at: Option<i64>) -> Result<(), Error> {
    let (table, id, what) = match fact {
        Fact::Attempt(attempt) => ("attempts", attempt.to_string(), "attempt"),
        Fact::Review(review) => ("reviews", review.to_string(), "review"),
        Fact::Finish(finish) => ("finishes", finish.to_string(), "finish"),
        Fact::Interval(interval) => ("intervals", interval.to_string(), "interval"),
        Fact::FollowUp(follow_up) => ("follow_ups", follow_up.to_string(), "follow-up"),
        Fact::DrawAnswer(answer) => ("draw_answers", answer.to_string(), "draw answer"),
        Fact::CoinFlip(flip) => ("coin_flips", flip.to_string(), "coin flip"),
        // A run that has begun is the attempt's; only a planned one goes.
        Fact::BenchRun(run) => return set_run_withdrawn(transaction, run, at),
        Fact::Choice(choice) => ("comparison_verdicts", choice.to_string(), "choice"),
    };
    let sql = format!(
        "UPDATE {table} SET withdrawn_at = ?2 WHERE id = ?1 AND (withdrawn_at IS NULL) = (?2 IS NOT NULL)"
    );
    guarded(transaction.prepare_cached(&sql)?.execute((id, at))?, what)
}

fn set_run_withdrawn(
    transaction: &Transaction<'_>,
    run: halfday_domain::id::BenchRunId,
    at: Option<i64>,
) -> Result<(), Error> {
    let sql = "UPDATE bench_runs SET withdrawn_at = ?2
               WHERE id = ?1 AND attempt_id IS NULL AND (withdrawn_at IS NULL) = (?2 IS NOT NULL)";
    guarded(transaction.prepare_cached(sql)?.execute((run.to_string(), at))?, "bench run")
}

/// A closed attempt never changes: it is withdrawn, and a new row waits for the same answer.
fn reopen(
    transaction: &Transaction<'_>,
    attempt: AttemptId,
    goes_on_as: AttemptId,
    at: i64,
) -> Result<(), Error> {
    set_withdrawn(transaction, Fact::Attempt(attempt), Some(at))?;
    let known = transaction
        .query_row("SELECT 1 FROM attempts WHERE id = ?1", [goes_on_as.to_string()], |_| Ok(()))
        .optional()?;
    if known.is_some() {
        return set_withdrawn(transaction, Fact::Attempt(goes_on_as), None);
    }
    let copied = transaction.execute(
        "INSERT INTO attempts (id, item_id, assignment_id, number, purpose, nonce, brief, asked, veil,
                               started_at)
         SELECT ?2, a.item_id, a.assignment_id,
                (SELECT max(b.number) + 1 FROM attempts b WHERE b.item_id = a.item_id AND b.purpose = a.purpose),
                a.purpose, a.nonce, a.brief, a.asked, a.veil, a.started_at
         FROM attempts a WHERE a.id = ?1",
        (attempt.to_string(), goes_on_as.to_string()),
    )?;
    guarded(copied, "attempt")
}

fn set_timer(
    transaction: &Transaction<'_>,
    item: ItemId,
    before: Option<i64>,
    after: Option<i64>,
) -> Result<(), Error> {
    let running: Option<i64> = transaction
        .query_row("SELECT started_at FROM timers WHERE item_id = ?1", [item.to_string()], |row| row.get(0))
        .optional()?;
    if running != before {
        return Err(changed("timer"));
    }
    match after {
        Some(started_at) => transaction.execute(
            "INSERT INTO timers (item_id, started_at) VALUES (?1, ?2)
             ON CONFLICT (item_id) DO UPDATE SET started_at = excluded.started_at",
            (item.to_string(), started_at),
        )?,
        None => transaction.execute("DELETE FROM timers WHERE item_id = ?1", [item.to_string()])?,
    };
    Ok(())
}

fn set_setting(
    transaction: &Transaction<'_>,
    key: &str,
    before: Option<&str>,
    after: Option<&str>,
) -> Result<(), Error> {
    let now = crate::settings::get(transaction, key)?;
    let parsed = |text: Option<&str>| text.map(json::<serde_json::Value>).transpose();
    if parsed(now.as_deref())? != parsed(before)? {
        return Err(changed("setting"));
    }
    match after {
        Some(value) => transaction.execute(
            "INSERT INTO settings (key, value) VALUES (?1, ?2)
             ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )?,
        None => transaction.execute("DELETE FROM settings WHERE key = ?1", [key])?,
    };
    Ok(())
}
