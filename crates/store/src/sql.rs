//! Every SQL statement of the house, once, in the tongue that SQLite and PostgreSQL share.
//!
//! Columns are `TEXT` and `BIGINT`; ids are text, instants RFC 3339 in UTC with fixed width, days `YYYY-MM-DD`.
//! Every key begins with the municipality, so that the tables can be spread by it. Placeholders are `$1`, `$2` …
//! in the order of their first use (a test checks that), which both engines number alike.
//!
//! Since the municipality begins every key and tells nothing apart, SQLite's planner gladly takes an index that
//! it can use for nothing else. Therefore indexes hold all that their statements ask for, and a test reads the
//! plans.

/// The tables. Each statement can be run again.
pub const SCHEMA: &[&str] = &[
    "CREATE TABLE IF NOT EXISTS meta (municipality TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (municipality, name))",
    "CREATE TABLE IF NOT EXISTS family (municipality TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (municipality, id))",
    "CREATE TABLE IF NOT EXISTS entry (municipality TEXT NOT NULL, family TEXT NOT NULL, seq BIGINT NOT NULL, thing TEXT NOT NULL, version BIGINT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (municipality, family, seq))",
    "CREATE TABLE IF NOT EXISTS data_key (municipality TEXT NOT NULL, family TEXT NOT NULL, number BIGINT NOT NULL, about TEXT NOT NULL, purpose TEXT NOT NULL, root BIGINT NOT NULL, wrapped TEXT, PRIMARY KEY (municipality, family, number))",
    "CREATE INDEX IF NOT EXISTS data_key_root ON data_key (municipality, root, family, number)",
    "CREATE TABLE IF NOT EXISTS sealed (municipality TEXT NOT NULL, family TEXT NOT NULL, seq BIGINT NOT NULL, number BIGINT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (municipality, family, seq))",
    "CREATE TABLE IF NOT EXISTS national_id (municipality TEXT NOT NULL, family TEXT NOT NULL, person TEXT NOT NULL, blind TEXT NOT NULL, root BIGINT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (municipality, family, person))",
    "CREATE INDEX IF NOT EXISTS national_id_blind ON national_id (municipality, blind, family, person)",
    "CREATE INDEX IF NOT EXISTS national_id_root ON national_id (municipality, root, family, person)",
    "CREATE TABLE IF NOT EXISTS journal (municipality TEXT NOT NULL, seq BIGINT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, role TEXT NOT NULL, service TEXT, act TEXT NOT NULL, families TEXT NOT NULL, categories TEXT NOT NULL, ground TEXT NOT NULL, outcome TEXT NOT NULL, request TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (municipality, seq))",
    "CREATE INDEX IF NOT EXISTS journal_look ON journal (municipality, families, seq) WHERE role <> 'citizen' AND outcome = 'seen'",
    "CREATE INDEX IF NOT EXISTS journal_other ON journal (municipality, families, seq) WHERE role = 'citizen' OR outcome <> 'seen'",
    "CREATE TABLE IF NOT EXISTS family_set (municipality TEXT NOT NULL, id TEXT NOT NULL, family TEXT NOT NULL, PRIMARY KEY (municipality, id, family))",
    "CREATE INDEX IF NOT EXISTS family_set_family ON family_set (municipality, family, id)",
    "CREATE TABLE IF NOT EXISTS done (municipality TEXT NOT NULL, actor TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, thing TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (municipality, actor, key))",
    "CREATE TABLE IF NOT EXISTS reach (municipality TEXT NOT NULL, actor TEXT NOT NULL, role TEXT NOT NULL, family TEXT NOT NULL, from_day TEXT NOT NULL, until_day TEXT)",
    "CREATE INDEX IF NOT EXISTS reach_actor ON reach (municipality, actor, role, family, from_day, until_day)",
    "CREATE INDEX IF NOT EXISTS reach_family ON reach (municipality, family, actor, role, from_day, until_day)",
    "CREATE TABLE IF NOT EXISTS name (municipality TEXT NOT NULL, key TEXT NOT NULL, family TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (municipality, key, family, person))",
    "CREATE INDEX IF NOT EXISTS name_family ON name (municipality, family, key, person)",
    "CREATE TABLE IF NOT EXISTS course (municipality TEXT NOT NULL, family TEXT NOT NULL, phase TEXT NOT NULL, from_day TEXT NOT NULL, until_day TEXT, acute BIGINT NOT NULL, district TEXT)",
    "CREATE INDEX IF NOT EXISTS course_family ON course (municipality, family, phase, from_day)",
    "CREATE INDEX IF NOT EXISTS course_phase ON course (municipality, phase, until_day, family)",
    "CREATE TABLE IF NOT EXISTS coordination (municipality TEXT NOT NULL, family TEXT NOT NULL, actor TEXT NOT NULL, from_day TEXT NOT NULL, until_day TEXT)",
    "CREATE INDEX IF NOT EXISTS coordination_family ON coordination (municipality, family)",
    "CREATE TABLE IF NOT EXISTS item (municipality TEXT NOT NULL, family TEXT NOT NULL, thing TEXT NOT NULL, kind TEXT NOT NULL, owner TEXT, service TEXT, area TEXT, born TEXT, since TEXT NOT NULL, due TEXT)",
    "CREATE INDEX IF NOT EXISTS item_family ON item (municipality, family, thing, kind)",
    "CREATE INDEX IF NOT EXISTS item_kind ON item (municipality, kind, due)",
    "CREATE TABLE IF NOT EXISTS reference (municipality TEXT NOT NULL, reference TEXT NOT NULL, family TEXT NOT NULL, PRIMARY KEY (municipality, reference, family))",
    "CREATE INDEX IF NOT EXISTS reference_family ON reference (municipality, family, reference)",
    "CREATE TABLE IF NOT EXISTS source (municipality TEXT NOT NULL, key TEXT NOT NULL, family TEXT NOT NULL, thing TEXT NOT NULL, PRIMARY KEY (municipality, key, family, thing))",
    "CREATE INDEX IF NOT EXISTS source_family ON source (municipality, family, thing, key)",
    "CREATE TABLE IF NOT EXISTS told_once (municipality TEXT NOT NULL, family TEXT NOT NULL, month TEXT NOT NULL, asked BIGINT NOT NULL, again BIGINT NOT NULL, sent BIGINT NOT NULL, reused BIGINT NOT NULL, needed BIGINT NOT NULL, automatic BIGINT NOT NULL, PRIMARY KEY (municipality, family, month))",
    "CREATE TABLE IF NOT EXISTS service (municipality TEXT NOT NULL, id TEXT NOT NULL, version BIGINT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (municipality, id, version))",
    "CREATE TABLE IF NOT EXISTS helper (municipality TEXT NOT NULL, id TEXT NOT NULL, version BIGINT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (municipality, id, version))",
    "CREATE TABLE IF NOT EXISTS follow_up (municipality TEXT NOT NULL, id TEXT NOT NULL, number BIGINT NOT NULL, about TEXT NOT NULL, at TEXT NOT NULL, by_actor TEXT NOT NULL, matter TEXT NOT NULL, step TEXT NOT NULL, PRIMARY KEY (municipality, id, number))",
    "CREATE INDEX IF NOT EXISTS follow_up_about ON follow_up (municipality, about, id, number)",
    "CREATE TABLE IF NOT EXISTS research_export (municipality TEXT NOT NULL, number BIGINT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (municipality, number))",
    "CREATE TABLE IF NOT EXISTS research_family (municipality TEXT NOT NULL, family TEXT NOT NULL, number BIGINT NOT NULL, PRIMARY KEY (municipality, family, number))",
    "CREATE TABLE IF NOT EXISTS session (municipality TEXT NOT NULL, hash TEXT NOT NULL, actor TEXT NOT NULL, role TEXT NOT NULL, service TEXT, csrf TEXT NOT NULL, started TEXT NOT NULL, seen TEXT NOT NULL, PRIMARY KEY (municipality, hash))",
    "CREATE TABLE IF NOT EXISTS purpose (municipality TEXT NOT NULL, session TEXT NOT NULL, family TEXT NOT NULL, code TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (municipality, session, family))",
    "CREATE TABLE IF NOT EXISTS kept_answers (municipality TEXT NOT NULL, id TEXT NOT NULL, until_day TEXT NOT NULL, sealed TEXT NOT NULL, PRIMARY KEY (municipality, id))",
    "CREATE TABLE IF NOT EXISTS report_note (municipality TEXT NOT NULL, actor TEXT NOT NULL, id TEXT NOT NULL, sent_to TEXT NOT NULL, reported TEXT NOT NULL, due TEXT NOT NULL, answered TEXT, PRIMARY KEY (municipality, actor, id))",
    "CREATE TABLE IF NOT EXISTS consultation (municipality TEXT NOT NULL, id TEXT NOT NULL, asker TEXT NOT NULL, role TEXT NOT NULL, service TEXT NOT NULL, named BIGINT NOT NULL, receiver TEXT NOT NULL, due TEXT NOT NULL, closed TEXT, rests TEXT NOT NULL, PRIMARY KEY (municipality, id))",
    "CREATE INDEX IF NOT EXISTS consultation_asker ON consultation (municipality, asker, id)",
    "CREATE INDEX IF NOT EXISTS consultation_receiver ON consultation (municipality, receiver, id)",
    "CREATE TABLE IF NOT EXISTS consultation_word (municipality TEXT NOT NULL, consultation TEXT NOT NULL, seq BIGINT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, by_asker BIGINT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (municipality, consultation, seq))",
];

