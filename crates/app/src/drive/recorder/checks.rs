//! What came back is kept, and the planned checks run on it: on what really changed, not on what was said.

use halfday_domain::check::{CheckDetail, CheckResult, CheckSpec};
use halfday_domain::event::Actor;
use halfday_domain::id::CheckId;
use halfday_domain::run::{ChecksSaid, Feedback};
use halfday_runner::attempt::staging::Changes;
use halfday_runner::clipboard::FailedCheck;
use halfday_runner::deliverable::Deliverable;
use halfday_runner::publish;
use halfday_store::{deliverables, owned, steps};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::{Recorder, lock};
use crate::Error;
use crate::api::WorkEventKind;
use crate::asked::{CameBack, asked};
use crate::checked::Checked;
use crate::clipboard::{Kept, hash_of_file, keeping};
use crate::reach;
use crate::work::Work;

/// So many paths are named in one step.
const MOST_PATHS: usize = 20;

impl Recorder {
    pub(super) fn check_now(
        &self,
        round: u32,
        changes: &Changes,
        stop: &CancellationToken,
    ) -> Result<ChecksSaid, Error> {
        let app = &self.app;
        let workspace = app.source_folder(&self.claimed)?;
        let (mut delivered, mut kept, mut refused) = (vec![], vec![], changes.refused.clone());
        let mut changed = vec![];
        for file in &changes.files {
            let path = self.with_names(&file.path);
            if publish::prove(&[&path]).is_err() {
                refused.push(path);
                continue;
            }
            let base = if path == file.path {
                file.base.map(|hash| hash.to_string())
            } else {
                hash_of_file(&workspace.join(&path))
            };
            let one = self.named(&path, &file.content);
            let hash = app.objects.put(&one.content).map_err(keeping)?;
            let bytes = i64::try_from(one.content.len()).unwrap_or(i64::MAX);
            if base.as_ref().is_some_and(|base| *base != hash.to_string()) {
                changed.push(path.clone());
            }
            kept.push(Kept { path, hash, bytes, base_hash: base });
            delivered.push(one);
        }
        let item = self.claimed.item.id;
        let planned = app.store.read(move |connection| asked(connection, item))?;
        // What may not come back is not as it was either.
        changed.extend(changes.deleted.iter().map(|path| self.with_names(path)));
        changed.extend_from_slice(&refused);
        let came = CameBack { delivered: &delivered, folder: &workspace, changed: &changed, stop };
        let checked = planned.into_iter().map(|one| app.checked(one, came)).collect::<Result<Vec<_>, _>>()?;
        let failing: Vec<String> = checked
            .iter()
            .filter(|one| one.result == CheckResult::Fails)
            .map(|one| self.fact_for_agent(one))
            .collect();
        *lock(&self.kept) = kept;
        let inputs_changed = changes.inputs_changed.clone();
        // It is the same in each round.
        let not_copied = if round == 0 { changes.not_copied.clone() } else { vec![] };
        let (holds, of) = (checked.len() - failing.len(), checked.len());
        let own = self.clone();
        let at = app.fact(Actor::Program, move |work| {
            owned::touch(work.tx, own.claimed.hold, work.at)?;
            own.store_checks(work, round, &checked)?;
            if !refused.is_empty() {
                let facts = json!({ "about": refused.join(", "), "went_well": false, "mark": "refused" });
                steps::insert(work.tx, own.claimed.hold.attempt, "refused", &facts, Some(0.0), work.at)?;
            }
            for (kind, paths) in [("not_copied", not_copied), ("inputs_changed", inputs_changed)] {
                if !paths.is_empty() {
                    let facts = json!({ "about": some_of(&paths) });
                    steps::insert(work.tx, own.claimed.hold.attempt, kind, &facts, None, work.at)?;
                }
            }
            own.went(work, "checked")?;
            Ok(work.at)
        })?;
        let text =
            app.words().say("work-checked", &[("hold", &holds.to_string()), ("checks", &of.to_string())]);
        let facts = json!({ "round": round, "fails": failing.len(), "checks": of });
        self.teller.tell(WorkEventKind::Checked, at, text, facts);
        Ok(if failing.is_empty() { ChecksSaid::AllHold } else { ChecksSaid::SomeFail(Feedback { failing }) })
    }

    fn store_checks(&self, work: &Work<'_>, round: u32, checked: &[Checked]) -> Result<(), Error> {
        for one in checked {
            deliverables::insert_check(
                work.tx,
                &deliverables::Check {
                    id: work.ids.make(CheckId::from_parts)?,
                    attempt_id: self.claimed.hold.attempt,
                    planned_id: Some(one.planned.id),
                    round,
                    result: one.result.code().to_owned(),
                    detail: one.detail.clone(),
                    at: work.at,
                },
            )?;
        }
        Ok(())
    }

    /// A file of the agent's with the names back in it.
    pub(super) fn named(&self, path: &str, content: &[u8]) -> Deliverable {
        let one = Deliverable::new(path, content);
        match one.text() {
            Some(text) => Deliverable::new(path, self.with_names(text).as_bytes()),
            None => one,
        }
    }

    /// What the agent wrote into its folder, with the names back; a model's own tools put them there already.
    pub(super) fn with_names(&self, text: &str) -> String {
        if reach::writes_names(&self.claimed.agent) { text.to_owned() } else { self.unveiled(text) }
    }

    /// A failing check in the words the agent is spoken to in.
    fn fact_for_agent(&self, one: &Checked) -> String {
        let detail = serde_json::from_str::<CheckDetail>(&one.detail).ok();
        let fact = FailedCheck { spec: CheckSpec::parse(&one.planned.text), detail }.sentence(self.words);
        match &self.veil {
            Some(veil) => veil.veil(&fact),
            None => fact,
        }
    }
}

/// The first of many paths.
fn some_of(paths: &[String]) -> String {
    let shown = paths.get(..MOST_PATHS).unwrap_or(paths).join(", ");
    if paths.len() > MOST_PATHS { format!("{shown}, … ({})", paths.len()) } else { shown }
}
