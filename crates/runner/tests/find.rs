//! Agents on this computer are found and tested: by the login shell's path, in the folders of version managers, and
//! as servers that listen. Homes, shells and programs are made for each test.
#![cfg(unix)]

#[path = "turns/heard.rs"]
#[allow(dead_code, reason = "each of the tests of agents uses its part")]
mod heard;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use halfday_runner::agents::find::{
    Addresses, FoundAgent, Known, LocalServer, NoPath, SearchPath, ServerKind, SignedIn, folders, login_path,
    servers, test,
};
use heard::{Outcome, program, runs};
use serde_json::json;
use wiremock::matchers::path;
use wiremock::{Mock, MockServer, ResponseTemplate};

const PATIENCE: Duration = Duration::from_secs(20);

/// A shell that does what `script` says before it does what it was asked, as start-up files do.
fn shell(folder: &Path, script: &str) -> Result<PathBuf, std::io::Error> {
    program(
        &folder.join("shell"),
        &format!("#!/bin/sh\n{script}\nwhile [ $# -gt 1 ]; do shift; done\neval \"$1\"\n"),
    )
}

#[tokio::test]
async fn the_login_shell_tells_its_path_whatever_its_start_up_files_print() -> Outcome {
    let folder = tempfile::tempdir()?;
    let noise = "echo Welcome; echo PATH=/wrong; export PATH=/opt/tools/bin:$PATH; printf 'no end of line '";
    let shell = shell(folder.path(), noise)?;

    let told = login_path(&shell, PATIENCE).await?;

    assert!(told.to_string_lossy().starts_with("/opt/tools/bin:"), "{}", told.display());
    Ok(())
}

#[tokio::test]
async fn a_real_login_shell_tells_its_path() -> Outcome {
    let told = login_path(Path::new("/bin/sh"), PATIENCE).await?;

    assert!(std::env::split_paths(&told).any(|folder| folder == Path::new("/usr/bin")), "{}", told.display());
    Ok(())
}

#[tokio::test]
async fn a_shell_that_waits_or_breaks_is_left_alone_in_time() -> Outcome {
    let folder = tempfile::tempdir()?;
    let waits = shell(folder.path(), &format!("echo $$ > {}/pid; sleep 1000", folder.path().display()))?;
    let limit = Duration::from_secs(2);

    let told = login_path(&waits, limit).await;

    assert_eq!(told, Err(NoPath::TimedOut { shell: waits.display().to_string(), seconds: 2 }));
    assert!(!runs(&fs::read_to_string(folder.path().join("pid"))?));
    let breaks = shell(folder.path(), "exit 1")?;
    assert!(matches!(login_path(&breaks, PATIENCE).await, Err(NoPath::NoAnswer { .. })));
    let nothing = folder.path().join("nothing");
    assert!(matches!(login_path(&nothing, PATIENCE).await, Err(NoPath::NotStarted { .. })));
    Ok(())
}

#[test]
fn programs_are_found_in_the_path_first_then_where_version_managers_put_them_the_newest_first() -> Outcome {
    let home = tempfile::tempdir()?;
    let at = |path: &str| home.path().join(path);
    let puts = [
        "on-path/codex",
        ".local/bin/claude",
        ".nvm/versions/node/v9.2.0/bin/gemini",
        ".nvm/versions/node/v20.10.1/bin/gemini",
        ".nvm/versions/node/v20.9.0/bin/gemini",
        ".local/share/fnm/node-versions/v22.1.0/installation/bin/codex",
        "else/where/bun/bin/opencode",
        ".config/goose/goose",
    ];
    for put in puts {
        fs::create_dir_all(at(put).parent().ok_or("no folder")?)?;
        program(&at(put), "#!/bin/sh\n")?;
    }
    fs::write(at("on-path/opencode"), "a file that is no program")?;
    let variable = |name: &str| (name == "BUN_INSTALL").then(|| at("else/where/bun").into_os_string());
    let path = std::env::join_paths([at("on-path"), PathBuf::from("relative"), PathBuf::new()])?;

    let search = SearchPath::new(&[path], folders(home.path(), &variable));

    let of_home = |found: &FoundAgent| found.path.strip_prefix(home.path()).map(Path::to_owned).ok();
    let found: Vec<_> = search.agents().iter().map(|found| (found.known, of_home(found))).collect();
    let expected = [
        (Known::Claude, ".local/bin/claude"),
        (Known::Codex, "on-path/codex"),
        (Known::Gemini, ".nvm/versions/node/v20.10.1/bin/gemini"),
        (Known::Opencode, "else/where/bun/bin/opencode"),
    ];
    let expected: Vec<_> = expected.iter().map(|(known, path)| (*known, Some(PathBuf::from(path)))).collect();
    assert_eq!(found, expected);
    let gemini = search.agent(Known::Gemini).ok_or("no gemini")?.program(home.path());
    let (_, value) = gemini.environment.first().ok_or("no variable")?;
    let first = std::env::split_paths(value).next();
    assert_eq!(first, Some(at(".nvm/versions/node/v20.10.1/bin")), "its node is beside it");
    Ok(())
}

