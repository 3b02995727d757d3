"""A document as text: what stands on its pages, for those who listen or enlarge."""

from html import escape
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTextBrowser

from spinecounsel.document import Passage
from spinecounsel.wording import say
from ui.theme.theme import theme

_HEADS = {"H1": "h1", "H2": "h2", "H3": "h3", "H4": "h4"}
# Sizes of headings as shares of the reading size.
_SIZES = {"h1": 150, "h2": 130, "h3": 115, "h4": 105}


class Told(QTextBrowser):
    """Shows passages as headings, paragraphs, lists and tables; nothing in it can be followed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("finished.text")
        self.setAccessibleName(say("The document as text"))
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._passages: tuple[Passage, ...] = ()
        theme().themed.connect(self._on_themed)

    def show_passages(self, passages: tuple[Passage, ...]) -> None:
        """Show them from the first one on."""
        self._passages = passages
        self._on_themed()

    def _on_themed(self) -> None:
        document = self.document()
        document.setDefaultFont(QFont(theme().font("lead")))
        document.setDocumentMargin(theme().px("l"))
        document.setDefaultStyleSheet(_style())
        self.setHtml(_page(self._passages))


def _style() -> str:
    ink, quiet, line = (theme().colour(role).name() for role in ("ink", "ink2", "line"))
    heads = "".join(
        f"{tag} {{ font-size: {size}%; margin-top: 12px; margin-bottom: 4px }}"
        for tag, size in _SIZES.items()
    )
    return (
        f"body, td, th {{ color: {ink} }} th {{ color: {quiet}; text-align: left }} "
        f"table {{ border-color: {line}; margin-bottom: 8px }} "
        f"p {{ margin-top: 2px; margin-bottom: 6px }} {heads}"
    )


def _page(passages: tuple[Passage, ...]) -> str:
    parts = []
    for kind, run in groupby(passages, key=lambda each: _group(each.kind)):
        inner = "".join(_html(each) for each in run)
        parts.append(f"<{kind}>{inner}</{kind}>" if kind else inner)
    return f"<body>{''.join(parts)}</body>"


def _group(kind: str) -> str:
    """Give the element that holds all passages of a kind in a row; none for most."""
    return {"LI": "ul", "TR": "table border=1 cellspacing=0 cellpadding=6"}.get(kind, "")


def _html(passage: Passage) -> str:
    words = [escape(each) for each in passage.cells]
    if passage.kind == "TR":
        if passage.head:
            return "<tr>" + "".join(f"<th>{each}</th>" for each in words) + "</tr>"
        return "<tr>" + "".join(f"<td>{each}</td>" for each in words) + "</tr>"
    tag = _HEADS.get(passage.kind, "li" if passage.kind == "LI" else "p")
    inner = " ".join(words)
    return (
        f"<{tag}><i>{inner}</i></{tag}>" if passage.kind == "Figure" else f"<{tag}>{inner}</{tag}>"
    )
