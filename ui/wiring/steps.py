"""What makes the page of each step and joins it to the session."""

from ui.wiring.ahead import AheadWiring
from ui.wiring.case import CaseWiring
from ui.wiring.compare import CompareWiring
from ui.wiring.decision import DecisionWiring
from ui.wiring.expect import ExpectWiring
from ui.wiring.options import OptionsWiring
from ui.wiring.person import PersonWiring
from ui.wiring.sign import SignWiring
from ui.wiring.tour import WiringOf
from ui.wiring.understanding import UnderstandingWiring
from ui.wiring.values import ValuesWiring
from ui.wiring.walk import WalkWiring

WIRINGS: WiringOf = {
    "person": PersonWiring,
    "case": CaseWiring,
    "options": OptionsWiring,
    "expect": ExpectWiring,
    "walk": WalkWiring,
    "ahead": AheadWiring,
    "compare": CompareWiring,
    "values": ValuesWiring,
    "understanding": UnderstandingWiring,
    "decision": DecisionWiring,
    "sign": SignWiring,
}
