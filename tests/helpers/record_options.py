"""The options of a made-up record: about ten topics each, numbers as the content pack has them."""

from spinecounsel.frozen import replaced
from spinecounsel.record.record import Line, RecordedOption
from tests.helpers.record_parts import (
    NO_TREATMENT,
    PATCHELL,
    RADIOSURGERY,
    RADIOTHERAPY,
    REVIEW,
    SURGERY,
    estimate,
    topic,
)

TRIAL = {
    "population": "101 adults with cord compression at one place from a solid cancer; all on "
    "steroids; cancers very sensitive to radiation left out",
    "horizon": "after treatment",
    "certainty": "moderate",
    "certainty_why": "one randomised trial, stopped early; a later matched study found no gain",
    "source": PATCHELL,
}
BOTH = (
    estimate(
        "walk-surgery",
        "benefit",
        "Can walk, surgery and radiation",
        "About 84 in 100 people could walk after surgery and radiation. After radiation alone it "
        "was 57 in 100.",
        (84, 100),
        framing="About 16 in 100 people could not walk.",
        pair="walk-radiation",
        **TRIAL,
    ),
    estimate(
        "walk-radiation",
        "benefit",
        "Can walk, radiation alone",
        "About 57 in 100 people could walk after radiation alone. After surgery and radiation it "
        "was 84 in 100.",
        (57, 100),
        framing="About 43 in 100 people could not walk.",
        option=RADIOTHERAPY,
        pair="walk-surgery",
        **TRIAL,
    ),
)
HELD = estimate(
    "held",
    "benefit",
    "Tumour near the cord held at 1 year",
    "In about 81 in 100 people the tumour near the cord was held at 1 year.",
    (81, 100),
    framing="In about 19 in 100 people it was not held.",
    low=74,
    high=86,
    population="people with cord compression or a tumour very near the cord, in 21 studies",
    horizon="1 year",
    option=RADIOTHERAPY,
)
OTHERS = topic(
    "alternatives",
    "Other options",
    Line(label="Also in this talk", text=RADIOTHERAPY),
    Line(label="", text=RADIOSURGERY),
    Line(label="Your choice", text="You may choose another option, a combination, or none."),
)


def options():
    """Four options and the illness itself."""
    return (_illness(), _surgery(), _radiotherapy(), _radiosurgery(), _no_treatment())


def _illness():
    pressure = estimate(
        "pressure",
        "course",
        "Pressure on the cord",
        "Of people with cancer in the spine, about 10 in 100 get pressure on the spinal cord. The "
        "true number is likely 6 to 13 in 100.",
        (10, 100),
        low=6,
        high=13,
        population="people with spinal metastases from a solid cancer",
        horizon="course of the illness",
        caution="Rough: no study said what it counted.",
        option="",
    )
    return RecordedOption(
        id="illness",
        name="The illness itself",
        usual=None,
        why=(),
        topics=(
            topic(
                "about",
                "About it",
                Line(label="What it is", text="Cells of a cancer elsewhere grow in the spine."),
                Line(label="", text="They can press on the spinal cord."),
                Line(label="Get help at once", text="New numbness or weak legs: call at once."),
            ),
            topic("course", "Pressure on the cord", pressure, when=12),
            topic(
                "course",
                "Length of life, all cancers",
                state="not opened",
                shut_why="Shut unless the patient asks to hear it.",
            ),
        ),
    )


def _surgery():
    weaker = estimate(
        "weaker",
        "risk",
        "Weaker or more numb after surgery",
        "About 3 in 100 people were weaker or more numb after surgery.",
        (3, 100),
        horizon="not stated",
    )
    again = estimate(
        "again",
        "risk",
        "Another, unplanned operation",
        "About 8 in 100 people had to have a second operation.",
        (8, 100),
        certainty="moderate",
    )
    return RecordedOption(
        id="surgery-decompression",
        name=SURGERY,
        usual=True,
        why=(
            Line(
                label="Usual here",
                text="It is discussed when the cord is squeezed or the spine is not steady. "
                "(Cancer Research UK. Surgery for spinal cord compression.)",
            ),
        ),
        topics=(
            topic(
                "about",
                "About it",
                Line(label="What it is for", text="To take pressure off the spinal cord."),
                Line(
                    label="What happens",
                    text="The surgeon makes a cut in the back and takes "
                    "bone away with small tools. Rods and screws may be added.",
                ),
                Line(label="Hospital and recovery", text="People stay for up to a week or more."),
            ),
            topic("benefit", "Walking after treatment", *BOTH, material=True, when=22),
            topic("risk", "Weaker or more numb after surgery", weaker, when=26),
            topic("risk", "Another, unplanned operation", again, when=28),
            topic(
                "risk",
                "Wound infection",
                state="set aside",
                wish="Please do not tell me about wounds",
                when=29,
            ),
            topic(
                "risk",
                "Tumour growing or coming back",
                Line(label="Will it come back without radiation?", text="Not known. See there."),
            ),
            topic("course", "Days in hospital", _stay(), state="not discussed"),
            topic("course", "Length of life after surgery", state="not opened"),
            topic(
                "not known",
                "What is not known",
                Line(label="Will I feel less pain?", text="Not known as a number."),
            ),
            OTHERS,
        ),
    )


def _stay():
    return estimate(
        "stay",
        "course",
        "Days in hospital",
        "Half of the people stayed 7 days or less. A quarter stayed 11 days or longer.",
        None,
        value="median 7 days (range 1 to 30)",
        source=REVIEW,
    )


def _radiotherapy():
    return RecordedOption(
        id="radiotherapy-conventional",
        name=RADIOTHERAPY,
        usual=True,
        why=(Line(label="Usual here", text="It is the usual treatment of spread to the spine."),),
        topics=(
            topic(
                "about",
                "About it",
                Line(label="What it is for", text="To shrink the tumour and ease pain."),
                Line(label="Visits and time", text="One visit, or five on five days in a row."),
            ),
            topic("benefit", "Walking after treatment", *reversed(BOTH), when=40),
            topic("benefit", "Tumour near the cord held at 1 year", HELD, when=41),
            topic(
                "risk",
                "How often does the skin get sore?",
                Line(label="How often?", text="Not known as a number."),
                when=42,
            ),
            OTHERS,
        ),
    )


def _radiosurgery():
    cord = estimate(
        "cord",
        "risk",
        "Radiation injury to the cord",
        "About 6 in 1,000 people had an injury of the cord from the radiation.",
        (6, 1000),
        option=RADIOSURGERY,
        horizon="about 1 year",
    )
    places = estimate(
        "places",
        "benefit",
        "Treated tumour not growing at 1 year",
        "Of 100 treated tumours, about 94 were not growing at 1 year.",
        (94, 100),
        unit="treated tumours",
        low=86,
        high=99,
        certainty="very low",
        option=RADIOSURGERY,
    )
    return RecordedOption(
        id="radiosurgery",
        name=RADIOSURGERY,
        usual=False,
        why=(Line(label="Not usual here", text="It does not fit well when the cord is squeezed."),),
        topics=(
            topic("benefit", "Treated tumour not growing at 1 year", places, when=47),
            topic("risk", "Radiation injury to the cord", cord, when=48, material=True),
            OTHERS,
        ),
    )


def _no_treatment():
    spared = replaced(HELD, id="none", kind="course", option=NO_TREATMENT, certainty="high")
    return RecordedOption(
        id="no-treatment",
        name=NO_TREATMENT,
        usual=None,
        why=(),
        topics=(topic("course", "Tumour near the cord held at 1 year", spared), OTHERS),
    )
