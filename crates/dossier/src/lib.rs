//! Room `dossier`.
