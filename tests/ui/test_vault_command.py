import datetime as dt
import io

import pytest

from spinecounsel.storage import Entry, Report, Vault, create_vault
from spinecounsel.storage.keys.costs import Cost
from ui import app
from ui.vault_command import VAULT

NOON = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
PASSPHRASE = "four words of trial"  # noqa: S105 - of a vault that is made up
QUICK = Cost(time_cost=1, memory_kib=8, lanes=1)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "home" / VAULT
    vault = create_vault(path, PASSPHRASE, now=NOON, cost=QUICK)
    entry = Entry(
        id="r1",
        name="Maria Sample",
        number="NH-40 17",
        born=None,
        consulted=NOON,
        updated=NOON,
        status="provided",
        options=(),
        body=b"{}" * 9_000,
    )
    vault.file_record(entry, b"%PDF" * 9_000, "5a" * 32)
    vault.close()
    return path


@pytest.fixture
def command(monkeypatch, capsys):
    """Run ``spinecounsel vault`` with lines of standard input: code, output, complaints."""

    def run(*arguments, typed=PASSPHRASE):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
        code = app.main(["vault", *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_a_good_vault_is_said_to_be_good(path, command):
    code, said, complaint = command("check", "--vault", path)
    assert (code, complaint) == (0, "")
    assert said.splitlines()[0].startswith("1 record, 0 drafts, ")
    assert said.splitlines()[1] == "All is as it was written."


def test_where_the_check_stops_it_counts_nothing(path, command, monkeypatch):
    report = Report(problems=("Bytes are gone.",), stopped=True, records=0, drafts=0, events=0)
    monkeypatch.setattr(Vault, "check", lambda _vault: report)
    code, said, _ = command("check", "--vault", path)
    assert code == 1
    assert said.splitlines() == [
        "Bytes are gone.", "The check stopped there, so nothing was counted.",
    ]  # fmt: skip


def test_a_damaged_vault_is_set_aside_for_a_backup_only_when_asked(path, command, tmp_path):
    (tmp_path / "stick").mkdir()
    command("backup", tmp_path / "stick", "--vault", path)
    (backup,) = (tmp_path / "stick").iterdir()
    path.write_bytes(b"spoilt")
    code, _, complaint = command("restore", backup, "--vault", path)
    assert (code, path.read_bytes()) == (2, b"spoilt")
    assert "--set-aside" in complaint
    assert command("restore", backup, "--set-aside", "--vault", path, typed="wrong words")[0] == 2
    assert path.read_bytes() == b"spoilt", "nothing moves before the backup is good"
    assert command("restore", backup, "--set-aside", "--vault", path)[0] == 0
    (aside,) = path.parent.glob("*-set-aside-*")
    assert (aside / path.name).read_bytes() == b"spoilt"
    assert command("check", "--vault", path)[0] == 0


def test_the_vault_of_this_computer_is_checked_if_none_is_named(path, command, monkeypatch):
    monkeypatch.setenv("SPINECOUNSEL_HOME", str(path.parent))
    assert command("check")[0] == 0


def test_what_is_wrong_is_named(path, command):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    code, said, _ = command("check", "--vault", path)
    assert code == 1
    assert "bytes" in said


@pytest.mark.parametrize(
    ("typed", "change", "words"),
    [
        ("not the passphrase", lambda _: None, "not the passphrase"),
        (PASSPHRASE, lambda path: path.with_suffix(".keys").unlink(), "is missing"),
        ("", lambda _: None, "passphrase"),
    ],
    ids=["wrong passphrase", "no keys", "nothing typed"],
)
def test_what_cannot_be_opened_is_said_in_a_sentence(path, command, typed, change, words):
    change(path)
    code, said, complaint = command("check", "--vault", path, typed=typed)
    assert code in (1, 2)
    assert words in said + complaint


def test_a_backup_is_made_tried_and_restored(path, command, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    code, said, _ = command("backup", folder, "--vault", path)
    assert code == 0
    (backup,) = folder.iterdir()
    assert str(backup) in said
    code, said, _ = command("check-backup", backup, "--vault", path)
    assert code == 0
    assert "1 record" in said
    elsewhere = tmp_path / "elsewhere" / VAULT
    assert command("restore", backup, "--vault", elsewhere)[0] == 0
    assert command("check", "--vault", elsewhere)[0] == 0
    damaged = bytearray(backup.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    backup.write_bytes(damaged)
    assert command("check-backup", backup, "--vault", path)[0] == 1
