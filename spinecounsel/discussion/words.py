"""What the words of a discussion are called, on screen and on paper alike."""

from spinecounsel.content.model import Certainty
from spinecounsel.discussion.agenda import TopicKind
from spinecounsel.discussion.decision import Answer, Consent, Postponement
from spinecounsel.discussion.people import DecisionRole, Detail, Mode, NumberView, PrognosisWish
from spinecounsel.discussion.understanding import Said
from spinecounsel.discussion.values import Importance
from spinecounsel.wording import say


def role_wish(role: DecisionRole) -> str:
    """Say which part the patient wants in the decision, in their own voice."""
    return {
        DecisionRole.DECIDE: say("I decide"),
        DecisionRole.SHARE: say("We decide together"),
        DecisionRole.LEAVE: say("You decide for me"),
    }[role]


def detail_wish(detail: Detail) -> str:
    """Say how much the patient wants to know."""
    return {
        Detail.ALL: say("Everything"),
        Detail.MAIN_POINTS: say("The main points"),
        Detail.AS_LITTLE_AS_NEEDED: say("Only what I need"),
    }[detail]


def prognosis_wish(wish: PrognosisWish) -> str:
    """Say whether the patient wants to hear about length of life."""
    return {
        PrognosisWish.WANTS: say("Yes"),
        PrognosisWish.NOT_NOW: say("Not now"),
        PrognosisWish.DECLINES: say("No"),
    }[wish]


def number_view(view: NumberView) -> str:
    """Name the way in which a patient likes to see numbers."""
    return {
        NumberView.WORDS: say("Words"),
        NumberView.NUMBER: say("Number"),
        NumberView.PEOPLE: say("People"),
        NumberView.BAR: say("Bar"),
    }[view]


def mode_name(mode: Mode) -> str:
    """Say how somebody takes part."""
    return {
        Mode.IN_PERSON: say("In the room"),
        Mode.TELEPHONE: say("By telephone"),
        Mode.VIDEO: say("By video"),
    }[mode]


def importance_name(importance: Importance) -> str:
    """Say how much something matters."""
    return {
        Importance.VERY: say("A lot"),
        Importance.SOMEWHAT: say("Some"),
        Importance.NOT: say("Little"),
    }[importance]


def said_name(said: Said) -> str:
    """Say how far the patient said it back."""
    return {
        Said.SAID: say("Said"),
        Said.PARTLY: say("Partly"),
        Said.NOT_YET: say("Not yet"),
    }[said]


def consent_name(consent: Consent) -> str:
    """Say what came out of the talk."""
    return {
        Consent.PROVIDED: say("Consent given"),
        Consent.REFUSED: say("Refused"),
        Consent.POSTPONED: say("Decision waits"),
    }[consent]


def postponement_name(postponement: Postponement) -> str:
    """Say why a decision waits."""
    return {
        Postponement.MORE_TIME: say("More time to think"),
        Postponement.SECOND_OPINION: say("A second opinion"),
        Postponement.TESTS: say("More tests"),
    }[postponement]


def permission_name(ident: str) -> str:
    """Ask for a separate permission, by its id."""
    return {
        "blood": say("Blood or blood products, if needed"),
        "images": say("Pictures or films for my record"),
        "trainees": say("Trainees may watch or help"),
        "tissue": say("Tissue that is left over may be kept"),
        "research": say("My data may be used for research"),
    }[ident]


def answer_name(answer: Answer) -> str:
    """Give the word for an answer to a permission."""
    return {Answer.YES: say("Yes"), Answer.NO: say("No"), Answer.NOT_NOW: say("Not now")}[answer]


def certainty_name(certainty: Certainty) -> str:
    """Give the word for how sure a number is, within a sentence."""
    return {
        Certainty.HIGH: say("high"),
        Certainty.MODERATE: say("moderate"),
        Certainty.LOW: say("low"),
        Certainty.VERY_LOW: say("very low"),
    }[certainty]


def theme_name(theme: str) -> str:
    """Give the name of what an expectation is about."""
    return {
        "walking": say("Walking"),
        "pain": say("Pain"),
        "hospital": say("Time in hospital"),
        "recovery": say("Time to recover"),
    }[theme]


def scale_ends(theme: str) -> tuple[str, str]:
    """Give the words for 0 and 100 on the scale of an expectation; 100 is what one hopes for."""
    return {
        "walking": (say("I will not walk"), say("I will walk as I like")),
        "pain": (say("It will be very bad"), say("I will have no pain")),
        "hospital": (say("Very long"), say("Not at all")),
        "recovery": (say("Not at all"), say("Very soon")),
    }[theme]


def teach_back_name(item: str) -> str:
    """Ask the patient to say something back in their own words."""
    return {
        "options": say("Which ways of treatment are there for you?"),
        "good": say("What may go well with the one you lean to?"),
        "bad": say("What may go wrong with it?"),
        "nothing": say("What may happen without treatment?"),
        "help": say("When do you call for help at once?"),
    }[item]


def sure_name(field: str) -> str:
    """Ask one of the four plain questions, by its field."""
    return {
        "sure": say("Do you feel sure about what to choose?"),
        "know": say("Do you know the good and the bad sides of each option?"),
        "matters": say("Is it clear to you which of them matter most to you?"),
        "support": say("Do you have enough help and advice to choose?"),
    }[field]


def topic_kind_name(kind: TopicKind) -> str:
    """Give the heading over topics of a kind."""
    return {
        TopicKind.ABOUT: say("About it"),
        TopicKind.BENEFIT: say("Benefits"),
        TopicKind.RISK: say("Risks"),
        TopicKind.COURSE: say("How the illness goes"),
        TopicKind.NOT_KNOWN: say("Not known"),
        TopicKind.ALTERNATIVES: say("Other options"),
    }[kind]


def fact_kind_name(kind: str) -> str:
    """Give the heading over facts of a kind (``content.model.FACT_KINDS``)."""
    return {
        "aim": say("What it is for"),
        "how-it-works": say("How it works"),
        "what-happens": say("What happens"),
        "preparation": say("Getting ready"),
        "visits-and-time": say("Visits and time"),
        "hospital-and-recovery": say("Hospital and recovery"),
        "daily-life": say("Daily life"),
        "follow-up": say("Checks later"),
        "usually-discussed-when": say("When it is talked about"),
        "usually-not-when": say("When it is mostly not used"),
        "combined-with": say("With what it may be combined"),
        "stops-or-changes-if": say("When it is stopped or changed"),
        "ask-your-team": say("You can ask your team"),
        "red-flag": say("Get help at once"),
    }.get(kind, kind)
