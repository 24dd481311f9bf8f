//! The checklist by hand.

use halfday_app::App;
use halfday_app::api::{
    AddItem, BoardView, DropItems, EditItem, ItemRef, ItemRefs, ItemView, MoveItems, Place,
};

use crate::args::{self, Add, Edit, Item, Items, Move, Switch};
use crate::commands::hand::unlooked;
use crate::documents::{self, OneItem};
use crate::failure::Failure;
use crate::output::Out;
use crate::text::one_line;

/// Says what happened to an item, or prints it as JSON.
pub(crate) fn about_item(sentence: &str, view: &ItemView, out: &Out) -> Result<(), Failure> {
    let card = &view.card;
    let args = [("item", card.reference.as_str()), ("title", &one_line(&card.title))];
    out.answer(&OneItem::from(card), &out.words().say(sentence, &args))
}

/// Says what happened to several items of a job, or prints the job as JSON.
fn about_items(sentence: &str, items: &[String], board: &BoardView, out: &Out) -> Result<(), Failure> {
    let words = out.words();
    let (items, count) = (items.join(&words.word("terminal-list-comma")), items.len().to_string());
    let args = [("items", items.as_str()), ("count", &count), ("job", &board.job.reference)];
    out.answer(&documents::Board::from(board), &words.say(sentence, &args))
}

pub(crate) fn add(args: Add, app: &App, out: &Out) -> Result<(), Failure> {
    let Add { job, title, minutes, kind, done_when } = args;
    let view = app.add_item(AddItem { job, title, minutes, kind, done_when })?;
    about_item("terminal-added", &view, out)
}

pub(crate) fn edit(args: Edit, app: &App, out: &Out) -> Result<(), Failure> {
    let view = app.edit_item(EditItem {
        item: args.item,
        title: args.title,
        instructions: args.instructions,
        section: args.section,
        minutes: args.minutes,
        kind: args.kind,
        done_when: args.done_when.map(said),
        inputs: args.input.map(said),
        outputs: args.output.map(said),
        after: args.after.map(said),
        commands: args.commands.map(|switch| matches!(switch, Switch::On)),
    })?;
    about_item("terminal-edited", &view, out)
}

/// A list option given once with nothing in it empties the list.
fn said(values: Vec<String>) -> Vec<String> {
    values.into_iter().filter(|value| !value.trim().is_empty()).collect()
}

pub(crate) fn move_items(args: Move, app: &App, out: &Out) -> Result<(), Failure> {
    // The parser lets exactly one of them through.
    let place = match (args.before, args.after) {
        (Some(item), _) => Place::Before(item),
        (None, Some(item)) => Place::After(item),
        (None, None) => Place::End,
    };
    let board = app.move_items(MoveItems { items: args.items.clone(), place })?;
    about_items("terminal-moved", &args.items, &board, out)
}

pub(crate) fn drop_items(args: args::DropItems, app: &App, out: &Out) -> Result<(), Failure> {
    let items = args.items.clone();
    let board = app.drop_items(DropItems { items: args.items, because: args.because.map(unlooked) })?;
    about_items("terminal-dropped", &items, &board, out)
}

pub(crate) fn restore_items(args: &Items, app: &App, out: &Out) -> Result<(), Failure> {
    let board = app.restore_items(ItemRefs { items: args.items.clone() })?;
    about_items("terminal-restored", &args.items, &board, out)
}

pub(crate) fn merge(args: Items, app: &App, out: &Out) -> Result<(), Failure> {
    let view = app.merge_items(ItemRefs { items: args.items })?;
    about_item("terminal-merged", &view, out)
}

pub(crate) fn divide(args: Item, app: &App, out: &Out) -> Result<(), Failure> {
    let item = args.item.clone();
    let board = app.divide_item(ItemRef { item: args.item })?;
    about_items("terminal-divided", &[item], &board, out)
}
