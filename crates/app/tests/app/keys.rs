//! Keys as the window gives them: once, in, and never out again.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use halfday_app::api::CallError;
use halfday_app::keychain::{Keychain, MemoryKeychain, SwitchedOff};
use halfday_app::{App, Language, Opening, Origin};
use serde_json::{Value, json};
use tempfile::TempDir;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

const CANARY: &str = "sk-canary-0123456789";

fn open(folder: &TempDir, keychain: Arc<dyn Keychain>) -> Outcome<App> {
    let opening = Opening {
        data: Some(folder.path().to_owned()),
        now: None,
        language: Some(Language::En),
        origin: Origin::Window,
    };
    Ok(App::open(opening)?.with_keychain(keychain))
}

fn set(app: &App, only_this_run: bool) -> Result<Value, halfday_app::Error> {
    app.dispatch("set_key", json!({ "name": "work", "key": CANARY, "onlyThisRun": only_this_run }))
}

fn source(view: &Value) -> &Value {
    &view["keys"][0]["source"]
}

fn holds(folder: &Path, secret: &str) -> Outcome<bool> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let found = if path.is_dir() {
            holds(&path, secret)?
        } else {
            fs::read(&path)?.windows(secret.len()).any(|part| part == secret.as_bytes())
        };
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}

#[test]
fn a_key_goes_into_the_keychain_and_only_its_name_into_the_data() -> Outcome {
    let (folder, keychain) = (TempDir::new()?, Arc::new(MemoryKeychain::default()));
    let app = open(&folder, keychain.clone())?;

    let view = set(&app, false)?;
    let told = [
        view.to_string(),
        app.dispatch("keys", json!({}))?.to_string(),
        app.dispatch("activity", json!({ "limit": 50, "beforeSeq": null, "item": null }))?.to_string(),
        app.dispatch("settings", json!({}))?.to_string(),
    ];
    let exported = folder.path().join("export.json");
    app.dispatch("export_data", json!({ "format": "json", "path": exported }))?;
    let undone = app.dispatch("undo", json!({}));
    app.close();

    assert_eq!(source(&view), "keychain");
    assert_eq!(keychain.find("work")?.map(|key| key.expose().to_owned()).as_deref(), Some(CANARY));
    assert!(!told.concat().contains(CANARY), "{told:?}");
    assert!(exported.exists() && !holds(folder.path(), CANARY)?);
    assert!(undone.is_err(), "an undo would leave a name without its key");
    let again = open(&folder, keychain.clone())?;
    assert_eq!(source(&again.dispatch("keys", json!({}))?), "keychain", "the next run knows where to look");
    let after = again.dispatch("forget_key", json!({ "name": "work" }))?;
    assert_eq!((after["keys"].clone(), keychain.find("work")?), (json!([]), None));
    again.close();
    Ok(())
}

#[test]
fn where_there_is_no_keychain_a_key_can_be_kept_for_this_run_only() -> Outcome {
    let folder = TempDir::new()?;
    let app = open(&folder, Arc::new(SwitchedOff))?;

    let refused = CallError::from(set(&app, false).err().ok_or("it was kept")?);
    let kept = set(&app, true)?;
    app.close();

    assert_eq!((refused.code, refused.kind), ("keychain_unreachable", "failed"));
    assert_eq!(refused.params["variable"], "HALFDAY_KEY_WORK");
    assert!(!format!("{refused:?}").contains(CANARY));
    assert_eq!(source(&kept), "thisRun");
    assert!(!holds(folder.path(), CANARY)?);
    let again = open(&folder, Arc::new(SwitchedOff))?;
    assert_eq!(again.dispatch("keys", json!({}))?["keys"], json!([]), "it ended with the run");
    again.close();
    Ok(())
}

#[test]
fn a_request_that_makes_no_sense_does_not_quote_the_key() -> Outcome {
    let folder = TempDir::new()?;
    let app = open(&folder, Arc::new(MemoryKeychain::default()))?;
    let wrong = [
        json!({ "name": "work", "key": [CANARY] }),
        json!({ "name": "work", "key": { "text": CANARY } }),
        json!({ "name": CANARY, "key": CANARY }),
        json!({ "name": "work", "key": format!("{CANARY} {CANARY}") }),
        json!({ "name": [], "key": CANARY }),
    ];

    for request in wrong {
        let error = app.dispatch("set_key", request).err().ok_or("it was kept")?;

        let told = format!("{error:?} {error}");
        let told = format!("{told} {:?}", CallError::from(error));
        assert!(!told.contains("canary"), "{told}");
    }
    app.close();
    Ok(())
}

#[test]
fn deleting_everything_takes_the_keys_out_of_the_keychain() -> Outcome {
    let (folder, keychain) = (TempDir::new()?, Arc::new(MemoryKeychain::default()));
    let app = open(&folder, keychain.clone())?;
    set(&app, false)?;

    app.dispatch("delete_all", json!({ "typed": "DELETE" }))?;

    assert_eq!(keychain.find("work")?, None);
    Ok(())
}
