//! What an AI is asked beside the work: who is asked, about what, and how the person reads what it said.

use halfday_domain::check::CheckSpec;
use halfday_domain::words::Words;
use halfday_runner::agents;
use halfday_runner::attempt::beside::{Answered, Said, SecondLook};
use halfday_runner::veil::SharedVeil;
use halfday_store::agents::Agent;
use serde_json::json;

use super::claim::Claimed;
use crate::asked::asked;
use crate::reach::{SCRIPTED, reach};
use crate::{App, Error};

impl App {
    /// The agent of the item, in a session of its own. A script has another part for `what`.
    pub(super) fn agent_beside(
        &self,
        agent: &Agent,
        what: &str,
        veil: Option<&SharedVeil>,
    ) -> Box<dyn agents::Agent> {
        if agent.way != SCRIPTED {
            return reach(agent, self, veil);
        }
        let config = json!({ "script": agent.config.get(what).cloned().unwrap_or_default() });
        reach(&Agent { config, ..agent.clone() }, self, veil)
    }

    /// The second look at what comes back for an item: the lines only a person could judge, and the whole.
    pub(super) fn second_look(
        &self,
        claimed: &Claimed,
        words: &Words,
        veil: Option<&SharedVeil>,
    ) -> Result<SecondLook, Error> {
        let item = claimed.item.id;
        let planned = self.store.read(move |connection| asked(connection, item))?;
        let lines = planned.into_iter().map(|one| one.planned.text);
        let open = lines.filter(|line| matches!(CheckSpec::parse(line), CheckSpec::Person { .. }));
        let veiled = |line: String| match veil {
            Some(veil) => veil.veil(&line),
            None => line,
        };
        let questions = open.map(veiled).chain([words.word("agent-look-again-overall")]).collect();
        Ok(SecondLook { agent: self.agent_beside(&claimed.agent, "second_look", veil), questions })
    }
}

/// What a second look came to, in a line.
pub(super) fn summary(answers: &[Answered]) -> String {
    let one = |answered: &Answered| match answered.said {
        Said::Yes => format!("✓ {}", answered.question),
        Said::No => format!("✗ {} – {}", answered.question, answered.why),
        Said::CannotTell => format!("? {}", answered.question),
    };
    answers.iter().map(one).collect::<Vec<_>>().join(" · ")
}
