"""The mark beside an open vault: who is told what after an unclean end."""

import pytest

from spinecounsel.storage.files.mark import Left, Mark


@pytest.fixture
def vault(tmp_path):
    return tmp_path / "trial.vault"


def entered(vault, person):
    """Open it; the process may end badly at any moment after that."""
    mark = Mark(vault)
    return mark, mark.enter(person)


def left_behind(vault):
    return sorted(path.name for path in vault.parent.iterdir())


def test_a_vault_that_was_closed_says_nothing_and_leaves_nothing(vault):
    mark, found = entered(vault, "ann")
    assert found is None
    assert left_behind(vault) == ["trial.open-now"]
    mark.point("draft-1")
    mark.wipe()
    assert left_behind(vault) == []
    assert entered(vault, "ann")[1] is None


def test_who_had_it_open_is_told_which_draft(vault):
    entered(vault, "ann")[0].point("draft-1")
    assert entered(vault, "ann")[1] == Left(person="ann", draft="draft-1")


def test_a_draft_that_was_closed_is_not_named(vault):
    mark, _ = entered(vault, "ann")
    mark.point("draft-1")
    mark.point("")
    assert entered(vault, "ann")[1] == Left(person="ann")


def test_others_are_told_only_of_the_end_and_the_first_is_told_later(vault):
    entered(vault, "ann")[0].point("draft-1")
    mark, found = entered(vault, "bob")
    assert found == Left(person="ann", draft="draft-1")
    mark.wipe()
    carl, found = entered(vault, "carl")
    assert found is None
    carl.wipe()
    mark, found = entered(vault, "ann")
    assert found == Left(person="ann", draft="draft-1")
    mark.wipe()
    assert left_behind(vault) == []


def test_two_bad_ends_in_a_row_still_name_the_draft(vault):
    entered(vault, "ann")[0].point("draft-1")
    entered(vault, "ann")
    assert entered(vault, "ann")[1] == Left(person="ann", draft="draft-1")


def test_one_who_never_entered_wipes_nothing(vault):
    entered(vault, "ann")
    Mark(vault).wipe()
    assert entered(vault, "ann")[1] is not None


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b'{"now": 3}', b"[" * 100_000])
def test_a_mark_that_was_cut_short_tells_of_the_end_alone(vault, content):
    (vault.parent / "trial.open-now").write_bytes(content)
    mark, found = entered(vault, "ann")
    assert found == Left(person="")
    mark.wipe()
    assert left_behind(vault) == []


def test_a_folder_that_cannot_be_written_keeps_nobody_out(tmp_path):
    mark, found = entered(tmp_path / "gone" / "trial.vault", "ann")
    mark.point("draft-1")
    mark.wipe()
    assert found is None
