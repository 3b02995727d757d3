"""Of every ECDSA signature anybody can make a second one that holds as well; one of both counts.

For a signature (r, s) that is (r, n - s), with n the order of the curve.  We write and take the
one with the smaller number only, so that no byte of a seal can be another.
"""

ORDERS = {  # SEC 2, version 2.0
    "secp256r1": 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    "secp384r1": int(
        "ffffffffffffffffffffffffffffffffffffffffffffffff"
        "c7634d81f4372ddf581a0db248b0a77aecec196accc52973",
        16,
    ),
    "secp521r1": int(
        "1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
        "fa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409",
        16,
    ),
}


def smaller(signature: bytes, certificate: bytes) -> bytes:
    """Give the smaller twin of a signature by the key of ``certificate``.

    What is no ECDSA signature over a curve that we use is given back as it is.
    """
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.utils import (
        decode_dss_signature,
        encode_dss_signature,
    )
    from cryptography.x509 import load_der_x509_certificate

    key = load_der_x509_certificate(certificate).public_key()
    order = ORDERS.get(key.curve.name) if isinstance(key, EllipticCurvePublicKey) else None
    if order is None:
        return signature
    first, second = decode_dss_signature(signature)
    return encode_dss_signature(first, min(second, order - second))
