//! Sheets of paper as PDF: beautiful, tagged for those who listen, and fit to be kept (PDF/A-2a and PDF/UA-1).
//!
//! A sheet comes in as text and becomes a file, as a pure function: no disk, no network, no clock. What people have
//! written goes in as data beside a template of ours, so that nothing in it can be read as markup.

mod legible;
mod world;

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use web::{Printer, Sheet, Unprinted};

/// How many documents ago something must have been used to be kept for the next one.
const KEPT: usize = 3;

/// Sets sheets as PDF.
#[derive(Debug, Clone, Copy, Default)]
pub struct Press;

impl Printer for Press {
    fn pdf(&self, sheet: &Sheet) -> Result<Vec<u8>, Unprinted> {
        set(sheet).map(|(bytes, _)| bytes)
    }
}

/// The file, and how many warnings there were.
fn set(sheet: &Sheet) -> Result<(Vec<u8>, usize), Unprinted> {
    // What is wrong is told without its words: they may hold what somebody wrote.
    let unprinted = |what: &str, faults: usize| Unprinted(format!("{what} ({faults} faults)"));
    let world = world::World::of(sheet).map_err(|_| unprinted("the sheet is no data", 1))?;
    let made = typst::compile::<PagedDocument>(&world);
    let document = made.output.map_err(|faults| unprinted("it cannot be laid out", faults.len()))?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|_| unprinted("the standards do not go together", 1))?;
    let options =
        PdfOptions { standards, creator: Smart::Custom(Some("Veven".into())), ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(&document, &options)
        .map_err(|faults| unprinted("it does not keep to its standards", faults.len()))?;
    comemo::evict(KEPT);
    Ok((bytes, made.warnings.len()))
}

#[cfg(test)]
mod tests;
