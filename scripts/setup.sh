#!/usr/bin/env bash
# Makes sure that what the build and the tests need is there. Fetches nothing when it is.
#   scripts/setup.sh          what `make demo` needs
#   scripts/setup.sh judges   and what the outside judges of `make test` are
#   scripts/setup.sh bench    and the peers of `make bench`
#   scripts/setup.sh campaign and what puts faults to the program in `make campaign`
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The one list: group, Debian package, how to tell that it is there.
needs='
base   ca-certificates  test -e /etc/ssl/certs/ca-certificates.crt
base   libsqlite3-dev   test -e /usr/include/sqlite3.h
base   sqlite3          command -v sqlite3
base   python3          command -v python3
base   libxlsxwriter-dev  test -e /usr/include/xlsxwriter.h
base   libzip-dev       test -e /usr/include/zip.h
base   libexpat1-dev    test -e /usr/include/expat.h
judges chromium         command -v chromium
judges default-jre-headless  command -v java
judges libreoffice-calc  command -v soffice
judges fonts-dejavu-core  test -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
judges groff-base       command -v groff
judges poppler-utils    command -v pdfinfo
judges less             command -v less
judges util-linux       command -v flock
judges python3-venv     python3 -c "import venv, ensurepip"
judges ledger           command -v ledger
judges hledger          command -v hledger
bench  gcc              command -v cc
bench  libc6-dev        test -e /usr/include/stdio.h
bench  python3-venv     python3 -c "import venv, ensurepip"
bench  ledger           command -v ledger
bench  hledger          command -v hledger
campaign fiu-utils      command -v fiu-run
campaign faketime       command -v faketime
campaign strace         command -v strace
campaign util-linux     command -v setpriv && command -v prlimit
campaign chromium       command -v chromium
campaign libreoffice-calc  command -v soffice
'

swift_wanted=6.2

if ! command -v swift >/dev/null; then
    echo "Swift is not on the PATH. Almoner needs Swift $swift_wanted or newer: https://www.swift.org/install/linux/" >&2
    exit 1
fi
found=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
if [ "$(printf '%s\n' "$swift_wanted" "${found:-0}" | sort -V | head -n 1)" != "$swift_wanted" ]; then
    echo "Swift ${found:-of an unknown version} is too old. Almoner needs Swift $swift_wanted or newer." >&2
    exit 1
fi

missing=()
while read -r group package probe; do
    [ -n "$group" ] || continue
    [ "$group" = base ] || [ "$group" = "${1:-base}" ] || continue
    sh -c "$probe" >/dev/null 2>&1 || missing+=("$package")
done <<<"$needs"

# The judges' own Python (beancount is in it), made anew when what they import changes.
judges_python() {
    local wanted=Tests/judges/requirements.txt kept=.venv/requirements.txt
    cmp -s "$wanted" "$kept" && return
    rm -rf .venv
    python3 -m venv .venv
    .venv/bin/pip --quiet --disable-pip-version-check install --requirement "$wanted" >&2
    cp "$wanted" "$kept"
}

finish() {
    case "${1:-base}" in judges | bench) judges_python ;; esac
    exit 0
}

[ ${#missing[@]} -gt 0 ] || finish "$@"

as_root=()
if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root=(sudo -n)
    else
        as_root=(none)
    fi
fi
if [ "${as_root[0]:-}" = none ] || ! command -v apt-get >/dev/null; then
    echo "These packages are missing. As root, run:" >&2
    echo "  apt-get update && apt-get install --yes --no-install-recommends ${missing[*]}" >&2
    exit 1
fi

echo "Installing ${missing[*]}" >&2
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@" >&2 </dev/null; }
apt update
apt install --yes --no-install-recommends "${missing[@]}"
finish "$@"
