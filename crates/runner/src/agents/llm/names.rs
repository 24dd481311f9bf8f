//! The name veil around a model's tools: what they read leaves the computer behind it, and what the model writes
//! comes into the folder with the names back.

use super::Conversation;
use crate::tools::{Call, EditFile, ListFiles, ReadLines, SearchText, WriteFile};

impl Conversation {
    /// A text of this computer as the model may see it: without secrets, names behind the veil. Secrets go first:
    /// a stand-in within one would hide it from the redactor.
    pub(super) fn veiled(&self, text: &str) -> String {
        let safe = self.redactor.clean(text);
        match &self.veil {
            Some(veil) => veil.veil(&safe),
            None => safe,
        }
    }

    /// What the model wrote, with the names back.
    pub(super) fn unveiled(&self, text: &str) -> String {
        self.veil.as_ref().map_or_else(|| text.to_owned(), |veil| veil.unveil(text))
    }

    /// The call as it is carried out in the folder. What is only told to the person keeps its stand-ins; whoever tells it puts
    /// the names back.
    pub(super) fn with_names(&self, call: Call) -> Call {
        let Some(veil) = &self.veil else { return call };
        let real = |text: String| veil.unveil(&text);
        match call {
            Call::List(list) => Call::List(ListFiles { path: real(list.path) }),
            Call::Read(read) => Call::Read(ReadLines { path: real(read.path), ..read }),
            Call::Search(search) => Call::Search(SearchText {
                pattern: veil.unveil_pattern(&search.pattern),
                path: real(search.path),
            }),
            Call::Write(write) => {
                Call::Write(WriteFile { path: real(write.path), content: real(write.content) })
            }
            Call::Edit(edit) => {
                Call::Edit(EditFile { path: real(edit.path), old: real(edit.old), new: real(edit.new) })
            }
            Call::Command(_) | Call::Note(_) | Call::Ask(_) | Call::Finish(_) => call,
        }
    }
}
