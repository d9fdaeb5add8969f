//! A house to test in: the real application on a real store in a folder of its own, with a clock that stands
//! still, random numbers that repeat, and a few helpers in the directory.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

pub mod apply;
pub mod family;
pub mod process;

use access::{Archive, Assignment, Cabinet, Desk, Gate, Helper, Hours, Service, Session};
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use dossier::{ActorId, Guide, Moment, Processing, Role, Rules, Sector, ServiceId};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use store::{Ring, Secret, Store};
use tower::ServiceExt;
use web::{Fittings, House, Municipality, Texts};

const RULES: &str = include_str!("../../../../knowledge/services/rules.json");

/// Thursday 19 November 2026, nine o'clock in Norway.
pub const MORNING: &str = "2026-11-19T09:00:00+01:00";

/// Somebody in the directory, with one role in one service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Somebody {
    pub actor: ActorId,
    pub role: Role,
    pub service: ServiceId,
}

const fn somebody(number: u64, role: Role, service: u64) -> Somebody {
    Somebody { actor: ActorId::new(number), role, service: ServiceId::new(service) }
}

pub const MONA: Somebody = somebody(101, Role::Intake, 11);
pub const PER: Somebody = somebody(102, Role::Intake, 11);
pub const INGRID: Somebody = somebody(103, Role::Coordinator, 11);
pub const MATS: Somebody = somebody(104, Role::Coordinator, 11);
pub const MARIT: Somebody = somebody(105, Role::Helper, 12);
pub const LEADER: Somebody = somebody(106, Role::Leader, 11);

pub fn service(id: u64, name: &str, sector: Sector) -> Service {
    Service {
        id: ServiceId::new(id),
        name: name.into(),
        sector,
        description: String::new(),
        phone: None,
        url: None,
        place: String::new(),
        hours: Vec::new(),
        open_to_all: false,
        from_age: None,
        to_age: None,
        source: None,
        checked: None,
        decides: Vec::new(),
        sets: Default::default(),
    }
}

fn hours(weekday: i8, opens: i8, closes: i8) -> Hours {
    Hours { weekday, opens: jiff::civil::time(opens, 0, 0, 0), closes: jiff::civil::time(closes, 0, 0, 0) }
}

pub fn services() -> Vec<Service> {
    vec![
        service(11, "Familieenheten", Sector::MunicipalGeneral),
        service(12, "Granlia skole", Sector::School),
        Service {
            description: "Snakk med en veileder. Kom som du er.".into(),
            phone: Some("400 00 120".into()),
            place: "Torget 4".into(),
            hours: vec![hours(4, 9, 18), hours(5, 9, 15)],
            open_to_all: true,
            ..service(13, "Familiehjelpa", Sector::MunicipalGeneral)
        },
        Service {
            description: "Få oversikt over regninger sammen med en rådgiver.".into(),
            place: "NAV Lindvik, møterom 3".into(),
            hours: vec![hours(1, 10, 14)],
            open_to_all: true,
            ..service(14, "Økonomi- og gjeldshjelp", Sector::NavMunicipal)
        },
    ]
}

pub fn helpers() -> Vec<Helper> {
    let helper = |who: Somebody, name: &str, title: &str, phone: &str, face, percent| Helper {
        id: who.actor,
        name: name.into(),
        title: title.into(),
        phone: Some(phone.into()),
        face,
        district: None,
        vouched: Default::default(),
        assignments: vec![Assignment {
            role: who.role,
            service: who.service,
            from: jiff::civil::date(2025, 1, 1),
            until: None,
            percent,
        }],
    };
    vec![
        helper(MONA, "Mona Lie", "Mottak for familier", "400 00 121", Some(3), 100),
        helper(PER, "Per Dal", "Mottak for familier", "400 00 122", None, 50),
        helper(INGRID, "Ingrid Solheim", "Familiekoordinator", "400 00 123", Some(1), 100),
        helper(MATS, "Mats Aune", "Familiekoordinator", "400 00 124", Some(2), 50),
        helper(MARIT, "Marit Vik", "Kontaktlærer", "400 00 125", None, 100),
        helper(LEADER, "Liv Berg", "Enhetsleder", "400 00 126", None, 100),
    ]
}

