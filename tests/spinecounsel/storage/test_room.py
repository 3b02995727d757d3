"""The disk is full, or the folder may not be written to: said at once, nothing lost, it goes on."""


def told(process):
    out, _ = process.communicate()
    assert process.returncode == 0, out
    return dict(line.split(" ", 1) for line in out.splitlines())


def test_a_full_disk_loses_nothing_and_the_vault_goes_on(shelf, worker):
    shelf.create().close()
    said = told(worker("full", str(shelf.path)))
    for step in ("full", "filing"):
        name, sentence = said[step].split(" ", 1)
        assert name == "CannotSave"
        assert "Nothing was lost" in sentence
        assert "stays in memory" in sentence
    assert said["read"] == "True", "what was saved before can be read while the disk is full"
    assert said["small"] == "done", "what still has room is saved, by the same vault"
    assert said["room"] == "done"
    assert said["whole"] == "True ()"
    vault = shelf.open()
    assert len(vault.draft("one").body) == 3_000_000
    assert vault.check().problems == ()


def test_a_vault_that_has_no_room_to_begin_leaves_nothing(shelf, worker):
    shelf.folder.mkdir()
    said = told(worker("create_without_room", str(shelf.path)))
    assert said["create"].startswith("CannotCreate ")
    assert said["left"] == "['clinic.lock']"
    shelf.create()


def test_a_closed_folder_is_named(shelf, worker):
    shelf.create().close()
    said = told(worker("closed_folder", str(shelf.path)))
    assert said["full"].startswith("CannotSave ")
    assert said["save"].startswith("CannotSave ")
    assert said["again"] == "done"
    name, sentence = said["open"].split(" ", 1)
    assert name == "CannotOpen"
    assert str(shelf.folder) in sentence
    assert said["create"].startswith("CannotCreate ")
    assert said["read"] == "b'after'"
    assert shelf.open().draft("one").body == b"after"
