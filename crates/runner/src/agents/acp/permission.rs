//! What an agent may do without asking, what nobody is asked about, and what the person is asked.

use std::path::Path;

use agent_client_protocol::v1::schema::{
    PermissionOption, PermissionOptionKind, RequestPermissionOutcome, SelectedPermissionOutcome,
    ToolCallUpdateFields, ToolKind,
};
use serde_json::Value;

use super::files::Files;
use crate::agents::{Commands, Question};

/// How a request for leave is settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decision {
    Allow,
    Refuse,
    /// By the person; with the argv that "always" would be remembered for.
    Ask(Question),
}

/// What a decision comes to, in the words of the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leave {
    Once,
    /// For exactly this argv. We remember it; the agent's own "always" may mean much more.
    Always,
    Refused,
}

/// Settles a request by what the tool is about to do.
pub(super) fn decide(
    call: &ToolCallUpdateFields,
    files: &Files,
    commands: &Commands,
    remembered: &[Vec<String>],
) -> Decision {
    let kind = call.kind.unwrap_or_default();
    let argv = call.raw_input.as_ref().and_then(argv);
    if kind == ToolKind::Execute || argv.is_some() {
        let Commands::Asked { allowed } = commands else { return Decision::Refuse };
        if argv.as_ref().is_some_and(|argv| allowed.contains(argv) || remembered.contains(argv)) {
            return Decision::Allow;
        }
        let about = argv.as_ref().map_or_else(|| title(call), |argv| told(argv));
        return Decision::Ask(Question::Permission { argv, about });
    }
    let locations = call.locations.as_deref().unwrap_or_default();
    let is_allowed = |path: &Path| files.allowed(path).is_ok();
    match kind {
        // Its own copy: what it does there is looked at afterwards.
        ToolKind::Read | ToolKind::Search | ToolKind::Edit | ToolKind::Delete | ToolKind::Move
            if !locations.is_empty() && locations.iter().all(|place| is_allowed(&place.path)) =>
        {
            Decision::Allow
        }
        ToolKind::Think => Decision::Allow,
        // Nobody can allow what would leave the copy, or change what later runs by itself.
        ToolKind::Edit | ToolKind::Delete | ToolKind::Move
            if locations.iter().any(|place| !is_allowed(&place.path)) =>
        {
            Decision::Refuse
        }
        _ => Decision::Ask(Question::Permission { argv: None, about: title(call) }),
    }
}

/// The option an agent offers for this, by its kind: the order and the names of options mean nothing.
/// "Once" is also taken for "always"; never the other way round.
pub(super) fn outcome(leave: Leave, options: &[PermissionOption]) -> RequestPermissionOutcome {
    use PermissionOptionKind::{AllowAlways, AllowOnce, RejectAlways, RejectOnce};
    let kinds = match leave {
        Leave::Once => &[AllowOnce][..],
        Leave::Always => &[AllowOnce, AllowAlways],
        Leave::Refused => &[],
    };
    let of_kind = |kind: &PermissionOptionKind| options.iter().find(|option| option.kind == *kind);
    // An agent that offers no such option is refused, and one that cannot be refused is told that nobody answers.
    match kinds.iter().chain(&[RejectOnce, RejectAlways]).find_map(of_kind) {
        Some(option) => {
            RequestPermissionOutcome::Selected(SelectedPermissionOutcome::new(option.option_id.clone()))
        }
        None => RequestPermissionOutcome::Cancelled,
    }
}

