"""The program's own sentences: English in the code, other languages by gettext catalogues.

Clinical words never come from here; they come from the content pack.
"""

import gettext
from pathlib import Path

DOMAIN = "spinecounsel"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def speak(language: str, folder: Path) -> None:
    """Use the catalogue of ``language`` (such as ``en`` or ``de``) in ``folder``, else English."""
    global _catalogue  # noqa: PLW0603 - one language at a time, set once at start
    _catalogue = gettext.translation(DOMAIN, folder, [language], fallback=True)


def say(sentence: str, /, **values: object) -> str:
    """Give ``sentence`` in the present language with ``{name}`` places filled from ``values``."""
    return _catalogue.gettext(sentence).format(**values) if values else _catalogue.gettext(sentence)


def say_count(one: str, many: str, count: int, /, **values: object) -> str:
    """Give the sentence for ``count`` things; ``{n}`` is the count."""
    return _catalogue.ngettext(one, many, count).format(n=count, **values)
