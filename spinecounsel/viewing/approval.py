"""Says whether a clinic has approved the content."""

from typing import TYPE_CHECKING

from spinecounsel.wording import say

if TYPE_CHECKING:
    from spinecounsel.content.imprint import Manifest


def approval_notice(manifest: "Manifest") -> str:
    """Say that no clinic has approved the content, or nothing when one has."""
    return "" if manifest.approved_by else say("Content not yet approved by this clinic")
