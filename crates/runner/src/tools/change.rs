//! Tools that change a file: write it whole, or replace one place in it.

use super::folder::Folder;
use super::{EditFile, Effect, ToolFault, WriteFile};
use crate::deliverable::{Deliverable, is_text_name};

pub(super) fn write(folder: &Folder, write: &WriteFile) -> Result<Effect, ToolFault> {
    let before = folder.read_if_there(&write.path)?;
    let name = write.path.rsplit('/').next().unwrap_or_default();
    if name.contains('.') && !is_text_name(name) {
        return Err(ToolFault::NotWritable(write.path.clone()));
    }
    put(folder, &write.path, before.as_deref(), write.content.as_bytes())
}

pub(super) fn edit(folder: &Folder, edit: &EditFile) -> Result<Effect, ToolFault> {
    let file = Deliverable { path: edit.path.clone(), content: folder.read(&edit.path)? };
    // The text with its byte order mark, if it has one: the rest of the file stays as it is.
    let text = file.text().and(std::str::from_utf8(&file.content).ok());
    let text = text.ok_or_else(|| ToolFault::NotText(edit.path.clone()))?;
    let found = if edit.old.is_empty() { 0 } else { text.matches(&edit.old).count() };
    if found != 1 {
        return Err(ToolFault::NotOnce { path: edit.path.clone(), found });
    }
    let after = text.replacen(&edit.old, &edit.new, 1);
    put(folder, &edit.path, Some(&file.content), after.as_bytes())
}

fn put(folder: &Folder, path: &str, before: Option<&[u8]>, after: &[u8]) -> Result<Effect, ToolFault> {
    if before == Some(after) {
        return Ok(Effect { text: format!("{path} was like this before"), changed: None });
    }
    let changed = folder.write(path, after)?;
    Ok(Effect { text: format!("{path} is written: {} bytes", after.len()), changed: Some(changed) })
}
