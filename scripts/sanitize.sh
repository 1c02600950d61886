#!/usr/bin/env bash
# Runs the tests under the address sanitizer and under the thread sanitizer, each in a build of its own.
#   scripts/sanitize.sh            both
#   scripts/sanitize.sh thread     one of them
# The ledger, the store and the readers run whole, in one process. Of the tests that drive the program as
# a process, those run that read what others wrote or have several at work at once: the program is built
# with the sanitizer too, and the others repeat the same roads a thousand times.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

driven='BatchTests|HostileImportTests|ImportTests|ReportCheckTests|TamperedFormTests|CheckpointTests|ProcessTests'
# A report ends the program with this code, which no command has.
report=99
# Swift's runtime keeps what it made once until the process ends; that is no leak of ours to find.
export ASAN_OPTIONS="detect_leaks=0:exitcode=$report"
export TSAN_OPTIONS="exitcode=$report"
export ALMONER_SANITIZED=1

failed=0
for sanitizer in ${*:-address thread}; do
    case $sanitizer in
    address) scratch=.build-asan ;;
    thread) scratch=.build-tsan ;;
    *)
        echo "There is no sanitizer $sanitizer: address or thread." >&2
        exit 64
        ;;
    esac
    swift build --build-tests --sanitize="$sanitizer" --scratch-path $scratch -Xswiftc -use-ld=lld
    export ALMONER_BIN=$PWD/$scratch/debug/almoner
    swift test --skip-build --disable-xctest --sanitize="$sanitizer" --scratch-path $scratch \
        -Xswiftc -use-ld=lld \
        --filter "GrantLedgerTests|GrantStoreTests|GrantExchangeTests|FuzzTests|AlmonerTests.($driven)" ||
        failed=1
done
exit $failed
