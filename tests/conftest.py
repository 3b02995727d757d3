"""The harness: no screen, one font, no network; stray logs, windows and dialogs fail a test."""

import gc
import os
from itertools import count

import hypothesis
import pytest

from spinecounsel.paths import HOME_VARIABLE
from tests.helpers import network

pytest_plugins = [
    "tests.helpers.application",
    "tests.helpers.clock",
    "tests.helpers.logs",
    "tests.helpers.windows",
]

# Qt reads these when the application is made, later than this.
os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1"}
for _variable in ("QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_SCREEN_SCALE_FACTORS"):
    os.environ.pop(_variable, None)

network.forbid()

# An object of Qt that is collected in another thread brings the process down: garbage is
# collected between tests only, in the thread that runs them.
gc.set_threshold(0)
_ended = count(1)
_TESTS_BETWEEN = 40

hypothesis.settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    max_examples=40,
    database=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.register_profile("search", deadline=None, max_examples=1000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session", autouse=True)
def _data_of_nobody(tmp_path_factory):
    """No test ever sees, or writes, what a person keeps on this machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(tmp_path_factory.mktemp("data")))
        yield


@pytest.hookimpl(trylast=True)
def pytest_runtest_logfinish():
    """Collect garbage now and then."""
    if next(_ended) % _TESTS_BETWEEN == 0:
        gc.collect()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Let fixtures know whether the test itself failed (``item.has_failed``)."""
    report = yield
    item.has_failed = getattr(item, "has_failed", False) or report.failed
    return report