/// What makes the tables of version 1 into those of version 2: a family stands where its last entry stands, and
/// entries have one order.
pub const FROM_1_TO_2: &[&str] =
    &["DROP INDEX IF EXISTS entry_version", "ALTER TABLE family DROP COLUMN seq"];

macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:literal;)+) => {
        $($(#[$doc])* #[doc = concat!("`", $sql, "`")] pub const $name: &str = $sql;)+
        /// Every statement with its name, for the test that prepares them on both engines.
        pub const ALL: &[(&str, &str)] = &[$((stringify!($name), $sql)),+];
    };
}

statements! {
    META = "SELECT value FROM meta WHERE municipality = $1 AND name = $2";
    SET_META = "INSERT INTO meta (municipality, name, value) VALUES ($1, $2, $3) ON CONFLICT (municipality, name) DO UPDATE SET value = excluded.value";
    /// The version at which a family stands: the number of its last entry.
    FAMILY_SEQ = "SELECT MAX(seq) FROM entry WHERE municipality = $1 AND family = $2";
    FAMILIES = "SELECT id FROM family WHERE municipality = $1 ORDER BY id";
    NEW_FAMILY = "INSERT INTO family (municipality, id) VALUES ($1, $2) ON CONFLICT (municipality, id) DO NOTHING";
    ENTRIES = "SELECT body FROM entry WHERE municipality = $1 AND family = $2 ORDER BY seq";
    /// Of two who write after the same entry, the second adds nothing.
    ADD_ENTRY = "INSERT INTO entry (municipality, family, seq, thing, version, body) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (municipality, family, seq) DO NOTHING";
    SEALED = "SELECT seq, number, text FROM sealed WHERE municipality = $1 AND family = $2 ORDER BY seq";
    ADD_SEALED = "INSERT INTO sealed (municipality, family, seq, number, text) VALUES ($1, $2, $3, $4, $5)";
    DATA_KEYS = "SELECT number, about, purpose, root, wrapped FROM data_key WHERE municipality = $1 AND family = $2 ORDER BY number";
    ADD_DATA_KEY = "INSERT INTO data_key (municipality, family, number, about, purpose, root, wrapped) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// What was sealed with it is gone, and stays gone. That it was there stays, or it would look like damage.
    ERASE_DATA_KEY = "UPDATE data_key SET wrapped = NULL, root = 0 WHERE municipality = $1 AND family = $2 AND number = $3";
    WRAP_DATA_KEY = "UPDATE data_key SET root = $1, wrapped = $2 WHERE municipality = $3 AND family = $4 AND number = $5";
    /// Those that are wrapped with another root than the active one; roots count from 1, and erased keys have none.
    DATA_KEYS_LEFT = "SELECT family, number, root, wrapped FROM data_key WHERE municipality = $1 AND root > 0 AND root <> $2 ORDER BY root, family, number LIMIT $3";
    NUMBERS_LEFT = "SELECT family, person, root, text FROM national_id WHERE municipality = $1 AND root > 0 AND root <> $2 ORDER BY root, family, person LIMIT $3";
    NUMBERS_OF = "SELECT person, root, text FROM national_id WHERE municipality = $1 AND family = $2";
    BY_NUMBER = "SELECT family, person FROM national_id WHERE municipality = $1 AND blind = $2";
    SET_NUMBER = "INSERT INTO national_id (municipality, family, person, blind, root, text) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (municipality, family, person) DO UPDATE SET blind = excluded.blind, root = excluded.root, text = excluded.text";
    COUNT_ROOTS = "SELECT root, SUM(keys), SUM(numbers) FROM (SELECT root, 1 AS keys, 0 AS numbers FROM data_key WHERE municipality = $1 AND root > 0 UNION ALL SELECT root, 0 AS keys, 1 AS numbers FROM national_id WHERE municipality = $1) AS every GROUP BY root ORDER BY root";
    COUNT_ENTRIES = "SELECT COUNT(*) FROM entry WHERE municipality = $1";
    /// The only statement over several municipalities: whose store a file is.
    MUNICIPALITIES = "SELECT DISTINCT municipality FROM meta ORDER BY municipality";
    JOURNAL_HASHES = "SELECT hash FROM journal WHERE municipality = $1 ORDER BY seq";
    LINE_HASH = "SELECT hash FROM journal WHERE municipality = $1 AND seq = $2";
    LAST_LINE_AT = "SELECT at FROM journal WHERE municipality = $1 ORDER BY seq DESC LIMIT 1";
    JOURNAL_TAIL = "SELECT seq, at, actor, role, service, act, families, categories, ground, outcome, request, hash FROM journal WHERE municipality = $1 ORDER BY seq DESC LIMIT 2";
    ADD_LINE = "INSERT INTO journal (municipality, seq, at, actor, role, service, act, families, categories, ground, outcome, request, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    FAMILY_SET = "SELECT 1 FROM family_set WHERE municipality = $1 AND id = $2 LIMIT 1";
    ADD_TO_FAMILY_SET = "INSERT INTO family_set (municipality, id, family) VALUES ($1, $2, $3)";
    FAMILY_SETS_OF = "SELECT id FROM family_set WHERE municipality = $1 AND family = $2";
    FAMILY_SETS = "SELECT id, family FROM family_set WHERE municipality = $1 ORDER BY id, family";
    JOURNAL = "SELECT seq, at, actor, role, service, act, families, categories, ground, outcome, request, hash FROM journal WHERE municipality = $1 ORDER BY seq";
    /// What helpers have seen: the condition is that of an index.
    LOOKS = "SELECT seq, actor, role, service, at, act, outcome, ground, categories FROM journal WHERE municipality = $1 AND families = $2 AND role <> 'citizen' AND outcome = 'seen' ORDER BY seq DESC LIMIT $3";
    /// All the rest; each line is found by one of the two.
    OTHER_LOOKS = "SELECT seq, actor, role, service, at, act, outcome, ground, categories FROM journal WHERE municipality = $1 AND families = $2 AND (role = 'citizen' OR outcome <> 'seen') ORDER BY seq DESC LIMIT $3";
    /// Where a period begins: lines are in the order of time, so that it is found by halving.
    LINE_AT = "SELECT at FROM journal WHERE municipality = $1 AND seq = $2";
    TRACES = "SELECT seq, at, actor, role, service, act, families, ground, outcome FROM journal WHERE municipality = $1 AND seq >= $2 AND role NOT IN ('citizen', 'visitor', 'system') ORDER BY seq";
    ADD_FOLLOW_UP = "INSERT INTO follow_up (municipality, id, number, about, at, by_actor, matter, step) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (municipality, id, number) DO NOTHING";
    FOLLOW_UPS = "SELECT number, at, by_actor, matter, step FROM follow_up WHERE municipality = $1 ORDER BY id, number";
    FOLLOW_UPS_ABOUT = "SELECT number, at, by_actor, matter, step FROM follow_up WHERE municipality = $1 AND about = $2 ORDER BY id, number";
    NEXT_EXPORT = "SELECT COALESCE(MAX(number), 0) + 1 FROM research_export WHERE municipality = $1";
    ADD_EXPORT = "INSERT INTO research_export (municipality, number, body) VALUES ($1, $2, $3)";
    ADD_TO_EXPORT = "INSERT INTO research_family (municipality, family, number) VALUES ($1, $2, $3)";
    EXPORTS = "SELECT number, body FROM research_export WHERE municipality = $1 ORDER BY number DESC";
    EXPORTS_WITH = "SELECT number FROM research_family WHERE municipality = $1 AND family = $2";
    DONE = "SELECT body, thing FROM done WHERE municipality = $1 AND actor = $2 AND key = $3";
    ADD_DONE = "INSERT INTO done (municipality, actor, key, body, thing, at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (municipality, actor, key) DO NOTHING";
    FORGET_DONE = "DELETE FROM done WHERE municipality = $1 AND at < $2";
    REACH = "SELECT DISTINCT family FROM reach WHERE municipality = $1 AND actor = $2 AND role = $3 AND from_day <= $4 AND (until_day IS NULL OR until_day > $4) ORDER BY family";
    DROP_REACH = "DELETE FROM reach WHERE municipality = $1 AND family = $2";
    ADD_REACH = "INSERT INTO reach (municipality, family, actor, role, from_day, until_day) VALUES ($1, $2, $3, $4, $5, $6)";
    TAKE_REACH = "DELETE FROM reach WHERE municipality = $1 AND family = $2 AND actor = $3 AND role = $4 AND from_day = $5 AND until_day IS NOT DISTINCT FROM $6";
    ALL_REACH = "SELECT actor, role, from_day, until_day FROM reach WHERE municipality = $1 AND family = $2";
    BY_NAME = "SELECT DISTINCT family, person FROM name WHERE municipality = $1 AND key = $2 ORDER BY family, person LIMIT 200";
    DROP_NAME = "DELETE FROM name WHERE municipality = $1 AND family = $2";
    ADD_NAME = "INSERT INTO name (municipality, family, key, person) VALUES ($1, $2, $3, $4) ON CONFLICT (municipality, key, family, person) DO NOTHING";
    TAKE_NAME = "DELETE FROM name WHERE municipality = $1 AND family = $2 AND key = $3 AND person = $4";
    ALL_NAME = "SELECT key, person FROM name WHERE municipality = $1 AND family = $2";
    IN_PHASE = "SELECT DISTINCT family FROM course WHERE municipality = $1 AND phase = $2 AND until_day IS NULL ORDER BY family";
    DROP_COURSE = "DELETE FROM course WHERE municipality = $1 AND family = $2";
    ADD_COURSE = "INSERT INTO course (municipality, family, phase, from_day, until_day, acute, district) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    TAKE_COURSE = "DELETE FROM course WHERE municipality = $1 AND family = $2 AND phase = $3 AND from_day = $4 AND until_day IS NOT DISTINCT FROM $5 AND acute = $6 AND district IS NOT DISTINCT FROM $7";
    ALL_COURSE = "SELECT phase, from_day, until_day, acute, district FROM course WHERE municipality = $1 AND family = $2";
    COUNT_PHASES = "SELECT phase, COUNT(*), MIN(from_day) FROM course WHERE municipality = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day > $2) GROUP BY phase ORDER BY phase";
    COUNT_DISTRICTS = "SELECT COALESCE(district, ''), phase, COUNT(*) FROM course WHERE municipality = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day > $2) GROUP BY COALESCE(district, ''), phase ORDER BY COALESCE(district, ''), phase";
    COUNT_UNCOORDINATED = "SELECT COUNT(*) FROM course c WHERE c.municipality = $1 AND c.phase = 'active' AND c.from_day <= $2 AND (c.until_day IS NULL OR c.until_day > $2) AND NOT EXISTS (SELECT 1 FROM coordination k WHERE k.municipality = c.municipality AND k.family = c.family AND k.from_day <= $2 AND (k.until_day IS NULL OR k.until_day > $2))";
    DROP_COORDINATION = "DELETE FROM coordination WHERE municipality = $1 AND family = $2";
    ADD_COORDINATION = "INSERT INTO coordination (municipality, family, actor, from_day, until_day) VALUES ($1, $2, $3, $4, $5)";
    TAKE_COORDINATION = "DELETE FROM coordination WHERE municipality = $1 AND family = $2 AND actor = $3 AND from_day = $4 AND until_day IS NOT DISTINCT FROM $5";
    ALL_COORDINATION = "SELECT actor, from_day, until_day FROM coordination WHERE municipality = $1 AND family = $2";
    COUNT_LOAD = "SELECT actor, COUNT(*), MIN(from_day) FROM coordination WHERE municipality = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day > $2) GROUP BY actor ORDER BY actor";
    WITH_ITEM = "SELECT DISTINCT family FROM item WHERE municipality = $1 AND kind = $2 ORDER BY family";
    DROP_ITEM = "DELETE FROM item WHERE municipality = $1 AND family = $2";
    ADD_ITEM = "INSERT INTO item (municipality, family, thing, kind, owner, service, area, born, since, due) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    TAKE_ITEM = "DELETE FROM item WHERE municipality = $1 AND family = $2 AND thing = $3 AND kind = $4 AND owner IS NOT DISTINCT FROM $5 AND service IS NOT DISTINCT FROM $6 AND area IS NOT DISTINCT FROM $7 AND born IS NOT DISTINCT FROM $8 AND since = $9 AND due IS NOT DISTINCT FROM $10";
    ALL_ITEM = "SELECT thing, kind, owner, service, area, born, since, due FROM item WHERE municipality = $1 AND family = $2";
    COUNT_UNTOUCHED = "SELECT owner, COUNT(*), MIN(since) FROM item WHERE municipality = $1 AND kind = 'duty' AND since < $2 GROUP BY owner ORDER BY owner";
    COUNT_GAPS_BY_AREA = "SELECT area, COUNT(*), MIN(since) FROM item WHERE municipality = $1 AND kind IN ('need-gap', 'action-gap') GROUP BY area ORDER BY area";
    COUNT_GAPS_BY_BIRTH_YEAR = "SELECT SUBSTR(born, 1, 4), COUNT(*), MIN(since) FROM item WHERE municipality = $1 AND kind IN ('need-gap', 'action-gap') GROUP BY SUBSTR(born, 1, 4) ORDER BY SUBSTR(born, 1, 4)";
    COUNT_LATE_BY_SERVICE = "SELECT service, COUNT(*), MIN(due) FROM item WHERE municipality = $1 AND kind IN ('request', 'action') AND due < $2 GROUP BY service ORDER BY service";
    BY_REFERENCE = "SELECT family FROM reference WHERE municipality = $1 AND reference = $2";
    DROP_REFERENCE = "DELETE FROM reference WHERE municipality = $1 AND family = $2";
    ADD_REFERENCE = "INSERT INTO reference (municipality, family, reference) VALUES ($1, $2, $3)";
    TAKE_REFERENCE = "DELETE FROM reference WHERE municipality = $1 AND family = $2 AND reference = $3";
    /// The open guide's answers under a code.
    KEEP_ANSWERS = "INSERT INTO kept_answers (municipality, id, until_day, sealed) VALUES ($1, $2, $3, $4)";
    KEPT_ANSWERS = "SELECT sealed FROM kept_answers WHERE municipality = $1 AND id = $2 AND until_day >= $3";
    FORGET_ANSWERS = "DELETE FROM kept_answers WHERE municipality = $1 AND id = $2";
    FORGET_OLD_ANSWERS = "DELETE FROM kept_answers WHERE municipality = $1 AND until_day < $2";
    DROP_TOLD = "DELETE FROM told_once WHERE municipality = $1 AND family = $2";
    ADD_TOLD = "INSERT INTO told_once (municipality, family, month, asked, again, sent, reused, needed, automatic) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    TAKE_TOLD = "DELETE FROM told_once WHERE municipality = $1 AND family = $2 AND month = $3 AND asked = $4 AND again = $5 AND sent = $6 AND reused = $7 AND needed = $8 AND automatic = $9";
    ALL_TOLD = "SELECT month, asked, again, sent, reused, needed, automatic FROM told_once WHERE municipality = $1 AND family = $2";
    /// What telling once has spared, in a year up to a day: families, and sums.
    COUNT_TOLD = "SELECT COUNT(DISTINCT family), COALESCE(SUM(asked), 0), COALESCE(SUM(again), 0), COALESCE(SUM(sent), 0), COALESCE(SUM(reused), 0), COALESCE(SUM(needed), 0), COALESCE(SUM(automatic), 0) FROM told_once WHERE municipality = $1 AND month > $2 AND month <= $3";
    ALL_REFERENCE = "SELECT reference FROM reference WHERE municipality = $1 AND family = $2";
    BY_SOURCE = "SELECT family, thing FROM source WHERE municipality = $1 AND key = $2 ORDER BY family, thing";
    DROP_SOURCE = "DELETE FROM source WHERE municipality = $1 AND family = $2";
    ADD_SOURCE = "INSERT INTO source (municipality, family, thing, key) VALUES ($1, $2, $3, $4)";
    TAKE_SOURCE = "DELETE FROM source WHERE municipality = $1 AND family = $2 AND thing = $3 AND key = $4";
    ALL_SOURCE = "SELECT thing, key FROM source WHERE municipality = $1 AND family = $2";
    SERVICES = "SELECT body FROM service WHERE municipality = $1 ORDER BY id, version";
    HELPERS = "SELECT body FROM helper WHERE municipality = $1 ORDER BY id, version";
    ADD_SERVICE = "INSERT INTO service (municipality, id, at, body, version) SELECT $1, $2, $3, $4, COALESCE(MAX(version), 0) + 1 FROM service WHERE municipality = $1 AND id = $2";
    ADD_HELPER = "INSERT INTO helper (municipality, id, at, body, version) SELECT $1, $2, $3, $4, COALESCE(MAX(version), 0) + 1 FROM helper WHERE municipality = $1 AND id = $2";
    SESSION = "SELECT actor, role, service, csrf, started, seen FROM session WHERE municipality = $1 AND hash = $2";
    ADD_SESSION = "INSERT INTO session (municipality, hash, actor, role, service, csrf, started, seen) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    TOUCH_SESSION = "UPDATE session SET seen = $1 WHERE municipality = $2 AND hash = $3";
    END_SESSION = "DELETE FROM session WHERE municipality = $1 AND hash = $2";
    PURPOSE = "SELECT code FROM purpose WHERE municipality = $1 AND session = $2 AND family = $3";
    SET_PURPOSE = "INSERT INTO purpose (municipality, session, family, code, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (municipality, session, family) DO UPDATE SET code = excluded.code, at = excluded.at";
    END_PURPOSES = "DELETE FROM purpose WHERE municipality = $1 AND session = $2";
    FORGET_PURPOSES = "DELETE FROM purpose WHERE municipality = $1 AND at < $2";
    FORGET_SESSIONS = "DELETE FROM session WHERE municipality = $1 AND started < $2";
    NOTES = "SELECT id, sent_to, reported, due, answered FROM report_note WHERE municipality = $1 AND actor = $2 ORDER BY reported DESC, id";
    ADD_NOTE = "INSERT INTO report_note (municipality, actor, id, sent_to, reported, due, answered) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    ANSWER_NOTE = "UPDATE report_note SET answered = $1 WHERE municipality = $2 AND actor = $3 AND id = $4";
    REMOVE_NOTE = "DELETE FROM report_note WHERE municipality = $1 AND actor = $2 AND id = $3";
    FORGET_NOTES = "DELETE FROM report_note WHERE municipality = $1 AND reported < $2";
    CONSULTATION = "SELECT id, asker, role, service, named, receiver, due, closed, rests FROM consultation WHERE municipality = $1 AND id = $2";
    CONSULTATIONS_ASKED_BY = "SELECT id, asker, role, service, named, receiver, due, closed, rests FROM consultation WHERE municipality = $1 AND asker = $2 ORDER BY rests DESC, id";
    CONSULTATIONS_ASKED_OF = "SELECT id, asker, role, service, named, receiver, due, closed, rests FROM consultation WHERE municipality = $1 AND receiver = $2 ORDER BY rests DESC, id";
    CONSULTATION_WORDS = "SELECT at, actor, by_asker, words FROM consultation_word WHERE municipality = $1 AND consultation = $2 ORDER BY seq";
    ADD_CONSULTATION = "INSERT INTO consultation (municipality, id, asker, role, service, named, receiver, due, closed, rests) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    ADD_CONSULTATION_WORD = "INSERT INTO consultation_word (municipality, consultation, at, actor, by_asker, words, seq) SELECT $1, $2, $3, $4, $5, $6, COALESCE(MAX(seq), 0) + 1 FROM consultation_word WHERE municipality = $1 AND consultation = $2";
    REST_CONSULTATION = "UPDATE consultation SET rests = $1 WHERE municipality = $2 AND id = $3 AND closed IS NULL";
    CLOSE_CONSULTATION = "UPDATE consultation SET rests = $1, closed = $1 WHERE municipality = $2 AND id = $3 AND closed IS NULL";
    FORGET_CONSULTATION_WORDS = "DELETE FROM consultation_word WHERE municipality = $1 AND consultation IN (SELECT id FROM consultation WHERE municipality = $1 AND rests < $2)";
    FORGET_CONSULTATIONS = "DELETE FROM consultation WHERE municipality = $1 AND rests < $2";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_first_appear_in_their_order() {
        for (name, sql) in ALL {
            let mut highest = 0;
            for part in sql.split('$').skip(1) {
                let number: usize =
                    part.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap();
                assert!(number <= highest + 1, "{name}: ${number} before ${}", highest + 1);
                highest = highest.max(number);
            }
        }
    }

    #[test]
    fn every_key_begins_with_the_municipality() {
        for statement in SCHEMA {
            if let Some(keys) =
                statement.split("PRIMARY KEY (").nth(1).or_else(|| statement.split(" ON ").nth(1))
            {
                let keys = keys.split('(').next_back().unwrap();
                assert!(keys.starts_with("municipality"), "{statement}");
            }
        }
    }
}