/// The application, its store and its clock.
pub struct Testhouse {
    pub house: House,
    pub store: Arc<Store>,
    app: axum::Router,
    clock: Arc<Mutex<Timestamp>>,
    _folder: tempfile::TempDir,
}

impl Testhouse {
    /// An empty house on the morning of 19 November 2026.
    pub fn new() -> Self {
        Self::staffed(services(), helpers())
    }

    /// An empty house with other services and other people at work.
    pub fn staffed(services: Vec<Service>, helpers: Vec<Helper>) -> Self {
        Self::printing(services, helpers, Box::new(InWords))
    }

    /// The same with a printer of one's choice.
    pub fn printing(services: Vec<Service>, helpers: Vec<Helper>, printer: Box<dyn web::Printer>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(
            Store::open(
                &folder.path().join("veven.db"),
                "4299",
                &Ring::new(Secret::new([7; 32]), jiff::civil::date(2026, 11, 19)),
            )
            .unwrap(),
        );
        let clock = Arc::new(Mutex::new(MORNING.parse::<Timestamp>().unwrap()));
        let (fresh, at) = (Arc::clone(&store), MORNING.parse().unwrap());
        // It waits for the writer, which the thread of an asynchronous test must not.
        std::thread::spawn(move || fresh.save_directory(&services, &helpers, at).unwrap()).join().unwrap();
        let state = AtomicU64::new(1);
        // SplitMix64: as good as any for tests, and the same each time.
        let random = move || {
            let mut bits = state.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
            bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            bits ^ (bits >> 31)
        };
        let random = Arc::new(random);
        let (for_gate, for_desk) = (Arc::clone(&random), random);
        let now = Arc::clone(&clock);
        let house = House::from(Fittings {
            gate: Gate::new(
                Arc::clone(&store) as Arc<dyn Archive>,
                Arc::new(Rules::parse(RULES).unwrap()),
                Box::new(move || for_gate()),
            ),
            desk: Desk::new(
                Arc::clone(&store) as Arc<dyn Cabinet>,
                Arc::new(Rules::parse(RULES).unwrap()),
                Guide::parse(include_str!("../../../../knowledge/services/duty.json")).unwrap(),
                Box::new(move || for_desk()),
            ),
            rights: rights::Knowledge::shipped().unwrap(),
            processing: Processing::parse(include_str!("../../../../knowledge/services/processing.json"))
                .unwrap(),
            texts: Texts::load().unwrap(),
            municipality: Municipality {
                name: "Lindvik kommune".into(),
                phone: "400 00 120".into(),
                districts: Vec::new(),
                leave_url: Municipality::NOWHERE.into(),
            },
            clock: Arc::new(move || *now.lock().unwrap()),
            demo: None,
            printer,
            secure: false,
        });
        Self { app: web::app(house.clone()), house, store, clock, _folder: folder }
    }

    /// The store's file.
    pub fn path(&self) -> std::path::PathBuf {
        self._folder.path().join("veven.db")
    }

    /// Every byte of every file that the store has written.
    pub fn files(&self) -> Vec<u8> {
        let files = std::fs::read_dir(self._folder.path()).unwrap();
        files.flat_map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect()
    }

    /// The moment that the clock shows.
    pub fn moment(&self) -> Moment {
        self.house.moment()
    }

    /// Lets time pass.
    pub fn wait(&self, hours: i64) {
        *self.clock.lock().unwrap() += SignedDuration::from_hours(hours);
    }

