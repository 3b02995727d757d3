"""Joins the card on what seals here to the vault: which key, whose certificate, the root."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from shiboken6 import isValid

from spinecounsel.sealing.site import SiteKey
from spinecounsel.viewing.sealer import Sealer, sealer_view
from spinecounsel.wording import say
from ui.cabinet import Cabinet
from ui.dialogs.messages import Messages
from ui.dialogs.saving import ask_where
from ui.dialogs.site_key import SiteKeyDialog
from ui.main_window import MainWindow
from ui.pages.verify.sealer import SealerCard


class Sealing(QObject):
    """Shows what seals, saves the root certificate, and changes the key when people ask for it."""

    def __init__(
        self, window: MainWindow, cabinet: Cabinet, card: SealerCard, messages: Messages
    ) -> None:
        super().__init__(window)
        self._window, self._cabinet, self._card, self._messages = window, cabinet, card, messages
        self._dialog: SiteKeyDialog | None = None
        card.root_asked.connect(self._on_root_asked)
        card.site_asked.connect(self._on_site_asked)
        card.own_asked.connect(self._on_own_asked)

    def show(self) -> None:
        """Show what seals now."""
        if self._cabinet.is_open:
            self._cabinet.sealer(done=self._on_sealer, failed=self._window.say_sentence)

    def clear(self) -> None:
        """Say nothing any more."""
        self._card.clear()

    def _on_sealer(self, sealer: Sealer) -> None:
        if self._cabinet.is_open:
            self._card.show_view(sealer_view(sealer))

    # ---- the root certificate

    def _on_root_asked(self) -> None:
        ask_where(
            self._window,
            "verify.root.file",
            say("SpineCounsel root certificate") + ".pem",
            self._on_root_selected,
            title=say("Save the root certificate"),
        )

    def _on_root_selected(self, name: str) -> None:
        if self._cabinet.is_open:
            path = Path(name)
            done = partial(self._on_root_saved, path)
            self._cabinet.save_root(path, done=done, failed=self._card.say)

    def _on_root_saved(self, path: Path, fingerprint: str) -> None:
        self._card.say(
            say(
                "Saved: {path}. Whoever trusts this certificate in a PDF reader sees there "
                "whether a document is as it was sealed. Tell them its fingerprint (SHA-256), by "
                "telephone or on paper: {fingerprint}",
                path=path,
                fingerprint=fingerprint,
            )
        )
        self.show()  # the first need makes a key

    # ---- the key

    def _on_site_asked(self) -> None:
        self._card.say("")
        self._dialog = SiteKeyDialog(self._window, self._on_file_given, self._on_token_given)
        self._dialog.open()

    def _on_file_given(self, path: Path, password: str) -> None:
        self._cabinet.read_site_file(
            path, password, done=partial(self._on_read, self._dialog), failed=self._on_refused
        )

    def _on_token_given(self, library: str, label: str, pin: str) -> None:
        done = partial(self._on_read, self._dialog)
        self._cabinet.read_site_token(library, label, pin, done=done, failed=self._on_refused)

    def _on_read(self, dialog: SiteKeyDialog | None, key: SiteKey) -> None:
        """Use what was read, unless it is wanted no more."""
        if dialog is self._open_dialog() and self._cabinet.is_open:
            self._cabinet.use_site_key(key, done=self._on_site_used, failed=self._on_refused)

    def _on_site_used(self, _nothing: object) -> None:
        if (dialog := self._open_dialog()) is not None:
            dialog.accept()
        self._on_changed(
            say(
                "The clinic’s certificate seals from now on. Give its root certificate to those "
                "who check documents elsewhere."
            )
        )

    def _on_refused(self, sentence: str) -> None:
        if (dialog := self._open_dialog()) is not None:
            dialog.say_refused(sentence)

    def _open_dialog(self) -> SiteKeyDialog | None:
        dialog = self._dialog
        return dialog if dialog is not None and isValid(dialog) and dialog.isVisible() else None

    def _on_own_asked(self) -> None:
        self._card.say("")
        self._messages.ask(
            say(
                "Seal with this installation’s own key again? Documents sealed with the clinic’s "
                "certificate are still recognised."
            ),
            yes=say("Use the installation’s key"),
            no=say("Keep the certificate"),
            agreed=self._on_own_agreed,
        )

    def _on_own_agreed(self) -> None:
        if self._cabinet.is_open:
            self._cabinet.use_own_key(done=self._on_own_used, failed=self._card.say)

    def _on_own_used(self, _nothing: object) -> None:
        self._on_changed(say("This installation’s own key seals from now on."))

    def _on_changed(self, sentence: str) -> None:
        if self._cabinet.is_open:
            self._card.say(sentence)
            self.show()
