"""The one sitting that the window holds: the consultation, its draft, its vault, its worker."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from spinecounsel.consultation.consultation import Consultation
from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.people import Clinician
from spinecounsel.errors import UserError
from ui.tasks import Worker

if TYPE_CHECKING:
    from spinecounsel.discussion.discussion import Discussion
