"""What the sheet with options side by side says, beside the table itself."""

import datetime as dt

from spinecounsel.frozen import Frozen
from spinecounsel.record.side_by_side import SideBySide


class ComparisonSheet(Frozen, frozen=True, kw_only=True):
    """The whole sheet; ``when`` is aware, ``content`` says what was shown in which version."""

    table: SideBySide
    red_flag: str
    content: str
    approved: bool
    when: dt.datetime
    program: str
