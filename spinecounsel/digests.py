"""SHA-256 without OpenSSL, which ``hashlib`` loads whole: 4 MB that the first page has no use for.

Python's own ``random`` takes its digest in the same way, and for the same reason.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        from _sha2 import sha256  # Python 3.12 and later
    except ImportError:
        try:
            from _sha256 import sha256  # Python 3.11
        except ImportError:
            from hashlib import sha256

__all__ = ["sha256"]
