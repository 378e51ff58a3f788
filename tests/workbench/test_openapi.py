import json
from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings

from qualcode.model import CoderRole
from qualcode.workbench.openapi import description
from tests.workbench.conftest import Browser, Services

ENDLESS = "get_events"
"""A stream without an end: tested elsewhere."""

LAST = ("undo", "redo")
"""What would take the study apart before the others are tried."""


def test_the_description_is_made_without_a_project_and_names_every_route() -> None:
    said = json.loads(description())
    assert said["openapi"].startswith("3.1")
    operations = [each["operationId"] for path in said["paths"].values() for each in path.values()]
    assert len(operations) == len(set(operations))
    assert {"get_reader", "add_codings", "change_coding", "get_touches", "get_queue"} <= set(operations)
    assert all(path.startswith("/api/") for path in said["paths"])


@pytest.fixture
def known(rani: Browser) -> dict[str, str]:
    """Names that requests are to use, so that they come further than to what is missing."""
    made = rani.mark("W1-zul", "belajar sendiri", "awareness")["coding"]
    theme = rani.post("/themes", status=201, name="swadaya", claim="Orang belajar sendiri.")
    memo = rani.post("/memos", status=201, text="Catatan", source="W1-zul")["memo"]
    return {"source": "W1-zul", "name": "W1-zul", "code": "capital", "coding": made["id"],
            "coding_id": made["id"], "key": "motivation", "into": "capacity", "theme": "swadaya",
            "theme_id": theme["id"], "memo_id": memo["id"]}  # fmt: skip


def test_no_request_of_a_coder_fails_in_a_way_it_should_not(rani: Browser, known: dict[str, str]) -> None:
    assert _failing(rani, known) == []


def test_no_request_of_a_supervisor_does(rani: Browser, known: dict[str, str], services: Services) -> None:
    rani.project.set_coder("sri", role=CoderRole.SUPERVISOR)
    assert _failing(services.browser("sri"), known) == []


def test_none_does_where_the_project_can_only_be_read_and_nothing_is_written(
    rani: Browser, known: dict[str, str], services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qualcode.store.engine.can_write", lambda path: False)  # root may write everywhere
    reader = services.browser("rani")
    before = reader.get("/project")
    assert before["writable"] is False
    assert _failing(reader, known, allowed=503) == []
    assert "cannot be written" in reader.post("/undo", status=503)["what"]
    assert reader.get("/project")["seq"] == before["seq"]


def _failing(browser: Browser, known: dict[str, str], *, allowed: int = 0) -> list[tuple[str, str, str]]:
    """Try every operation a few times, and return what failed; `allowed` is a status of those that write."""
    schema = schemathesis.openapi.from_dict(json.loads(description()))
    found: list[Any] = [result.ok() for result in schema.get_all_operations()]  # type: ignore[union-attr]  # a fault in the description fails here
    found.sort(key=lambda each: LAST.index(_name(each)) if _name(each) in LAST else -1)
    failed = []

    def call(case: Any) -> None:
        for part in (case.path_parameters, case.query, case.body):
            if isinstance(part, dict):
                part.update({field: known[field] for field in part.keys() & known.keys()})
        response = case.call(base_url=str(browser.http.base_url), cookies=dict(browser.http.cookies))
        if response.status_code >= 500 and (case.method == "GET" or response.status_code != allowed):
            failed.append((case.method, case.path, response.text))

    for operation in found:
        if _name(operation) != ENDLESS:
            _a_few(operation, call)
    return failed


def _name(operation: Any) -> str:
    name: str = operation.definition.raw["operationId"]
    return name


def _a_few(operation: Any, call: Callable[[Any], None]) -> None:
    tried = given(case=operation.as_strategy())(call)
    settings(
        max_examples=4, phases=[Phase.generate], deadline=None, database=None, derandomize=True,
        suppress_health_check=list(HealthCheck),
    )(tried)()  # fmt: skip
