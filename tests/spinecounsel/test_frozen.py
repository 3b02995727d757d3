import msgspec
import pytest

from spinecounsel.frozen import Frozen, replaced


class Level(Frozen, frozen=True, kw_only=True):
    region: str
    number: int = 1


def test_a_value_is_what_its_fields_are():
    assert Level(region="T", number=7) == Level(region="T", number=7)
    assert len({Level(region="T"), Level(region="T"), Level(region="L")}) == 2


def test_a_value_never_changes():
    level = Level(region="T")
    with pytest.raises(AttributeError):
        level.number = 2
    assert level.number == 1


def test_a_changed_copy_leaves_the_first_as_it_was():
    level = Level(region="T")
    assert replaced(level, number=12) == Level(region="T", number=12)
    assert level.number == 1


def test_a_field_it_does_not_have_is_refused():
    with pytest.raises(TypeError):
        replaced(Level(region="T"), side="left")
    with pytest.raises(TypeError):
        Level(region="T", side="left")


@pytest.mark.parametrize(
    "text", ['region = "T"\nside = "left"', "region = 7", 'region = "T"\nnumber = "7"', ""]
)
def test_a_file_with_a_wrong_field_is_refused(text):
    with pytest.raises(msgspec.ValidationError):
        msgspec.toml.decode(text, type=Level)


def test_positions_are_not_fields():
    with pytest.raises(TypeError):
        Level("T")
