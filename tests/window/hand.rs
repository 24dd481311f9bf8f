//! The hands of a person at the window: the pointer and the keys, sent as the system sends them. What something else
//! lies over cannot be pressed, and nothing gets the focus but by a press or a key.

use std::time::Duration;

use serde_json::{Value, json};

use crate::driver::{Driver, Outcome};

pub(crate) const CONTROL: char = '\u{e009}';
pub(crate) const SHIFT: char = '\u{e008}';
pub(crate) const ALT: char = '\u{e00a}';
pub(crate) const TAB: char = '\u{e004}';
pub(crate) const ENTER: char = '\u{e007}';
pub(crate) const HOME: char = '\u{e011}';
pub(crate) const UP: char = '\u{e013}';
pub(crate) const DOWN: char = '\u{e015}';

/// No page has so many controls that Tab comes round later.
const MOST_TABS: usize = 80;

/// What stands still is found in the same place twice; a page that moves for five seconds is broken.
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);
const MOST_LOOKS: usize = 100;

/// An expression for the element with `css` whose text begins with `text`, in the dialog when one is open.
pub(crate) fn saying(css: &str, text: &str) -> String {
    format!(
        "[...(document.querySelector('dialog[open]') ?? document).querySelectorAll(`{css}`)]
            .find((one) => one.checkVisibility() && one.textContent.trim().startsWith(`{text}`))"
    )
}

/// An expression for the first element with `css`.
pub(crate) fn first(css: &str) -> String {
    format!("document.querySelector(`{css}`)")
}

impl Driver {
    /// Presses the pointer's button on what `element`, an expression, gives; waits for it to be there and enabled.
    pub(crate) fn press_on(&self, element: &str) -> Outcome {
        self.until(&format!("(({element})?.matches(':not(:disabled)') ?? false)"))?;
        let at = self.at_rest(&[element])?;
        self.pointer(&[
            moving(&at[0], 50),
            json!({ "type": "pointerDown", "button": 0 }),
            json!({ "type": "pointerUp", "button": 0 }),
        ])
    }

    /// Drags from the middle of one element to the middle of another.
    pub(crate) fn drag(&self, from: &str, to: &str) -> Outcome {
        let at = self.at_rest(&[from, to])?;
        self.pointer(&[
            moving(&at[0], 50),
            json!({ "type": "pointerDown", "button": 0 }),
            moving(&at[1], 300),
            json!({ "type": "pointerUp", "button": 0 }),
        ])
    }

    /// Where elements stand once a page that has just come moves them no longer. Bringing one into sight may scroll
    /// another, so all have to be found where they were found before.
    fn at_rest(&self, elements: &[&str]) -> Outcome<Vec<Value>> {
        let mut before = Err("nobody looked".into());
        for _ in 0..MOST_LOOKS {
            let now = elements.iter().map(|element| self.point(element)).collect::<Outcome<Vec<_>>>();
            if let (Ok(now), Ok(before)) = (&now, &before)
                && now == before
            {
                return Ok(now.clone());
            }
            before = now;
            std::thread::park_timeout(BETWEEN_LOOKS);
        }
        before.and(Err(format!("never stood still in sight: {}", elements.join(", ")).into()))
    }

    /// Presses `keys` (Tab, or Tab with Shift) until `condition` holds of `at`, what has the focus.
    pub(crate) fn tab_to(&self, keys: &[char], condition: &str) -> Outcome {
        for _ in 0..MOST_TABS {
            self.press(keys)?;
            let found =
                self.run(&format!("const at = document.activeElement; return Boolean({condition})"))?;
            if found == true {
                return Ok(());
            }
        }
        Err(format!("Tab never came to: {condition}").into())
    }

    /// The middle of an element, scrolled into sight; an error when something else would be hit there.
    fn point(&self, element: &str) -> Outcome<Value> {
        let found = self.run(&format!(
            "const wanted = {element};
            wanted.scrollIntoView({{ block: 'nearest' }});
            const box = wanted.getBoundingClientRect();
            const at = {{ x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }};
            const hit = document.elementFromPoint(at.x, at.y);
            const isIt = hit !== null && (wanted.contains(hit) || hit.contains(wanted) && hit.matches('label'));
            return {{ ...at, over: isIt ? null : hit?.outerHTML.slice(0, 200) ?? 'outside the window' }};"
        ))?;
        match found["over"].as_str() {
            Some(over) => Err(format!("cannot press {element}: over it lies {over}").into()),
            None => Ok(found),
        }
    }

    /// Presses the pointer's button at one place, moves through others, one event each, and lets go at the last.
    pub(crate) fn drag_through(&self, places: &[(i64, i64)]) -> Outcome {
        let mut actions: Vec<Value> =
            places.iter().map(|(x, y)| moving(&json!({ "x": x, "y": y }), 16)).collect();
        actions.insert(1.min(actions.len()), json!({ "type": "pointerDown", "button": 0 }));
        actions.push(json!({ "type": "pointerUp", "button": 0 }));
        self.pointer(&actions)
    }

    fn pointer(&self, actions: &[Value]) -> Outcome {
        let mouse = json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions });
        self.post("actions", &json!({ "actions": [mouse] }))?;
        Ok(())
    }
}

fn moving(to: &Value, duration: u32) -> Value {
    json!({ "type": "pointerMove", "origin": "viewport", "x": to["x"], "y": to["y"], "duration": duration })
}
