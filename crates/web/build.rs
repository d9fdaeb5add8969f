//! The style sheet, icons and fonts are built by `npm ci && npm run assets`. They are not in the repository, so
//! say plainly when they are missing, instead of a puzzling error from the embedding macro.

fn main() {
    println!("cargo::rerun-if-changed=assets/vendor/manifest.json");
    if !std::path::Path::new("assets/vendor/manifest.json").exists() {
        println!(
            "cargo::error=the assets are not built: run `npm ci && npm run assets` in the project's root (`make demo` does it)"
        );
    }
}