    /// Somebody's browser, without cookies.
    pub fn browser(&self) -> Browser<'_> {
        Browser { house: self, cookies: BTreeMap::new(), csrf: None }
    }

    /// A browser in which somebody is signed in.
    pub async fn signed_in(&self, who: Somebody) -> Browser<'_> {
        self.session(who.actor, who.role, Some(who.service)).await
    }

    /// A browser with a session of any kind.
    pub async fn session(&self, actor: ActorId, role: Role, service: Option<ServiceId>) -> Browser<'_> {
        let token = format!("token-{actor}-{}", self.house.gate.random());
        let hash = web::frame::call::token_hash(&token);
        let now = self.moment().at;
        let csrf = format!("csrf-{actor}");
        let session = Session { hash, actor, role, service, csrf: csrf.clone(), started: now, seen: now };
        self.store.start(session).await.unwrap();
        let mut browser = self.browser();
        browser.cookies.insert("veven".into(), token);
        browser.csrf = Some(csrf);
        browser
    }
}

/// Everything that any room has said, at any level.
#[derive(Clone, Default)]
pub struct Said(Arc<Mutex<Vec<u8>>>);

impl Said {
    /// What was said.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

impl std::io::Write for Said {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Listens to the log of this process, at its most talkative; once in each.
pub fn listen() -> Said {
    let said = Said::default();
    let writer = said.clone();
    tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_writer(move || writer.clone())
        .init();
    tracing::trace!("listening");
    said
}

/// A browser: it keeps cookies, and sends forms as the pages do.
pub struct Browser<'h> {
    house: &'h Testhouse,
    cookies: BTreeMap<String, String>,
    csrf: Option<String>,
}

/// The question for what a dossier is opened.
struct Asked {
    family: String,
    /// The likeliest.
    purpose: String,
}

impl Asked {
    /// The question that a page asks, if it does.
    fn by(html: &str) -> Option<Self> {
        let field = |name: &str| {
            let (_, rest) = html.split_once(&format!("name=\"{name}\" value=\""))?;
            rest.split('"').next().map(str::to_owned)
        };
        html.contains("action=\"/hvorfor\"").then_some(())?;
        Some(Self { family: field("apne-familie")?, purpose: field("apne-for")? })
    }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    /// Where to go instead.
    pub location: Option<String>,
    pub set_cookies: Vec<String>,
    pub html: String,
}

impl Browser<'_> {
    /// Opens an address. Asked for what, as anybody at work is once for each family, it answers the first that is
    /// offered.
    pub async fn get(&mut self, path: &str) -> Answer {
        let answer = self.look(path).await;
        let Some(asked) = Asked::by(&answer.html) else { return answer };
        let fields = [("apne-familie", &*asked.family), ("apne-til", path), ("apne-for", &*asked.purpose)];
        self.post("/hvorfor", &fields).await;
        self.look(path).await
    }

