//! How people name things: a job `12`, an item `12.3`, a subitem `12.3.1`; or by id.

use halfday_domain::id::{ItemId, JobId};
use halfday_store::Connection;
use halfday_store::items::{self, Item};
use halfday_store::jobs::{self, Job};
use halfday_store::subitems::{self, Subitem};

use crate::Error;

fn numbers(text: &str) -> Option<Vec<i64>> {
    text.trim().split('.').map(|part| part.parse().ok().filter(|number| *number > 0)).collect()
}

/// The job a person names.
pub(crate) fn job(connection: &Connection, text: &str) -> Result<Job, Error> {
    let missing = || Error::JobNotFound { job: text.trim().to_owned() };
    if let Some([number]) = numbers(text).as_deref() {
        return jobs::by_number(connection, *number)?.ok_or_else(missing);
    }
    let id: JobId = text.trim().parse().map_err(|_| Error::BadReference { text: text.trim().to_owned() })?;
    jobs::by_id(connection, id)?.ok_or_else(missing)
}

/// The item a person names.
pub(crate) fn item(connection: &Connection, text: &str) -> Result<Item, Error> {
    let missing = || Error::ItemNotFound { item: text.trim().to_owned() };
    if let Some([job_number, number]) = numbers(text).as_deref() {
        let job = jobs::by_number(connection, *job_number)?.ok_or_else(missing)?;
        return items::by_number(connection, job.id, *number)?.ok_or_else(missing);
    }
    let id: ItemId = text.trim().parse().map_err(|_| Error::BadReference { text: text.trim().to_owned() })?;
    items::by_id(connection, id)?.ok_or_else(missing)
}

/// The items a person names, each once, in the order they were named.
pub(crate) fn items_named(connection: &Connection, texts: &[String]) -> Result<Vec<Item>, Error> {
    let mut found: Vec<Item> = vec![];
    for text in texts {
        let named = item(connection, text)?;
        if !found.iter().any(|item| item.id == named.id) {
            found.push(named);
        }
    }
    if found.is_empty() { Err(Error::NothingNamed) } else { Ok(found) }
}

/// The subitem a person names, if the text is of that form.
pub(crate) fn subitem(connection: &Connection, text: &str) -> Result<Option<(Item, Subitem)>, Error> {
    let Some([job, number, subitem]): Option<[i64; 3]> =
        numbers(text).as_deref().map(<[i64]>::to_vec).and_then(|all| all.try_into().ok())
    else {
        return Ok(None);
    };
    let found: [i64; 3] = [job, number, subitem];
    let [job, number, subitem] = found;
    let item = item(connection, &format!("{job}.{number}"))?;
    let position = usize::try_from(subitem - 1).unwrap_or(usize::MAX);
    let all = subitems::of_item(connection, item.id)?;
    match all.into_iter().nth(position) {
        Some(subitem) => Ok(Some((item, subitem))),
        None => Err(Error::ItemNotFound { item: text.trim().to_owned() }),
    }
}

/// `12.3`.
pub(crate) fn reference_of(connection: &Connection, item: &Item) -> Result<String, Error> {
    let job = jobs::by_id(connection, item.job_id)?.map_or(0, |job| job.number);
    Ok(format!("{job}.{}", item.number))
}
