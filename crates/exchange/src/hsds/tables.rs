//! Room `exchange::hsds::tables`: the objects of HSDS 3.0 and Open Referral UK 3.0, one line each.
//!
//! Source: openreferral.org, Human Services Data Specification 3.0 (schema and tabular datapackage),
//! and openreferraluk.org, application profile 3.0. The last fields of a line are the UK profile's own.
//!
//! How to read a line: object, its CSV file, then the fields. `!` must be there, `!!` is useless
//! without; `:kind` when it is not text; `[]` a list of that object and `{}` one. The lines make no circle.

use std::collections::HashMap;
use std::sync::LazyLock;

const TABLES: &str = "
service services.csv id!! organization_id program_id name!! alternate_name description url:link email:email status!:status interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age:age maximum_age:age assured_date:date assurer_email:email licenses alert last_modified:instant phones[]phone schedules[]schedule service_areas[]service_area service_at_locations[]service_at_location languages[]language organization{}organization funding[]funding cost_options[]cost_option program{}program required_documents[]required_document contacts[]contact attributes[]attribute metadata[]metadata
organization organizations.csv id! name! alternate_name description! email:email website:link tax_status tax_id year_incorporated:number legal_status logo uri:uri parent_organization_id funding[]funding contacts[]contact phones[]phone locations[]location programs[]program organization_identifiers[]organization_identifier attributes[]attribute metadata[]metadata
location locations.csv id! location_type!:place url:link organization_id name alternate_name description transportation latitude:latitude longitude:longitude external_identifier external_identifier_type languages[]language addresses[]address contacts[]contact accessibility[]accessibility phones[]phone schedules[]schedule attributes[]attribute metadata[]metadata
service_at_location service_at_location.csv id! service_id location_id description contacts[]contact phones[]phone schedules[]schedule location{}location attributes[]attribute metadata[]metadata
phone phones.csv id! location_id service_id organization_id contact_id service_at_location_id number!!:phone extension:number type description languages[]language attributes[]attribute metadata[]metadata
contact contacts.csv id! organization_id service_id service_at_location_id location_id name title department email:email phones[]phone attributes[]attribute metadata[]metadata
address addresses.csv id! location_id attention address_1! address_2 city! region state_province! postal_code! country! address_type!:place attributes[]attribute metadata[]metadata
schedule schedules.csv id! service_id location_id service_at_location_id valid_from:date valid_to:date dtstart:date timezone:number until:date count:number wkst:days freq:freq interval:number byday:days byweekno bymonthday byyearday description opens_at:time closes_at:time schedule_link:link attending_type notes attributes[]attribute metadata[]metadata
service_area service_areas.csv id! service_id name description extent extent_type uri attributes[]attribute metadata[]metadata service_area
language languages.csv id! service_id location_id phone_id name code note attributes[]attribute metadata[]metadata
funding funding.csv id! organization_id service_id source attributes[]attribute metadata[]metadata
cost_option cost_options.csv id! service_id valid_from:date valid_to:date option currency amount:number amount_description attributes[]attribute metadata[]metadata
program programs.csv id! organization_id name! alternate_name description! attributes[]attribute metadata[]metadata
required_document required_documents.csv id! service_id document uri:link attributes[]attribute metadata[]metadata
accessibility accessibility.csv id! location_id description details url:link attributes[]attribute metadata[]metadata accessibility
attribute attributes.csv id! link_id taxonomy_term_id link_type link_entity value taxonomy_term{}taxonomy_term metadata[]metadata label
taxonomy_term taxonomy_terms.csv id! code name! description! parent_id taxonomy language taxonomy_id term_uri:uri taxonomy_detail{}taxonomy metadata[]metadata term
taxonomy taxonomies.csv id! name! description! uri:uri version metadata[]metadata
organization_identifier organization_identifiers.csv id! organization_id identifier_scheme identifier_type identifier! attributes[]attribute metadata[]metadata
metadata metadata.csv id! resource_id resource_type last_action_date!:date last_action_type! field_name! previous_value! replacement_value! updated_by!
meta_table_description meta_table_descriptions.csv id! name language character_set attributes[]attribute metadata[]metadata
api_details - version! profile! openapi_url!:link
";