#[tokio::test]
async fn all_of_a_persons_programs_are_found_though_their_shell_breaks() -> Outcome {
    let home = tempfile::tempdir()?;
    let at = |path: &str| home.path().join(path);
    for put in ["by-shell/claude", "own/codex", ".local/bin/opencode"] {
        fs::create_dir_all(at(put).parent().ok_or("no folder")?)?;
        program(&at(put), "#!/bin/sh\n")?;
    }
    let works = shell(home.path(), &format!("PATH={}:/usr/bin:/bin", at("by-shell").display()))?;
    let variables = |shell: PathBuf| {
        let own = at("own").into_os_string();
        move |name: &str| match name {
            "SHELL" => Some(shell.clone().into_os_string()),
            "PATH" => Some(own.clone()),
            _ => None,
        }
    };

    let (all, silent) = SearchPath::of(home.path(), &variables(works)).await;
    let (rest, breaks) = SearchPath::of(home.path(), &variables(at("nothing"))).await;

    let known = |search: &SearchPath| search.agents().iter().map(|found| found.known).collect::<Vec<_>>();
    assert_eq!((known(&all), silent), (vec![Known::Claude, Known::Codex, Known::Opencode], None));
    assert_eq!(known(&rest), [Known::Codex, Known::Opencode]);
    assert!(matches!(breaks, Some(NoPath::NotStarted { .. })));
    Ok(())
}

#[tokio::test]
async fn servers_are_known_by_answers_only_they_give() -> Outcome {
    let [ollama, lm_studio, llama_cpp, other] = [
        MockServer::start().await,
        MockServer::start().await,
        MockServer::start().await,
        MockServer::start().await,
    ];
    let serves = |server, at: &'static str, answer| async move {
        Mock::given(path(at))
            .respond_with(ResponseTemplate::new(200).set_body_json(answer))
            .mount(server)
            .await;
    };
    serves(&ollama, "/api/version", json!({"version": "0.12.3"})).await;
    serves(&ollama, "/api/tags", json!({"models": [{"name": "qwen3:8b"}, {"name": "gemma3:4b"}]})).await;
    let loaded =
        json!({"object": "list", "data": [{"id": "qwen3-8b", "object": "model", "state": "loaded"}]});
    serves(&lm_studio, "/api/v0/models", loaded).await;
    let own = json!({"object": "list", "data": [{"id": "model.gguf", "owned_by": "llamacpp"}]});
    serves(&llama_cpp, "/v1/models", own).await;
    // Some other web server on each of the ports.
    serves(&other, "/v1/models", json!({"data": [{"id": "x", "owned_by": "somebody"}]})).await;
    serves(&other, "/api/v0/models", json!({"data": [{"id": "x"}]})).await;

    let there = Addresses { ollama: ollama.uri(), lm_studio: lm_studio.uri(), llama_cpp: llama_cpp.uri() };
    let not_there = Addresses { ollama: other.uri(), lm_studio: other.uri(), llama_cpp: other.uri() };

    let server = |kind, url: &MockServer, version: Option<&str>, models: &[&str]| LocalServer {
        kind,
        url: url.uri(),
        version: version.map(str::to_owned),
        models: models.iter().map(|name| (*name).to_owned()).collect(),
    };
    let expected = [
        server(ServerKind::Ollama, &ollama, Some("0.12.3"), &["qwen3:8b", "gemma3:4b"]),
        server(ServerKind::LmStudio, &lm_studio, None, &["qwen3-8b"]),
        server(ServerKind::LlamaCpp, &llama_cpp, None, &["model.gguf"]),
    ];
    assert_eq!(servers(&there).await, expected);
    assert_eq!(servers(&not_there).await, []);
    Ok(())
}

