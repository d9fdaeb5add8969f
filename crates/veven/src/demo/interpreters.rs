//! Interpreters in the meetings of the demo. They are booked by name from a service that does not exist.

use crate::demo::story::Story;
use dossier::*;

impl Story<'_> {
    /// An interpreter is booked in each language that somebody in a meeting needs.
    pub fn books_interpreter(&mut self, meeting: ThingId, who: &str, mode: InterpretingMode, level: &str) {
        let languages: Vec<String> = {
            let all = Extract::whole(self.dossier());
            let needs = all.find::<Meeting>(meeting).map(|it| interpreter_needs(&all, it.is));
            needs.unwrap_or_default().iter().map(|need| need.language.to_owned()).collect()
        };
        if languages.is_empty() {
            return;
        }
        self.change::<Meeting>(meeting, |meeting| {
            let interpreter = Interpreter {
                who: who.into(),
                number: "400 00 471".into(),
                mode,
                level: Some(level.into()),
                unqualified: None,
                apart: true,
                at: meeting.at,
            };
            let line = |language| Interpreting {
                language,
                planned: Some(Arrangement::Interpreter(interpreter.clone())),
                came: None,
            };
            meeting.interpreting = languages.into_iter().map(line).collect();
        });
    }
}
