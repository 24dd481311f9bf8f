//! Which part a part means by an id.

use std::collections::HashMap;

use super::xml::{Node, walk};
use super::{Fault, Parts};

/// The paths by their ids, from the relations of a part in `folder`; empty when it has none.
pub(super) fn targets(
    parts: &mut Parts<'_>,
    folder: &str,
    part: &str,
) -> Result<HashMap<String, String>, Fault> {
    let mut found = HashMap::new();
    let Some(relations) = parts.read_if_there(&format!("{folder}/_rels/{part}.rels"))? else {
        return Ok(found);
    };
    walk(&relations, |node| {
        if let Node::Open(element) = node
            && let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target"))
        {
            let path = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => format!("{folder}/{target}"),
            };
            found.insert(id, path);
        }
        Ok(())
    })?;
    Ok(found)
}
