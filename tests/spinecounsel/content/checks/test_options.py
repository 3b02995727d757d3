import pytest

from spinecounsel.content.loader import load_pack
from spinecounsel.errors import ContentProblem
from tests.helpers.packs import CLASSES, tiny_folder


def refused(folder) -> ContentProblem:
    with pytest.raises(ContentProblem) as caught:
        load_pack(folder)
    return caught.value


@pytest.mark.parametrize("kind", ["aim", "what-happens"])
def test_an_option_without_aim_or_course_is_refused(tmp_path, kind):
    error = refused(tiny_folder(tmp_path, beam=(f'kind = "{kind}"', 'kind = "preparation"')))
    assert (error.file, error.table, error.field) == ("options/beam.toml", "option beam", "fact")
    assert kind in error.expected


def test_an_option_that_says_nothing_of_benefit_in_a_class_is_refused(tmp_path):
    folder = tiny_folder(tmp_path)
    path = folder / "concepts.toml"
    text = path.read_text("utf-8")
    gap = text.index('id = "watch-harm"')
    path.write_text(text[:gap] + text[gap:].replace(CLASSES, '["primary-bone"]', 1), "utf-8")
    error = refused(folder)
    assert (error.table, error.field) == ("option watch", "estimate")
    assert "a benefit for metastatic" in error.expected


def test_an_option_that_is_part_of_another_speaks_through_it(tmp_path):
    folder = tiny_folder(tmp_path)
    text = (folder / "options/beam.toml").read_text("utf-8")
    text = text[: text.index("[[estimate]]")].replace('id = "beam"', 'id = "thin-beam"')
    text = text.replace("order = 20", 'order = 30\npart_of = "beam"')
    (folder / "options/thin-beam.toml").write_text(text, "utf-8")
    assert load_pack(folder).option("thin-beam").part_of == "beam"
    alone = text.replace('part_of = "beam"\n', "")
    (folder / "options/thin-beam.toml").write_text(alone, "utf-8")
    assert refused(folder).table == "option thin-beam"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('group = "radiation"', 'group = "magic"', "group"),
        ('short_name = "Beam"', f'short_name = "{"Beam " * 6}"', "short_name"),
        ('kind = "aim"', 'kind = "gossip"', "kind"),
    ],
)
def test_the_head_of_an_option_keeps_its_form(tmp_path, old, new, field):
    assert refused(tiny_folder(tmp_path, beam=(old, new))).field == field


def test_a_rule_has_one_of_two_verdicts(tmp_path):
    error = refused(tiny_folder(tmp_path, watch=('verdict = "usual"', 'verdict = "best"')))
    assert (error.table, error.field) == ("rule 1", "verdict")
