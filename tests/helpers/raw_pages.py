"""What lies in the pages of a vault file and of its log, decrypted without SQLCipher.

SQLCipher 4: each page is AES-256-CBC, with its own initialisation vector and an HMAC at its end;
the log holds the same pages behind headers of its own.
"""

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
_RESERVED = 80  # 16 bytes of vector, 64 of HMAC
_SALT = 16
_LOG_HEADER, _FRAME_HEADER = 32, 24


def plain_bytes(vault, key):
    """Give all bytes of the file and of its log as they were before they were encrypted."""
    file = vault.read_bytes()
    pages = [file[start : start + PAGE] for start in range(0, len(file), PAGE)]
    log = vault.with_name(vault.name + "-wal")
    if log.exists():
        frames = log.read_bytes()[_LOG_HEADER:]
        whole = _FRAME_HEADER + PAGE
        starts = range(0, len(frames), whole)
        pages += [frames[start + _FRAME_HEADER : start + whole] for start in starts]
    return b"".join(part for page in pages if len(page) == PAGE for part in _decrypted(page, key))


def _decrypted(page, key):
    """Give a page read as any and as the first one, which begins with the salt."""
    vector = page[PAGE - _RESERVED : PAGE - _RESERVED + 16]
    for start in (0, _SALT):
        opened = Cipher(algorithms.AES(bytes(key)), modes.CBC(vector)).decryptor()
        yield opened.update(page[start : PAGE - _RESERVED]) + opened.finalize()
