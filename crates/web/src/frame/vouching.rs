//! In plain words: whether a volunteer's declaration of confidentiality and police certificate are in place (R50).

use super::{Call, dates};
use access::terms::{Request, RequestAnswer, Role, Rule, ServiceId, team};
use access::vouching::lacks;
use access::{Helper, View};
use maud::{Markup, html};

/// What is noted of a volunteer.
pub fn status(call: &Call, helper: &Helper) -> String {
    let say = call.say();
    let day = |day| dates::short(say, day, call.today());
    let declared = match helper.vouched.declared {
        Some(on) => say.with("vouch-has-declared", [("day", day(on).into())]),
        None => say.say("vouch-not-declared"),
    };
    let certificate = match helper.vouched.certificate {
        Some(it) if it.seen => say.with("vouch-has-certificate", [("day", day(it.on).into())]),
        Some(it) => say.with("vouch-no-certificate", [("day", day(it.on).into())]),
        None => say.say("vouch-certificate-unknown"),
    };
    format!("{declared} {certificate}")
}

/// What the law demands of a volunteer in a service, with its section.
pub fn demands(call: &Call, helper: &Helper, service: ServiceId) -> String {
    let (say, gate) = (call.say(), &call.house.gate);
    let Some(demand) = helper.demanded(&gate.directory(), gate.rules(), service, call.today()) else {
        return say.say("vouch-demands-none").into_owned();
    };
    let told = |key: &str, law: &Option<String>| {
        law.as_ref().map(|law| say.with(key, [("law", law.clone().into())]).into_owned())
    };
    let all = [
        told("vouch-demands-declaration", &demand.declaration),
        told("vouch-demands-certificate", &demand.certificate),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What a volunteer lacks to be asked in a service, as a few words behind a name; empty when nothing is demanded.
pub fn beside_name(call: &Call, helper: &Helper, service: ServiceId) -> String {
    let (gate, today) = (&call.house.gate, call.today());
    let directory = gate.directory();
    if helper.demanded(&directory, gate.rules(), service, today).is_none() {
        return String::new();
    }
    let key = match lacks(&directory, gate.rules(), (helper.id, service), today) {
        None => "vouch-beside-fine",
        Some(Rule::NoCertificate) => "vouch-beside-certificate",
        Some(_) => "vouch-beside-declaration",
    };
    call.t(key).into_owned()
}

/// Whom to ring about it: who administers, else the municipality.
pub fn ring(call: &Call) -> (String, String) {
    let directory = call.house.gate.directory();
    let administrators = directory.with_role(Role::Administrator, call.today());
    let found = administrators.iter().find_map(|(it, _)| Some((it.name.clone(), it.phone.clone()?)));
    let house = &call.house.municipality;
    found.unwrap_or_else(|| (house.name.clone(), house.phone.clone()))
}

/// For the one who holds the family: those who were asked before and still lack something. Nothing when nobody does.
pub fn told(call: &Call, view: &View) -> Markup {
    let (sees, gate, today) = (view.sees(), &call.house.gate, call.today());
    let directory = gate.directory();
    let waits = |it: &Request| {
        it.withdrawn.is_none() && matches!(it.answer, None | Some(RequestAnswer::AskBack { .. }))
    };
    let asked = sees.all::<Request>().filter(|it| waits(it.is)).map(|it| (it.is.to, it.is.service));
    let around = team(&sees, today).into_iter().map(|member| (member.helper, member.service));
    let mut found: Vec<_> = asked.chain(around).collect();
    found.sort();
    found.dedup();
    let lacking =
        found.into_iter().filter_map(|who| Some((who, lacks(&directory, gate.rules(), who, today)?)));
    let lines: Vec<String> = lacking
        .filter_map(|((helper, service), _)| {
            let helper = directory.helper(helper)?;
            Some(format!("{}: {}", helper.name, beside_name(call, helper, service)))
        })
        .collect();
    let (name, phone) = ring(call);
    html! {
        @if !lines.is_empty() {
            section.v-kort {
                h2 { (call.t("vouch-told")) }
                ul { @for line in &lines { li { (line) } } }
                p { (call.say().with("vouch-told-ring", [("name", name.into()), ("phone", phone.into())])) }
            }
        }
    }
}
