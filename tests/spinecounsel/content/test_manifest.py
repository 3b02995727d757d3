import pytest

from spinecounsel.content.manifest import digest, option_files
from tests.helpers.packs import SHIPPED, tiny_folder


def test_the_same_files_have_the_same_digest(tmp_path):
    one, other = tiny_folder(tmp_path / "one"), tiny_folder(tmp_path / "other")
    assert digest(one) == digest(other)
    assert len(digest(one)) == 64


@pytest.mark.parametrize("name", ["pack.toml", "scores.toml", "options/beam.toml"])
def test_one_changed_byte_changes_it(tmp_path, name):
    folder = tiny_folder(tmp_path)
    before = digest(folder)
    (folder / name).write_bytes((folder / name).read_bytes() + b" ")
    assert digest(folder) != before


def test_line_ends_of_windows_do_not_change_it(tmp_path):
    folder = tiny_folder(tmp_path)
    before = digest(folder)
    for path in folder.rglob("*.toml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert digest(folder) == before


def test_another_name_changes_it(tmp_path):
    folder = tiny_folder(tmp_path)
    before = digest(folder)
    (folder / "options/beam.toml").rename(folder / "options/ray.toml")
    assert digest(folder) != before


def test_bytes_moved_from_file_to_file_change_it(tmp_path):
    folder = tiny_folder(tmp_path)
    before = digest(folder)
    first, second = folder / "pathways.toml", folder / "glossary.toml"
    content = first.read_bytes()
    first.write_bytes(content[:-5])
    second.write_bytes(content[-5:] + second.read_bytes())
    assert digest(folder) != before


def test_notes_for_reviewers_do_not_count(tmp_path):
    folder = tiny_folder(tmp_path)
    before = digest(folder)
    (folder / "notes.md").write_text("more", "utf-8")
    assert digest(folder) == before


def test_option_files_stand_in_order_of_their_names():
    names = option_files(SHIPPED)
    assert list(names) == sorted(names)
    assert len(names) == 27
