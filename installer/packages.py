"""Prints what is installed here and ships, as JSON: name, version, licence, texts."""

import json
import re
import sys
from importlib.metadata import Distribution, distributions

_TOOLS = {
    *("pip", "setuptools", "wheel", "pyinstaller", "pyinstaller-hooks-contrib", "altgraph"),
    *("hatchling", "pathspec", "trove-classifiers", "packaging", "pefile", "macholib", "lxml"),
    *("pywin32-ctypes", "tomlkit"),
}
_TEXT = re.compile(r"(?i)(^|/)(licen[cs]e|copying|notice)[^/]*$")


def main() -> None:
    """Print the list, sorted by name."""
    parts = [_part(each) for each in distributions() if _key(each) not in _TOOLS]
    json.dump(sorted(parts, key=lambda part: part["name"].lower()), sys.stdout, ensure_ascii=True)


def _key(package: Distribution) -> str:
    return re.sub(r"[-_.]+", "-", package.metadata["Name"]).lower()


def _part(package: Distribution) -> dict[str, str]:
    meta = package.metadata
    classes = [line.rsplit(" :: ", 1)[-1] for line in meta.get_all("Classifier") or ()]
    licences = [word for word in classes if "License" in word]
    named = _field(package, "License-Expression") or "; ".join(licences)
    files = sorted(str(file) for file in package.files or () if _TEXT.search(str(file)))
    texts = [package.read_text(file.split("/", 1)[1]) for file in files if ".dist-info/" in file]
    return {
        "name": meta["Name"],
        "version": package.version,
        "licence": (named or _field(package, "License") or "see its text").splitlines()[0],
        "texts": "\n\n".join(text.strip() for text in texts if text),
    }


def _field(package: Distribution, name: str) -> str:
    return str(package.metadata.json.get(name.lower().replace("-", "_"), ""))


if __name__ == "__main__":
    main()
