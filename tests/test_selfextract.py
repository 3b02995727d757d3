"""The file for any Linux: installs and updates whole or not at all, and keeps vaults."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installer import selfextract
from tests.helpers.bundle import small_bundle

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="installs on Linux")

# All by which the script changes something; it is killed at each use of one.
STEPS = "head ln mktemp mv rm sync tar"
KILL_AT = """#!/bin/sh
count=$(/bin/cat "{counter}")
echo $((count + 1)) >"{counter}"
[ "$count" != "$KILL_AT" ] || kill -9 0
exec /usr/bin/{name} "$@"
"""


class Computer:
    """A home folder, and the file that installs."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.home = root / "a home with ünïcode & 100% \"$(quotes)' | שלום"
        self.home.mkdir()
        self.data = self.home / ".local" / "share"
        self.place = self.data / "spinecounsel-program"
        self.link = self.home / ".local" / "bin" / "spinecounsel"
        self.entry = self.data / "applications" / "spinecounsel.desktop"
        self.vault = self.data / "SpineCounsel" / "consultations.vault"
        self.vault.parent.mkdir(parents=True)
        self.vault.write_text("records")

    def file(self, version: str, program: str = "") -> Path:
        root = self.root / version
        root.mkdir()
        says = program or f"#!/bin/sh\necho {version}\n"
        return selfextract.build(small_bundle(root, program=says, version=version))[0]

    def run(self, file: Path, *arguments: str, said: str = "", **more: str):
        env = {"PATH": os.environ["PATH"], "HOME": str(self.home), **more}
        return subprocess.run(
            ["sh", str(file), *arguments],
            env=env,
            input=said,
            capture_output=True,
            text=True,
            check=False,
            start_new_session=True,
        )

    def started(self) -> str:
        done = subprocess.run([str(self.link)], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def left(self) -> set[Path]:
        """Files in the home folder, but for what desktops note down about all programs."""
        found = {path for path in self.home.rglob("*") if not path.is_dir()}
        ours = self.data / "mime" / "packages"
        notes = {self.data / "applications" / "mimeinfo.cache"}
        notes |= {each for each in found if self.data / "mime" in each.parents}
        return found - {each for each in notes if ours not in each.parents}

    def versions(self) -> list[str]:
        return sorted(path.name[:5] for path in self.place.iterdir() if path.name[0].isdigit())


@pytest.fixture
def computer(tmp_path):
    return Computer(tmp_path)


def unescaped(value):
    """What a desktop starts for a quoted ``Exec`` value, as the specification says."""
    inner = value.removeprefix('"').removesuffix('" %F').replace("\\\\", "\\")
    for character in '"`$\\':
        inner = inner.replace("\\" + character, character)
    return inner.replace("%%", "%")


def test_it_installs_updates_and_goes_again_and_keeps_the_vault(computer):
    first, second = computer.file("1.2.3"), computer.file("1.2.4")
    assert computer.run(first, "--check").stdout == "This file is whole.\n"
    assert not computer.place.exists()
    for file, version in ((first, "1.2.3"), (second, "1.2.4"), (second, "1.2.4")):
        done = computer.run(file)
        assert (done.returncode, done.stderr) == (0, "")
        assert computer.started() == version
        assert computer.versions() == [version]
    line = next(x for x in computer.entry.read_text().splitlines() if x.startswith("Exec="))
    program = unescaped(line.removeprefix("Exec="))
    assert Path(program).resolve() == computer.link.resolve()
    assert (computer.data / "icons/hicolor/48x48/apps/spinecounsel.png").exists()
    assert computer.run(computer.place / "now" / "remove.sh").returncode == 0
    assert computer.left() == {computer.vault}


def test_it_is_the_same_file_twice(tmp_path):
    made = small_bundle(tmp_path)
    first = selfextract.build(made)[0].read_bytes()
    (made.folder / "spinecounsel").touch()
    assert selfextract.build(made)[0].read_bytes() == first


def test_killed_at_any_step_of_an_update_a_whole_program_starts(computer):
    first, second = computer.file("1.2.3"), computer.file("1.2.4")
    steps = computer.root / "steps"
    steps.mkdir()
    counter = computer.root / "counter"
    for name in STEPS.split():
        (steps / name).write_text(KILL_AT.format(counter=counter, name=name))
        (steps / name).chmod(0o755)
    path = f"{steps}:{os.environ['PATH']}"
    assert computer.run(first).returncode == 0
    seen, killed_at = [], 0
    while True:
        counter.write_text("0\n")
        done = computer.run(second, PATH=path, KILL_AT=str(killed_at))
        seen.append(computer.started())
        if done.returncode == 0:
            break
        killed_at += 1
    assert killed_at > len(STEPS.split())
    assert seen == sorted(seen)
    assert set(seen) == {"1.2.3", "1.2.4"}
    assert computer.versions() == ["1.2.4"]


def test_a_damaged_or_shortened_file_installs_nothing(computer):
    file = computer.file("1.2.3")
    whole = file.read_bytes()
    spoilt = (whole[:-1] + bytes([whole[-1] ^ 1]), whole[:-20], whole[:5000], whole[:100])
    for body in spoilt:
        file.write_bytes(body)
        computer.run(file)
        assert not computer.place.exists()
    file.write_bytes(spoilt[0])
    done = computer.run(file)
    assert done.returncode == 1
    assert done.stderr == "This file is damaged. Nothing was installed. Copy it again.\n"


def test_a_version_that_does_not_work_here_never_replaces_one_that_does(computer):
    assert computer.run(computer.file("1.2.3")).returncode == 0
    done = computer.run(computer.file("1.2.4", "#!/bin/sh\necho a font is missing\nexit 2\n"))
    assert done.returncode == 1
    assert "a font is missing" in done.stdout
    assert "What was installed before is as it was." in done.stderr
    assert computer.started() == "1.2.3"
    assert computer.versions() == ["1.2.3"]


@pytest.mark.parametrize(
    ("tool", "instead", "said"),
    [
        (
            "df",
            "echo x; echo x 9000 8990 10 99% /home",
            "There is not enough room: 0 MB are needed",
        ),
        ("tar", "cat >/dev/null; exit 1", "is the disk full?"),
    ],
)
def test_without_room_the_older_version_stays(computer, tool, instead, said):
    assert computer.run(computer.file("1.2.3")).returncode == 0
    steps = computer.root / "steps"
    steps.mkdir()
    (steps / tool).write_text(f"#!/bin/sh\n{instead}\n")
    (steps / tool).chmod(0o755)
    done = computer.run(computer.file("1.2.4"), PATH=f"{steps}:{os.environ['PATH']}")
    assert done.returncode == 1
    assert said in done.stderr
    assert computer.started() == "1.2.3"
    assert computer.versions() == ["1.2.3"]


def test_while_the_program_runs_nothing_is_changed(computer):
    first, second = computer.file("1.2.3"), computer.file("1.2.4")
    assert computer.run(first).returncode == 0
    running = computer.place / "now" / "running"
    shutil.copy("/bin/sleep", running)
    with subprocess.Popen([running, "60"]) as process:
        for file, *arguments in ((second,), (first, "--remove"), (first, "--remove-vaults")):
            done = computer.run(file, *arguments, said="DELETE\n")
            assert done.returncode == 1
            assert "SpineCounsel is open. Close it first." in done.stderr
            assert computer.started() == "1.2.3"
        process.kill()
    assert computer.run(second).returncode == 0


def test_vaults_go_only_after_a_typed_word(computer):
    file = computer.file("1.2.3")
    assert computer.run(file).returncode == 0
    for said in ("", "\n", "yes\n", "delete\n"):
        assert computer.run(file, "--remove-vaults", said=said).returncode == 1
        assert computer.started() == "1.2.3"
        assert computer.vault.read_text() == "records"
    assert computer.run(file, "--remove-vaults", said="DELETE\n").returncode == 0
    assert computer.left() == set()
    assert not computer.vault.parent.exists()


def test_another_program_of_that_name_is_left_alone(computer):
    computer.link.parent.mkdir(parents=True)
    computer.link.write_text("#!/bin/sh\necho another\n")
    computer.link.chmod(0o755)
    file = computer.file("1.2.3")
    assert "is another program's" in computer.run(file).stdout
    assert computer.run(file, "--remove").returncode == 0
    assert computer.started() == "another"
