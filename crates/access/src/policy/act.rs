//! Who may do what: the rules of `policies/act.cedar`, asked about one reader and one command.

use super::reader::bits;
use super::{Attributes, Heard, PolicyFault, Question, Reader, Rules, Rulings, SCHEMA, flags, or_no, word};
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

/// The rules, as a lawyer reads them.
pub const RULES: &str = include_str!("../../../../policies/act.cedar");

/// Each fact that is yes or no stands in one place, with the name that the schema gives it.
macro_rules! command_facts {
    ($($(#[$doc:meta])* $fact:ident = $name:literal,)+) => {
        /// What the rules know about a command.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct CommandFacts {
            /// Which command: an action of the schema.
            pub act: &'static str,
            /// Kind of what is written or taken back.
            pub kind: &'static str,
            /// How far it is opened inside the family, without the names.
            pub audience: Heard,
            /// The word that is chosen.
            pub choice: &'static str,
            $($(#[$doc])* pub $fact: bool,)+
        }

        impl CommandFacts {
            /// A command that points to nothing and of which nothing else is known.
            pub const fn plain(act: &'static str) -> Self {
                let nothing = Self { act, kind: "", audience: Heard::Ordinary, choice: "", $($fact: false,)+ };
                Self { sees_all: true, ..nothing }
            }

            fn flags(&self) -> Attributes {
                flags([$(($name, self.$fact)),+])
            }

            fn bits(&self) -> u64 {
                bits(&[$(self.$fact),+])
            }
        }
    };
}

command_facts! {
    /// All that it points to is in the reader's view.
    sees_all = "seesAll",
    /// Gives a family member's place to the reader's own account.
    own_account = "ownAccount",
    /// Writes something that was not there.
    is_new = "isNew",
    /// The latest version is the reader's own.
    wrote_last = "wroteLast",
    /// The latest version is about nobody but the reader and those whom the reader decides for.
    last_about_mine = "lastAboutMine",
    /// The latest version is by somebody in the family.
    last_by_family = "lastByFamily",
    /// About nobody but the reader and those whom the reader decides for.
    about_mine = "aboutMine",
    /// About nobody but the reader.
    about_me = "aboutMe",
    /// About the family as a whole.
    about_whole = "aboutWhole",
    /// Whose word, application or matter it is, is the reader.
    in_own_name = "inOwnName",
    /// Whose dream or information it is, is the reader or somebody whom the reader decides for.
    of_mine = "ofMine",
    /// What is closed is about the family as a whole.
    of_whole = "ofWhole",
    /// The reader's word counts about it.
    counts = "counts",
    /// Takes back what was said before.
    takes_back = "takesBack",
    /// Said by the one who gives it.
    first_hand = "firstHand",
    /// Says how it was given.
    says_how = "saysHow",
    /// Leaves what a professional has noted as it was.
    note_kept = "noteKept",
    /// Puts nothing on another, and takes nothing from another.
    owner_free = "ownerFree",
    /// About where a protected person is.
    protected = "protected",
    /// The reader may know where that person is.
    trusted = "trusted",
    /// The action is the reader's to do.
    is_owner = "isOwner",
    /// Whoever has the action to do says that it is done.
    delivered = "delivered",
    /// Answers what the reader is asked.
    asks_reader = "asksReader",
    /// The application lies with somebody who does not answer here.
    answered_elsewhere = "answeredElsewhere",
    /// The application lies with the reader.
    lies_with_reader = "liesWithReader",
}

/// All that one ruling depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Who gives the command.
    pub reader: Reader,
    /// What is commanded.
    pub command: CommandFacts,
}

/// As for what is seen: the facts are mixed as few numbers, and `Eq` tells which are the same.
impl Hash for Facts {
    fn hash<H: Hasher>(&self, into: &mut H) {
        let it = &self.command;
        into.write_u64(self.reader.bits() << 48 | it.bits() << 2 | it.audience as u64);
        for word in [it.act, it.kind, it.choice] {
            into.write(word.as_bytes());
        }
    }
}

/// The rules of who may do what, ready to rule.
pub struct Policy(Rules);

impl Policy {
    /// Reads rules and checks them, as [`Rules::read`] does.
    ///
    /// # Errors
    /// What is wrong, with the rule.
    pub fn read(rules: &str, schema: &str) -> Result<Self, PolicyFault> {
        Rules::read(rules, schema).map(Self)
    }

    /// Rules on facts. A rule that cannot be evaluated means no.
    ///
    /// # Errors
    /// Cedar could not answer; whoever asks takes it for a no.
    pub fn rule(&self, facts: &Facts) -> Result<bool, PolicyFault> {
        let question = Question {
            reader: &facts.reader,
            act: facts.command.act,
            kind: "Command",
            attributes: attributes(&facts.command),
            context: Vec::new(),
        };
        Ok(self.0.ask(question)?.is_some())
    }

    /// The rules and what they may speak of, for those who prove something about them.
    pub fn rules(&self) -> &Rules {
        &self.0
    }
}

fn attributes(command: &CommandFacts) -> Attributes {
    let mut all = command.flags();
    all.insert("kind".to_owned(), word(command.kind));
    all.insert("audience".to_owned(), word(command.audience.code()));
    all.insert("choice".to_owned(), word(command.choice));
    all
}

static SHIPPED: LazyLock<Result<Policy, PolicyFault>> = LazyLock::new(|| Policy::read(RULES, SCHEMA));
static RULINGS: LazyLock<Rulings<Facts, bool>> = LazyLock::new(Rulings::default);

/// The rules that the program carries.
///
/// # Errors
/// They do not hold together; the program must not start.
pub fn shipped() -> Result<&'static Policy, &'static PolicyFault> {
    SHIPPED.as_ref()
}

/// Rules on facts by the rules that the program carries. Whatever goes wrong is a no.
pub fn rule(facts: &Facts) -> bool {
    RULINGS.of(*facts, || shipped().is_ok_and(|policy| or_no(policy.rule(facts))))
}
