#!/usr/bin/env bash
# Measures what Veven costs on this machine, and writes it into docs/performance.md. Takes some minutes.
#   make bench ARGS='--families 1000 10000 100000'
# Exits with 1 when a target is missed.
# What you write after the name goes to bench/measure.py (see there).
# shellcheck source=scripts/surroundings.sh
source "$(dirname "${BASH_SOURCE[0]}")/surroundings.sh"

has python3 || stop "python3 is not here; the client is written in it."
scripts/setup.sh build
say "Building Veven for release"
cargo build --release --locked -p veven
say "Measuring. Nothing else should run on this machine meanwhile."
exec python3 bench/measure.py "$CARGO_TARGET_DIR/release/veven" "$@"
