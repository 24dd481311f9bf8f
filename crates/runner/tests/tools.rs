//! The model's tools in the folder, and every way out of it that is tried.

use std::error::Error;
use std::fs;
use std::path::Path;

use halfday_runner::tools::{Call, Effect, Folder, ToolFault};
use serde_json::{Value, json};
use tempfile::{TempDir, tempdir};
use tokio_util::sync::CancellationToken;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// What nobody inside may see.
const SECRET: &str = "the secret outside";

/// A folder to work in, with another beside it that is not for us.
struct World {
    all: TempDir,
}

impl World {
    fn new() -> Outcome<Self> {
        let all = tempdir()?;
        for folder in ["inside", "outside"] {
            fs::create_dir(all.path().join(folder))?;
        }
        fs::write(all.path().join("outside/secret.md"), SECRET)?;
        Ok(Self { all })
    }

    fn inside(&self) -> std::path::PathBuf {
        self.all.path().join("inside")
    }

    fn outside(&self) -> std::path::PathBuf {
        self.all.path().join("outside")
    }

    fn tool(&self, name: &str, arguments: &Value) -> Outcome<Result<Effect, ToolFault>> {
        run(&Folder::open(&self.inside())?, name, arguments)
    }

    /// That everything outside is as it was.
    fn outside_is_untouched(&self) -> Outcome {
        let names: Vec<_> =
            fs::read_dir(self.outside())?.map(|e| e.map(|e| e.file_name())).collect::<Result<_, _>>()?;
        assert_eq!(names, ["secret.md"]);
        assert_eq!(fs::read_to_string(self.outside().join("secret.md"))?, SECRET);
        Ok(())
    }
}

fn run(folder: &Folder, name: &str, arguments: &Value) -> Outcome<Result<Effect, ToolFault>> {
    let arguments = arguments.as_object().ok_or("an object")?;
    let call = Call::understand(name, arguments, |_| true)?;
    Ok(call.run_in(folder, &CancellationToken::new()).ok_or("a tool of the folder")?)
}

fn text(came: Result<Effect, ToolFault>) -> Outcome<String> {
    Ok(came?.text)
}

