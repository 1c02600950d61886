#!/usr/bin/env bash
# Writes the documentation of GrantLedger as a web site, from the release build: scripts/docs.sh FOLDER
# Uses the toolchain alone, no network. A warning is an error.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
site=$1
modules=.build/release/Modules
graphs=$(mktemp -d)
trap 'rm -rf "$graphs"' EXIT

target=$(swiftc -print-target-info | python3 -c 'import json, sys; print(json.load(sys.stdin)["target"]["triple"])')
swift-symbolgraph-extract -module-name GrantLedger -I "$modules" -target "$target" \
    -minimum-access-level public -output-dir "$graphs"
rm -rf "$site"
docc convert Sources/GrantLedger/Documentation.docc --additional-symbol-graph-dir "$graphs" \
    --fallback-display-name GrantLedger --fallback-bundle-identifier GrantLedger \
    --output-path "$site" --warnings-as-errors
echo "$site/documentation/grantledger/index.html"
