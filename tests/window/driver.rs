//! Speaks WebDriver to WebKitGTK's own driver, which starts the real window. Plain HTTP on this computer: a request, an
//! answer, JSON in both.

use std::error::Error;
use std::ffi::OsStr;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// No answer may take longer: a session that never comes would hang the tests for ever.
const PATIENCE: Duration = Duration::from_secs(40);

/// What a found element is called in answers.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A driver process with one session, which is one running window.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    session: String,
}

impl Driver {
    /// Starts `program` under a driver whose environment is this one with `environment` over it.
    pub(crate) fn start(program: &Path, environment: &[(&str, &OsStr)], log: &Path) -> Outcome<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let log = std::fs::File::create(log)?;
        let process = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .process_group(0)
            .spawn()?;
        let mut driver = Self { process, port, session: String::new() };
        driver.wait_for_driver()?;
        let options = json!({ "binary": program, "args": [] });
        let capabilities = json!({ "alwaysMatch": { "webkitgtk:browserOptions": options } });
        let session = driver.send("POST", "/session", &json!({ "capabilities": capabilities }))?;
        session["sessionId"].as_str().ok_or("a session without an id")?.clone_into(&mut driver.session);
        driver.post("timeouts", &json!({ "script": 20_000 }))?;
        Ok(driver)
    }

    /// Runs a script in the page and gives what it returns.
    pub(crate) fn run(&self, script: &str) -> Outcome<Value> {
        self.run_with(script, &json!([]))
    }

    /// The same with `arguments`, a list, which the script finds under this name.
    pub(crate) fn run_with(&self, script: &str, arguments: &Value) -> Outcome<Value> {
        self.post("execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Waits until `condition`, an expression, holds in the page. It is looked at again at every change of the page, and
    /// when the focus or the page's address changes.
    pub(crate) fn until(&self, condition: &str) -> Outcome {
        let script = format!(
            "const done = arguments[arguments.length - 1];
            const ending = new AbortController();
            const look = () => {{ if ({condition}) {{ watcher.disconnect(); ending.abort(); done(true); }} }};
            const watcher = new MutationObserver(look);
            watcher.observe(document, {{ subtree: true, childList: true, attributes: true, characterData: true }});
            for (const event of ['focusin', 'hashchange', 'input']) addEventListener(event, look, ending);
            look();"
        );
        self.post("execute/async", &json!({ "script": script, "args": [] }))
            .map_err(|error| self.with_page(condition, &*error))?;
        Ok(())
    }

    /// Asks the desk as the pages do: what it answers, or the code of why it does not.
    pub(crate) fn desk(&self, name: &str, request: &Value) -> Outcome<Result<Value, String>> {
        self.invoke("desk", name, request)
    }

    /// Asks the core as the pages do: what it answers, or the code of why it does not.
    pub(crate) fn core(&self, name: &str, request: &Value) -> Outcome<Result<Value, String>> {
        self.invoke("call", name, request)
    }

    fn invoke(&self, command: &str, name: &str, request: &Value) -> Outcome<Result<Value, String>> {
        let script = "const [command, name, request, done] = arguments;
            __TAURI_INTERNALS__.invoke(command, { name, request })
                .then((answer) => done({ answer }), (error) => done({ code: error.code ?? String(error) }));";
        let arguments = json!([command, name, request]);
        let told = self.post("execute/async", &json!({ "script": script, "args": arguments }))?;
        Ok(match told["code"].as_str() {
            Some(code) => Err(code.to_owned()),
            None => Ok(told["answer"].clone()),
        })
    }

    pub(crate) fn click(&self, css: &str) -> Outcome {
        let element = self.post("element", &json!({ "using": "css selector", "value": css }))?;
        let id = element[ELEMENT].as_str().ok_or("an element without an id")?.to_owned();
        self.post(&format!("element/{id}/click"), &json!({}))?;
        Ok(())
    }

    /// Types into an element as a person does, with Enter at each line's end.
    pub(crate) fn type_into(&self, css: &str, text: &str) -> Outcome {
        let element = self.post("element", &json!({ "using": "css selector", "value": css }))?;
        let id = element[ELEMENT].as_str().ok_or("an element without an id")?.to_owned();
        self.post(&format!("element/{id}/value"), &json!({ "text": text.replace('\n', "\u{e007}") }))?;
        Ok(())
    }

    /// Presses keys one after the other and lets them go in the opposite order: a key, or a key with its modifiers.
    pub(crate) fn press(&self, keys: &[char]) -> Outcome {
        let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
        let actions: Vec<Value> = down.chain(up).collect();
        self.post(
            "actions",
            &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] }),
        )?;
        Ok(())
    }

    /// The size of the whole window.
    pub(crate) fn resize(&self, width: u32, height: u32) -> Outcome {
        self.post("window/rect", &json!({ "width": width, "height": height }))?;
        Ok(())
    }

    fn with_page(&self, condition: &str, error: &dyn Error) -> Box<dyn Error> {
        let page = self.run("return document.body.innerText").unwrap_or_default();
        format!("never came true: {condition}\n{error}\nthe page said:\n{}", page.as_str().unwrap_or(""))
            .into()
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Outcome<Value> {
        self.send("POST", &format!("/session/{}/{path}", self.session), body)
    }

    fn send(&self, method: &str, path: &str, body: &Value) -> Outcome<Value> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let body = body.to_string();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.port,
            body.len()
        )?;
        let answer = read_answer(&mut stream).map_err(|error| format!("{method} {path}: {error}"))?;
        let value = answer.get("value").cloned().unwrap_or_default();
        match value.get("error").and_then(Value::as_str) {
            Some(error) => Err(format!("{method} {path}: {error}: {}", value["message"]).into()),
            None => Ok(value),
        }
    }

    fn wait_for_driver(&self) -> Outcome {
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if began.elapsed() > PATIENCE {
                return Err("WebKitWebDriver does not listen".into());
            }
            // It says nothing when it is ready, so it is asked.
            std::thread::park_timeout(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The window is asked to close first; what does not go is ended with its whole group.
        if !self.session.is_empty() {
            let _ = self.send("DELETE", &format!("/session/{}", self.session), &json!({}));
        }
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).status();
        let _ = self.process.wait();
    }
}

/// The JSON body of an HTTP answer. The driver says how long it is and leaves the connection open.
fn read_answer(stream: &mut TcpStream) -> Outcome<Value> {
    let mut answer = Vec::new();
    let mut piece = [0; 16 * 1024];
    loop {
        if let Some(body) = whole_body(&answer) {
            return Ok(serde_json::from_slice(body)?);
        }
        let read = stream.read(&mut piece)?;
        if read == 0 {
            return Err(format!("the answer broke off: {}", String::from_utf8_lossy(&answer)).into());
        }
        answer.extend(piece.iter().take(read));
    }
}

fn whole_body(answer: &[u8]) -> Option<&[u8]> {
    let head_end = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = std::str::from_utf8(answer.get(..head_end)?).ok()?.to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:"))?.trim().parse().ok()?;
    answer.get(head_end + 4..)?.get(..length)
}
