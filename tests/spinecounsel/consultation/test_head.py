"""A paper tells whether the vault at hand has come as far as the paper says."""

import datetime as dt
import shutil

import pytest

from spinecounsel.consultation import filing
from spinecounsel.consultation.verification import compared_with, roots_of, verify_file
from spinecounsel.sealing.verdict import Seen
from spinecounsel.storage import open_vault
from tests.helpers import records
from tests.helpers.programs import PASSPHRASE, quick_vault
from tests.helpers.talks import START
from ui.vault_command import VAULT

LATER = START + dt.timedelta(hours=1)


@pytest.fixture
def filed(tmp_path):
    """An older copy of a vault, the vault, and a paper that was sealed after the copy was made."""
    older, newer = tmp_path / "older", tmp_path / "newer"
    newer.mkdir()
    quick_vault(newer, START)
    vault = open_vault(newer / VAULT, PASSPHRASE, now=START)
    filing.sealed(vault, filing.compose(records.given()), now=START, pin="")  # makes the key
    vault.close()
    shutil.copytree(newer, older)
    vault = open_vault(newer / VAULT, PASSPHRASE, now=LATER)
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(filing.file(vault, records.given(), now=START).document)
    vault.close()
    return older / VAULT, newer / VAULT, paper


def checked(path, paper):
    vault = open_vault(path, PASSPHRASE, now=START)
    found = verify_file(paper, roots_of(vault, path.parent / "roots"), now=START)
    found = compared_with(vault, found)
    vault.close()
    return found


def test_the_vault_itself_has_come_so_far(filed):
    _, newer, paper = filed
    found = checked(newer, paper)
    assert found.state is Seen.SEALED
    assert found.reason.endswith("This vault holds all that it held when the file was sealed.")
    assert not found.is_vault_older


def test_an_older_copy_of_it_has_not(filed):
    older, _, paper = filed
    found = checked(older, paper)
    assert found.state is Seen.SEALED, "the paper is good: it is the vault that is not"
    assert "But this vault is older than the file" in found.reason
    assert found.is_vault_older


def test_of_another_vault_nothing_is_said(filed, tmp_path):
    _, newer, paper = filed
    other = tmp_path / "other"
    other.mkdir()
    quick_vault(other, START)
    shutil.copytree(newer.parent / "roots", other / "roots")
    found = checked(other / VAULT, paper)
    assert found.state is Seen.SEALED
    assert "This vault" not in found.reason
    assert "this vault" not in found.reason
