"""The sentences of a check: what is wrong, and what that means for who reads the file."""

from enum import Enum, auto

from spinecounsel.sealing.form import LARGEST, Misfit
from spinecounsel.sealing.trust import in_groups
from spinecounsel.sealing.verdict import Seen
from spinecounsel.wording import say


class Doubt(Enum):
    """Why a file of the right form is not as sealed, or not by whom one can trust."""

    CHANGED = auto()
    SEAL_CHANGED = auto()
    UNREADABLE = auto()
    NOT_VALID_THEN = auto()
    STILL_TO_COME = auto()
    SEALED_OTHERWISE = auto()
    NO_RECORD = auto()
    OTHER_RECORD = auto()
    OTHER_WORDS = auto()


def of_misfit(found: Misfit) -> tuple[Seen, str]:
    """Say what it means that a file has not the form of a sealed one."""
    changed = _changed_form()
    if found in changed:
        return Seen.CHANGED, changed[found]
    return Seen.NOT_OURS, _not_ours()[found]


def of_doubt(doubt: Doubt) -> tuple[Seen, str]:
    """Say why a file of the right form is not to be relied on."""
    changed = _changed_inside()
    if doubt in changed:
        return Seen.CHANGED, changed[doubt]
    return Seen.NOT_TRUSTED, _not_trusted()[doubt]


def _changed_form() -> dict[Misfit, str]:
    return {
        Misfit.CUT_OFF: say(
            "The end of this file is missing, and with it the seal: do not rely on it, ask for a "
            "new copy."
        ),
        Misfit.ADDED: say(
            "This file was changed after it was sealed: something was added behind the seal."
        ),
        Misfit.MORE_SEALS: say(
            "This file was changed after it was sealed: it bears more than one signature, and a "
            "sealed document bears just one."
        ),
        Misfit.REWRITTEN: say(
            "This file was changed after it was sealed: its seal is not written as we write it, as "
            "when another program saves a file anew."
        ),
        Misfit.SEAL_CHANGED: _changed_inside()[Doubt.SEAL_CHANGED],
    }


def _not_ours() -> dict[Misfit, str]:
    return {
        Misfit.TOO_LARGE: say(
            "This file is larger than {n} million bytes, so it is no document of SpineCounsel.",
            n=LARGEST // 1_000_000,
        ),
        Misfit.EMPTY: say("This file is empty."),
        Misfit.NO_PDF: say("This is not a PDF, so it is no document of SpineCounsel."),
        Misfit.ARCHIVE: say(
            "This is an archive (.zip), not one document: unpack it, then check the PDF files in "
            "it one by one."
        ),
        Misfit.BROKEN_PDF: say(
            "The end of this PDF is missing, so nothing shows whether it was a document of "
            "SpineCounsel: ask for a new copy."
        ),
        Misfit.FOREIGN: say("This is a PDF, but no document of SpineCounsel."),
        Misfit.SIGNED_BY_OTHERS: say(
            "This PDF is signed, but it is no document of SpineCounsel: check the signature with "
            "the program that made it."
        ),
        Misfit.NO_SEAL: say(
            "This document names SpineCounsel, but bears no seal: nothing shows whether it was "
            "changed."
        ),
    }


def _changed_inside() -> dict[Doubt, str]:
    return {
        Doubt.CHANGED: say(
            "This file was changed after it was sealed: do not rely on it, ask for a new copy."
        ),
        Doubt.SEAL_CHANGED: say(
            "The seal in this file was changed, so it proves nothing: ask for a new copy."
        ),
        Doubt.UNREADABLE: say(
            "This file is damaged, so its seal cannot be read: ask for a new copy."
        ),
    }


def _not_trusted() -> dict[Doubt, str]:
    return {
        Doubt.NOT_VALID_THEN: say(
            "This file is whole, but its seal was made at a time for which the key was not valid: "
            "ask the sender."
        ),
        Doubt.STILL_TO_COME: say(
            "This file is whole, but its seal bears a time that is still to come: see whether the "
            "clock of this computer is right, then check again."
        ),
        Doubt.SEALED_OTHERWISE: say(
            "This file is signed with a key that this computer trusts, but not as SpineCounsel "
            "seals its documents: do not take it for one."
        ),
        Doubt.NO_RECORD: say(
            "This file is sealed, but the record that belongs inside is not there: do not take it "
            "for a document of SpineCounsel."
        ),
        Doubt.OTHER_RECORD: say(
            "This file is sealed, but the record inside does not fit its own fingerprint: ask the "
            "sender."
        ),
        Doubt.OTHER_WORDS: say(
            "This file is sealed, but what one reads in it is not what the record inside says: do "
            "not rely on it, ask the sender."
        ),
    }


def of_unknown(signer: str, root_sha256: str) -> str:
    """Say that a seal holds, but is of somebody this computer does not trust."""
    return say(
        "The seal of this file holds, but this computer does not trust who made it: it says "
        "“{signer}”. The root that it names is {root}: compare that with the root certificate "
        "that the clinic itself hands out.",
        signer=signer,
        root=in_groups(root_sha256),
    )


def of_sealed(signer: str, when: str) -> str:
    """Say that a file is as it was sealed."""
    return say("This file is as it was sealed by {signer}, {when}.", signer=signer, when=when)
