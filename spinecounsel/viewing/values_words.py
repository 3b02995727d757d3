"""The patient's words as they are shown: kept whole, cut short where they are long."""

from spinecounsel.discussion.values import ValueAnswer

MOST = 120  # letters; of a longer statement the rest is shown on tap


def quoted(answer: ValueAnswer) -> str:
    """Give the words of ``answer``; the patient's own stand in quotation marks."""
    return answer.text if answer.statement else f"“{answer.text}”"


def shortened(text: str, most: int = MOST) -> str:
    """Give ``text``, or its beginning with an ellipsis where it is longer than ``most``."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    cut = plain[: most - 1]
    whole_words = cut.rsplit(" ", 1)[0]
    return f"{whole_words if len(whole_words) > most // 2 else cut}…"
