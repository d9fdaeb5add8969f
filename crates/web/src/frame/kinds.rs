//! Kinds of information in the plain groups that people choose among.

use access::terms::Category;

/// A plain group: its value in forms, its text, and the kinds that it stands for.
pub type Group = (&'static str, &'static str, &'static [Category]);

/// What can be chosen. What needs a ground of its own (R52) is not among them.
pub const GROUPS: &[Group] = &[
    ("plan", "home-group-plan", &[Category::PlanCore]),
    ("skole", "home-group-school", &[Category::Education]),
    ("helse", "home-group-health", &[Category::HealthSomatic, Category::HealthMental]),
    ("okonomi", "home-group-money", &[Category::Economy, Category::NavState]),
    ("bolig", "home-group-housing", &[Category::Housing]),
    ("barnevern", "home-group-welfare", &[Category::ChildWelfare]),
    ("moter", "home-group-meetings", &[Category::Logistics]),
];

/// The groups that some kinds belong to.
pub fn groups_of(kinds: &[Category]) -> impl Iterator<Item = &'static Group> + '_ {
    GROUPS.iter().filter(|(.., group)| group.iter().any(|kind| kinds.contains(kind)))
}
