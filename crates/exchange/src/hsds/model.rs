//! Room `exchange::hsds::model`: a service directory as typed values.
//!
//! Names are the standard's. What the standard has and these types do not, and what a sender added,
//! stays in `other` as it came: nothing is lost on the way through.

use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

macro_rules! record {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $about:literal])+ $field:ident: $type:ty,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default)]
        pub struct $name {
            $($(#[doc = $about])+ pub $field: $type,)+
            /// Everything else that came with it.
            #[serde(flatten)]
            pub other: Map<String, Value>,
        }
    };
}

/// If a service can be used now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ServiceStatus {
    /// Open for people.
    #[serde(rename = "active")]
    Active,
    /// Not now.
    #[serde(rename = "inactive")]
    Inactive,
    /// Gone for good.
    #[serde(rename = "defunct")]
    Defunct,
    /// Closed for a while.
    #[serde(rename = "temporarily closed")]
    TemporarilyClosed,
}

record! {
    /// A service, with all that belongs to it.
    Service {
        /// The sender's own key: the same on every import. Never empty.
        id: String,
        /// Never empty.
        name: String,
        /// Another name that people use.
        alternate_name: Option<String>,
        /// What it is.
        description: Option<String>,
        /// Who is responsible.
        organization: Option<Organization>,
        /// `None` where the sender did not say, or said something unknown.
        status: Option<ServiceStatus>,
        /// Web page; always `http` or `https`.
        url: Option<String>,
        /// Where to write.
        email: Option<String>,
        /// Where to call.
        phones: Vec<Phone>,
        /// Languages that are spoken.
        languages: Vec<Language>,
        /// What it costs.
        fees: Option<String>,
        /// The same in HSDS 3.0, in words.
        fees_description: Option<String>,
        /// Prices.
        cost_options: Vec<CostOption>,
        /// Approvals.
        accreditations: Option<String>,
        /// Whom it is for.
        eligibility_description: Option<String>,
        /// Lowest age, in years.
        minimum_age: Option<f64>,
        /// Highest age, in years.
        maximum_age: Option<f64>,
        /// How to get in.
        application_process: Option<String>,
        /// When.
        schedules: Vec<Schedule>,
        /// Where.
        service_at_locations: Vec<ServiceAtLocation>,
        /// For whom, by place.
        service_areas: Vec<ServiceArea>,
        /// Terms that describe it.
        attributes: Vec<Attribute>,
        /// The day somebody last checked what stands here.
        assured_date: Option<Date>,
        /// The moment it was last changed.
        last_modified: Option<Timestamp>,
        /// How long people wait, in words.
        wait_time: Option<String>,
        /// Something to know just now.
        alert: Option<String>,
    }
}

impl Service {
    /// The places where it is given.
    pub fn locations(&self) -> impl Iterator<Item = &Location> {
        self.service_at_locations.iter().filter_map(|link| link.location.as_ref())
    }

    /// The terms that describe it.
    pub fn terms(&self) -> impl Iterator<Item = &TaxonomyTerm> {
        self.attributes.iter().filter_map(|attribute| attribute.taxonomy_term.as_ref())
    }
}

record! {
    /// Who is responsible for services.
    Organization {
        /// The sender's own key.
        id: Option<String>,
        /// Its name.
        name: Option<String>,
        /// What it is.
        description: Option<String>,
        /// Where to write.
        email: Option<String>,
        /// Web page.
        website: Option<String>,
        /// Where to call.
        phones: Vec<Phone>,
    }
}
record! {
    /// A telephone.
    Phone {
        /// The sender's own key.
        id: Option<String>,
        /// As written.
        number: String,
        /// Extension.
        extension: Option<f64>,
        /// `voice`, `text`, `cell` … (RFC 6350).
        r#type: Option<String>,
        /// When somebody answers, and such.
        description: Option<String>,
        /// Languages that are spoken there.
        languages: Vec<Language>,
    }
}
record! {
    /// A language.
    Language {
        /// The sender's own key.
        id: Option<String>,
        /// Its name.
        name: Option<String>,
        /// ISO 639 code.
        code: Option<String>,
        /// Such as "on request".
        note: Option<String>,
    }
}
record! {
    /// A price.
    CostOption {
        /// The sender's own key.
        id: Option<String>,
        /// First day.
        valid_from: Option<Date>,
        /// Last day.
        valid_to: Option<Date>,
        /// For whom or what.
        option: Option<String>,
        /// ISO 4217 code.
        currency: Option<String>,
        /// In that currency.
        amount: Option<f64>,
        /// Such as "per hour".
        amount_description: Option<String>,
    }
}
record! {
    /// When a service is open: a part of an iCalendar recurrence.
    Schedule {
        /// The sender's own key.
        id: Option<String>,
        /// First day.
        valid_from: Option<Date>,
        /// Last day.
        valid_to: Option<Date>,
        /// Day of the first event.
        dtstart: Option<Date>,
        /// Day of the last event.
        until: Option<Date>,
        /// `WEEKLY`, `MONTHLY` …
        freq: Option<String>,
        /// Every how many weeks or months.
        interval: Option<f64>,
        /// Such as `MO,WE`; see [`Schedule::weekdays`].
        byday: Option<String>,
        /// In words.
        description: Option<String>,
        /// Opens, local time.
        opens_at: Option<Time>,
        /// Closes, local time.
        closes_at: Option<Time>,
        /// Page with each session.
        schedule_link: Option<String>,
        /// In a room, by phone, on a screen.
        attending_type: Option<String>,
        /// More words.
        notes: Option<String>,
    }
}

