"""Whether a file is as it was sealed, for bytes of any kind.

The order matters.  First the outer form, byte by byte; then what the seal holds; then whether its
signer leads to a pinned root.  Only then, when each byte is known to be as that signer made it, is
the file opened as a PDF: what a stranger made is never unpacked.
"""

import datetime as dt
import warnings

import msgspec

from spinecounsel.dates import moment
from spinecounsel.frozen import replaced
from spinecounsel.record.codec import fingerprint_of
from spinecounsel.record.kinds import AdditionKind
from spinecounsel.sealing import trust
from spinecounsel.sealing.cms import read_seal
from spinecounsel.sealing.contents import read_contents, words_of
from spinecounsel.sealing.der import NotCanonical
from spinecounsel.sealing.form import Misfit, SealedForm, read_form
from spinecounsel.sealing.reasons import Doubt, of_doubt, of_misfit, of_sealed, of_unknown
from spinecounsel.sealing.verdict import Seen, Verdict

_CLOCKS_DIFFER = dt.timedelta(days=1)


class _Doubted(Exception):
    def __init__(self, doubt: Doubt) -> None:
        self.doubt = doubt
        super().__init__(doubt)


def verify(document: bytes, roots: tuple[bytes, ...], *, now: dt.datetime) -> Verdict:
    """Say whether ``document`` is as it was sealed under one of ``roots`` (certificates, DER).

    Takes any bytes and raises nothing; ``now`` is aware, times are said in its zone.
    """
    form = read_form(document)
    if isinstance(form, Misfit):
        state, reason = of_misfit(form)
        return Verdict(state=state, reason=reason)
    try:
        with warnings.catch_warnings(action="ignore"):
            return _weighed(document, form, roots, now)
    except _Doubted as error:
        doubt = error.doubt
    except ImportError:
        raise  # says nothing of the file
    except NotCanonical:
        doubt = Doubt.SEAL_CHANGED
    except Exception:  # noqa: BLE001 - libraries may raise anything for what others made up
        doubt = Doubt.UNREADABLE
    state, reason = of_doubt(doubt)
    return Verdict(state=state, reason=reason)


def _weighed(
    document: bytes, form: SealedForm, roots: tuple[bytes, ...], now: dt.datetime
) -> Verdict:
    seal = read_seal(form.seal)
    _ask(seal.sha256 == form.sha256, Doubt.CHANGED)
    _ask(trust.is_signed(seal), Doubt.SEAL_CHANGED)
    *_, top = upwards = trust.upwards(seal)
    seen = Verdict(
        state=Seen.NOT_TRUSTED,
        reason="",
        signer=trust.name_of(seal.signer),
        sealed=form.when.astimezone(now.tzinfo),
        root_sha256=trust.fingerprint_of(top),
    )
    if top not in roots:
        _ask(len(upwards) > len(seal.others), Doubt.SEAL_CHANGED)
        _ask(trust.holds_together(upwards), Doubt.SEAL_CHANGED)
        return replaced(seen, reason=of_unknown(seen.signer, seen.root_sha256))
    way = trust.way_from_root(seal, top, form.when)
    if way is None:
        raise _Doubted(Doubt.NOT_VALID_THEN)
    _ask(sorted(way) == sorted((seal.signer, *seal.others)), Doubt.SEAL_CHANGED)
    _ask(form.when <= now + _CLOCKS_DIFFER, Doubt.STILL_TO_COME)
    return _opened(document, form, top, seen)


def _opened(document: bytes, form: SealedForm, root: bytes, seen: Verdict) -> Verdict:
    """Look into a file that is as its signer, whom we trust, made it."""
    inside = read_contents(document, root, form.when)
    _ask(inside.is_ours, Doubt.SEALED_OTHERWISE)
    if inside.record is None:
        raise _Doubted(Doubt.NO_RECORD)
    fields = msgspec.json.decode(inside.record)
    named = fields["sha256"]
    _ask(named == fingerprint_of(inside.record), Doubt.OTHER_RECORD)
    _ask(any(named in page for page in words_of(document)), Doubt.OTHER_WORDS)
    assert seen.sealed is not None  # noqa: S101 - it was set from the form
    return replaced(
        seen,
        state=Seen.SEALED,
        reason=of_sealed(seen.signer, moment(seen.sealed)),
        record=inside.record,
        number=fields["record"]["id"] if inside.kind in set(AdditionKind) else fields["id"],
        kind=inside.kind,
        head=form.head,
    )


def _ask(holds: bool, doubt: Doubt) -> None:  # noqa: FBT001 - reads as a question
    if not holds:
        raise _Doubted(doubt)
