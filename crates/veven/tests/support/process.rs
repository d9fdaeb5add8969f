//! The program itself, in a process of its own, as somebody at a terminal or in a browser meets it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

pub fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_veven"));
    command.args(arguments).env_clear().env("VEVEN_LOG", "warn");
    command
}

pub fn run(arguments: &[&str]) -> Output {
    program(arguments).output().unwrap()
}

pub fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Runs it, and expects an exit code.
pub fn runs(arguments: &[&str], code: i32) -> String {
    let output = run(arguments);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{text}");
    text
}

pub fn path(folder: &Path) -> &str {
    folder.to_str().unwrap()
}

/// A server under way.
pub struct Server {
    pub child: Child,
    pub address: String,
}

impl Server {
    /// The whole answer to a request for a page.
    pub fn get(&self, path: &str) -> String {
        self.ask("GET", path, "", "").unwrap()
    }

    /// The whole answer to a request, or nothing when it was cut off; `headers` end with a line's end, each.
    pub fn ask(&self, method: &str, path: &str, headers: &str, body: &str) -> Option<String> {
        let mut stream = TcpStream::connect(&self.address).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
        let (host, length) = (&self.address, body.len());
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
        );
        stream.write_all(request.as_bytes()).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        let (head, body) = answer.split_once("\r\n\r\n")?;
        let told = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        (told?.parse() == Ok(body.len())).then_some(answer)
    }

    /// Asks it to stop, and expects that it does so in good order.
    pub fn stop(&mut self) {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(asked.success());
        assert_eq!(self.child.wait().unwrap().code(), Some(0));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn start(arguments: &[&str]) -> Server {
    let mut child = program(arguments).stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address =
        line.trim().strip_prefix("Veven is listening on http://").unwrap_or_else(|| panic!("{line}"));
    Server { address: address.to_owned(), child }
}
