#!/bin/sh
# Installs SpineCounsel @VERSION@ for the person who runs it; needs no rights.
#   sh FILE              install or update
#   sh FILE --remove     remove the program; vaults stay
#   sh FILE --check      only say whether the file is whole
set -eu
base="${XDG_DATA_HOME:-$HOME/.local/share}"
place="$base/spinecounsel-program"
link="$HOME/.local/bin/spinecounsel"

refresh() {
    command -v update-desktop-database >/dev/null && update-desktop-database -q "$base/applications" || true
    command -v update-mime-database >/dev/null && update-mime-database "$base/mime" || true
}

remove() {
    if [ -f "$place/installed-files" ]; then
        while IFS= read -r file; do rm -f "$base/$file"; done <"$place/installed-files"
    fi
    rm -rf "$place"
    [ -L "$link" ] && rm -f "$link" || true
    refresh
}

if [ "${1:-}" = --remove ]; then
    remove
    echo "SpineCounsel was removed. Vaults and settings are still there."
    exit 0
fi

found=$(tail -n +@FIRST_LINE@ "$0" | sha256sum | cut -d ' ' -f 1)
if [ "$found" != "@SHA256@" ]; then
    echo "This file is damaged: nothing was installed. Copy it again." >&2
    exit 1
fi
[ "${1:-}" = --check ] && echo "This file is whole." && exit 0

mkdir -p "$base"
new=$(mktemp -d "$base/.spinecounsel-XXXXXX")
trap 'rm -rf "$new"' EXIT
if ! tail -n +@FIRST_LINE@ "$0" | tar -xJ -C "$new"; then
    echo "It could not be unpacked: is the disk full? An earlier version was left as it was." >&2
    exit 1
fi
remove
mv "$new/spinecounsel" "$place"
sed -i "s|@COMMAND@|$place/spinecounsel|" "$place/share/applications/spinecounsel.desktop"
(cd "$place/share" && find . -type f | sed 's|^\./||') >"$place/installed-files"
cp -R "$place/share/." "$base/"
mkdir -p "$(dirname "$link")"
ln -sf "$place/spinecounsel" "$link"
refresh
echo "SpineCounsel @VERSION@ is installed. Find it among your programs, or type: $link"
exit 0
