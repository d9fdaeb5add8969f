#!/usr/bin/env bash
# Makes this machine ready. `setup.sh build` is what building and the demo need, `setup.sh lint` adds
# the licence check, `setup.sh test` adds the tests and their browser. It says what it installs, leaves
# alone what is there, and can be repeated as often as you like.
# shellcheck source=scripts/surroundings.sh
source "$(dirname "${BASH_SOURCE[0]}")/surroundings.sh"

# at_least WANTED FOUND: is version FOUND as new as WANTED?
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

rust() {
  local wanted found
  wanted="$(sed -nE 's/^rust-version = "(.*)"/\1/p' Cargo.toml)"
  has cargo || stop "Rust $wanted or newer is missing. Install it with rustup, then run this again."
  found="$(rustc --version | cut -d ' ' -f 2)"
  at_least "$wanted" "$found" || stop "Rust is $found here; Veven needs $wanted or newer (rustup update)."
  has cc || stop "A C compiler is missing; SQLite is built with it (on Debian: apt-get install build-essential)."
  say "Rust $found"
}

node_and_npm() {
  if ! has node || ! has npm; then stop "Node.js 20 or newer with npm is missing."; fi
  local found
  found="$(node --version)"
  at_least 20 "${found#v}" || stop "Node.js is $found here; Veven needs 20 or newer."
  say "Node.js $found, npm $(npm --version 2>/dev/null)"
}

# npm_packages DIR WHAT: installs the packages of DIR's lock file, unless those are what is there.
npm_packages() {
  local dir="$1" what="$2" seen="$1/node_modules/.veven-lock"
  if cmp -s "$dir/package-lock.json" "$seen"; then return 0; fi
  say "Installing npm packages in $dir/ ($what)"
  (cd "$dir" && npm ci --no-fund --no-audit --loglevel=error)
  cp "$dir/package-lock.json" "$seen"
}

# The look of Veven is made from npm packages and our own styles, and is built into the program. It is
# made again only when what it is made from has changed: new file dates would rebuild the web room.
assets() {
  local own=crates/web/assets seen=node_modules/.veven-assets now
  npm_packages . "style sheet, icons, font, htmx"
  now="$(find "$own" -path "$own/vendor" -prune -o -type f -print | LC_ALL=C sort \
    | xargs cat package-lock.json scripts/assets.mjs | sha256sum)"
  if [ -d "$own/vendor" ] && [ "$(cat "$seen" 2>/dev/null)" = "$now" ]; then return 0; fi
  say "Making style sheet, icons, font and script in $own/vendor/"
  npm run --silent assets
  printf '%s\n' "$now" > "$seen"
}

# from_debian PACKAGE WHY: installs a Debian package, with sudo when we are not root.
from_debian() {
  local package="$1" why="$2"
  has apt-get || stop "$package is missing ($why), and this is no Debian: install it in your system's way."
  say "Installing $package from Debian ($why)"
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    has sudo || stop "Installing $package needs root, and sudo is not here."
    as_root=(sudo)
  fi
  local log="$CACHE/apt.log"
  local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$package")
  if ! "${install[@]}" >"$log" 2>&1; then
    # The list of packages may be too old to find it.
    if ! { "${as_root[@]}" apt-get update >"$log" 2>&1 && "${install[@]}" >>"$log" 2>&1; }; then
      tail -n 20 "$log" >&2
      stop "Debian could not install $package; all it said is in $log."
    fi
  fi
}

# rust_tool NAME WHY: builds a cargo tool once, in the cache. The tests can do without each of them.
rust_tool() {
  local name="$1" why="$2"
  if has "$name"; then return 0; fi
  say "Building $name ($why): some minutes, once; it is kept in $TOOLS"
  # Speed of building is worth more here than speed of running.
  if ! CARGO_TARGET_DIR="$CACHE/tools-build" CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 \
    cargo install "$name" --locked --quiet --root "$TOOLS"; then
    hint "$name could not be built; the tests run without it and say so."
  fi
  rm -rf "$CACHE/tools-build"
}

mkdir -p "$CACHE"
case "${1:-}" in
  build | lint | test) ;;
  *) stop "Say what to make ready: setup.sh build, setup.sh lint or setup.sh test." ;;
esac
rust
node_and_npm
assets
if [ "$1" = build ]; then exit 0; fi

rust_tool cargo-deny "checks licences and sources"
if [ "$1" = lint ]; then exit 0; fi

rust_tool cargo-nextest "runs the Rust tests"
npm_packages e2e "browser tests"
[ -x "$CHROMIUM" ] || from_debian chromium-headless-shell "browser tests"
has cvc5 || from_debian cvc5 "proofs of the access rules"
[ -x "$CHROMIUM" ] || stop "There is no Chromium at $CHROMIUM; set VEVEN_CHROMIUM to where it is."
# Only its programs are used: a test that needs PostgreSQL starts a private cluster.
if ! has initdb && ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then
  from_debian postgresql "tests of the store"
fi
