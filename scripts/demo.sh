#!/usr/bin/env bash
# Builds Veven and opens a demo municipality, with made-up families, on this machine only.
# What you write after the name goes to `veven demo`.
# shellcheck source=scripts/surroundings.sh
source "$(dirname "${BASH_SOURCE[0]}")/surroundings.sh"

scripts/setup.sh build
say "Building Veven (the first time takes some minutes)"
cargo build --release --locked -p veven
say "Starting the demo municipality. Stop it with Ctrl-C."
exec "$CARGO_TARGET_DIR/release/veven" demo "$@"
