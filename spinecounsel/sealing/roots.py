"""Root certificates that people hand on: what is in such a file."""

import base64
import binascii
import re

from spinecounsel.errors import UserError
from spinecounsel.wording import say

_PEM = re.compile(
    rb"-----BEGIN CERTIFICATE-----\s([A-Za-z0-9+/=\s]{1,40000})-----END CERTIFICATE-----"
)


class NotARoot(UserError):
    """A file holds no root certificate."""


def read_root(data: bytes, name: str) -> bytes:
    """Give the one certificate (DER) in ``data`` (PEM); ``NotARoot`` when there is not just one."""
    from cryptography.x509 import load_der_x509_certificate

    found = _PEM.findall(data)
    try:
        (text,) = found
        certificate = base64.b64decode(b"".join(text.split()), validate=True)
        load_der_x509_certificate(certificate)
    except (ValueError, binascii.Error) as error:
        raise NotARoot(
            say(
                "“{name}” holds no root certificate. Ask for the root certificate once more: a "
                "file that ends in .pem and holds one certificate.",
                name=name,
            )
        ) from error
    return certificate
