//! Tells Tauri which commands the pages may call: these three and nothing else.

use std::error::Error;

use tauri_build::{AppManifest, Attributes};

fn main() -> Result<(), Box<dyn Error>> {
    let manifest = AppManifest::new().commands(&["call", "subscribe", "desk"]);
    tauri_build::try_build(Attributes::new().app_manifest(manifest))?;
    Ok(())
}
