import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinecounsel.content.loader import load_pack
from spinecounsel.content.manifest import digest
from spinecounsel.content.model import Certainty, Kind, PatientView
from spinecounsel.errors import ContentProblem
from tests.helpers.packs import TINY, tiny_folder, tiny_pack


def problem(folder: Path) -> ContentProblem:
    with pytest.raises(ContentProblem) as caught:
        load_pack(folder)
    return caught.value


def refusal(folder: Path) -> ContentProblem | None:
    try:
        load_pack(folder)
    except ContentProblem as error:
        return error
    return None


def test_a_pack_is_read_as_it_is_written(tmp_path):
    pack = tiny_pack(tmp_path)
    assert [option.id for option in pack.options] == ["watch", "beam"]
    beam = pack.estimates["beam-walk"]
    assert (beam.kind, beam.certainty, beam.percent) == (Kind.BENEFIT, Certainty.MODERATE, 84.0)
    assert beam.ci95 == (71.0, 93.0)
    assert pack.estimates["course-survival"].patient_view == PatientView.CLINICIAN_ONLY
    assert pack.manifest.expires == dt.date(2027, 1, 2)
    assert pack.option("watch").rule[0].all_of == ("no-symptoms",)
    assert pack.scores["steps"].level[0].label == "Grade 0"
    assert pack.sha256 == digest(tmp_path)


def test_options_stand_in_their_order_not_in_that_of_their_files(tmp_path):
    folder = tiny_folder(tmp_path, watch=("order = 10", "order = 99"))
    assert [option.id for option in load_pack(folder).options] == ["beam", "watch"]


@pytest.mark.parametrize("name", [name for name in TINY if not name.startswith("options/")])
def test_a_missing_file_is_named(tmp_path, name):
    folder = tiny_folder(tmp_path)
    (folder / name).unlink()
    error = problem(folder)
    assert error.file == name
    assert "can be read" in error.expected


def test_a_folder_that_is_not_there_is_a_problem_and_no_crash(tmp_path):
    assert problem(tmp_path / "nowhere").file == "pack.toml"


def test_bad_toml_names_the_file_and_the_line(tmp_path):
    error = problem(tiny_folder(tmp_path, values=("text = ", "text == ")))
    assert error.file == "values.toml"
    assert "line 4" in error.expected


def test_bytes_that_are_no_utf8_name_the_line(tmp_path):
    folder = tiny_folder(tmp_path)
    path = folder / "glossary.toml"
    path.write_bytes(path.read_bytes().replace(b"Rays", b"R\xe4ys"))
    assert problem(folder).expected == "UTF-8 text (line 4)"


def test_a_missing_field_is_named_with_its_table(tmp_path):
    error = problem(tiny_folder(tmp_path, beam=('population = "adults in one trial"\n', "")))
    assert (error.file, error.table, error.field) == (
        "options/beam.toml",
        "estimate beam-walk",
        "population",
    )
    assert "missing" in error.expected


def test_an_unknown_field_is_named_with_its_table(tmp_path):
    error = problem(tiny_folder(tmp_path, concepts=('why = "nothing', 'because = "nothing')))
    assert (error.table, error.field) == ("gap beam-harm-other", "because")


def test_a_wrong_type_is_named_with_its_table(tmp_path):
    error = problem(tiny_folder(tmp_path, beam=("percent = 84.0", 'percent = "84"')))
    assert (error.table, error.field) == ("estimate beam-walk", "percent")
    assert "float" in error.expected


def test_a_word_that_no_list_has_is_named(tmp_path):
    error = problem(tiny_folder(tmp_path, beam=('certainty = "moderate"', 'certainty = "fair"')))
    assert (error.table, error.field) == ("estimate beam-walk", "certainty")


def test_a_wrong_item_of_a_list_is_named(tmp_path):
    error = problem(tiny_folder(tmp_path, beam=('other_names = ["rays"]', "other_names = [7]")))
    assert error.field == "other_names[0]"


