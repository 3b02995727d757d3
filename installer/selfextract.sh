#!/bin/sh
# Installs SpineCounsel @VERSION@ for the person who runs it; needs no rights.
#   sh FILE                  install it, or replace an older version
#   sh FILE --remove         remove the program; vaults and settings stay
#   sh FILE --remove-vaults  remove the program and, after a typed word, all vaults and settings
#   sh FILE --check          only say whether the file is whole
#
# Each version lies in a folder of its own, and the link "now" points at one of them.  A new version
# is unpacked beside the old one and tests itself; then "now" turns to it in one step.  Whenever
# this is interrupted, what starts is a whole program.
set -eu

base="${XDG_DATA_HOME:-$HOME/.local/share}"
place="$base/spinecounsel-program"
vaults="$base/SpineCounsel"
link="$HOME/.local/bin/spinecounsel"

stop() {
    echo "$1" >&2
    exit 1
}

# Whether a program runs from folder $1.
runs_from() {
    real=$(cd "$1" 2>/dev/null && pwd -P) || return 1
    ! readlink /proc/[0-9]*/exe 2>/dev/null | while IFS= read -r program; do
        case "$program" in "$real"/*) exit 1 ;; esac
    done
}

must_be_closed() {
    runs_from "$place" && stop "SpineCounsel is open. Close it first. Nothing was changed."
    return 0
}

# Let the link $1 point at $2 from one moment to the next.
turn() {
    rm -f "$1.new"
    ln -s "$2" "$1.new"
    mv -fT "$1.new" "$1"
}

# Remove all versions but the one that starts, and those that run.
tidy() {
    now=$(readlink "$place/now" 2>/dev/null) || now=
    for each in "$place"/*; do
        case "${each##*/}" in "$now" | now | installed-files) continue ;; esac
        runs_from "$each" || rm -rf "$each"
    done
}

refresh() {
    ! command -v update-desktop-database >/dev/null || update-desktop-database -q "$base/applications" || true
    ! command -v update-mime-database >/dev/null || update-mime-database "$base/mime" || true
}

# Give $1 as a desktop entry wants it within double quotes, ready to be put in by sed.
quoted() {
    printf '%s' "$1" | sed 's/[\\"`$]/\\&/g; s/\\/\\\\/g; s/%/%%/g' | sed 's/[\\&|]/\\&/g'
}

# Put entry, pictures and type of files where desktops look, each in one step.
show_to_desktops() {
    command=$(quoted "$place/now/start.sh")
    (cd "$place/now/share" && find . -type f) | sed 's|^\./||' >"$place/files.new"
    if [ -f "$place/installed-files" ]; then
        grep -vxFf "$place/files.new" "$place/installed-files" | while IFS= read -r file; do
            rm -f "$base/$file"
        done
    fi
    mv -f "$place/files.new" "$place/installed-files"
    while IFS= read -r file; do
        mkdir -p "$(dirname "$base/$file")"
        case "$file" in
        *.desktop) sed "s|@COMMAND@|$command|" "$place/now/share/$file" >"$base/$file.new" ;;
        *) cp "$place/now/share/$file" "$base/$file.new" ;;
        esac
        mv -f "$base/$file.new" "$base/$file"
    done <"$place/installed-files"
    refresh
}

make_link() {
    if [ -e "$link" ] && ! is_our_link; then
        echo "$link is another program's and was left as it is."
        return 0
    fi
    mkdir -p "$(dirname "$link")"
    turn "$link" "$place/now/start.sh"
}

is_our_link() {
    [ "$(readlink "$link" 2>/dev/null)" = "$place/now/start.sh" ]
}

body() {
    tail -n +@FIRST_LINE@ "$0"
}

must_be_whole() {
    [ "$(body | sha256sum | cut -d ' ' -f 1)" = "@SHA256@" ] ||
        stop "This file is damaged. Nothing was installed. Copy it again."
}

must_fit() {
    for tool in tar xz; do
        command -v "$tool" >/dev/null || stop "The program $tool is missing. Install it first. Nothing was changed."
    done
    [ -O "$HOME" ] || stop "This home folder is someone else's: $HOME. Start this without sudo. Nothing was changed."
    mkdir -p "$place"
    free=$(df -Pk "$place" | awk 'END { print $4 }')
    if [ "$free" -lt @KILOBYTES@ ]; then
        rmdir "$place" 2>/dev/null || true
        stop "There is not enough room: $((@KILOBYTES@ / 1000)) MB are needed in $base, and $((free / 1000)) MB are free. Nothing was changed."
    fi
}

# Let nobody else install for this person until this has ended.
must_be_alone() {
    [ -d "$place" ] && command -v flock >/dev/null || return 0
    exec 9>"$place/.lock"
    flock -n 9 || stop "SpineCounsel is being installed already. Nothing was changed."
}

install() {
    must_be_whole
    must_be_closed
    must_fit
    must_be_alone
    tidy
    new=$(mktemp -d "$place/@VERSION@-XXXXXX")
    trap 'rm -rf "$new"' EXIT
    trap 'exit 1' HUP INT TERM
    echo "Unpacking ..."
    body | tar -xJo -C "$new" --strip-components=1 ||
        stop "It could not be unpacked: is the disk full? What was installed before is as it was."
    echo "Testing ..."
    QT_QPA_PLATFORM=offscreen "$new/spinecounsel" --selftest 9>&- ||
        stop "It does not work on this computer: see above. What was installed before is as it was."
    head -n $((@FIRST_LINE@ - 1)) "$0" >"$new/remove.sh"
    sync -f "$new" 2>/dev/null || sync
    turn "$place/now" "${new##*/}"
    trap - EXIT
    tidy
    show_to_desktops
    make_link
    echo "SpineCounsel @VERSION@ is installed. Find it among your programs, or type: $link"
    echo "To remove it: sh \"$place/now/remove.sh\""
}

remove() {
    must_be_closed
    must_be_alone
    if [ -f "$place/installed-files" ]; then
        while IFS= read -r file; do rm -f "$base/$file"; done <"$place/installed-files"
    fi
    ! is_our_link || rm -f "$link"
    rm -rf "$place"
    refresh
}

remove_vaults() {
    must_be_closed
    if [ -d "$vaults" ]; then
        echo "This deletes all vaults and settings of yours in $vaults"
        echo "Nobody can bring these records back."
        printf 'Type DELETE to go on: '
        read -r word || word=
        [ "$word" = DELETE ] || stop "Nothing was removed."
    fi
    remove
    rm -rf "$(cd "$vaults" 2>/dev/null && pwd -P)" "$vaults"
    echo "SpineCounsel was removed, with its vaults and settings."
}

main() {
    what="${1:-}"
    case "$what,${0##*/}" in ,remove.sh) what=--remove ;; esac
    case "$what" in
    "") install ;;
    --check) must_be_whole && echo "This file is whole." ;;
    --remove)
        remove
        echo "SpineCounsel was removed. Vaults and settings are still there."
        ;;
    --remove-vaults) remove_vaults ;;
    *)
        echo "Use: sh $0 [--check | --remove | --remove-vaults]" >&2
        exit 2
        ;;
    esac
}

# A file that was cut short above this line does nothing at all.
main "$@"
exit
