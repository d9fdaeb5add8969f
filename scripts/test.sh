#!/usr/bin/env bash
# Runs Veven's checks, all of them or those that are named:
#   format  lints  licences  rust  doctests  docs  browser
# Goes on after a failure, so that one run shows all that is wrong. The last line is the count of
# Rust and browser tests, `N passed, N failed`; the exit status is 0 only if every check is green.
# shellcheck source=scripts/surroundings.sh
source "$(dirname "${BASH_SOURCE[0]}")/surroundings.sh"

LOGS="$(mktemp -d)"
trap 'rm -rf "$LOGS"' EXIT
passed=0
failed=0
red=()

# count PASSED FAILED STATUS: adds to the sums. A run that broke before it could count is one failure.
count() {
  local ok="${1:-0}" bad="${2:-0}" status="$3"
  if [ "$status" != 0 ] && [ "$bad" = 0 ]; then bad=1; fi
  passed=$((passed + ok))
  failed=$((failed + bad))
}

format() {
  if ! cargo fmt --all --check -- -l; then
    hint "These files are not formatted as rustfmt.toml says. \`cargo fmt --all\` mends it."
    return 1
  fi
}

lints() { cargo clippy --workspace --all-targets --locked --quiet -- -D warnings; }

# Licences, bans and sources need no network. Known holes (advisories) do: where the list cannot be
# fetched that is said, and is no failure.
licences() {
  if ! has cargo-deny; then
    hint "NOT CHECKED: cargo-deny is not here and could not be built."
    return 0
  fi
  local status=0
  cargo deny --locked --log-level error check bans licenses sources || status=1
  if timeout 60 cargo deny --locked fetch db >"$LOGS/advisories" 2>&1; then
    cargo deny --locked --log-level error check --disable-fetch advisories || status=1
  else
    hint "advisories NOT CHECKED: the list of known holes could not be fetched from here."
  fi
  return "$status"
}

# sum_of_libtest LOG WORD: adds up the numbers before WORD in libtest's result lines.
sum_of_libtest() { sed -nE "s/^test result:.* ([0-9]+) $2.*/\1/p" "$1" | awk '{ n += $1 } END { print n + 0 }'; }

rust() {
  local log="$LOGS/rust" status=0 ran=0 ok=0
  if has cargo-nextest; then
    cargo nextest run --workspace --locked --no-fail-fast --no-tests=pass --profile gate 2>&1 | tee "$log" || status=$?
    read -r ran ok < <(sed -nE 's/.*Summary.* ([0-9]+) tests? run: ([0-9]+) passed.*/\1 \2/p' "$log" | tail -n 1) || true
    count "$ok" "$((ran - ok))" "$status"
  else
    hint "cargo-nextest is not here; using cargo test, which is slower."
    cargo test --workspace --lib --bins --tests --locked --no-fail-fast 2>&1 | tee "$log" || status=$?
    count "$(sum_of_libtest "$log" passed)" "$(sum_of_libtest "$log" failed)" "$status"
  fi
  return "$status"
}

doctests() {
  local log="$LOGS/doctests" status=0
  cargo test --doc --workspace --locked --quiet --no-fail-fast 2>&1 | tee "$log" || status=$?
  count "$(sum_of_libtest "$log" passed)" "$(sum_of_libtest "$log" failed)" "$status"
  return "$status"
}

docs() { RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --locked --quiet; }

browser() {
  local status=0 results="$LOGS/browser.json" ok=0 bad=0
  # Built as for the Rust tests, so that after them the program is already there.
  cargo test --workspace --lib --bins --tests --no-run --locked --quiet || { count 0 1 1; return 1; }
  # A copy, because the build folder may be shared with another checkout that builds meanwhile.
  cp "$CARGO_TARGET_DIR/debug/veven" "$LOGS/veven"
  (cd e2e && VEVEN_BIN="$LOGS/veven" VEVEN_RESULTS="$results" npm test --silent) || status=$?
  if [ -f "$results" ]; then
    read -r ok bad < <(node scripts/stories.mjs "$results") || true
  fi
  count "$ok" "$bad" "$status"
  return "$status"
}

run() {
  local name="$1" start=$SECONDS
  printf '\n'
  say "$name"
  if "$name"; then say "$name: green ($((SECONDS - start)) s)"; else
    say "$name: RED ($((SECONDS - start)) s)"
    red+=("$name")
  fi
}

checks=("$@")
if [ ${#checks[@]} = 0 ]; then checks=(format lints licences rust doctests docs browser); fi
for check in "${checks[@]}"; do
  case "$check" in
    format | lints | licences | rust | doctests | docs | browser) ;;
    *) stop "There is no check called '$check'. There are: format lints licences rust doctests docs browser." ;;
  esac
done

case " ${checks[*]} " in
  *" rust "* | *" doctests "* | *" browser "*) scripts/setup.sh test ;;
  *) scripts/setup.sh lint ;;
esac
for check in "${checks[@]}"; do run "$check"; done

printf '\n'
if [ ${#red[@]} = 0 ]; then say "All green in $SECONDS s: ${checks[*]}"; else say "RED: ${red[*]} (in $SECONDS s)"; fi
printf '%s passed, %s failed\n' "$passed" "$failed"
[ ${#red[@]} = 0 ]
