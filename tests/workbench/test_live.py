import json
from collections.abc import Iterator
from typing import Any

from tests.workbench.conftest import Browser, Services


def messages(browser: Browser, **query: Any) -> Iterator[dict[str, Any]]:
    with browser.http.stream("GET", "/api/events", params=query) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        for line in stream.iter_lines():
            if line.startswith("data: "):
                yield json.loads(line.removeprefix("data: "))


def test_a_tab_hears_what_is_done_elsewhere(rani: Browser, services: Services) -> None:
    heard = messages(rani)
    now = next(heard)["seq"]
    assert now == rani.get("/project")["seq"]
    services.study.opened_by("rani").code("W1-zul", "Modal keluarga", "capital")  # as a notebook does
    moved = next(heard)
    assert (moved["seq"], moved["kinds"], moved["actors"]) == (now + 1, ["coding"], ["rani"])
    heard.close()  # type: ignore[attr-defined]  # a generator


def test_a_tab_that_was_away_hears_what_it_missed(rani: Browser) -> None:
    seen = rani.get("/project")["seq"]
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    heard = messages(rani, since=seen)
    assert [next(heard)["seq"], next(heard)["seq"]] == [seen, seen + 1]
    heard.close()  # type: ignore[attr-defined]  # a generator


def test_a_tab_hears_of_suggestions_which_are_no_part_of_the_history(rani: Browser) -> None:
    heard = messages(rani)
    before = next(heard)
    assert before["suggested"] == rani.get("/project")["suggested"]
    rani.project.suggest(method="keywords")
    moved = next(heard)
    assert (moved["seq"], moved["kinds"]) == (before["seq"], ["suggestion"])
    assert moved["suggested"] == rani.get("/project")["suggested"] != before["suggested"]
    heard.close()  # type: ignore[attr-defined]  # a generator


def test_a_stream_that_is_open_does_not_keep_the_service_from_stopping(
    rani: Browser, services: Services
) -> None:
    heard = messages(rani)
    next(heard)
    services.running[0][0].stop()
    assert list(heard) == []
    services.running[0][1].join(timeout=5)
    assert not services.running[0][1].is_alive()
