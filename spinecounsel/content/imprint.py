"""What a content pack says of itself: all of it that is needed before a vault is opened."""

import datetime as dt

from spinecounsel.frozen import Frozen


class Manifest(Frozen, frozen=True, kw_only=True):
    """Who wrote the pack, when, in which language, who paid, and who approved it.

    ``updates`` says when it is looked at again, ``selection`` how the evidence was chosen, and
    ``readability`` how hard it is to read.
    """

    format: int
    id: str
    title: str
    language: str
    version: str
    written: dt.date
    expires: dt.date
    authors: str
    reviewers: str
    certified: str
    funding: str
    updates: str
    selection: str
    readability: str
    approved_by: str = ""
