//! Style sheet, icons, fonts, script and licences, embedded in the program. One folder with the hash of all of
//! them in its address, so that they can be kept for a year.

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "assets/vendor"]
struct Files;

/// The version that stands in the addresses.
pub static VERSION: LazyLock<String> = LazyLock::new(|| {
    Files::get("manifest.json")
        .and_then(|file| serde_json::from_slice::<serde_json::Value>(&file.data).ok())
        .and_then(|manifest| manifest["version"].as_str().map(str::to_owned))
        .unwrap_or_else(|| "dev".into())
});

/// Address of the icons; a page has dozens of them.
pub static SPRITE: LazyLock<String> = LazyLock::new(|| url("sprite.svg"));

/// Address of a file.
pub fn url(name: &str) -> String {
    format!("/s/{}/{name}", *VERSION)
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Gives out a file, squeezed when the reader takes it.
pub async fn serve(Path((version, name)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let accepted =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    for (encoding, suffix) in [("br", ".br"), ("gzip", ".gz"), ("", "")] {
        if !encoding.is_empty() && !accepted.contains(encoding) {
            continue;
        }
        let Some(file) = Files::get(&format!("{name}{suffix}")) else { continue };
        let mut response = file.data.into_owned().into_response();
        let head = response.headers_mut();
        head.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind(&name)));
        head.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        if !encoding.is_empty() {
            head.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        let keep = if version == *VERSION { "public, max-age=31536000, immutable" } else { "no-store" };
        head.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
        return response;
    }
    StatusCode::NOT_FOUND.into_response()
}