/// The command in a tool's input, where it has one. A line for a shell is told as what runs it.
pub(super) fn argv(input: &Value) -> Option<Vec<String>> {
    match input.get("command").or_else(|| input.get("cmd"))? {
        Value::String(line) => Some(vec!["sh".into(), "-c".into(), line.clone()]),
        Value::Array(words) => words.iter().map(|word| word.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

/// An argv as a person reads it: whole, and a line for a shell as that line.
pub(super) fn told(argv: &[String]) -> String {
    match argv {
        [shell, flag, line] if shell == "sh" && flag == "-c" => line.clone(),
        words => words.join(" "),
    }
}

fn title(call: &ToolCallUpdateFields) -> String {
    let title = call.title.clone().or_else(|| call.name.clone());
    title.unwrap_or_else(|| "?".to_owned())
}

#[cfg(test)]
mod tests {
    use agent_client_protocol::v1::schema::ToolCallLocation;
    use serde_json::json;

    use super::*;

    fn call(kind: ToolKind, paths: &[&str], input: Value) -> ToolCallUpdateFields {
        let locations = paths.iter().map(|path| ToolCallLocation::new(*path)).collect::<Vec<_>>();
        ToolCallUpdateFields::new().kind(kind).locations(locations).raw_input(input).title("tool")
    }

    #[test]
    fn commands_are_refused_asked_or_allowed_by_argv_and_files_by_where_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path()).unwrap();
        let make = || call(ToolKind::Execute, &[], json!({"command": ["make", "all"]}));
        let shell = || call(ToolKind::Other, &[], json!({"command": "ls | wc -l"}));
        let allowed = || Commands::Asked { allowed: vec![vec!["make".into(), "all".into()]] };
        let none = || Commands::Asked { allowed: vec![] };
        let asked = |argv: Option<Vec<&str>>, about: &str| {
            let argv = argv.map(|argv| argv.into_iter().map(str::to_owned).collect());
            Decision::Ask(Question::Permission { argv, about: about.to_owned() })
        };
        let cases = [
            (make(), Commands::Off, Decision::Refuse),
            (shell(), Commands::Off, Decision::Refuse),
            (make(), allowed(), Decision::Allow),
            (make(), none(), asked(Some(vec!["make", "all"]), "make all")),
            (shell(), allowed(), asked(Some(vec!["sh", "-c", "ls | wc -l"]), "ls | wc -l")),
            (call(ToolKind::Execute, &[], json!({})), none(), asked(None, "tool")),
            (call(ToolKind::Edit, &["a.md"], json!({})), Commands::Off, Decision::Allow),
            (call(ToolKind::Edit, &["a.md", "/etc/passwd"], json!({})), Commands::Off, Decision::Refuse),
            (call(ToolKind::Edit, &[".git/hooks/pre-commit"], json!({})), none(), Decision::Refuse),
            (call(ToolKind::Read, &[".env"], json!({})), Commands::Off, asked(None, "tool")),
            (call(ToolKind::Delete, &["../a.md"], json!({})), none(), Decision::Refuse),
            (call(ToolKind::Read, &["/etc/passwd"], json!({})), Commands::Off, asked(None, "tool")),
            (call(ToolKind::Edit, &[], json!({})), Commands::Off, asked(None, "tool")),
            (call(ToolKind::Fetch, &[], json!({})), Commands::Off, asked(None, "tool")),
        ];

        for (call, commands, expected) in cases {
            assert_eq!(decide(&call, &files, &commands, &[]), expected, "{call:?} with {commands:?}");
        }
        let remembered = vec![vec!["make".to_owned(), "all".to_owned()]];
        assert_eq!(decide(&make(), &files, &none(), &remembered), Decision::Allow, "always, in this item");
    }

    #[test]
    fn an_option_is_chosen_by_its_kind_wherever_it_stands_and_more_than_was_given_is_never_taken() {
        use PermissionOptionKind::{AllowAlways, AllowOnce, RejectAlways, RejectOnce};
        let options = |kinds: &[PermissionOptionKind]| -> Vec<PermissionOption> {
            let option =
                |kind: &PermissionOptionKind| PermissionOption::new(format!("{kind:?}"), "Yes", *kind);
            kinds.iter().map(option).collect()
        };
        let cases = [
            (Leave::Once, options(&[RejectOnce, AllowAlways, AllowOnce]), Some("AllowOnce")),
            (Leave::Once, options(&[AllowAlways, RejectOnce]), Some("RejectOnce")),
            (Leave::Always, options(&[AllowAlways, AllowOnce]), Some("AllowOnce")),
            (Leave::Always, options(&[RejectOnce, AllowAlways]), Some("AllowAlways")),
            (Leave::Refused, options(&[AllowOnce, RejectAlways, RejectOnce]), Some("RejectOnce")),
            (Leave::Refused, options(&[AllowOnce, RejectAlways]), Some("RejectAlways")),
            (Leave::Refused, options(&[AllowOnce]), None),
            (Leave::Once, options(&[]), None),
        ];

        for (leave, options, expected) in cases {
            let chosen = match outcome(leave, &options) {
                RequestPermissionOutcome::Selected(selected) => Some(selected.option_id.to_string()),
                _ => None,
            };
            assert_eq!(chosen.as_deref(), expected, "{leave:?} among {options:?}");
        }
    }
}
