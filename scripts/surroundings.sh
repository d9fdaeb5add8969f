# shellcheck shell=bash
# Sourced by the other scripts: where things are on this machine, and how a script speaks.
#
# VEVEN_CACHE        where tools that are built once are kept (default ~/.cache/veven)
# VEVEN_CHROMIUM     the browser for the stories (default Debian's Chromium without a window)
# CARGO_TARGET_DIR   where Rust is built (default target/ in the checkout)
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
CACHE="${VEVEN_CACHE:-$HOME/.cache/veven}"
TOOLS="$CACHE/tools"
# Chromium without a window starts pages in half the time; the one with a window does as well.
CHROMIUM="${VEVEN_CHROMIUM:-/usr/bin/chromium-headless-shell}"
if [ -z "${VEVEN_CHROMIUM:-}" ] && [ ! -x "$CHROMIUM" ] && [ -x /usr/bin/chromium ]; then CHROMIUM=/usr/bin/chromium; fi
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$ROOT/target}"
export VEVEN_CHROMIUM="$CHROMIUM"
export PATH="$TOOLS/bin:$PATH"
cd "$ROOT"

say() { printf '▸ %s\n' "$*"; }
hint() { printf '  %s\n' "$*"; }
stop() { printf '✗ %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
