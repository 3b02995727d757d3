"""The seal itself: PAdES B-B (ETSI EN 319 142-1), certifying, with no change allowed behind it."""

import datetime as dt
import io
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from spinecounsel.errors import UserError
from spinecounsel.sealing.cms import read_seal
from spinecounsel.sealing.der import NotCanonical
from spinecounsel.sealing.form import Misfit, read_form
from spinecounsel.sealing.head import Head
from spinecounsel.sealing.keys import SealKey
from spinecounsel.sealing.site import SiteKey, signer_of_site
from spinecounsel.sealing.trust import hush, is_signed
from spinecounsel.sealing.twins import smaller
from spinecounsel.wording import say

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers import Signer
    from pyhanko.sign.signers.pdf_byterange import PdfSignedData

FIELD = "Seal"
_ROOM = 2_048  # bytes of a seal that are no certificate: what is signed, the signature, their names


class CannotSeal(UserError):
    """A document could not be sealed; nothing was written."""


def seal(
    document: bytes, key: SealKey | SiteKey, *, when: dt.datetime, head: Head | None = None
) -> bytes:
    """Give ``document`` with its seal; ``when`` (aware) is the time that the seal says.

    ``head`` is how far the trail of the vault has come, which the seal says too.

    ``document`` has an empty signature field ``Seal``.  ``CannotSeal`` when a site's own key does
    not do it.  The file that is given back was read and found sealed.
    """
    hush()
    if not isinstance(read_form(document), Misfit):
        raise CannotSeal(say("This document is sealed already. Nothing was changed."))
    if isinstance(key, SealKey):
        empty = _empty_seal(when, head, _room(key.certificate, key.root))
        sealed = _signed(document, _own_signer(key), when, empty)
    else:
        with signer_of_site(key) as signer:
            empty = _empty_seal(when, head, _room(key.certificate, *key.others))
            sealed = _signed(document, signer, when, empty)
    _check(document, sealed)
    return sealed


def _room(*certificates: bytes) -> int:
    """Give how many digits to keep free for a seal that holds ``certificates``.

    It is of one size for one key: pyHanko would make each seal twice to learn its length.
    """
    return 2 * (_ROOM + sum(map(len, certificates)))


def _own_signer(key: SealKey) -> "Signer":
    from asn1crypto.keys import PrivateKeyInfo  # type: ignore[import-untyped]
    from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]
    from pyhanko.sign.signers import SimpleSigner

    made: Signer = SimpleSigner(
        signing_cert=Certificate.load(key.certificate),
        signing_key=PrivateKeyInfo.load(key.key),
        cert_registry=_store(Certificate.load(key.root)),
    )
    return made


def _store(certificate: Any) -> Any:
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    return SimpleCertificateStore.from_certs([certificate])  # type: ignore[no-untyped-call]


def _empty_seal(when: dt.datetime, head: Head | None, room: int) -> "PdfSignedData":
    from pyhanko.pdf_utils.generic import pdf_name, pdf_string
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers.pdf_byterange import PdfSignedData

    made = PdfSignedData(
        pdf_name("/Sig"), SigSeedSubFilter.PADES, timestamp=when, bytes_reserved=room
    )
    if head is not None:
        made[pdf_name("/Reason")] = pdf_string(head.text())
    return made


def _signed(document: bytes, signer: "Signer", when: dt.datetime, empty: "PdfSignedData") -> bytes:
    """Write the seal step by step.

    ``PdfSigner`` would ask for the name of this computer's time zone, which not every computer has,
    and call the file PDF 2.0, which PDF/A-3 does not know.
    """
    import asyncio  # as pyHanko does, and with it all of ssl: not before something is sealed

    from pyhanko.sign.fields import MDPPerm
    from pyhanko.sign.signers import cms_embedder
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

    certifying = cms_embedder.SigMDPSetup(
        md_algorithm="sha256", certify=True, docmdp_perms=MDPPerm.NO_CHANGES
    )
    steps: Any = cms_embedder.PdfCMSEmbedder().write_cms(
        FIELD, _opened(document), existing_fields_only=True
    )
    next(steps)
    steps.send(cms_embedder.SigObjSetup(sig_placeholder=empty, mdp_setup=certifying))
    around, out = steps.send(cms_embedder.SigIOSetup(md_algorithm="sha256"))
    signing = _counting(signer).async_sign(
        around.document_digest,
        "sha256",
        use_pades=True,
        signed_attr_settings=PdfCMSSignedAttributes(signing_time=when),
    )
    steps.send(asyncio.run(signing))
    return bytes(out.getvalue())


def _opened(document: bytes) -> "IncrementalPdfFileWriter":
    """Open a document for its seal only: what it says of itself stays, its time included."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers.constants import ESIC_EXTENSION_1

    writer = IncrementalPdfFileWriter(io.BytesIO(document))
    writer.register_extension(ESIC_EXTENSION_1)
    writer._update_meta = _nothing  # type: ignore[method-assign] # noqa: SLF001
    return writer


def _nothing() -> None:
    """Leave the metadata as they are."""


def _counting(signer: "Signer") -> "Signer":
    """Let a signer give the one signature that counts (see ``twins``)."""
    plain, certificate = signer.async_sign_raw, signer.signing_cert
    assert certificate is not None  # noqa: S101 - given by those who make signers

    async def sign(data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:  # noqa: FBT001, FBT002 - as pyHanko calls it
        made = await plain(data, digest_algorithm, dry_run)
        return made if dry_run else smaller(made, certificate.dump())

    signer.async_sign_raw = sign  # type: ignore[method-assign]
    return signer


def _check(document: bytes, sealed: bytes) -> None:
    """Read the seal back, so that no document leaves with one that does not hold."""
    form = read_form(sealed)
    if not isinstance(form, Misfit) and sealed.startswith(document):
        with suppress(NotCanonical):
            found = read_seal(form.seal)
            if found.sha256 == form.sha256 and is_signed(found):
                return
    raise CannotSeal(
        say(
            "The seal that was made does not hold, so the document was not kept. Nothing was lost: "
            "try again, or choose another certificate."
        )
    )
