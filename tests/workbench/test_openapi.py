import json
from collections.abc import Callable
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings

from qualcode.workbench.openapi import description
from tests.workbench.conftest import Browser

SLOW = {"get_events", "get_chart", "export", "undo", "redo"}
"""An endless stream, what takes long, and what would take the study apart: tested elsewhere."""


def test_the_description_is_made_without_a_project_and_names_every_route() -> None:
    said = json.loads(description())
    assert said["openapi"].startswith("3.1")
    operations = [each["operationId"] for path in said["paths"].values() for each in path.values()]
    assert len(operations) == len(set(operations))
    assert {"get_reader", "add_codings", "change_coding", "get_touches", "get_queue"} <= set(operations)
    assert all(path.startswith("/api/") for path in said["paths"])


def test_no_request_that_fits_the_description_fails_in_a_way_it_should_not(rani: Browser) -> None:
    made = rani.mark("W1-zul", "belajar sendiri", "awareness")["coding"]
    rani.post("/themes", status=201, name="swadaya", claim="Orang belajar sendiri.")
    known = {"source": "W1-zul", "code": "capital", "coding": made["id"], "coding_id": made["id"],
             "key": "motivation", "into": "capacity", "theme": "swadaya"}  # fmt: skip
    schema = schemathesis.openapi.from_dict(json.loads(description()))
    failed = []
    for result in schema.get_all_operations():
        operation: Any = result.ok()  # type: ignore[union-attr]  # a fault in the description fails here
        if operation.definition.raw["operationId"] in SLOW:
            continue

        def call(case: Any) -> None:
            name = "swadaya" if "themes" in case.path else "W1-zul"
            parts: tuple[Any, ...] = (
                case.path_parameters,
                case.body if isinstance(case.body, dict) else None,
            )
            for part in parts:
                for field in (part or {}).keys() & {*known, "name"}:
                    part[field] = {**known, "name": name}[field]
            response = case.call(base_url=str(rani.http.base_url), cookies=dict(rani.http.cookies))
            if response.status_code >= 500:
                failed.append((case.method, case.path, response.text))

        _a_few(operation, call)
    assert failed == []


def _a_few(operation: Any, call: Callable[[Any], None]) -> None:
    tried = given(case=operation.as_strategy())(call)
    settings(
        max_examples=5, phases=[Phase.generate], deadline=None, database=None, derandomize=True,
        suppress_health_check=list(HealthCheck),
    )(tried)()  # fmt: skip