def test_a_nested_table_is_named_from_the_outside_in(tmp_path):
    error = problem(tiny_folder(tmp_path, scores=("order = 0", 'order = "first"')))
    assert (error.table, error.field) == ("score steps level 0", "order")


def test_an_id_stands_once(tmp_path):
    error = problem(tiny_folder(tmp_path, beam=('id = "beam-harm"', 'id = "watch-walk"')))
    assert (error.table, error.field) == ("estimate watch-walk", "id")


def test_an_option_stands_in_the_file_of_its_name(tmp_path):
    folder = tiny_folder(tmp_path)
    (folder / "options/watch.toml").rename(folder / "options/wait.toml")
    assert problem(folder).file == "options/wait.toml"


def test_an_estimate_stands_with_its_option(tmp_path):
    error = problem(
        tiny_folder(
            tmp_path,
            beam=('id = "beam-harm"\noption = "beam"', 'id = "beam-harm"\noption = "watch"'),
        )
    )
    assert (error.table, error.field) == ("estimate beam-harm", "option")


def test_another_format_is_refused(tmp_path):
    assert problem(tiny_folder(tmp_path, pack=("format = 1", "format = 2"))).field == "format"


def test_a_file_that_does_not_belong_is_named(tmp_path):
    folder = tiny_folder(tmp_path)
    (folder / "extra.toml").write_text("", "utf-8")
    assert problem(folder).file == "extra.toml"


def test_hidden_files_of_other_programs_are_passed_over(tmp_path):
    folder = tiny_folder(tmp_path)
    (folder / "options" / "._beam.toml").write_bytes(b"\x00\x05\x16\x07")
    assert load_pack(folder).sha256 == digest(folder)


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path):
    folder = tiny_folder(tmp_path)
    path = folder / "values.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_pack(folder).value_statements[0].id == "walk"


def test_the_error_is_one_sentence_that_says_where(tmp_path):
    error = problem(tiny_folder(tmp_path, beam=('title = "Late harm"\n', "")))
    assert str(error).startswith("options/beam.toml, estimate beam-harm, field title: ")
    assert "\n" not in str(error)


@settings(max_examples=150, deadline=None)
@given(
    name=st.sampled_from(sorted(TINY)),
    start=st.integers(0, 4000),
    length=st.integers(0, 60),
    rubbish=st.one_of(
        st.binary(max_size=20),
        st.sampled_from(
            [b"[[[[[[", b"[" * 3000, b"= 9" * 9, b"nan", b'"""', b"1" * 5000, b"\n[x]\n"]
        ),
    ),
)
def test_a_mangled_pack_is_read_or_refused_but_never_a_crash(
    tmp_path_factory, name, start, length, rubbish
):
    folder = tiny_folder(tmp_path_factory.mktemp("pack"))
    content = (folder / name).read_bytes()
    start = start % (len(content) + 1)
    (folder / name).write_bytes(content[:start] + rubbish + content[start + length :])
    refused = refusal(folder)
    assert refused is None or (refused.file and refused.expected)


@settings(max_examples=60, deadline=None)
@given(
    name=st.sampled_from(sorted(TINY)),
    line=st.integers(0, 200),
    value=st.sampled_from(["nan", "-1", "inf", "[]", '""', "{}", "true", "2020-02-02", '["a", 1]']),
)
def test_a_wrong_value_is_read_or_refused_but_never_a_crash(tmp_path_factory, name, line, value):
    folder = tiny_folder(tmp_path_factory.mktemp("pack"))
    lines = (folder / name).read_text("utf-8").splitlines()
    line %= len(lines)
    key, equals, _ = lines[line].partition(" = ")
    lines[line] = f"{key} = {value}" if equals else lines[line]
    (folder / name).write_text("\n".join(lines), "utf-8")
    refused = refusal(folder)
    assert refused is None or refused.file in (*TINY, "options")
