"""Root certificates out of files."""

import pytest

from spinecounsel.sealing.roots import NotARoot, read_root
from tests.helpers.sealed import pem, roots


@pytest.mark.parametrize("before", [b"", b"Our clinic\r\n"])
def test_a_root_is_read(before):
    assert read_root(before + pem(roots()[0]), "root.pem") == roots()[0]


BAD = {
    "empty": lambda: b"",
    "no certificate": lambda: b"no",
    "nothing in it": lambda: pem(b""),
    "something else in it": lambda: pem(b"no"),
    "two": lambda: pem(roots()[0]) * 2,
    "half of one": lambda: pem(roots()[0][:-1]),
}


@pytest.mark.parametrize("data", BAD)
def test_anything_else_is_named(data):
    with pytest.raises(NotARoot, match=r"“root.pem” holds no root certificate"):
        read_root(BAD[data](), "root.pem")
