"""No test, and nothing a test calls, opens a socket to another machine, this one included."""

import socket
import sys

_LOCAL = getattr(socket, "AF_UNIX", None)
_WATCHED = {"socket.__new__": 1, "socket.getaddrinfo": None, "socket.gethostbyname": None}


class NetworkUsed(RuntimeError):
    """The program must work with the cable pulled out."""


def forbid() -> None:
    """From now on every socket but a Unix one, and every look-up of a name, raises."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _WATCHED:
        return
    family = _WATCHED[event]
    if family is not None and arguments[family] == _LOCAL:
        return
    raise NetworkUsed(f"{event}{arguments[1:]}")
