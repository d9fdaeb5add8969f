//! The plain groups that kinds of information are told in: eight lines instead of nineteen codes.

use access::terms::Category;

/// A plain group: its value in forms, its text, and the kinds in it.
pub struct Group {
    /// Value in forms.
    pub code: &'static str,
    /// Key of its text.
    pub key: &'static str,
    /// The kinds.
    pub kinds: &'static [Category],
    /// Can be shared by consent. What needs a ground of its own cannot.
    pub shared: bool,
}

const fn group(code: &'static str, key: &'static str, kinds: &'static [Category], shared: bool) -> Group {
    Group { code, key, kinds, shared }
}

/// All groups, in the order of the page.
pub const GROUPS: &[Group] = &[
    group("plan", "home-group-plan", &[Category::PlanCore], true),
    group("skole", "home-group-school", &[Category::Education], true),
    group("helse", "home-group-health", &[Category::HealthSomatic, Category::HealthMental], true),
    group("okonomi", "home-group-money", &[Category::Economy, Category::NavState], true),
    group("bolig", "home-group-housing", &[Category::Housing], true),
    group("barnevern", "home-group-welfare", &[Category::ChildWelfare], true),
    group("moter", "home-group-meetings", &[Category::Logistics], true),
    group("ord", "home-group-voice", &[Category::ChildVoice], false),
    group("sted", "home-group-place", &[Category::Location], false),
];

/// Those that can be shared by consent.
pub fn shared() -> impl Iterator<Item = &'static Group> {
    GROUPS.iter().filter(|group| group.shared)
}

/// The texts of the groups that some kinds belong to.
pub fn of(categories: &[Category]) -> impl Iterator<Item = &'static str> + '_ {
    GROUPS
        .iter()
        .filter(|group| group.kinds.iter().any(|kind| categories.contains(kind)))
        .map(|group| group.key)
}
