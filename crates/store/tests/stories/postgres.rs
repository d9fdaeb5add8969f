//! A private, throw-away PostgreSQL from the distribution's programs. Nothing listens on the network.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A running cluster in a folder of its own; both go away with it.
pub struct Cluster {
    folder: tempfile::TempDir,
    programs: PathBuf,
    user: Option<&'static str>,
}

impl Cluster {
    /// Starts one. Nothing, with a plain message, when PostgreSQL is not here; in CI it must be.
    pub fn start() -> Option<Self> {
        let Some(programs) = programs() else {
            assert!(std::env::var_os("CI").is_none(), "PostgreSQL's programs are missing; CI needs them");
            println!("NOT CHECKED: PostgreSQL's programs are not on this machine (Debian: postgresql-15)");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        // PostgreSQL does not run as root.
        let user = is_root().then(|| if has_user("postgres") { "postgres" } else { "nobody" });
        if let Some(user) = user {
            run(Command::new("chown").arg(user).arg(folder.path()));
        }
        let cluster = Self { folder, programs, user };
        let (data, log) = (cluster.path("data"), cluster.path("log"));
        run(cluster.program("initdb").args(["-U", "postgres", "-A", "trust", "-E", "UTF8"]).args([
            "--locale=C.UTF-8",
            "--no-sync",
            "-D",
            &data,
        ]));
        let settings = format!(
            "-c listen_addresses='' -c unix_socket_directories={} -c fsync=off -c synchronous_commit=off \
             -c full_page_writes=off",
            cluster.folder.path().display()
        );
        run(cluster.program("pg_ctl").args(["-D", &data, "-w", "-l", &log, "-o", &settings, "start"]));
        Some(cluster)
    }

    /// A connection to the empty database `postgres`.
    pub fn connect(&self) -> postgres::Client {
        let place = format!("host={} user=postgres dbname=postgres", self.folder.path().display());
        postgres::Client::connect(&place, postgres::NoTls).unwrap()
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// One of PostgreSQL's programs, as somebody who may run it.
    fn program(&self, name: &str) -> Command {
        let program = self.programs.join(name);
        let mut command = match self.user {
            None => Command::new(program),
            Some(user) => {
                let mut command = Command::new("setpriv");
                let group = if user == "postgres" { "postgres" } else { "nogroup" };
                command.args([
                    format!("--reuid={user}"),
                    format!("--regid={group}"),
                    "--clear-groups".to_owned(),
                ]);
                command.arg(program);
                command
            }
        };
        command.current_dir(self.folder.path());
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let data = self.path("data");
        run(self.program("pg_ctl").args(["-D", &data, "-m", "immediate", "-w", "stop"]));
    }
}

fn programs() -> Option<PathBuf> {
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = debian.map(|version| version.path().join("bin")).collect();
    folders.sort();
    let path = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&path));
    folders.into_iter().find(|folder| folder.join("initdb").exists() && folder.join("pg_ctl").exists())
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|it| std::os::unix::fs::MetadataExt::uid(&it) == 0)
}

fn has_user(name: &str) -> bool {
    let users = std::fs::read_to_string(Path::new("/etc/passwd")).unwrap_or_default();
    users.lines().any(|line| line.split(':').next() == Some(name))
}

fn run(command: &mut Command) {
    // Its output goes nowhere: a server that inherits a pipe keeps its reader waiting for ever.
    let log = tempfile::NamedTempFile::new().unwrap();
    let status = command
        .stdin(std::process::Stdio::null())
        .stdout(log.reopen().unwrap())
        .stderr(log.reopen().unwrap())
        .status()
        .unwrap_or_else(|fault| panic!("{command:?}: {fault}"));
    let said = std::fs::read_to_string(log.path()).unwrap_or_default();
    assert!(status.success(), "{command:?}: {said}");
}
