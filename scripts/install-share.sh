#!/bin/sh
# Installs what stands beside the program: its manual, and the completions where the shells look for them.
#     scripts/install-share.sh PROGRAM SHARE
set -eu
program=$1 share=$2
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$here/man.py" "$program" "$work/man1"
for shell in bash zsh fish; do
    "$program" completions "$shell" > "$work/$shell"
done
install -d -m 755 "$share/man/man1"
install -m 644 "$work"/man1/*.1 "$share/man/man1"
install -D -m 644 "$work/bash" "$share/bash-completion/completions/almoner"
install -D -m 644 "$work/zsh" "$share/zsh/site-functions/_almoner"
install -D -m 644 "$work/fish" "$share/fish/vendor_completions.d/almoner.fish"