/// Every tool of the folder, pointed at `path`.
fn all_at(path: &str) -> [(&'static str, Value); 5] {
    [
        ("list", json!({ "path": path })),
        ("read", json!({ "path": path })),
        ("search", json!({ "pattern": "secret", "path": path })),
        ("write", json!({ "path": path, "content": "mine" })),
        ("edit", json!({ "path": path, "old": "secret", "new": "mine" })),
    ]
}

#[test]
fn a_path_out_of_the_folder_is_refused_by_every_tool_and_counts_as_out_of_scope() -> Outcome {
    let world = World::new()?;
    let absolute = world.outside().join("secret.md").display().to_string();
    for path in [
        "../outside/secret.md",
        "a/../../outside/secret.md",
        "..",
        "./../outside/secret.md",
        &absolute,
        "//etc/passwd",
        "C:\\secret.md",
        "\\\\host\\secret.md",
        ".git/hooks/pre-commit",
        "sub/.GIT/config",
        ".env",
        "sub/.env.local",
        ".halfday-1.new",
    ] {
        for (tool, arguments) in all_at(path) {
            let fault =
                world.tool(tool, &arguments)?.err().ok_or_else(|| format!("{tool} {path} is refused"))?;

            assert!(fault.is_out_of_scope(), "{tool} {path}: {fault}");
        }
    }
    world.outside_is_untouched()
}

#[test]
fn what_is_off_limits_is_neither_listed_nor_searched() -> Outcome {
    let world = World::new()?;
    fs::create_dir(world.inside().join(".git"))?;
    fs::write(world.inside().join(".git/config"), SECRET)?;
    fs::write(world.inside().join(".env"), SECRET)?;
    fs::write(world.inside().join("a.md"), "no secret here\n")?;

    let listed = text(world.tool("list", &json!({}))?)?;
    let found = text(world.tool("search", &json!({ "pattern": "secret" }))?)?;

    assert_eq!(listed, "a.md (15 bytes)\n");
    assert_eq!(found, "a.md:1: no secret here");
    Ok(())
}

#[test]
fn names_that_no_system_should_get_are_not_written_and_may_be_read() -> Outcome {
    let world = World::new()?;
    for path in ["nul.txt", "a\u{202e}b.md", "a\u{200b}.md", "a. ", "x\u{0}y", "a?.md"] {
        let came = world.tool("write", &json!({ "path": path, "content": "x" }))?;

        assert!(came.is_err(), "{path:?}");
    }
    assert_eq!(fs::read_dir(world.inside())?.count(), 0, "nothing is left behind");
    #[cfg(unix)]
    {
        fs::write(world.inside().join("what?.md"), "this")?;
        assert_eq!(text(world.tool("read", &json!({ "path": "what?.md" }))?)?, "lines 1-1 of 1\nthis\n");
    }
    Ok(())
}

#[test]
fn a_file_too_large_to_read_or_to_write_is_refused_at_once() -> Outcome {
    let world = World::new()?;
    fs::File::create(world.inside().join("huge.txt"))?.set_len(64 * 1024 * 1024 * 1024)?;

    let read = world.tool("read", &json!({ "path": "huge.txt" }))?;
    let searched = text(world.tool("search", &json!({ "pattern": "x" }))?)?;
    let written = world.tool("write", &json!({ "path": "a.txt", "content": "x".repeat(9 * 1024 * 1024) }))?;

    assert!(matches!(read, Err(ToolFault::TooLarge { .. })), "{read:?}");
    assert_eq!(searched, "nothing was found");
    assert!(matches!(written, Err(ToolFault::TooLarge { .. })), "{written:?}");
    assert!(!world.inside().join("a.txt").exists());
    Ok(())
}

#[test]
fn no_attempt_fills_the_disk() -> Outcome {
    let world = World::new()?;
    let folder = Folder::open(&world.inside())?;
    let content = |at: usize| json!({ "path": "a.txt", "content": at.to_string().repeat(7_000_000) });

    let came = (0..40).map(|at| run(&folder, "write", &content(at % 10))).find_map(|came| came.ok()?.err());

    assert!(matches!(came, Some(ToolFault::TooMuch { .. })), "{came:?}");
    Ok(())
}

#[test]
fn a_file_is_read_by_lines_and_long_ones_are_cut() -> Outcome {
    let world = World::new()?;
    let lines: Vec<_> = (1..=1_000).map(|at| format!("line {at}")).collect();
    fs::write(world.inside().join("a.txt"), lines.join("\n"))?;
    fs::write(world.inside().join("wide.txt"), "長".repeat(5_000))?;
    fs::write(world.inside().join("data.bin"), [0, 159, 146, 150])?;

    let middle = text(world.tool("read", &json!({ "path": "./a.txt", "from_line": 500, "lines": 2 }))?)?;
    let whole = text(world.tool("read", &json!({ "path": "a.txt" }))?)?;
    let beyond = text(world.tool("read", &json!({ "path": "a.txt", "from_line": 2_000 }))?)?;
    let wide = text(world.tool("read", &json!({ "path": "wide.txt" }))?)?;
    let binary = world.tool("read", &json!({ "path": "data.bin" }))?;

    assert_eq!(middle, "lines 500-501 of 1000\nline 500\nline 501\n");
    assert!(whole.starts_with("lines 1-400 of 1000\n"), "{whole}");
    assert_eq!(beyond, "the file has 1000 lines\n");
    assert!(wide.chars().count() < 2_100 && wide.contains("(line cut)"));
    assert!(matches!(binary, Err(ToolFault::NotText(_))), "{binary:?}");
    Ok(())
}

#[test]
fn an_edit_replaces_one_place_and_only_when_it_is_the_only_one() -> Outcome {
    let world = World::new()?;
    fs::write(world.inside().join("a.md"), "one two two\r\n")?;
    let edit = |old: &str| world.tool("edit", &json!({ "path": "a.md", "old": old, "new": "three" }));

    assert!(matches!(edit("two")?, Err(ToolFault::NotOnce { found: 2, .. })));
    assert!(matches!(edit("four")?, Err(ToolFault::NotOnce { found: 0, .. })));
    assert!(matches!(edit("")?, Err(ToolFault::NotOnce { found: 0, .. })));
    let effect = edit("one")??;

    assert_eq!(fs::read_to_string(world.inside().join("a.md"))?, "three two two\r\n");
    assert_eq!(effect.changed.map(|(path, _)| path).as_deref(), Some("a.md"));
    Ok(())
}

#[test]
fn writing_what_was_there_changes_nothing_and_a_document_is_not_written_as_text() -> Outcome {
    let world = World::new()?;
    let write = |path: &str| world.tool("write", &json!({ "path": path, "content": "x" }));

    assert!(write("new/folder/a.md")??.changed.is_some());
    assert_eq!(write("new/folder/a.md")??.changed, None);
    assert!(matches!(write("a.docx")?, Err(ToolFault::NotWritable(_))));
    assert!(write("Makefile")?.is_ok());
    Ok(())
}

#[test]
fn a_pattern_made_to_fill_the_memory_is_refused() -> Outcome {
    let world = World::new()?;
    for pattern in ["(", "(?:a{1000}){1000}"] {
        let came = world.tool("search", &json!({ "pattern": pattern }))?;

        assert!(matches!(came, Err(ToolFault::Pattern(_))), "{pattern}");
    }
    Ok(())
}

#[test]
fn a_search_that_was_stopped_comes_back() -> Outcome {
    let world = World::new()?;
    fs::write(world.inside().join("a.md"), "x")?;
    let call = Call::understand("list", &serde_json::Map::new(), |_| true)?;
    let stop = CancellationToken::new();
    stop.cancel();

    let came = call.run_in(&Folder::open(&world.inside())?, &stop);

    assert!(matches!(came, Some(Err(ToolFault::Stopped))), "{came:?}");
    Ok(())
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;
    use std::process::Command;
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;

    #[test]
    fn a_link_is_listed_and_followed_by_no_tool() -> Outcome {
        let world = World::new()?;
        symlink(world.outside(), world.inside().join("folder"))?;
        symlink(world.outside().join("secret.md"), world.inside().join("file.md"))?;
        symlink(world.outside().join("new.md"), world.inside().join("dangling.md"))?;

        for path in ["folder", "folder/secret.md", "file.md", "dangling.md"] {
            for (tool, arguments) in all_at(path) {
                let fault = world.tool(tool, &arguments)?.err().ok_or_else(|| format!("{tool} {path}"))?;
                assert!(fault.is_out_of_scope(), "{tool} {path}: {fault}");
            }
        }
        let listed = text(world.tool("list", &json!({}))?)?;
        let found = text(world.tool("search", &json!({ "pattern": "secret" }))?)?;
        assert_eq!(listed.matches("link, not followed").count(), 3, "{listed}");
        assert_eq!(found, "nothing was found");
        world.outside_is_untouched()
    }

    #[test]
    fn a_link_within_the_folder_is_followed_no_more_than_one_out_of_it() -> Outcome {
        let world = World::new()?;
        fs::write(world.inside().join("a.md"), "text")?;
        symlink("a.md", world.inside().join("b.md"))?;

        assert!(world.tool("read", &json!({ "path": "b.md" }))?.is_err());
        Ok(())
    }

    #[test]
    fn a_second_name_of_a_file_outside_is_neither_read_nor_written() -> Outcome {
        let world = World::new()?;
        fs::hard_link(world.outside().join("secret.md"), world.inside().join("mine.md"))?;

        for (tool, arguments) in all_at("mine.md").into_iter().skip(1) {
            let came = world.tool(tool, &arguments)?;
            assert!(matches!(came, Err(ToolFault::SecondName(_))), "{tool}: {came:?}");
        }
        let found = text(world.tool("search", &json!({ "pattern": "secret" }))?)?;
        assert_eq!(found, "nothing was found");
        world.outside_is_untouched()
    }

    #[test]
    fn a_pipe_or_a_socket_holds_nobody_up() -> Outcome {
        let world = World::new()?;
        let made = Command::new("mkfifo").arg(world.inside().join("pipe.md")).status()?;
        assert!(made.success(), "the pipe is made");
        let _socket = UnixListener::bind(world.inside().join("socket.md"))?;

        for path in ["pipe.md", "socket.md"] {
            for (tool, arguments) in all_at(path) {
                assert!(world.tool(tool, &arguments)?.is_err(), "{tool} {path}");
            }
        }
        assert_eq!(text(world.tool("search", &json!({ "pattern": "x" }))?)?, "nothing was found");
        let listed = text(world.tool("list", &json!({}))?)?;
        assert_eq!(listed, "pipe.md (no plain file)\nsocket.md (no plain file)\n");
        Ok(())
    }

    #[test]
    fn a_folder_swapped_for_a_link_while_tools_work_leads_nowhere() -> Outcome {
        let world = World::new()?;
        let (real, link) = (world.all.path().join("real"), world.all.path().join("link"));
        fs::create_dir(&real)?;
        symlink(world.outside(), &link)?;
        let at = world.inside().join("d");
        let is_over = AtomicBool::new(false);

        std::thread::scope(|scope| -> Outcome {
            let swapping = scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    for from in [&real, &link] {
                        // One of the two is always away: whichever is there comes and goes.
                        let _ = fs::rename(from, &at);
                        let _ = fs::rename(&at, from);
                    }
                }
            });
            let folder = Folder::open(&world.inside())?;
            let mut written = 0;
            for round in 0..800 {
                let content = json!({ "path": "d/x.md", "content": round.to_string() });
                written += u32::from(run(&folder, "write", &content)?.is_ok());
                if let Ok(effect) = run(&folder, "read", &json!({ "path": "d/secret.md" }))? {
                    return Err(format!("it read outside: {}", effect.text).into());
                }
                let found = run(&folder, "search", &json!({ "pattern": "secret" }))?;
                assert!(!found.is_ok_and(|effect| effect.text.contains(SECRET)));
            }
            is_over.store(true, Ordering::Relaxed);
            swapping.join().map_err(|_| "the swapping ends")?;
            assert!(written > 0, "some writes met the folder itself");
            Ok(())
        })?;
        world.outside_is_untouched()
    }

    #[test]
    fn a_script_stays_one_when_it_is_written_anew_and_nothing_else_is_left() -> Outcome {
        let world = World::new()?;
        let script = world.inside().join("run.sh");
        fs::write(&script, "old")?;
        fs::set_permissions(&script, fs::Permissions::from_mode(0o755))?;

        world.tool("write", &json!({ "path": "run.sh", "content": "new" }))??;

        assert_eq!(fs::metadata(&script)?.permissions().mode() & 0o777, 0o755);
        assert_eq!(names(&world.inside())?, ["run.sh"]);
        Ok(())
    }

    #[test]
    fn a_folder_that_takes_no_writes_keeps_nothing_half_written() -> Outcome {
        let world = World::new()?;
        fs::create_dir(world.inside().join("a.md"))?;

        let came = world.tool("write", &json!({ "path": "a.md", "content": "x" }))?;

        assert!(came.is_err(), "a folder stands there");
        assert_eq!(names(&world.inside())?, ["a.md"]);
        Ok(())
    }

    fn names(folder: &Path) -> Outcome<Vec<std::ffi::OsString>> {
        Ok(fs::read_dir(folder)?
            .map(|entry| entry.map(|entry| entry.file_name()))
            .collect::<Result<_, _>>()?)
    }
}
