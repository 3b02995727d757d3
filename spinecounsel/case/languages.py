"""Names of languages, for the patient and for interpreters."""

from spinecounsel.wording import say


def languages() -> tuple[tuple[str, str], ...]:
    """Give (tag, name) of the languages offered; the tags are those of BCP 47.

    The list is for picking only: any other language is kept as it is written.
    """
    named = _arabic_to_italian() | _japanese_to_welsh()
    rest = sorted(named.items(), key=lambda pair: pair[1])
    return (("en", say("English")), *rest)


def _arabic_to_italian() -> dict[str, str]:
    return {
        "ar": say("Arabic"),
        "bn": say("Bengali"),
        "bg": say("Bulgarian"),
        "zh": say("Chinese"),
        "hr": say("Croatian"),
        "cs": say("Czech"),
        "nl": say("Dutch"),
        "fr": say("French"),
        "de": say("German"),
        "el": say("Greek"),
        "gu": say("Gujarati"),
        "he": say("Hebrew"),
        "hi": say("Hindi"),
        "hu": say("Hungarian"),
        "it": say("Italian"),
    }


def _japanese_to_welsh() -> dict[str, str]:
    return {
        "ja": say("Japanese"),
        "ko": say("Korean"),
        "fa": say("Persian"),
        "pl": say("Polish"),
        "pt": say("Portuguese"),
        "pa": say("Punjabi"),
        "ro": say("Romanian"),
        "ru": say("Russian"),
        "so": say("Somali"),
        "es": say("Spanish"),
        "sv": say("Swedish"),
        "ta": say("Tamil"),
        "tr": say("Turkish"),
        "uk": say("Ukrainian"),
        "ur": say("Urdu"),
        "vi": say("Vietnamese"),
        "cy": say("Welsh"),
    }


def language_name(tag: str) -> str:
    """Give the name of the language ``tag``; what is not in the list is given back as it is."""
    return dict(languages()).get(tag, tag)


def language_tag(written: str) -> str:
    """Give the tag of a language by its name or tag, in any case; else the words as written."""
    plain = " ".join(written.split())
    for tag, name in languages():
        if plain.casefold() in {tag, name.casefold()}:
            return tag
    return plain
