"""A table that runs over pages."""

from reportlab.platypus import Flowable

from spinecounsel.document.running import Running


class Block(Flowable):
    """So high; it can be divided where ``whole`` is not set."""

    def __init__(self, height, *, whole=True):
        super().__init__()
        self.height, self._whole = height, whole

    def wrap(self, width, _height):
        return width, self.height

    def split(self, _width, height):
        return [] if self._whole else [Block(height), Block(self.height - height)]


HEAD, AGAIN = Block(20), Block(20)


def heights(table):
    return [table._head.height, *(row.height for row in table._rows)]


def test_it_is_divided_between_rows_and_the_rest_has_the_head_again():
    table = Running(HEAD, AGAIN, [Block(50) for _ in range(5)])
    assert table.wrap(300, 1000) == (300, 270)
    first, rest = table.split(300, 130)
    assert heights(first) == [20, 50, 50]
    assert heights(rest) == [20, 50, 50, 50]
    assert first._head is HEAD
    assert rest._head is AGAIN
    assert table.split(300, 1000) == [table]


def test_a_row_goes_on_to_the_next_page_whole():
    table = Running(HEAD, AGAIN, [Block(200, whole=False)])
    assert table.split(300, 130) == []


def test_a_row_higher_than_a_page_is_divided():
    table = Running(HEAD, AGAIN, [Block(900, whole=False), Block(50)])
    first, rest = table.split(300, 720)
    assert heights(first)[1] + heights(rest)[1] == 900
    assert len(heights(rest)) == 3
    assert first.wrap(300, 720)[1] <= 720


def test_of_many_rows_only_those_that_fit_are_measured():
    class Counted(Block):
        asked = 0

        def wrap(self, width, height):
            Counted.asked += 1
            return super().wrap(width, height)

    Running(HEAD, AGAIN, [Counted(50) for _ in range(1000)]).wrap(300, 700)
    assert Counted.asked < 20
