#!/usr/bin/env bash
# Gives every parser bytes that nobody meant for it, under the toolchain's fuzzer and address sanitizer.
#   scripts/fuzz.sh                        every parser, 60 seconds each
#   SECONDS_EACH=600 scripts/fuzz.sh money day
# What each parser must hold to stands in Tests/FuzzTests; the seeds, and the cases once found, in
# Fixtures/fuzz. A new case is kept by moving it there under a name that tells what it is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${SECONDS_EACH:-60}
built=.build-fuzz
log=$built/fuzz.log
all=$(ls Fixtures/fuzz)
parsers=${*:-$all}

for parser in $parsers; do
    [ -d "Fixtures/fuzz/$parser" ] || {
        echo "There is no parser $parser. There are: $(echo $all)." >&2
        exit 64
    }
done

# What a trap says of itself comes from the fuzzer; Swift's own backtrace hangs under the sanitizer.
export SWIFT_BACKTRACE=enable=no

mkdir -p $built
echo "Building the fuzzers; the first time takes some minutes." >&2
# The gold linker warns of every check of the sanitizer, and gives up on some; lld does neither.
ALMONER_FUZZ=1 swift build --product Fuzz --scratch-path $built -Xswiftc -use-ld=lld >$log 2>&1 || {
    tail -n 40 $log >&2
    exit 1
}

# Reads a figure that the fuzzer prints at its end.
figure() { sed -n "s/^stat::$1: *//p" "$2" | tail -n 1; }

table='%-11s %10s %8s %8s %7s %6s\n'
rows=$(printf "$table" parser runs 'runs/s' seconds corpus found)
failed=0
for parser in $parsers; do
    grown=$built/corpus/$parser found=$built/found/$parser out=$built/$parser.log
    mkdir -p "$grown" "$found"
    rm -f "$found"/*
    # A case has at most 8 KB, so that what is found is short. A gigabyte is the most that may be held,
    # what the sanitizer keeps of freed memory included.
    ALMONER_FUZZ_PARSER=$parser $built/debug/Fuzz "$grown" "Fixtures/fuzz/$parser" \
        -max_total_time="$seconds" -max_len=8192 -timeout=10 -rss_limit_mb=1024 \
        -print_final_stats=1 -artifact_prefix="$found/" >"$out" 2>&1 || failed=1
    count=$(find "$found" -type f | wc -l)
    if [ "$count" -gt 0 ]; then
        grep -m 1 -E '^BROKEN|Fatal error|ERROR: ' "$out" | cut -c 1-300 >&2 || true
        echo "$parser: see $out and $found" >&2
    fi
    took=$(sed -n 's/^Done .* in \([0-9]*\) second.*/\1/p' "$out" | tail -n 1)
    rows+=$'\n'$(printf "$table" "$parser" "$(figure number_of_executed_units "$out")" \
        "$(figure average_exec_per_sec "$out")" "${took:--}" "$(ls "$grown" | wc -l)" "$count")
done
echo "$rows"
exit $failed
