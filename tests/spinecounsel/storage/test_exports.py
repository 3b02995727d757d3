import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from spinecounsel import storage

SOURCE = ast.parse(Path(storage.__file__).read_text("utf-8"))
NAMED = {
    name.name: node.module
    for node in ast.walk(SOURCE)
    if isinstance(node, ast.ImportFrom) and node.module.startswith("spinecounsel.storage.")
    for name in node.names
}


def test_what_is_imported_when_it_is_asked_for_is_what_the_types_say():
    assert sorted(NAMED) == sorted(storage.__all__)
    for name, module in NAMED.items():
        assert getattr(storage, name) is getattr(import_module(module), name), name


def test_a_name_that_is_not_there_is_refused():
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        storage.Nothing  # noqa: B018 - the look-up is the test


def test_to_look_from_outside_loads_neither_ciphers_nor_sqlite():
    code = (
        "import sys; from spinecounsel.storage import Trace, vault_state, wait_before_next_try; "
        "print([name for name in ('sqlcipher3', 'cryptography', 'argon2', 'hashlib') "
        "if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert ran.stdout == "[]\n"
