"""The file of the ornament on the first page: ``python -m tests.helpers.spine_art`` writes it."""

from PySide6.QtCore import QByteArray, QIODevice

from spinecounsel.paths import resources_folder
from ui.widgets.spine.art import stream_of
from ui.widgets.spine.side import side_shapes

FILE = resources_folder() / "icons" / "spine.paths"


def packed(shapes):
    """Give the bytes of the file that holds ``shapes``."""
    data = QByteArray()
    stream = stream_of(data, QIODevice.OpenModeFlag.WriteOnly)
    stream.writeInt32(len(shapes))
    for shape in shapes:
        stream.writeQString(shape.role)
        stream << shape.path
    return bytes(data.data())


if __name__ == "__main__":
    FILE.write_bytes(packed(side_shapes()))
