"""What the words of the case are called on screen: classes, histologies, findings, places.

The words themselves are the content pack's (``concepts.toml``, vocabulary); here they only get a
readable name.
"""

from spinecounsel.case.case import Aim, Side, Walking
from spinecounsel.content.model import TumourClass
from spinecounsel.wording import say


def class_name(tumour_class: TumourClass | None) -> str:
    """Give the name of a tumour class."""
    return {
        TumourClass.METASTATIC: say("Spread from a cancer elsewhere"),
        TumourClass.PRIMARY_BONE: say("Began in the bone of the spine"),
        TumourClass.INTRADURAL_EXTRAMEDULLARY: say("Inside the lining, beside the cord"),
        TumourClass.INTRAMEDULLARY: say("Inside the cord itself"),
        None: say("Not yet known"),
    }[tumour_class]


def class_term(tumour_class: TumourClass) -> str:
    """Give the field's own term for a tumour class."""
    return {
        TumourClass.METASTATIC: say("Spinal metastasis"),
        TumourClass.PRIMARY_BONE: say("Primary bone tumour"),
        TumourClass.INTRADURAL_EXTRAMEDULLARY: say("Intradural extramedullary tumour"),
        TumourClass.INTRAMEDULLARY: say("Intramedullary tumour"),
    }[tumour_class]


def histology_name(histology: str) -> str:
    """Give the name of a histology; free text is given back as it is."""
    named = {
        "breast": say("Breast cancer"),
        "lung": say("Lung cancer"),
        "prostate": say("Prostate cancer"),
    }
    if histology in named:
        return named[histology]
    words = histology.replace("-", " ") if histology.islower() else histology
    return words[:1].upper() + words[1:]


def side_name(side: Side) -> str:
    """Give the name of a side, the patient's own."""
    return {
        Side.LEFT: say("Left"),
        Side.MIDDLE: say("Middle"),
        Side.RIGHT: say("Right"),
        Side.BOTH: say("Both sides"),
    }[side]


def walking_name(walking: Walking) -> str:
    """Say how the patient walks."""
    return {
        Walking.ALONE: say("Without help"),
        Walking.WITH_HELP: say("With help"),
        Walking.CANNOT: say("Cannot walk"),
    }[walking]


def aim_name(aim: Aim) -> str:
    """Give the name of an aim of treatment."""
    return {
        Aim.CURE: say("Cure"),
        Aim.CONTROL: say("Control"),
        Aim.COMFORT: say("Comfort"),
    }[aim]


def finding_name(finding: str) -> str:
    """Give the name of a finding that the clinician states."""
    named = _tumour_findings() | _other_findings()
    words = finding.replace("-", " ")
    return named.get(finding, words[:1].upper() + words[1:])


def _tumour_findings() -> dict[str, str]:
    return {
        "cannot-be-removed": say("The tumour cannot be removed by surgery"),
        "castration-resistant": say("Prostate cancer grows despite low hormones"),
        "egfr-change": say("EGFR change in the cancer cells"),
        "first-tumour": say("First tumour here, not one that came back"),
        "next-to-gullet": say("The tumour touches the gullet"),
        "nf2": say("Neurofibromatosis type 2 (NF2)"),
        "not-radiosensitive": say("Radiotherapy works poorly on this tumour"),
        "one-piece-removal": say("Removal in one piece (en bloc) is considered"),
        "partly-removed": say("Part of the tumour was left after surgery"),
        "pd-l1-high": say("High PD-L1 in the cancer cells"),
        "vessel-rich": say("The tumour is rich in blood vessels"),
    }


def _other_findings() -> dict[str, str]:
    return {
        "after-docetaxel": say("Has had docetaxel (chemotherapy)"),
        "cancer-pain": say("Pain from the cancer"),
        "child": say("The patient is a child"),
        "good-outlook": say("The team expects a good outlook"),
        "laminectomy": say("Laminectomy is planned or was done"),
        "neck-or-chest-field": say("The place to treat lies from C5 to T12"),
        "nerve-pain": say("Nerve pain"),
        "nerve-pain-after-chemotherapy": say("Nerve pain that came with chemotherapy"),
        "painful-fracture": say("A painful broken vertebra"),
        "second-course": say("This would be a second course of radiotherapy here"),
        "worked-before": say("Was working before this illness"),
    }
