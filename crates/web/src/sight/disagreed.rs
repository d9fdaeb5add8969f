//! Disagreement, for those in the family who have been told of it, and for each what was written that one means (R77).

use crate::frame::parts::own_words;
use crate::frame::{Call, dates};
use crate::plan::notes;
use crate::plan::place::Desk;
use access::terms::{
    Consent, Disagreement, DisagreementOutcome, GroundFor, HeardHow, Stance, Thing, ThingId,
};
use maud::{Markup, html};

/// How somebody's view became known, in a few words.
pub fn heard(call: &Call, how: HeardHow) -> String {
    call.say().coded("heard", how.code()).into_owned()
}

/// How what was done can be complained about, sentence by sentence, as it was in force when it became known. Where nothing
/// was decided there is nothing to complain about, but always somebody to say it to.
pub fn complaint(call: &Call, it: &Disagreement) -> Vec<String> {
    let say = call.say();
    let mut routes =
        call.house.gate.rules().legal_grounds(GroundFor::Disagreement, it.settled.unwrap_or(it.on));
    let route = routes.find(|route| route.code == it.law).and_then(|route| route.complaint.as_ref());
    let Some(route) = route else { return vec![say.say("disagreed-complain-none").into_owned()] };
    let weeks =
        route.weeks.map(|weeks| say.with("disagreed-complain-by", [("weeks", weeks.into())]).into_owned());
    [Some(say.coded("complain", &route.to).into_owned()), weeks].into_iter().flatten().collect()
}

/// The open disagreement that is written about what a consent is about, if there is one.
pub fn written(desk: &Desk<'_>, consent: &Consent) -> Option<ThingId> {
    let about = |it: &Disagreement| {
        it.children.contains(&consent.subject)
            && it.categories.iter().any(|kind| consent.categories.contains(kind))
    };
    let open = desk.view.sees().all::<Disagreement>().filter(|it| it.is.is_open() && about(it.is));
    open.last().map(|it| it.id())
}

/// A card with each of them; nothing when there is none.
pub fn section(desk: &Desk<'_>) -> Markup {
    let (call, say) = (desk.call, desk.call.say());
    let sees = desk.view.sees();
    let told: Vec<Thing<'_, Disagreement>> =
        sees.all::<Disagreement>().filter(|it| it.is.undone.is_none()).collect();
    let mine: Vec<Thing<'_, Stance>> = sees.all::<Stance>().filter(|it| it.is.undone.is_none()).collect();
    let alone: Vec<&Thing<'_, Stance>> =
        mine.iter().filter(|stance| told.iter().all(|it| it.id() != stance.is.to)).collect();
    let lead = desk.who.lead().and_then(|lead| lead.phone.as_ref());
    let phone = lead.unwrap_or(&call.house.municipality.phone).clone();
    html! {
        @if !told.is_empty() || !alone.is_empty() {
            section.v-kort #uenighet {
                h2 { (say.say("disagreed-title")) }
                p.v-dus { (say.say("disagreed-text")) }
                ul.v-linjer {
                    @for it in told.iter().rev() { li { (one(desk, it, mine.iter().find(|stance| stance.is.to == it.id()))) } }
                    @for stance in alone.iter().rev() { li { (own(desk, stance)) } }
                }
                p { (say.with("insight-help", [("name", desk.who.lead_given().into()), ("phone", phone.into())])) }
            }
        }
    }
}

/// One that the reader has been told of, with what was written that the reader means.
fn one(desk: &Desk<'_>, it: &Thing<'_, Disagreement>, mine: Option<&Thing<'_, Stance>>) -> Markup {
    let (call, say, today, is) = (desk.call, desk.call.say(), desk.call.today(), it.is);
    let outcome = say.coded("disagreement-outcome", is.outcome.code());
    let settled = is.settled.map(|day| dates::short(say, day, today));
    let best = if is.children.len() > 1 { "disagreed-best-children" } else { "field-best" };
    html! {
        h3 { (is.matter) }
        @if let Some(mine) = mine { (own(desk, mine)) }
        dl.v-fakta {
            dt { (say.say("disagreed-stands")) }
            dd {
                (outcome)
                @if let Some(day) = settled { ", " (day) }
                @if !is.result.is_empty() { ". " (is.result) }
            }
            @if let Some(review) = is.review.filter(|_| is.outcome == DisagreementOutcome::Open) {
                dt { (say.say("disagreed-review")) } dd { (dates::short(say, review, today)) }
            }
            dt { (say.say("disagreed-route")) } dd { (say.coded("law", &is.law)) }
            dt { (say.say(best)) } dd { (is.best) }
            dt { (say.say("disagreed-complain")) }
            dd { @for sentence in complaint(call, is) { (sentence) " " } }
        }
    }
}

/// What was written that the reader means, with the way to say that it is wrong.
fn own(desk: &Desk<'_>, stance: &Thing<'_, Stance>) -> Markup {
    let say = desk.call.say();
    html! {
        p.v-dus { (say.say("disagreed-you-mean")) " " (heard(desk.call, stance.is.how)) "." }
        (own_words(&stance.is.words, &desk.who.person(stance.is.who)))
        (notes::notes(desk, stance.id()))
        (notes::way(desk, stance.id(), &say.say("kind-stance")))
    }
}
