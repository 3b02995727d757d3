"""stub until the checks are in"""
from spinecounsel.content.model import ContentPack
def check_pack(pack: ContentPack) -> None:
    """Check."""
