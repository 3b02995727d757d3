"""What all people of the demonstration have: hands, a session to look into, a script."""

from ui.demonstration.hands import Hands
from ui.demonstration.script import Script
from ui.session import Session


class Act:
    """Plays ``script`` with ``hands``; looks into ``session`` only to know what there is to do."""

    def __init__(self, hands: Hands, session: Session, script: Script) -> None:
        self._hands, self._session, self._script = hands, session, script

    def go_on(self, step: str) -> None:
        """Go on by the button of the frame; somebody in the room sees the next step."""
        self._hands.click("frame.continue")
        self._hands.wait(lambda: self._session.sitting.discussion.step == step, step)

    def turn_to(self, step: str) -> None:
        """Turn to a step by the rail."""
        self._hands.click(f"frame.step.{step}")
        self._hands.wait(lambda: self._session.sitting.discussion.step == step, step)
