"""A service that really runs, on the small study, and browsers that were let in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

import httpx
import pytest

from qualcode.project import Project
from qualcode.workbench.server import Service
from tests.notation import utf16
from tests.study import Study


@dataclass
class Browser:
    """Somebody at the workbench: calls the API and expects an answer of a kind."""

    http: httpx.Client
    project: Project
    service: Service

    def get(self, path: str, *, status: int = 200, **query: Any) -> Any:
        return self._answer(self.http.get(f"/api{path}", params=query), status)

    def post(self, path: str, *, status: int = 200, **body: Any) -> Any:
        return self._answer(self.http.post(f"/api{path}", json=body), status)

    def patch(self, path: str, *, status: int = 200, **body: Any) -> Any:
        return self._answer(self.http.patch(f"/api{path}", json=body), status)

    def put(self, path: str, *, status: int = 200, **body: Any) -> Any:
        return self._answer(self.http.put(f"/api{path}", json=body), status)

    def delete(self, path: str, *, status: int = 200, **query: Any) -> Any:
        return self._answer(self.http.delete(f"/api{path}", params=query), status)

    def mark(self, source: str, words: str, code: str, *, status: int = 201, **notes: Any) -> Any:
        """Code words as a browser does: by their place in UTF-16."""
        text = self.get(f"/sources/{source}/reader")["text"]
        start, end = utf16(text, words)
        codes = [code] if code else []
        done = self.post("/codings", status=status, source=source, start=start, end=end, codes=codes, **notes)
        return {**done, "coding": done["codings"][0]} if status == 201 else done

    @staticmethod
    def _answer(response: httpx.Response, status: int) -> Any:
        assert response.status_code == status, response.text
        is_json = response.headers.get("content-type", "").startswith("application/json")
        return response.json() if is_json else response


@dataclass
class Services:
    """Starts services on a study, for one coder or another, and stops them in the end."""

    study: Study
    running: list[tuple[Service, Thread]] = field(default_factory=list)
    browsers: list[httpx.Client] = field(default_factory=list)

    def start(self, coder: str = "rani", *, port: int = 0) -> Service:
        return self._run(Service(self.study.opened_by(coder), port=port))

    def browser(self, coder: str = "rani") -> Browser:
        project = self.study.opened_by(coder)
        service = self._run(Service(project))
        http = httpx.Client(
            base_url=service.address.partition("/open")[0], timeout=30, follow_redirects=False
        )
        self.browsers.append(http)
        assert http.get(service.address).status_code == 303
        return Browser(http, project, service)

    def _run(self, service: Service) -> Service:
        thread = Thread(target=service.run, daemon=True)
        thread.start()
        self.running.append((service, thread))
        return service

    def stop(self) -> None:
        for http in self.browsers:
            http.close()
        for service, thread in self.running:
            service.stop()
            thread.join(timeout=10)
            assert not thread.is_alive()


@pytest.fixture
def services(study: Study) -> Iterator[Services]:
    found = Services(study)
    yield found
    found.stop()


@pytest.fixture
def rani(services: Services) -> Browser:
    """The coder who made the study, at the workbench."""
    return services.browser("rani")


@pytest.fixture
def at_work(services: Services) -> Callable[[str], Browser]:
    """A function that seats a coder at a workbench of their own."""
    return services.browser
