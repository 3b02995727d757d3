"""The real program in a process of its own, at a topic of the walk that has people drawn.

``program.py HOME``: runs until it is ended.
"""

import sys
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.helpers.clock import Clock
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import decided
from ui.pages.walk.page import WalkPage
from ui.widgets.pictograph import Pictograph
from ui.wiring.program import build


def main(home):
    app = QApplication(["spinecounsel"])
    app.setApplicationName("spinecounsel")
    ids = count(1)
    program = build(
        app,
        home=Path(home),
        pack=shipped_pack(),
        clock=Clock(),
        new_id=lambda: f"id-{next(ids)}",
    )
    program.desk.start()
    program.window.resize(1366, 768)
    program.window.show()
    program.session.resume(decided().discussion)
    program.session.act(program.session.sitting.go_to, "walk")
    page = program.window.findChild(WalkPage)
    for topic in program.session.sitting.agenda.topics:
        page.topic_picked.emit(topic.key)
        app.processEvents()
        if any(each.isVisible() for each in page.findChildren(Pictograph)):
            break
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
