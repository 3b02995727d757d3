"""A site's own certificate for the seal: from a file, or from a token."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinecounsel.wording import say
from ui.dialogs.form import FormField, field_of, label_of
from ui.dialogs.tall import TallForm
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import column
from ui.widgets.segments import Segments
from ui.widgets.text import Text

FILE, TOKEN = "file", "token"
FileGiven = Callable[[Path, str], None]
TokenGiven = Callable[[str, str, str], None]


class SiteKeyDialog(TallForm):
    """Asks where the certificate is; ``file_given(path, password)``, ``token_given(...)``.

    ``token_given`` gets the maker's library, the name of the token and its PIN.  The dialog stays
    open until ``accept()``; ``say_refused`` shows why nothing was changed.
    """

    def __init__(self, window: QWidget, file_given: FileGiven, token_given: TokenGiven) -> None:
        title = say("Use the clinic’s own certificate")
        super().__init__(window, "site", title, say("Use this certificate"))
        self._file_given, self._token_given = file_given, token_given
        self._fields: dict[str, QLineEdit] = {}
        self._which = Segments(
            ((FILE, say("Certificate file")), (TOKEN, say("Token or smart card"))),
            name=say("Where the certificate is"),
        )
        self._ways = {FILE: self._file_way(), TOKEN: self._token_way()}
        self._lay_out()
        for key in self._ways:
            self._which.button(key).setObjectName(f"site.way.{key}")
        self._which.chosen.connect(self._show_way)
        self._which.show_chosen(FILE)
        self._show_way(FILE)

    def say_refused(self, sentence: str) -> None:
        """Say why nothing was changed; what was typed stays."""
        super().say_refused(sentence)
        secret = self._fields["password" if self._way() == FILE else "pin"]
        secret.setFocus(Qt.FocusReason.OtherFocusReason)
        secret.selectAll()

    def done(self, result: int) -> None:
        """Close, with no password left in a field."""
        for name in ("password", "pin"):
            self._fields[name].clear()
        super().done(result)

    def on_use(self) -> None:
        """Hand on where the certificate is."""
        if self._way() == FILE:
            self.show_busy(say("Reading the file ..."))
            self._file_given(Path(self._text("file")), self._fields["password"].text())
        else:
            self.show_busy(say("Reading the token ..."))
            pin = self._fields["pin"].text()
            self._token_given(self._text("library"), self._text("label"), pin)

    def _way(self) -> str:
        return self._which.chosen_key()

    def _text(self, name: str) -> str:
        return self._fields[name].text().strip()

    def _show_way(self, way: str) -> None:
        for key, part in self._ways.items():
            part.setVisible(key == way)
        self.problem.show_sentence("")
        self._on_typed()
        self.fit()

    def _on_typed(self) -> None:
        wanted = ("file",) if self._way() == FILE else ("library", "label", "pin")
        self.allow(allowed=all(self._text(name) for name in wanted))

    # ---- the parts

    def _file_way(self) -> QWidget:
        way = QWidget()
        lines = column(way, spacing=theme().px("s"))
        kinds = ";;".join((say("Certificate files (*.p12 *.pfx)"), say("All files (*)")))
        self._add_path(lines, "file", say("Certificate file (.p12 or .pfx)"), kinds)
        self._add(lines, "password", say("Password of the file"), hidden=True)
        return way

    def _token_way(self) -> QWidget:
        way = QWidget()
        lines = column(way, spacing=theme().px("s"))
        self._add_path(
            lines,
            "library",
            say("Library that came with the token (PKCS #11)"),
            say("All files (*)"),
        )
        self._add(lines, "label", say("Name of the token"))
        self._add(lines, "pin", say("PIN of the token"), hidden=True)
        return way

    def _add(self, lines: QVBoxLayout, name: str, words: str, *, hidden: bool = False) -> QLineEdit:
        made = FormField(f"site.{name}", words, hidden=hidden)
        self._fields[name] = field = field_of(made, self._on_use)
        field.textChanged.connect(self._on_typed)
        if lines.count():
            lines.addSpacing(theme().px("s"))
        lines.addWidget(label_of(made, field))
        lines.addWidget(field)
        return field

    def _add_path(self, lines: QVBoxLayout, name: str, words: str, kinds: str) -> None:
        field = self._add(lines, name, words)
        choose = Button(say("Choose ..."), name=say("Choose: {what}", what=words))
        choose.setObjectName(f"site.{name}.choose")
        choose.setProperty("field", name)
        choose.setProperty("kinds", kinds)
        choose.clicked.connect(self._on_choose)
        row = QHBoxLayout()
        row.setSpacing(theme().px("s"))
        row.addWidget(field, 1)
        row.addWidget(choose)
        lines.addLayout(row)

    def _on_choose(self) -> None:
        name, kinds = (self.sender().property(each) for each in ("field", "kinds"))
        field = self._fields[name]
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, field.accessibleName(), folder, kinds)
        dialog.setObjectName(f"site.{name}.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(field.setText)
        dialog.open()

    def _lay_out(self) -> None:
        for sentence, tone in (
            (
                say(
                    "All documents are sealed with it from now on. Those sealed before are still "
                    "recognised."
                ),
                "ink",
            ),
            (
                say(
                    "It has to come from the clinic’s own certificate authority. Under a public "
                    "one, everybody with a certificate from there would count as trusted here."
                ),
                "ink2",
            ),
        ):
            self.lines.addWidget(Text(sentence, "body", tone))
        self.lines.addWidget(self._which)
        for part in self._ways.values():
            self.lines.addWidget(part)
        self.finish_lines()
