//! What the lines of *done when* say of what came back. Links of the web are the one thing the program
//! looks at over the network, and only when the person has switched it on; until then such a check
//! says that it cannot tell.

use std::time::Duration;

use halfday_domain::check::{CheckOutcome, CheckResult, CheckSpec, DetailCode};
use halfday_runner::checks::{self, Side, command, web};
use halfday_runner::deliverable::Deliverable;
use halfday_runner::sandbox::Sandbox;
use halfday_store::subitems::PlannedCheck;
use tokio_util::sync::CancellationToken;

use crate::asked::{Asked, CameBack};
use crate::{App, Error};

/// A command of *done when* may take so long.
const LONGEST_COMMAND: Duration = Duration::from_mins(5);

/// A planned check with its result.
pub(crate) struct Checked {
    pub(crate) planned: PlannedCheck,
    pub(crate) result: CheckResult,
    /// JSON of the detail, empty when there is none.
    pub(crate) detail: String,
}

impl App {
    /// Runs a planned check on what was delivered.
    pub(crate) fn checked(&self, asked: Asked, came: CameBack<'_>) -> Result<Checked, Error> {
        let outcome = asked.outcome(came, |spec, files, side| match spec {
            CheckSpec::Command { argv } => Ok(self.outcome_of_command(argv, files, side, came.stop)),
            other => self.outcome(other, files, side),
        })?;
        let detail = outcome.detail.as_ref().and_then(|detail| serde_json::to_string(detail).ok());
        Ok(Checked { planned: asked.planned, result: outcome.result, detail: detail.unwrap_or_default() })
    }

    /// Runs a command of the person's on a copy; where the item has commands off, or nothing can be run, says so.
    fn outcome_of_command(
        &self,
        argv: &[String],
        delivered: &[Deliverable],
        side: Side<'_>,
        stop: &CancellationToken,
    ) -> CheckOutcome {
        let stagings = self.stagings();
        let fence = || Sandbox::of_this_machine().map_err(ToString::to_string);
        let trial = command::Trial { fence: &fence, stagings: &stagings, limit: LONGEST_COMMAND, stop };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        match runtime {
            Ok(runtime) => runtime.block_on(command::run(argv, delivered, side, &trial)),
            Err(fault) => {
                let text = fault.to_string();
                CheckOutcome::with(CheckResult::CannotTell, DetailCode::CommandNotRun, &[("text", &text)])
            }
        }
    }

    fn outcome(
        &self,
        spec: &CheckSpec,
        delivered: &[Deliverable],
        side: Side<'_>,
    ) -> Result<CheckOutcome, Error> {
        let outcome = checks::run(spec, delivered, side);
        let is_for_the_web =
            outcome.detail.as_ref().is_some_and(|detail| detail.code == DetailCode::NotAsked);
        if !is_for_the_web {
            return Ok(outcome);
        }
        if !self.web_checks_setting()? {
            return Ok(CheckOutcome::with(CheckResult::CannotTell, DetailCode::WebOff, &[]));
        }
        // Where nothing can be asked, "not checked yet" is the truth.
        Ok(self.look(delivered).unwrap_or(outcome))
    }

    /// Asks the links; takes a minute at most. The tasks end with this call.
    fn look(&self, delivered: &[Deliverable]) -> Option<CheckOutcome> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().ok()?;
        runtime.block_on(web::ask(delivered, self.web_reach)).ok()
    }
}

#[cfg(test)]
mod tests {
    use halfday_domain::event::Origin;
    use halfday_runner::checks::web::Reach;
    use tempfile::TempDir;
    use wiremock::matchers::{any, method, path};
    use wiremock::{Mock, MockServer, ResponseTemplate};

    use super::*;
    use crate::Opening;
    use crate::api::{ChangeSettings, CopyBrief, CreateJob, PasteAnswer, Unmarked};

    /// A web that has `/there` and nothing else.
    async fn web() -> MockServer {
        let server = MockServer::start().await;
        Mock::given(any()).respond_with(ResponseTemplate::new(404)).with_priority(9).mount(&server).await;
        for asked in ["HEAD", "GET"] {
            Mock::given(method(asked))
                .and(path("/there"))
                .respond_with(ResponseTemplate::new(200))
                .mount(&server)
                .await;
        }
        server
    }

    /// What the check says of an answer with this link, pasted with the switch so.
    fn pasted(link: &str, web_checks: Option<bool>, reach: Reach) -> (String, String) {
        let folder = TempDir::new().unwrap();
        let opening = Opening {
            data: Some(folder.path().to_owned()),
            now: None,
            language: Some(halfday_domain::words::Language::En),
            origin: Origin::Terminal,
        };
        let mut app = App::open(opening).unwrap();
        app.web_reach = reach;
        app.change_settings(ChangeSettings { web_checks, ..ChangeSettings::default() }).unwrap();
        let text = "- Collect the sources\n".to_owned();
        app.create_job(CreateJob {
            text,
            items: None,
            title: None,
            hours: None,
            answer: None,
            workspace: None,
        })
        .unwrap();
        let edit = serde_json::json!({ "item": "1.1", "doneWhen": ["links: web"] });
        app.dispatch("edit_item", edit).unwrap();
        let brief = app.copy_brief(CopyBrief { items: vec!["1.1".to_owned()] }).unwrap().text;
        let line = brief.lines().find(|line| line.starts_with("halfday:")).unwrap();
        let view = app
            .paste_answer(PasteAnswer {
                text: format!("{line}\n\nSee [the source]({link}).\n"),
                item: None,
                files: vec![],
                rounds: None,
                minutes: None,
                unmarked: Unmarked::Refuse,
            })
            .unwrap();
        let check = view.items[0].attempt.checks[0].clone();
        app.close();
        (check.result, check.detail)
    }

    async fn asked(server: &MockServer) -> usize {
        server.received_requests().await.unwrap().len()
    }

    /// [`pasted`] on a thread of its own, as the shells call it: not from within a runtime.
    async fn paste(
        server: &MockServer,
        path: &str,
        web_checks: Option<bool>,
        reach: Reach,
    ) -> (String, String) {
        let link = format!("{}{path}", server.uri());
        tokio::task::spawn_blocking(move || pasted(&link, web_checks, reach)).await.unwrap()
    }

    #[tokio::test]
    async fn the_web_is_not_asked_until_the_person_has_switched_it_on() {
        let server = web().await;

        for web_checks in [None, Some(false)] {
            let (result, detail) = paste(&server, "/there", web_checks, Reach::Loopback).await;

            assert_eq!(result, "cannot_tell");
            assert_eq!(detail, "Looking at web pages is switched off.");
        }
        assert_eq!(asked(&server).await, 0, "no request left the program");
    }

    #[tokio::test]
    async fn switched_on_a_link_that_leads_somewhere_holds_and_a_dead_one_fails() {
        let server = web().await;

        let there = paste(&server, "/there", Some(true), Reach::Loopback).await;
        let gone = paste(&server, "/gone", Some(true), Reach::Loopback).await;

        assert_eq!(there, ("holds".to_owned(), "Links checked: 1.".to_owned()));
        assert_eq!(gone.0, "fails");
        assert!(gone.1.contains("/gone"), "{}", gone.1);
        assert!(asked(&server).await >= 2);
    }

    #[tokio::test]
    async fn switched_on_the_persons_own_network_stays_out_of_reach() {
        let server = web().await;

        let (result, _) = paste(&server, "/there", Some(true), Reach::Public).await;

        assert_eq!(result, "cannot_tell");
        assert_eq!(asked(&server).await, 0, "an answer cannot make the program knock at home");
    }
}
