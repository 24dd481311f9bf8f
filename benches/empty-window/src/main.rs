//! A Tauri window with nothing in it. It tells of its first frame as Halfday's does.

mod commands {
    /// The page has drawn its first frame.
    #[tauri::command]
    pub(crate) fn painted() {
        eprintln!("painted");
    }
}

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![commands::painted])
        .run(tauri::generate_context!())
}
