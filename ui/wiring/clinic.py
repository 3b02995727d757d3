"""What the clinic has set: known while its vault is open, changed by whoever keeps the vault."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFileDialog

from spinecounsel.consultation import settings as core
from spinecounsel.viewing.settings import (
    LOGO,
    NAME,
    FieldView,
    Settings,
    clinic_view,
    saved,
    unchanged,
    written,
)
from spinecounsel.wording import say
from ui.main_window import MainWindow
from ui.pages.vault.clinic_form import ClinicForm
from ui.session import Session


class House(QObject):
    """Knows what is set in the vault that is open.

    ``known(settings)`` after each reading and each change: what is sealed from then on names the
    clinic so, and the window shows its name.  ``refused(sentence)`` when something was not set.
    """

    known = Signal(object)
    refused = Signal(str)

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._cabinet, self._clock = session.cabinet, session.clock
        self.settings = Settings()

    def read(self) -> None:
        """Read what is set, fresh from the vault."""
        if self._cabinet.is_open:
            self._cabinet.ask(core.settings, done=self._on_read, failed=self._window.say_sentence)

    def forget(self) -> None:
        """Know nothing of a vault that was locked."""
        self._put(Settings())

    def change(
        self,
        work: Callable[..., Settings],
        *,
        done: Callable[[], None],
        failed: Callable[[str], None],
        **more: Any,
    ) -> None:
        """Let one of ``consultation.settings`` happen, or give ``failed`` the reason."""
        if self._cabinet.is_open:
            changed = partial(self._on_changed, done)
            refused = partial(self._on_refused, str(more.get("key", LOGO)), failed)
            self._cabinet.ask(work, done=changed, failed=refused, now=self._clock(), **more)

    def _on_read(self, settings: Settings) -> None:
        if self._cabinet.is_open:  # what comes after the lock is shown to nobody
            self._put(settings)

    def _on_changed(self, done: Callable[[], None], settings: Settings) -> None:
        if self._cabinet.is_open:
            self._put(settings)
            self._window.say_sentence("")
            told = QAccessibleAnnouncementEvent(self._window, say("Saved."))
            QAccessible.updateAccessibility(told)  # whoever left the field does not meet its remark
            done()

    def _on_refused(self, field: str, failed: Callable[[str], None], reason: str) -> None:
        if self._cabinet.is_open:
            sentence = unchanged(self.settings, field, reason)  # it is read far from the field, too
            self._window.say_sentence(sentence)
            self.refused.emit(sentence)
            failed(reason)

    def _put(self, settings: Settings) -> None:
        self.settings = settings
        self._session.clinic = settings.clinic
        self._window.banner.show_clinic(settings.clinic.name)
        self.known.emit(settings)


class Written(QObject):
    """Saves fields as they are left, and holds what is to be said of them: saved, or what is wrong.

    ``said`` are views by the key of the field; ``changed()`` when they did.
    """

    changed = Signal()

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self._house = house
        self.said: dict[str, FieldView] = {}

    def give(self, key: str, typed: str) -> None:
        """Set a field to what was typed; what cannot be set leaves what was set before."""
        if typed == written(self._house.settings)[key]:
            if self.said.get(key, FieldView()).problem:
                self._say(key, None)
            return
        self._house.change(
            core.write,
            key=key,
            typed=typed,
            done=partial(self._on_saved, key),
            failed=partial(self._on_refused, key, typed),
        )

    def forget(self) -> None:
        """Say nothing any more."""
        self.said = {}
        self.changed.emit()

    def _on_saved(self, key: str) -> None:
        self._say(key, saved(written(self._house.settings)[key]))

    def _on_refused(self, key: str, typed: str, sentence: str) -> None:
        problem = say("{reason} What was set before stays.", reason=sentence)
        self._say(key, FieldView(text=typed, problem=problem))

    def _say(self, key: str, view: FieldView | None) -> None:
        """Say one thing, and keep what is wrong elsewhere."""
        wrong = {each: said for each, said in self.said.items() if said.problem and each != key}
        self.said = wrong | ({key: view} if view else {})
        self.changed.emit()


class ClinicWiring(QObject):
    """Joins a form of the clinic to the vault: name and logo are saved as soon as they are given.

    ``forget`` what was said of them when the form is shown anew.
    """

    def __init__(self, window: MainWindow, house: House, form: ClinicForm) -> None:
        super().__init__(form)
        self._window, self._house, self._form = window, house, form
        self._written = Written(house)
        self._logo_problem = ""
        form.name_given.connect(partial(self._written.give, NAME))
        form.logo_asked.connect(self._on_logo_asked)
        form.logo_removed.connect(self._on_logo_removed)
        house.known.connect(self._show_view)
        self._written.changed.connect(self._show_view)
        self._show_view()

    @property
    def is_name_wrong(self) -> bool:
        """Whether the name that was given could not be used."""
        return any(said.problem for said in self._written.said.values())

    def forget(self) -> None:
        """Say nothing any more."""
        self._logo_problem = ""
        self._written.forget()

    def _show_view(self, _settings: object = None) -> None:
        said = self._written.said
        self._form.show_view(clinic_view(self._house.settings, said, self._logo_problem))

    def _on_logo_asked(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        kinds = ";;".join((say("Pictures (*.png *.jpg *.jpeg)"), say("All files (*)")))
        dialog = QFileDialog(self._window, say("Choose the logo"), folder, kinds)
        dialog.setObjectName("clinic.logo.chosen")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_logo_chosen)
        dialog.open()

    def _on_logo_chosen(self, name: str) -> None:
        self._change_logo(core.use_logo, path=Path(name))

    def _on_logo_removed(self) -> None:
        self._change_logo(core.remove_logo)

    def _change_logo(self, work: Callable[..., Settings], **more: Any) -> None:
        done, failed = partial(self._on_logo, ""), self._on_logo
        self._house.change(work, done=done, failed=failed, **more)

    def _on_logo(self, problem: str) -> None:
        self._logo_problem = problem
        self._show_view()