/// What a field must be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Text,
    /// A web address that people can follow.
    Link,
    /// An identifier in the form of an address; any scheme.
    Uri,
    Email,
    Phone,
    Date,
    Instant,
    Time,
    /// A number between the two.
    Number(f64, f64),
    Days,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Objects of this table.
    Many(&'static str),
    /// An object of this table.
    One(&'static str),
}

/// How much is lost without a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Optional,
    /// The standard wants it; the object is read without.
    Wanted,
    /// The object cannot be used without.
    Vital,
}

pub(super) struct Field {
    pub name: &'static str,
    pub need: Need,
    pub kind: Kind,
}

pub(super) struct Spec {
    pub name: &'static str,
    pub csv: &'static str,
    pub fields: Vec<Field>,
}

impl Spec {
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

static SPECS: LazyLock<Vec<Spec>> = LazyLock::new(|| TABLES.lines().filter_map(parse_spec).collect());
static BY_NAME: LazyLock<HashMap<&str, &Spec>> =
    LazyLock::new(|| SPECS.iter().map(|s| (s.name, s)).collect());

/// All objects, the most usual first.
pub(super) fn all() -> &'static [Spec] {
    &SPECS
}

/// The object of this name. A test sees to it that every name in [`TABLES`] has a line.
pub(super) fn named(name: &str) -> &'static Spec {
    BY_NAME.get(name).copied().unwrap_or(&SPECS[0])
}

fn parse_spec(line: &'static str) -> Option<Spec> {
    let mut words = line.split_whitespace();
    let (name, csv) = (words.next()?, words.next()?);
    Some(Spec { name, csv, fields: words.map(parse_field).collect() })
}

fn parse_field(word: &'static str) -> Field {
    for (sign, kind) in [("[]", Kind::Many as fn(_) -> _), ("{}", Kind::One as fn(_) -> _)] {
        if let Some((name, table)) = word.split_once(sign) {
            return Field { name, need: Need::Optional, kind: kind(table) };
        }
    }
    let (name, kind) = word.split_once(':').unwrap_or((word, "text"));
    let kind = match kind {
        "link" => Kind::Link,
        "uri" => Kind::Uri,
        "email" => Kind::Email,
        "phone" => Kind::Phone,
        "date" => Kind::Date,
        "instant" => Kind::Instant,
        "time" => Kind::Time,
        "number" => Kind::Number(f64::MIN, f64::MAX),
        "age" => Kind::Number(0.0, 150.0),
        "latitude" => Kind::Number(-90.0, 90.0),
        "longitude" => Kind::Number(-180.0, 180.0),
        "days" => Kind::Days,
        "status" => Kind::Choice(&["active", "inactive", "defunct", "temporarily closed"]),
        "place" => Kind::Choice(&["physical", "postal", "virtual"]),
        "freq" => Kind::Choice(&["WEEKLY", "MONTHLY", "DAILY", "YEARLY"]),
        _ => Kind::Text,
    };
    let need = match name.bytes().rev().take_while(|b| *b == b'!').count() {
        0 => Need::Optional,
        1 => Need::Wanted,
        _ => Need::Vital,
    };
    Field { name: name.trim_end_matches('!'), need, kind }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_object_that_is_named_has_a_line_and_every_kind_a_meaning() {
        let kinds = TABLES.split_whitespace().filter_map(|word| word.split_once(':')).map(|(_, kind)| kind);
        for kind in kinds {
            assert_ne!(
                parse_field(Box::leak(format!("x:{kind}").into_boxed_str())).kind,
                Kind::Text,
                "{kind}"
            );
        }
        for spec in all() {
            for field in &spec.fields {
                if let Kind::Many(table) | Kind::One(table) = field.kind {
                    assert_eq!(named(table).name, table);
                }
            }
        }
        assert_eq!(named("phone").field("number").map(|f| f.need), Some(Need::Vital));
    }
}
