"""Write the vault of the present schema into a folder that must not be there yet."""

import datetime as dt
from pathlib import Path

from spinecounsel.storage import Entry, Setting, create_vault
from spinecounsel.storage.database.schema import SCHEMA

HERE = Path(__file__).parent
NOON = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)


def main() -> None:
    folder = HERE / f"schema-{SCHEMA}"
    passphrase = (HERE / "passphrase.txt").read_text().strip()
    vault = create_vault(folder / "clinic.vault", passphrase, now=NOON)
    maria = Entry(
        id="r1",
        name="Maria Sample",
        number="NH-40 17",
        born=dt.date(1961, 4, 3),
        consulted=NOON,
        updated=NOON + dt.timedelta(minutes=40),
        status="provided",
        options=("Stereotactic radiosurgery", "Watching and waiting"),
        body=b'{"record":"a finished consultation"}',
    )
    vault.file_record(maria, b"%PDF-1.7 a document\n", "5a" * 32)
    vault.append_event("r1", "exported", {"file": "summary.pdf"}, now=NOON)
    zoe = Entry(
        id="d1",
        name="Zoë Beispiel",
        number="",
        born=None,
        consulted=NOON,
        updated=NOON,
        status="draft",
        options=(),
        body=b'{"draft":"an unfinished consultation"}',
    )
    vault.save_draft(zoe)
    vault.add_seal_key(b"a key", "abc", now=NOON)
    vault.settings.keep(Setting.CLINIC, "Example Clinic", now=NOON)
    vault.close()
    (folder / "clinic.lock").unlink()


if __name__ == "__main__":
    main()
