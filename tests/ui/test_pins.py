"""Who waits for a PIN: nothing is sealed twice, nothing is lost, and the PIN is not kept long."""

import pytest

from spinecounsel.consultation.seals import PinNeeded
from spinecounsel.errors import UserError
from spinecounsel.sealing.site import TokenRefused
from ui.pins import PinNotGiven, Pins

PIN = "4711"


class Queue:
    """A worker whose work is done when the test says so."""

    def __init__(self):
        self.works = []

    def __call__(self, work, *, done, failed):
        self.works.append((work, done, failed))

    def settle(self):
        while self.works:
            work, done, failed = self.works.pop(0)
            try:
                answer = work()
            except UserError as error:
                failed(error)
            else:
                done(answer)


class Token:
    """Seals for the right PIN."""

    def __init__(self):
        self.right, self.pins = PIN, []

    def __call__(self, *, now, pin):
        self.pins.append(pin)
        if not pin:
            raise PinNeeded("Type the PIN.")
        if pin != self.right:
            raise TokenRefused("Not that one.")
        return "sealed"


class Told:
    """What became of it."""

    def __init__(self):
        self.done, self.failed = [], []


@pytest.fixture
def queue():
    return Queue()


@pytest.fixture
def pins(qtbot, queue, clock):
    made = Pins(queue, clock)
    made.said = []
    made.asked.connect(lambda sentence, problem: made.said.append(("asked", sentence, problem)))
    made.refused.connect(lambda sentence: made.said.append(("refused", sentence)))
    made.settled.connect(lambda: made.said.append(("settled",)))
    return made


def seal(pins, work):
    told = Told()
    pins.seal(work, done=told.done.append, failed=told.failed.append)
    return told


def test_a_key_without_a_pin_asks_for_none(pins, queue):
    told = seal(pins, lambda *, now, pin: "sealed")
    queue.settle()
    assert (told.done, pins.said) == (["sealed"], [])


def test_the_pin_is_asked_for_once_for_all_that_is_sealed(pins, queue):
    token = Token()
    first, second = seal(pins, token), seal(pins, token)
    queue.settle()
    assert pins.said == [("asked", "Type the PIN.", "")]
    pins.give(PIN)
    queue.settle()
    third = seal(pins, token)
    queue.settle()
    assert pins.said[1:] == [("settled",)]
    assert first.done == second.done == third.done == ["sealed"]


def test_a_wrong_pin_is_said_and_the_right_one_goes_on(pins, queue):
    told = seal(pins, Token())
    queue.settle()
    pins.give("0000")
    queue.settle()
    assert pins.said[-1] == ("refused", "Not that one.")
    assert (told.done, told.failed) == ([], [])
    pins.give(PIN)
    queue.settle()
    assert (told.done, pins.said[-1]) == (["sealed"], ("settled",))


def test_cancelled_nothing_is_sealed_and_everybody_is_told(pins, queue):
    token = Token()
    told = seal(pins, token), seal(pins, token)
    queue.settle()
    pins.cancel()
    for each in told:
        (error,) = each.failed
        assert isinstance(error, PinNotGiven)
        assert each.done == []


def test_what_is_being_tried_goes_on_to_its_end(pins, queue):
    told = seal(pins, Token())
    queue.settle()
    pins.give(PIN)
    pins.cancel()
    queue.settle()
    assert (told.done, told.failed) == (["sealed"], [])
    assert ("settled",) not in pins.said


def test_a_wrong_pin_that_nobody_waits_for_any_more_fails(pins, queue):
    told = seal(pins, Token())
    queue.settle()
    pins.give("0000")
    pins.cancel()
    queue.settle()
    assert [str(error) for error in told.failed] == ["Not that one."]
    assert pins.said == [("asked", "Type the PIN.", "")]


def test_what_goes_wrong_behind_the_right_pin_ends_the_question(pins, queue):
    def no_room(*, now, pin):
        if not pin:
            raise PinNeeded("Type the PIN.")
        raise UserError("The disk is full.")

    told = seal(pins, no_room)
    queue.settle()
    pins.give(PIN)
    queue.settle()
    assert [str(error) for error in told.failed] == ["The disk is full."]
    assert pins.said[-1] == ("settled",)


def test_a_pin_that_no_longer_holds_is_tried_once_and_asked_for_again(pins, queue):
    token = Token()
    pins.keep("0815")
    told = seal(pins, token)
    queue.settle()
    assert pins.said == [("asked", "Type the PIN.", "Not that one.")]
    assert token.pins == ["0815", ""]
    pins.give(PIN)
    queue.settle()
    assert told.done == ["sealed"]


def test_forgotten_it_is_asked_for_again(pins, queue):
    pins.keep(PIN)
    pins.forget()
    seal(pins, Token())
    queue.settle()
    assert pins.said == [("asked", "Type the PIN.", "")]


def test_after_the_lock_nobody_is_asked_and_a_pin_on_its_way_is_not_kept(pins, queue):
    token = Token()
    late = seal(pins, token)
    pins.forget()
    queue.settle()
    assert (pins.said, len(late.failed)) == ([], 1)
    tried = seal(pins, token)
    queue.settle()
    pins.give(PIN)
    pins.forget()
    queue.settle()
    assert tried.done == ["sealed"]
    seal(pins, token)
    queue.settle()
    assert token.pins[-1] == ""