    /// Opens an address, and answers nothing that is asked first.
    pub async fn look(&mut self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty()).await
    }

    /// From now on, pages in a language.
    pub fn speaks(&mut self, code: &str) {
        self.cookies.insert(web::frame::call::LANGUAGE_COOKIE.into(), code.into());
    }

    /// The headers of what an address answers with.
    pub async fn head(&mut self, path: &str) -> axum::http::HeaderMap {
        self.answer(Request::get(path), Body::empty()).await.headers().clone()
    }

    /// Sends a form, with the session's token and a key of its own.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let key = format!("{:016x}", self.house.house.gate.random());
        self.post_with_key(path, fields, &key).await
    }

    /// The headers of what a form is answered with.
    pub async fn post_head(&mut self, path: &str, fields: &[(&str, &str)]) -> axum::http::HeaderMap {
        let key = format!("{:016x}", self.house.house.gate.random());
        let (request, body) = self.form(path, fields, &key);
        self.answer(request, body).await.headers().clone()
    }

    /// Sends a form under a key, such as one that was sent before. Asked for what, it answers as in [`Browser::get`].
    pub async fn post_with_key(&mut self, path: &str, fields: &[(&str, &str)], key: &str) -> Answer {
        let answer = self.press(path, fields, key).await;
        let Some(asked) = Asked::by(&answer.html) else { return answer };
        let mut fields = fields.to_vec();
        fields.extend([("apne-familie", &*asked.family), ("apne-til", path), ("apne-sendt", "ja")]);
        fields.push(("apne-for", &asked.purpose));
        let on = self.press("/hvorfor", &fields, key).await;
        assert_eq!((on.status, on.location.as_deref()), (StatusCode::TEMPORARY_REDIRECT, Some(path)));
        self.press(path, &fields, key).await
    }

    /// Sends a form, and answers nothing that is asked first.
    pub async fn press(&mut self, path: &str, fields: &[(&str, &str)], key: &str) -> Answer {
        let (request, body) = self.form(path, fields, key);
        self.send(request, body).await
    }

    fn form(&self, path: &str, fields: &[(&str, &str)], key: &str) -> (axum::http::request::Builder, Body) {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields).append_pair("nokkel", key);
        if let Some(csrf) = &self.csrf {
            form.append_pair("vern", csrf);
        }
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        (request, Body::from(form.finish()))
    }

    /// Sends a form and follows it to the page that it leads to.
    pub async fn post_and_follow(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let sent = self.post(path, fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        self.get(&sent.location.unwrap()).await
    }

    async fn answer(&self, request: axum::http::request::Builder, body: Body) -> axum::response::Response {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request.header(header::COOKIE, cookies.join("; ")).body(body).unwrap();
        self.house.app.clone().oneshot(request).await.unwrap()
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: Body) -> Answer {
        let response = self.answer(request, body).await;
        let status = response.status();
        let texts = |name: header::HeaderName| {
            let all = response.headers().get_all(name);
            all.iter().map(|value| value.to_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let (location, set_cookies) = (texts(header::LOCATION).pop(), texts(header::SET_COOKIE));
        for cookie in &set_cookies {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.into(), value.into());
        }
        let html = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer { status, location, set_cookies, html: String::from_utf8(html.to_vec()).unwrap() }
    }
}

/// Prints a sheet as the words that stand on it, so that a test can read them. The press itself has its own tests.
pub struct InWords;

impl web::Printer for InWords {
    fn pdf(&self, sheet: &web::Sheet) -> Result<Vec<u8>, web::Unprinted> {
        serde_json::to_vec(sheet).map_err(|fault| web::Unprinted(fault.to_string()))
    }
}

impl Answer {
    /// The hidden version fields of the first form on the page that posts to an address.
    pub fn versions(&self, action: &str) -> Vec<(&'static str, String)> {
        let from = self
            .html
            .find(&format!("action=\"{action}\""))
            .unwrap_or_else(|| panic!("no form {action} in {}", self.text()));
        let form = &self.html[from..from + self.html[from..].find("</form>").unwrap()];
        let value = |name: &str| {
            let at = form.find(&format!("name=\"{name}\" value=\"")).unwrap();
            form[at..].split('"').nth(3).unwrap().to_owned()
        };
        vec![("ting", value("ting")), ("versjon", value("versjon"))]
    }

    /// What stands in the page's main part, as lines of text: without tags, pictures and hidden fields.
    pub fn text(&self) -> String {
        let from = self.html.find("<main").unwrap_or(0);
        let until = self.html.find("</main>").unwrap_or(self.html.len());
        let mut text = String::new();
        let mut rest = &self.html[from..until];
        while let Some(at) = rest.find('<') {
            text.push_str(&rest[..at]);
            rest = &rest[at..];
            let skip = if rest.starts_with("<svg") { "</svg>" } else { ">" };
            let inline =
                ["<b>", "</b>", "<a ", "</a>", "<span", "</span>", "<bdi", "</bdi>", "<time", "</time>"];
            text.push_str(if inline.iter().any(|tag| rest.starts_with(tag)) { "" } else { "\n" });
            rest = rest.find(skip).map_or("", |end| &rest[end + skip.len()..]);
        }
        text.push_str(rest);
        let text =
            text.replace("&amp;", "&").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">");
        let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// The whole page shows this text.
    pub fn shows(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// The first text of a form `AAAA-BBBB` on the page.
    pub fn reference(&self) -> String {
        let text = self.text();
        let code = |word: &&str| {
            let plain = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit();
            word.len() == 9 && word.split('-').all(|part| part.len() == 4 && part.chars().all(plain))
        };
        text.split_whitespace().find(code).unwrap_or_else(|| panic!("no reference in {text}")).to_owned()
    }
}
