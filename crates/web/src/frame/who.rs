//! Who is meant: people, helpers and owners by the names that the reader may know.

use crate::frame::call::Call;
use crate::frame::parts;
use access::terms::{Action, ActorId, Author, Coordination, Owner, PersonId, Role, ServiceId, Thing};
use access::{Directory, Helper, View};
use maud::{Markup, html};
use std::sync::Arc;

/// Names people for one reader of one family.
pub struct Who<'a> {
    call: &'a Call,
    view: &'a View,
    directory: Arc<Directory>,
}

/// The letters in a round mark: of the first and the last name.
pub fn initials(name: &str) -> String {
    let mut words = name.split(' ').filter_map(|word| word.chars().next());
    words.next().into_iter().chain(words.next_back()).collect()
}

impl<'a> Who<'a> {
    /// For a reader.
    pub fn new(call: &'a Call, view: &'a View) -> Self {
        Self { call, view, directory: call.house.gate.directory() }
    }

    /// Helpers and services.
    pub fn directory(&self) -> &Directory {
        &self.directory
    }

    /// A family member's given name.
    pub fn person(&self, person: PersonId) -> String {
        self.view.name_of(person).map_or_else(|| self.call.t("who-somebody").into_owned(), str::to_owned)
    }

    /// Several, with commas and «og»; the whole family when nobody is named.
    pub fn people(&self, people: &[PersonId]) -> String {
        if people.is_empty() {
            return self.call.t("who-whole-family").into_owned();
        }
        let names: Vec<String> = people.iter().map(|person| self.person(*person)).collect();
        parts::listed(self.call, &names)
    }

    /// Letters of a family member.
    pub fn mark(&self, person: PersonId) -> String {
        let full = self.view.sees().person(person).map(|person| person.full_name());
        let known = full.or_else(|| self.view.name_of(person).map(str::to_owned));
        // Somebody whose name the reader may not know is the family.
        initials(&known.unwrap_or_else(|| self.call.t("who-family-itself").chars().take(1).collect()))
    }

    /// A helper's full name.
    pub fn helper(&self, actor: ActorId) -> String {
        self.directory
            .helper(actor)
            .map_or_else(|| self.call.t("who-helper").into_owned(), |helper| helper.name.clone())
    }

    /// A helper's given name, for sentences.
    pub fn given(&self, actor: ActorId) -> String {
        self.directory
            .helper(actor)
            .map_or_else(|| self.call.t("who-helper").into_owned(), |helper| helper.given().to_owned())
    }

    /// Who wrote something, by given name.
    pub fn author(&self, author: &Author) -> String {
        match author.role {
            Role::System => self.call.t("who-veven").into_owned(),
            Role::Citizen | Role::Visitor => self
                .view
                .name_of_account(author.actor)
                .map_or_else(|| self.call.t("who-somebody").into_owned(), str::to_owned),
            _ => self.given(author.actor),
        }
    }

    /// The name of a service.
    pub fn service(&self, service: ServiceId) -> String {
        self.directory.service(service).map(|service| service.name.clone()).unwrap_or_default()
    }

    /// The one who holds the whole today.
    pub fn lead(&self) -> Option<&Helper> {
        let coordination = self.view.sees().only::<Coordination>()?;
        self.directory.helper(coordination.is.lead?)
    }

    /// The coordinator's given name in a sentence; «koordinatoren» before there is one.
    pub fn lead_given(&self) -> String {
        self.lead().map_or_else(
            || self.call.t("who-the-coordinator").into_owned(),
            |helper| helper.given().to_owned(),
        )
    }

    /// An owner in words.
    pub fn owner(&self, owner: Option<Owner>) -> String {
        match owner {
            Some(Owner::Helper(helper)) => self.helper(helper),
            Some(Owner::Member(person)) => self.person(person),
            None => self.call.t("who-nobody").into_owned(),
        }
    }

    /// Who does an action: mark, name and role. `missing` tells what is done while nobody does.
    pub fn owner_mark(&self, action: &Thing<'_, Action>, missing: &str) -> Markup {
        match action.is.owner {
            None => parts::person("?", "v-initial--tom", &self.call.t("who-nobody"), missing),
            Some(Owner::Member(person)) => parts::person(
                &self.mark(person),
                "v-initial--familie",
                &self.call.t("who-family-itself"),
                &self.person(person),
            ),
            Some(Owner::Helper(actor)) => {
                let Some(helper) = self.directory.helper(actor) else {
                    return parts::person("?", "", &self.call.t("who-helper"), "");
                };
                let leads = self.lead().is_some_and(|lead| lead.id == actor);
                let service = action.is.service.and_then(|service| self.directory.service(service));
                let role = match service {
                    _ if leads => self.call.t("who-coordinator").into_owned(),
                    Some(service) => format!("{}, {}", helper.title, service.name),
                    None => helper.title.clone(),
                };
                let class = if leads { "v-initial--koordinator" } else { "" };
                parts::person(&helper.initials(), class, &helper.name, &role)
            }
        }
    }
}

/// A number as running text has it: in words up to twelve. One has a gender and is left to the text.
pub fn number(call: &Call, number: usize) -> String {
    if (2..=12).contains(&number) {
        call.t(&format!("number-{number}")).into_owned()
    } else {
        number.to_string()
    }
}

/// The face or the letters of a helper, large, with name and what she or he is.
pub fn helper_card(helper: &Helper, role: &str, leads: bool) -> Markup {
    html! {
        div.v-person {
            @if let Some(face) = helper.face {
                (parts::face(face, ""))
            } @else {
                span class={ "v-initial v-initial--stor" @if leads { " v-initial--koordinator" } } aria-hidden="true" { (helper.initials()) }
            }
            div { b { bdi { (helper.name) } } small { (role) } }
        }
    }
}