impl Schedule {
    /// The weekdays of `byday`, each with its number in the month where there is one (`1MO`, `-1FR`).
    pub fn weekdays(&self) -> Vec<(Option<i8>, Weekday)> {
        self.byday.iter().flat_map(|days| days.split(',')).filter_map(weekday).collect()
    }
}

/// Reads `MO`, `1MO`, `-1FR`.
pub(super) fn weekday(text: &str) -> Option<(Option<i8>, Weekday)> {
    let text = text.trim();
    let (number, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let day = match name {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    };
    let number = if number.is_empty() { None } else { Some(number.parse().ok()?) };
    Some((number, day))
}

record! {
    /// A service at one place.
    ServiceAtLocation {
        /// The sender's own key.
        id: Option<String>,
        /// What is special here.
        description: Option<String>,
        /// The place.
        location: Option<Location>,
        /// Where to call about the service here.
        phones: Vec<Phone>,
        /// When, here.
        schedules: Vec<Schedule>,
    }
}
record! {
    /// A place.
    Location {
        /// The sender's own key.
        id: Option<String>,
        /// `physical`, `postal`, `virtual`.
        location_type: Option<String>,
        /// Its name.
        name: Option<String>,
        /// What it is.
        description: Option<String>,
        /// How to get there.
        transportation: Option<String>,
        /// Degrees north (WGS 84).
        latitude: Option<f64>,
        /// Degrees east (WGS 84).
        longitude: Option<f64>,
        /// Addresses.
        addresses: Vec<Address>,
        /// Where to call.
        phones: Vec<Phone>,
        /// When it is open.
        schedules: Vec<Schedule>,
        /// How people who need it get in.
        accessibility: Vec<Accessibility>,
    }
}
record! {
    /// An address.
    Address {
        /// The sender's own key.
        id: Option<String>,
        /// Street and number.
        address_1: Option<String>,
        /// Second line.
        address_2: Option<String>,
        /// Town.
        city: Option<String>,
        /// Postal code.
        postal_code: Option<String>,
        /// ISO 3166-1 code.
        country: Option<String>,
        /// `physical`, `postal`, `virtual`.
        address_type: Option<String>,
    }
}
record! {
    /// Help for those who need it to get in.
    Accessibility {
        /// The sender's own key.
        id: Option<String>,
        /// What there is.
        description: Option<String>,
        /// More words.
        details: Option<String>,
        /// Page about it.
        url: Option<String>,
    }
}
record! {
    /// An area that a service is for.
    ServiceArea {
        /// The sender's own key.
        id: Option<String>,
        /// Its name.
        name: Option<String>,
        /// More words.
        description: Option<String>,
    }
}
record! {
    /// A term put on something, and what it says about it.
    Attribute {
        /// The sender's own key.
        id: Option<String>,
        /// What the term describes, such as `eligibility`.
        link_type: Option<String>,
        /// A word where there is no term (Open Referral UK).
        label: Option<String>,
        /// A value, where the term has one.
        value: Option<String>,
        /// The term.
        taxonomy_term: Option<TaxonomyTerm>,
    }
}
record! {
    /// A term of a taxonomy.
    TaxonomyTerm {
        /// The sender's own key.
        id: Option<String>,
        /// The term's code in its taxonomy.
        code: Option<String>,
        /// The term.
        name: Option<String>,
        /// What it means.
        description: Option<String>,
        /// The wider term.
        parent_id: Option<String>,
        /// The taxonomy, by name.
        taxonomy: Option<String>,
        /// Where the term is defined.
        term_uri: Option<String>,
    }
}
