"""Joins the page on which people sign to the session, and seals the record."""

from functools import partial

from spinecounsel.consultation.consultation import Consultation
from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Comparison, Discussion
from spinecounsel.frozen import replaced
from spinecounsel.record.recording import Material
from spinecounsel.record.signature import Method, Signature, SignerRole, Stroke
from spinecounsel.record.statements import statements
from spinecounsel.viewing.answers import truth_of
from spinecounsel.viewing.sign import Signing, known_name, sign_view
from ui.pages.sign.page import SignPage
from ui.pages.sign.signer import Taken
from ui.session import Session
from ui.wiring.wiring import Wiring


class SignWiring(Wiring):
    """Keeps the signatures until the record is sealed.

    They hold only for what was said when they were made: a change throws them away, and the page
    says so.  A look at a page changes nothing that was said, but what was looked at stands in the
    record: so the record tells what was looked at before the first signature, and the page says so.
    """

    def __init__(self, session: Session) -> None:
        self._page = page = SignPage()
        super().__init__(page, session)
        self._signing = Signing()
        self._under: Discussion | None = None
        self._later: Discussion | None = None
        page.step_asked.connect(self._on_step_asked)
        page.sure_answered.connect(self._on_sure_answered)
        page.signer_picked.connect(self._on_signer_picked)
        page.signer_added.connect(self._on_signer_added)
        page.taken.connect(self._on_taken)
        page.cleared.connect(self._on_cleared)
        page.seal_asked.connect(self._on_seal_asked)
        page.confirmed.connect(self._on_confirmed)
        page.cancelled.connect(self._on_cancelled)
        session.refused.connect(self._on_refused)

    def show(self) -> None:
        """Give the page a fresh view; signatures under what was changed are thrown away first."""
        self._drop_what_no_longer_holds()
        sitting = self.session.sitting
        source = Material(
            pack=self.session.pack,
            discussion=sitting.discussion,
            fits=sitting.applicable,
            agenda=sitting.agenda,
        )
        signing = replaced(
            self._signing, may_sign=self._may_sign(), looked_since=self._looked_since()
        )
        self._page.show_view(sign_view(source, sitting.missing, sitting.progress, signing))

    def show_early(self) -> None:
        """Fill the page before it is entered."""
        self.show()

    def _may_sign(self) -> bool:
        return self.session.cabinet.may("sign")

    def _drop_what_no_longer_holds(self) -> bool:
        """Say whether the signatures still hold; where one is and looks does not count."""
        now = self.session.sitting.discussion
        holds = self._under is None or _said(self._under) == _said(now)
        if not holds and self._signing.signatures:
            self._signing = Signing(added=self._signing.added, dropped=True)
        if not self._signing.signatures:
            self._under = now
        return holds

    def _looked_since(self) -> bool:
        """Whether more was looked at since the first signature than the record will tell."""
        now, under = self.session.sitting.discussion, self._under
        return under is not None and _looked_at(now) != _looked_at(under)

    def _change(self, **changes: object) -> None:
        self._signing = replaced(self._signing, **changes)
        self.show()

    def _on_step_asked(self, step: str) -> None:
        self.session.act(self.session.sitting.go_to, step)

    def _on_sure_answered(self, field: str, key: str) -> None:
        answers = replaced(self.session.sitting.discussion.sure_again, **{field: truth_of(key)})
        self.session.change(moves.answering_sure, answers, again=True)

    def _on_signer_picked(self, role: str) -> None:
        self._change(shown=SignerRole(role))

    def _on_signer_added(self, role: str) -> None:
        added = (*self._signing.added, SignerRole(role))
        self._change(added=added, shown=SignerRole(role))

    def _on_taken(self, taken: Taken) -> None:
        sitting = self.session.sitting
        if sitting.missing or self._signing.sealing or not self._may_sign():
            return
        said, role = sitting.discussion, SignerRole(taken.role)
        patient = known_name(said, SignerRole.PATIENT)
        made = Signature(
            name=taken.name,
            role=role,
            when=self.session.clock(),
            method=Method(taken.method),
            statements=statements(self.session.pack, said),
            strokes=tuple(
                Stroke(device=device, points=tuple((x, y, t, p) for x, y, t, p in points))
                for device, points in taken.ink
            ),
            aspect=taken.aspect,
            on_behalf_of=patient if role is SignerRole.REPRESENTATIVE else "",
        )
        self._change(signatures=(*self._without(role), made), dropped=False, problem="")

    def _on_cleared(self, role: str) -> None:
        if not self._signing.sealing:
            self._change(signatures=self._without(SignerRole(role)), asking=False, problem="")

    def _without(self, role: SignerRole) -> tuple[Signature, ...]:
        return tuple(each for each in self._signing.signatures if each.role is not role)

    # ---- sealing

    def _on_seal_asked(self) -> None:
        self._change(asking=True, problem="")

    def _on_cancelled(self) -> None:
        self._change(asking=False, problem="")

    def _on_confirmed(self, passphrase: str) -> None:
        self._change(sealing=True, problem="")
        sitting = self.session.sitting
        self.session.cabinet.confirm(
            passphrase,
            done=partial(self._on_known, sitting),
            failed=partial(self._on_not_sealed, sitting),
        )

    def _on_known(self, sitting: Consultation, _nothing: None) -> None:
        """Seal, unless the consultation was put away or changed in the meantime."""
        if not self._is_open(sitting):
            return
        self._page.forget()
        if self._drop_what_no_longer_holds():
            self._finish(sitting)
        else:
            self.show()

    def _finish(self, sitting: Consultation) -> None:
        """Seal what was signed: what was looked at later is no part of it."""
        if self._under is not None:
            self._later = sitting.discussion
            self.session.act(sitting.note, partial(_as_far_as, self._under))
        self.session.finish(self._signing.signatures)

    def _on_not_sealed(self, sitting: Consultation, sentence: str) -> None:
        if self._is_open(sitting):
            self._change(sealing=False, problem=sentence)

    def _on_refused(self, sentence: str) -> None:
        if self._signing.sealing and self.session.open:
            self._look_again()
            self._change(sealing=False, problem=sentence)

    def _look_again(self) -> None:
        """Nothing was sealed: who has seen something has seen it."""
        later, self._later = self._later, None
        if later is not None and later.id == self.session.sitting.discussion.id:
            self.session.act(self.session.sitting.note, partial(_as_far_as, later))

    def _is_open(self, sitting: Consultation) -> bool:
        return self.session.open and self.session.sitting is sitting


def _said(discussion: Discussion) -> Discussion:
    """Give what signatures are made under: neither where one is nor what was looked at."""
    blank = replaced(discussion, glances=(), looked_ahead=False, compared=False)
    return replaced(blank, comparison=Comparison(), numbers_seen=False, step="")


def _looked_at(discussion: Discussion) -> object:
    """Give what the record would tell of what was looked at."""
    return (discussion.glances, discussion.comparison if discussion.compared else None)


def _as_far_as(before: Discussion, discussion: Discussion) -> Discussion:
    """Give ``discussion`` as if no more had been looked at than in ``before``.

    That numbers were seen stays: what was expected of them is settled.
    """
    seen = discussion.numbers_seen or discussion.looked_ahead or discussion.compared
    return replaced(
        discussion,
        numbers_seen=seen,
        glances=before.glances,
        looked_ahead=before.looked_ahead,
        compared=before.compared,
        comparison=before.comparison,
    )
