import datetime as dt

import pytest

from spinecounsel.consultation import filing
from spinecounsel.consultation.earlier import earlier_states, take_back
from spinecounsel.discussion import moves
from spinecounsel.storage import Role, open_vault
from tests.helpers.clock import START
from tests.helpers.packs import shipped_pack
from tests.helpers.programs import PASSPHRASE, quick_vault
from tests.helpers.talks import CLINICIAN, PATIENT, begun
from ui.wiring.program import VAULT


@pytest.fixture
def vault(tmp_path):
    quick_vault(tmp_path, START)
    made = open_vault(tmp_path / VAULT, PASSPHRASE, now=START)
    yield made
    made.close()


def test_an_earlier_state_is_taken_back_and_the_later_one_is_still_there(vault):
    pack, kept = shipped_pack(), []
    sitting = begun(pack=pack, kept=kept)
    sitting.change(moves.describing, patient=PATIENT)
    sitting.change(moves.choosing, "radiosurgery", chosen=True)
    sitting.change(moves.choosing, "radiosurgery", chosen=False)
    for minutes, said in enumerate(kept):
        filing.save_draft(vault, said, pack, now=START + dt.timedelta(minutes=2 * minutes))
    ident = sitting.discussion.id
    states = earlier_states(vault, ident)
    assert [each.said for each in states] == kept[::-1]
    assert states[0].number == 0
    now = START + dt.timedelta(hours=1)
    taken = take_back(vault, ident, states[1].number, pack, now=now)
    assert taken.options == ("radiosurgery",)
    assert filing.open_draft(vault, ident, now=now) == taken
    assert vault.search()[0].options == (pack.option("radiosurgery").name,)
    again = earlier_states(vault, ident)
    assert [each.said for each in again] == [taken, *kept[::-1]]
    assert again[0].at == now


def test_each_state_says_who_changed_it(vault, tmp_path):
    pack, kept = shipped_pack(), []
    sitting = begun(pack=pack, kept=kept)
    sitting.change(moves.describing, patient=PATIENT)
    filing.save_draft(vault, sitting.discussion, pack, now=START)
    ident = sitting.discussion.id
    vault.people.add("Nora", "", (Role.NURSE,), "first words here", now=START)
    vault.close()
    nora = open_vault(tmp_path / VAULT, "first words here", now=START)
    nora.change_passphrase("first words here", "words of her own", now=START)
    filing.open_draft(nora, ident, now=START)
    for minutes, option in ((2, "radiosurgery"), (4, "no-treatment")):
        sitting.change(moves.choosing, option, chosen=True)
        now = START + dt.timedelta(minutes=minutes)
        filing.save_draft(nora, sitting.discussion, pack, now=now)
    assert [each.by for each in earlier_states(nora, ident)] == ["Nora", "Nora", CLINICIAN.name]
    nora.close()


def test_an_option_that_the_content_no_longer_has_is_left_out(vault):
    pack = shipped_pack()
    sitting = begun(pack=pack)
    sitting.change(moves.choosing, "radiosurgery", chosen=True)
    filing.save_draft(vault, sitting.discussion, pack, now=START)
    sitting.change(moves.describing, patient=PATIENT)
    filing.save_draft(vault, sitting.discussion, pack, now=START + dt.timedelta(minutes=2))
    (kept,) = vault.revisions.of(sitting.discussion.id)

    class Smaller:
        options = tuple(each for each in pack.options if each.id != "radiosurgery")
        option = staticmethod(pack.option)

    now = START + dt.timedelta(minutes=3)
    taken = take_back(vault, sitting.discussion.id, kept.number, Smaller(), now=now)
    assert taken.options == ()
