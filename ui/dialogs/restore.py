"""A vault from a backup: which file, and what opens it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from spinecounsel.wording import say
from ui.dialogs.form import Form, FormField, field_of, label_of
from ui.dialogs.tall import TallForm
from ui.widgets.button import Button
from ui.widgets.text import Text

Given = Callable[[Path, str], None]


class _Words(NamedTuple):
    """What a form begins with: its object name, title, sentence, and the button that goes on."""

    ident: str
    title: str
    sentence: str
    use: str


class BackupForm(TallForm):
    """Asks for a backup and a passphrase or recovery code; ``given(path, secret)``.

    It stays open until ``accept()``; ``say_refused`` says why nothing was done.
    """

    def __init__(self, window: QWidget, words: _Words, given: Given) -> None:
        ident = words.ident
        super().__init__(window, ident, words.title, words.use)
        self._given = given
        self._path: Path | None = None
        self._file = Text(say("No file is chosen yet."), "body", "ink2")
        self._file.setObjectName(f"{ident}.file")
        choose = Button(say("Choose the backup ..."))
        choose.setObjectName(f"{ident}.choose")
        choose.clicked.connect(self._on_choose)
        secret = FormField(
            f"{ident}.secret", say("Passphrase of that vault, or its recovery code"), hidden=True
        )
        self._secret = field_of(secret, self._on_use)
        self.lines.addWidget(Text(words.sentence, "body", "ink2"))
        self.lines.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeading)
        self.lines.addWidget(self._file)
        self.lines.addWidget(label_of(secret, self._secret))
        self.lines.addWidget(self._secret)
        self.finish_lines()

    def use_file(self, name: str) -> None:
        """Take the backup that was chosen; what opens it is asked for next."""
        self._path = Path(name)
        self._file.setText(name)
        self.fit()
        self._secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_use(self) -> None:
        """Hand on what was given."""
        if self._path is None:
            self.say_refused(say("Choose the file of the backup first."))
        elif not self._secret.text():
            self.say_refused(say("Enter the passphrase or the recovery code."))
        else:
            self._given(self._path, self._secret.text())

    def say_refused(self, sentence: str) -> None:
        """Say why nothing was done; the file stays chosen."""
        super().say_refused(sentence)
        self._secret.selectAll()
        self._secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Close, with no passphrase left in the field."""
        self._secret.clear()
        super().done(result)

    def _on_choose(self) -> None:
        choose_backup(self, self.use_file)


class RestoreDialog(BackupForm):
    """Asks for the backup that the vault is to be made of."""

    def __init__(self, window: QWidget, *, is_there: bool, given: Given) -> None:
        """Begin with an empty form; ``is_there`` tells that a vault is in the way."""
        words = _Words(
            "restore", say("Restore from a backup"), _sentence(is_there=is_there), say("Restore")
        )
        super().__init__(window, words, given)


class TrialDialog(BackupForm):
    """Asks for the backup that is to be restored on trial, without touching the vault."""

    def __init__(self, window: QWidget, given: Given) -> None:
        sentence = say(
            "The backup is restored on trial, all of it is read, and the trial is removed again. "
            "The vault on this computer stays as it is."
        )
        words = _Words("trial", say("Check a backup"), sentence, say("Check it"))
        super().__init__(window, words, given)


class OtherKeyDialog(Form):
    """Asks for what opens a backup that the key of this vault does not open; ``given(secret)``."""

    def __init__(self, window: QWidget, given: Callable[[str], None]) -> None:
        super().__init__(
            window,
            "otherkey",
            say("This backup has another key"),
            say(
                "It was made of another vault, or of this one before it was given a new key. With "
                "the passphrase of then, or the recovery code, it can be checked all the same."
            ),
            (FormField("otherkey.secret", say("Passphrase or recovery code"), hidden=True),),
        )
        self._given = given
        use, cancel = Button(say("Check it"), "primary"), Button(say("Cancel"))
        use.setObjectName("otherkey.use")
        cancel.setObjectName("otherkey.cancel")
        self.add_buttons(use, cancel)

    def on_use(self) -> None:
        """Hand on what was typed."""
        secret = self.fields[0].text()
        if secret:
            self.accept()
            self._given(secret)
        else:
            self.say_problem(say("Enter the passphrase or the recovery code."))

    def done(self, result: int) -> None:
        """Close, with no passphrase left in the field."""
        self.fields[0].clear()
        super().done(result)


def _sentence(*, is_there: bool) -> str:
    if is_there:
        return say(
            "The backup is checked first. Then the vault that is here is set aside in a folder of "
            "its own, beside the new one: nothing of it is deleted."
        )
    return say(
        "The vault comes back as it was when the backup was made. The backup itself stays as it is."
    )


def choose_backup(window: QWidget, chosen: Callable[[str], None]) -> None:
    """Let people choose the file of a backup."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kinds = ";;".join((say("Backups (*.spinebackup)"), say("All files (*)")))
    dialog = QFileDialog(window, say("Choose a backup"), folder, kinds)
    dialog.setObjectName("backup.file")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def choose_folder(window: QWidget, title: str, folder: str, chosen: Callable[[str], None]) -> None:
    """Let people choose a folder, beginning in ``folder``."""
    dialog = QFileDialog(window, title, folder)
    dialog.setObjectName("backup.folder")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(chosen)
    dialog.open()
