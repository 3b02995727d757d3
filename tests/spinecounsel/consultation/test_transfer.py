"""Records out in an open form, and in again: bytes kept, what is not sound refused, all named."""

import datetime as dt
import hashlib
import json
import stat
import zipfile

import pytest

from spinecounsel.consultation import filing, transfer_form
from spinecounsel.consultation.additions import Adding, add
from spinecounsel.consultation.transfer import export_records
from spinecounsel.consultation.transfer_in import CannotImport, import_records
from spinecounsel.document import DocumentKind, compose
from spinecounsel.frozen import replaced
from spinecounsel.record.addition import Addition, addendum, withdrawn
from spinecounsel.record.codec import decode_record, decode_sealed, digest, encode
from spinecounsel.storage import (
    CannotSave,
    Grounds,
    NotAllowed,
    NotInVault,
    Role,
    Stopped,
    Taken,
    open_vault,
)
from tests.helpers import records
from tests.helpers.additions import later, told
from tests.helpers.programs import PASSPHRASE, quick_vault
from ui.wiring.program import VAULT

RECORD = records.given()
NOW = later(RECORD, days=8)
SECOND = records.given(id="0198ffff", patient=replaced(RECORD.patient, name="Żaneta Sample"))


def go_on(_share):
    return True


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A vault with two records, one of them with two additions; its tests leave it as it is."""
    folder = tmp_path_factory.mktemp("home")
    quick_vault(folder, RECORD.sealed)
    vault = open_vault(folder / VAULT, PASSPHRASE, now=RECORD.sealed)
    for record in (RECORD, SECOND):
        filing.file(vault, record, now=record.sealed)
    for ident, matter in (("0198aaaa", addendum("More.")), ("0198bbbb", withdrawn(told(RECORD)))):
        adding = Adding(record_id=RECORD.id, ident=ident, matter=matter, program=RECORD.program)
        add(vault, adding, now=NOW)
    yield vault
    vault.close()


@pytest.fixture
def away(tmp_path):
    """Another vault, empty."""
    folder = tmp_path / "away"
    folder.mkdir()
    quick_vault(folder, NOW)
    vault = open_vault(folder / VAULT, PASSPHRASE, now=NOW)
    yield vault
    vault.close()


@pytest.fixture(scope="module")
def exported(home, tmp_path_factory):
    path = tmp_path_factory.mktemp("out") / "all.zip"
    export_records(home, path, home.transfer.record_ids(), now=NOW, progress=go_on)
    return path


@pytest.fixture
def changed(exported, tmp_path):
    """Give a copy of the export with some of its files changed: ``changed({name: bytes})``."""

    def change(files, *, mend=False):
        path = tmp_path / "changed.zip"
        with zipfile.ZipFile(exported) as archive:
            contents = {name: archive.read(name) for name in archive.namelist()} | files
        if mend:
            mended(contents)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in contents.items():
                if data is not None:
                    archive.writestr(name, data)
        return path

    return change


def mended(contents):
    """Write all digests anew, as somebody would who changed a file on purpose."""
    index = json.loads(contents["index.json"])
    for listed in index["records"]:
        name = f"{listed['folder']}/about.json"
        about = json.loads(contents[name])
        about["fingerprint"] = json.loads(contents[f"{listed['folder']}/record.json"])["sha256"]
        parts = [about["record"], about["document"], about["events"]]
        parts += [each[part] for each in about["additions"] for part in ("body", "document")]
        for part in parts:
            data = contents[f"{listed['folder']}/{part['name']}"]
            part.update(size=len(data), sha256=hashlib.sha256(data).hexdigest())
        contents[name] = json.dumps(about).encode()
        listed["about"]["sha256"] = hashlib.sha256(contents[name]).hexdigest()
    contents["index.json"] = json.dumps(index).encode()


def test_the_form_is_what_its_description_says(exported, home):
    assert stat.S_IMODE(exported.stat().st_mode) == 0o600
    with zipfile.ZipFile(exported) as archive:
        assert archive.testzip() is None
        read = archive.read("README.txt").decode()
        assert "NOT ENCRYPTED" in read
        index = json.loads(archive.read("index.json"))
        assert (index["format"], index["version"]) == ("SpineCounsel export", 1)
        assert [each["id"] for each in index["records"]] == [RECORD.id, SECOND.id]
        assert [each["name"] for each in index["people"]] == [home.person.name]
        folder = index["records"][0]["folder"]
        about = json.loads(archive.read(f"{folder}/about.json"))
        stored = home.record(RECORD.id)
        assert decode_record(archive.read(f"{folder}/record.json")) == RECORD
        assert archive.read(f"{folder}/record.pdf") == stored.document
        events = json.loads(archive.read(f"{folder}/events.json"))
        assert [each["kind"] for each in events[:2]] == ["filed", "added to record"]
        assert [each["kind"] for each in about["additions"]] == ["addendum", "withdrawal"]
        names = {name.rsplit("/")[-1] for name in archive.namelist() if name.startswith(folder)}
        assert names == {
            "about.json", "record.json", "record.pdf", "events.json",
            "addition-1.json", "addition-1.pdf", "addition-2.json", "addition-2.pdf",
        }  # fmt: skip
    for ident in (RECORD.id, SECOND.id):
        assert home.events(ident)[-1].kind == "exported in an open form"


def test_records_come_in_with_their_bytes_once(exported, home, away):
    found = import_records(away, exported, now=NOW, progress=go_on)
    assert [each.taken for each in found.records] == [Taken.NEW, Taken.NEW]
    assert [each.name for each in found.records] == [RECORD.patient.name, SECOND.patient.name]
    for ident in (RECORD.id, SECOND.id):
        assert away.record(ident) == home.record(ident)
        assert away.later.of(ident) == home.later.of(ident)
        (event,) = [each for each in away.events(ident) if each.kind.startswith("imported")]
        assert event.payload["vault"] == home.transfer.ident
        assert event.at == NOW
    assert [row.id for row in away.search("zaneta")] == [SECOND.id]
    assert away.check().problems == ()

    before = away.events("")
    again = import_records(away, exported, now=NOW, progress=go_on)
    assert [each.taken for each in again.of(Taken.SAME)] == [Taken.SAME, Taken.SAME]
    assert away.events("") == before


def test_one_patient_alone(home, away, tmp_path):
    path = tmp_path / "one.zip"
    made = export_records(home, path, (SECOND.id,), now=NOW, progress=go_on)
    assert (made.records, made.size) == (1, path.stat().st_size)
    with zipfile.ZipFile(path) as archive:
        assert not any(RECORD.id.encode() in archive.read(name) for name in archive.namelist())
    import_records(away, path, now=NOW, progress=go_on)
    assert [row.id for row in away.search()] == [SECOND.id]


def test_what_was_added_since_comes_in_later(exported, home, away, tmp_path, changed):
    with zipfile.ZipFile(exported) as archive:
        about = json.loads(archive.read("records/000001/about.json"))
    about["additions"] = about["additions"][:1]
    early = changed({"records/000001/about.json": json.dumps(about).encode()}, mend=True)
    import_records(away, early, now=NOW, progress=go_on)
    assert len(away.later.of(RECORD.id)) == 1
    found = import_records(away, exported, now=NOW, progress=go_on)
    assert [each.taken for each in found.records] == [Taken.MORE, Taken.SAME]
    assert away.later.of(RECORD.id) == home.later.of(RECORD.id)
    assert away.check().problems == ()


def test_another_record_of_the_same_number_is_refused_and_named(exported, away):
    mine = records.given(patient=replaced(RECORD.patient, name="Somebody Else"))
    filing.file(away, mine, now=mine.sealed)
    before = away.record(RECORD.id)
    found = import_records(away, exported, now=NOW, progress=go_on)
    assert [each.id for each in found.of(Taken.OTHER)] == [RECORD.id]
    assert [each.id for each in found.of(Taken.NEW)] == [SECOND.id]
    assert away.record(RECORD.id) == before


def test_what_was_erased_here_does_not_come_back(exported, away):
    import_records(away, exported, now=NOW, progress=go_on)
    away.parting.erase((RECORD.id,), Grounds.PATIENT, now=NOW)
    found = import_records(away, exported, now=NOW, progress=go_on)
    assert [each.id for each in found.of(Taken.ERASED)] == [RECORD.id]
    assert [row.id for row in away.search()] == [SECOND.id]


def test_what_is_not_sound_is_refused_before_anything_is_filed(exported, away, changed):
    with zipfile.ZipFile(exported) as archive:
        record = archive.read("records/000002/record.json")
        document = archive.read("records/000002/record.pdf")
    forged = record.replace("Żaneta".encode(), b"Joanna")
    assert forged != record
    sealed_otherwise = document[:3000] + bytes([document[3000] ^ 1]) + document[3001:]
    for files, mend, words in (
        ({"records/000002/record.json": forged}, False, "changed, or cut short"),
        ({"records/000002/record.json": forged}, True, "changed after it was sealed"),
        ({"records/000002/record.pdf": sealed_otherwise}, True, "after it was sealed"),
        ({"records/000002/record.pdf": None}, False, "changed, or cut short"),
        ({"index.json": b"{}"}, False, "no export"),
    ):
        with pytest.raises(CannotImport, match=words) as caught:
            import_records(away, changed(files, mend=mend), now=NOW, progress=go_on)
        if words != "no export":
            assert SECOND.id in str(caught.value)
        assert away.search() == ()


def refingerprinted(value, **changes):
    """The JSON of a record or addition with other fields, and the digest that fits them."""
    return encode(replaced(value, **changes, sha256=digest(replaced(value, **changes))))


def test_what_this_program_cannot_have_made_is_refused_before_anything_is_filed(
    exported, home, away, changed
):
    """The record before it in the file is sound, and is not filed either."""
    addition = decode_sealed(home.later.of(RECORD.id)[0].body, Addition)
    year_1 = dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=14)))
    record, added = "records/000002/record.json", "records/000001/addition-1.json"
    for name, data, words in (
        (record, refingerprinted(SECOND, started=year_1), f"{SECOND.id}.*“started” cannot"),
        (record, refingerprinted(SECOND, sealed=year_1), f"{SECOND.id}.*“sealed” cannot"),
        (record, refingerprinted(SECOND, format=2), f"{SECOND.id}.*newer version"),
        (added, refingerprinted(addition, when=year_1), f"{RECORD.id}.*“when” cannot"),
    ):
        with pytest.raises(CannotImport, match=words):
            import_records(away, changed({name: data}, mend=True), now=NOW, progress=go_on)
        assert away.search() == ()


def test_a_paper_that_is_not_that_of_its_record_is_refused(exported, home, away, changed):
    paper, another = (home.record(each.id).document for each in (SECOND, RECORD))
    copy = filing.sealed(home, compose(SECOND, DocumentKind.COPY), now=NOW, pin="")
    added, withdrawal = (each.document for each in home.later.of(RECORD.id))
    assert paper.startswith(b"%PDF")
    for name, document, words in (
        ("000002/record.pdf", b"", "no sealed document"),
        ("000002/record.pdf", b"I agreed to everything.", "no sealed document"),
        ("000002/record.pdf", b"%PDF-1.4\nhello\n%%EOF\n", "no sealed document"),
        ("000002/record.pdf", compose(SECOND), "no sealed document"),
        ("000002/record.pdf", another, "paper of something else"),
        ("000002/record.pdf", copy, "paper of something else"),
        ("000001/record.pdf", added, "paper of something else"),
        ("000001/addition-1.pdf", withdrawal, "paper of something else"),
        ("000001/addition-1.pdf", b"", "no sealed document"),
    ):
        path = changed({f"records/{name}": document}, mend=True)
        with pytest.raises(CannotImport, match=words):
            import_records(away, path, now=NOW, progress=go_on)
        assert away.search() == ()


def test_an_addition_with_the_number_of_one_to_another_record_is_not_imported(exported, home, away):
    filing.file(away, third := records.given(id="0197eeee"), now=NOW)
    taken = Adding(
        record_id=third.id, ident="0198aaaa", matter=addendum("Mine."), program=third.program
    )
    add(away, taken, now=NOW)
    found = import_records(away, exported, now=NOW, progress=go_on)
    assert [each.id for each in found.of(Taken.OTHER)] == [RECORD.id]
    assert [each.id for each in found.of(Taken.NEW)] == [SECOND.id]
    assert away.check().problems == ()


def test_the_number_of_the_vault_that_goes_into_the_trail_is_one(away, changed, exported):
    with zipfile.ZipFile(exported) as archive:
        index = json.loads(archive.read("index.json"))
    for ident in ("", "Zoë had a tumour", "0" * 65, index["vault"] + "\n", index["vault"].upper()):
        path = changed({"index.json": json.dumps(index | {"vault": ident}).encode()})
        with pytest.raises(CannotImport, match="no export"):
            import_records(away, path, now=NOW, progress=go_on)
    assert away.search() == ()


def test_a_number_without_end_is_not_told_whole(exported, away, changed):
    with zipfile.ZipFile(exported) as archive:
        index = json.loads(archive.read("index.json"))
    index["records"][0]["id"] = "0" * 1_000_000
    path = changed({"index.json": json.dumps(index).encode()})
    with pytest.raises(CannotImport, match="not belong together") as caught:
        import_records(away, path, now=NOW, progress=go_on)
    assert len(str(caught.value)) < 400


def test_a_newer_form_is_told(away, changed, exported):
    with zipfile.ZipFile(exported) as archive:
        index = json.loads(archive.read("index.json"))
    path = changed({"index.json": json.dumps(index | {"version": 2}).encode()})
    with pytest.raises(CannotImport, match="newer version"):
        import_records(away, path, now=NOW, progress=go_on)


def test_bombs_are_not_unpacked(away, tmp_path, monkeypatch):
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.json", bytes(20_000_000))
    monkeypatch.setattr(transfer_form, "MOST_INDEX", 1_000_000)
    with pytest.raises(CannotImport):
        import_records(away, bomb, now=NOW, progress=go_on)


def test_a_file_whose_parts_are_a_bomb_together_is_not_read(away, changed, monkeypatch):
    """Also where nothing names those parts: all of them are what the file asks room for."""
    monkeypatch.setattr(transfer_form, "MOST_INDEX", 1_000_000)
    path = changed({f"more-{number}": bytes(10_000_000) for number in range(4)})
    most = transfer_form.MOST_PACKED * path.stat().st_size + transfer_form.MOST_INDEX
    assert most < 40_000_000
    with pytest.raises(CannotImport, match="no export"):
        import_records(away, path, now=NOW, progress=go_on)
    assert away.search() == ()


def test_stopping_leaves_no_file_and_no_half_record(home, exported, away, tmp_path):
    path = tmp_path / "out.zip"
    before = home.events(RECORD.id)
    with pytest.raises(Stopped):
        export_records(
            home, path, home.transfer.record_ids(), now=NOW, progress=lambda share: share < 0.4
        )
    assert list(tmp_path.glob("*.zip")) == []
    assert home.events(RECORD.id) == before
    with pytest.raises(Stopped):
        import_records(away, exported, now=NOW, progress=lambda share: share < 0.7)
    assert [row.id for row in away.search()] == [RECORD.id]
    assert away.check().problems == ()


def test_an_export_that_cannot_be_noted_is_not_made(home, tmp_path, monkeypatch):
    def full(*_arguments, **_more):
        raise CannotSave("The disk is full.")

    monkeypatch.setattr(home.transfer, "note_export", full)
    with pytest.raises(CannotSave):
        export_records(home, tmp_path / "out.zip", (RECORD.id,), now=NOW, progress=go_on)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("roles", "allowed"),
    [
        ((Role.CLINICIAN,), {"out"}),
        ((Role.ADMINISTRATOR,), {"in"}),
        ((Role.AUDITOR,), set()),
        ((Role.READER, Role.ADMINISTRATOR), {"all", "out", "in"}),
    ],
)
def test_who_may(exported, away, roles, allowed):
    away._acting.person = replaced(away.person, roles=roles)
    doors = {
        "all": away.transfer.record_ids,
        "out": lambda: away.transfer.note_export((), "", now=NOW),
        "in": lambda: import_records(away, exported, now=NOW, progress=go_on),
    }
    for name, door in doors.items():
        if name in allowed:
            door()
        else:
            with pytest.raises(NotAllowed):
                door()


def test_a_record_that_is_not_there_is_not_exported(home, tmp_path):
    with pytest.raises(NotInVault):
        export_records(home, tmp_path / "x.zip", ("zz",), now=NOW, progress=go_on)
    assert list(tmp_path.iterdir()) == []
