"""A signature for a made-up person: loops for the letters of the name, the same each time."""

from math import cos, pi, sin

STEPS_OF_LETTER = 7
LEFT, RIGHT, MIDDLE = 0.08, 0.92, 0.58

Strokes = tuple[tuple[tuple[float, float], ...], ...]


def written(name: str) -> Strokes:
    """Give one stroke for each word of ``name``; points are from 0 to 1 of the pad's sides."""
    words = name.split()[:3]
    letters = max(1, sum(len(word) for word in words) + len(words) - 1)
    width = (RIGHT - LEFT) / letters
    strokes, at = [], LEFT
    for word in words:
        strokes.append(_word(word, at, width))
        at += width * (len(word) + 1)
    return tuple(strokes)


def _word(word: str, at: float, width: float) -> tuple[tuple[float, float], ...]:
    points = []
    for place, letter in enumerate(word):
        tall = 0.30 if place == 0 else 0.08 + (ord(letter) % 5) * 0.025
        for step in range(STEPS_OF_LETTER):
            turn = 2 * pi * step / STEPS_OF_LETTER
            x = at + width * (place + step / STEPS_OF_LETTER + 0.35 * sin(turn))
            points.append((min(max(x, 0.02), 0.98), MIDDLE - tall * (1 - cos(turn)) / 2))
    return tuple(points)