/// The one agent in a folder of its own, which is `script`.
fn only(known: Known, folder: &Path, script: &str) -> Result<FoundAgent, Box<dyn std::error::Error>> {
    program(&folder.join(known.name()), &format!("#!/bin/sh\n{script}\n"))?;
    let search = SearchPath::new(&[folder.as_os_str().to_owned(), OsString::from("/usr/bin:/bin")], vec![]);
    search.agent(known).ok_or_else(|| "not found".into())
}

#[tokio::test]
async fn a_test_says_version_sign_in_and_model_or_what_is_in_the_way() -> Outcome {
    let signed_in =
        "case \"$1\" in --version) echo 'codex-cli 0.166.0';; login) echo 'Logged in using ChatGPT';; esac";
    let says_nothing = "case \"$1\" in --version) echo 'codex-cli 0.166.0';; login) exit 1;; esac";
    let claude = |is_in: &str| {
        format!(
            "case \"$1\" in --version) echo '2.1.197 (Claude Code)';; auth) echo '{{'; echo '\"loggedIn\": {is_in} }}';; esac"
        )
    };
    let speaks = |session: &str| {
        format!(
            r#"[ "$1" = --version ] && echo v1.18.33 && exit
            hear() {{ IFS= read -r line || exit 0; id=$(printf %s "$line" | sed 's/.*"id":\("[^"]*"\|[0-9]*\).*/\1/'); }}
            hear; echo '{{"jsonrpc":"2.0","id":'"$id"',"result":{{"protocolVersion":1}}}}'
            hear; echo '{{"jsonrpc":"2.0","id":'"$id"',{session}}}'; hear"#
        )
    };
    let model = r#""result":{"sessionId":"s","configOptions":[{"id":"m","name":"Model","category":"model","type":"select","currentValue":"large","options":[{"value":"large","name":"Large"}]}]}"#;
    let locked = r#""error":{"code":-32000,"message":"Authentication required"}"#;
    let cases = [
        (Known::Codex, signed_in.to_owned(), Some("0.166.0"), SignedIn::Yes, None, None),
        (Known::Codex, says_nothing.to_owned(), Some("0.166.0"), SignedIn::Unknown, None, None),
        (
            Known::Claude,
            "echo '2.1.3 (Claude Code)'".to_owned(),
            Some("2.1.3"),
            SignedIn::Unknown,
            None,
            None,
        ),
        (Known::Claude, claude("true"), Some("2.1.197"), SignedIn::Yes, None, None),
        (Known::Claude, claude("false"), Some("2.1.197"), SignedIn::No, None, Some("not_signed_in")),
        (Known::Opencode, speaks(model), Some("1.18.33"), SignedIn::Unknown, Some("large"), None),
        (Known::Gemini, speaks(model), Some("1.18.33"), SignedIn::Yes, Some("large"), None),
        (Known::Gemini, speaks(locked), Some("1.18.33"), SignedIn::No, None, Some("not_signed_in")),
        (
            Known::Goose,
            "echo broken >&2; exit 127".to_owned(),
            None,
            SignedIn::Unknown,
            None,
            Some("agent_exited"),
        ),
    ];

    for (known, script, version, signed_in, model, fault) in cases {
        let (programs, work) = (tempfile::tempdir()?, tempfile::tempdir()?);
        let tested = test(&only(known, programs.path(), &script)?, programs.path(), work.path(), None).await;
        assert_eq!(tested.version.as_deref(), version, "{known:?}");
        assert_eq!(tested.reads_without_commands, known != Known::Codex, "{known:?}");
        assert_eq!(tested.signed_in, signed_in, "{known:?}");
        assert_eq!(tested.model.as_deref(), model, "{known:?}");
        assert_eq!(tested.fault.map(|fault| fault.reason.code()), fault, "{known:?}");
    }
    Ok(())
}
