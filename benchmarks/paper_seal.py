"""Sealing and checking one document, beside pyHanko's own ways to do it."""

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

from benchmarks import paper_records
from benchmarks.lines import Line, by_turns, middle
from spinecounsel.document import compose
from spinecounsel.sealing.keys import SealKey, new_seal_key
from spinecounsel.sealing.seal import FIELD, seal
from spinecounsel.sealing.verdict import Seen
from spinecounsel.sealing.verify import verify

WHEN = dt.datetime(2026, 11, 24, 11, 0, tzinfo=dt.UTC)


def lines(rounds: int) -> Iterator[Line]:
    """Give the lines: sealed, checked as it was sealed, and checked with its words compared."""
    document = compose(paper_records.ordinary())
    key = new_seal_key("Benchmark", now=WHEN)
    sealed = seal(document, key, when=WHEN)
    if verify(sealed, (key.root,), now=WHEN).state is not Seen.SEALED:
        raise RuntimeError("what was sealed is not found sealed")
    ways = {
        "seal": lambda _turn: seal(document, key, when=WHEN),
        "sign": lambda _turn: _signed(document, key),
        "verify": lambda _turn: verify(sealed, (key.root,), now=WHEN),
        "validate": lambda _turn: _validated(sealed, key),
    }
    took = {name: middle(each) for name, each in by_turns(ways, rounds, before=2).items()}
    yield Line("seal a document, read back; beside pyHanko's signing", took["seal"], took["sign"])
    name = "check a sealed document; beside pyHanko's validation"
    yield Line(name, took["verify"], took["validate"])


def _signer(key: SealKey) -> Any:
    from asn1crypto.keys import PrivateKeyInfo  # type: ignore[import-untyped]
    from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    return SimpleSigner(
        signing_cert=Certificate.load(key.certificate),
        signing_key=PrivateKeyInfo.load(key.key),
        cert_registry=SimpleCertificateStore.from_certs([Certificate.load(key.root)]),
    )


def _signed(document: bytes, key: SealKey) -> bytes:
    """Sign as pyHanko's manual shows it, with the same promises: PAdES, certifying, no changes."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf

    wanted = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        certify=True,
        subfilter=SigSeedSubFilter.PADES,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(document))
    signed: Any = sign_pdf(writer, wanted, signer=_signer(key), existing_fields_only=True)
    return bytes(signed.getvalue())


def _validated(sealed: bytes, key: SealKey) -> bool:
    """Validate as pyHanko's manual shows it."""
    from asn1crypto.x509 import Certificate
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    signature = PdfFileReader(io.BytesIO(sealed)).embedded_signatures[0]
    roots = [Certificate.load(key.root)]
    context = ValidationContext(trust_roots=roots, moment=WHEN, allow_fetching=False)
    return bool(validate_pdf_signature(signature, context).bottom_line)
