//! Tells Tauri the one command of the page.

use tauri_build::{AppManifest, Attributes};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let manifest = AppManifest::new().commands(&["painted"]);
    tauri_build::try_build(Attributes::new().app_manifest(manifest))?;
    Ok(())
}
