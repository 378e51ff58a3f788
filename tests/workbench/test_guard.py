from contextlib import closing
from http.client import HTTPConnection

import httpx
import pytest

from qualcode.workbench.pages import STYLE_HASH
from tests.workbench.conftest import Browser, Services


def origin_of(services: Services) -> tuple[str, str]:
    address = services.start().address
    return address, address.partition("/open")[0]


def test_the_address_lets_in_one_browser_once(services: Services) -> None:
    address, origin = origin_of(services)
    let_in = httpx.get(address)
    assert (let_in.status_code, let_in.headers["location"]) == (303, "/")
    cookie = let_in.headers["set-cookie"]
    assert {"HttpOnly", "Path=/", "SameSite=strict"} <= {part.strip() for part in cookie.split(";")}
    late = httpx.get(address, headers={"Accept-Language": "id-ID,id;q=0.9"})
    assert late.status_code == 401
    assert "Pintu ini tertutup" in late.text
    assert STYLE_HASH in late.headers["content-security-policy"]
    jar = {cookie.partition("=")[0]: cookie.partition("=")[2].partition(";")[0]}
    with httpx.Client(base_url=origin, cookies=jar) as browser:
        assert browser.get("/api/project").status_code == 200
        assert browser.get(address).status_code == 303


@pytest.mark.parametrize("given", ["", "?token=", "?token=wrong", "?token=é"])
def test_no_other_address_opens_the_door(services: Services, given: str) -> None:
    _, origin = origin_of(services)
    assert httpx.get(f"{origin}/open{given}").status_code == 401


@pytest.mark.parametrize("path", ["/", "/api/project", "/api/openapi.json", "/assets/app.js", "/api/events"])
def test_nothing_is_answered_without_the_cookie(services: Services, path: str) -> None:
    _, origin = origin_of(services)
    assert httpx.get(origin + path, headers={"Cookie": "qualcode_1=x; ;=;"}).status_code == 401


def test_a_request_under_another_name_is_refused(rani: Browser) -> None:
    refused = rani.http.get("/api/project", headers={"Host": f"evil.example:{rani.service.port}"})
    assert (refused.status_code, refused.json()["what"]) == (
        403,
        "this service answers on this machine alone",
    )


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1"])
def test_a_request_of_another_page_is_refused(rani: Browser, origin: str) -> None:
    assert rani.http.post("/api/undo", headers={"Origin": origin}).status_code == 403


def test_a_request_of_the_workbenchs_own_page_is_answered(rani: Browser) -> None:
    own = f"http://127.0.0.1:{rani.service.port}"
    assert rani.http.get("/api/project", headers={"Origin": own}).status_code == 200


def test_every_answer_forbids_other_hosts_and_scripts_written_into_pages(rani: Browser) -> None:
    for path in ("/", "/api/project", "/api/nothing"):
        headers = rani.http.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "script-src 'self'; style-src 'self'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert not {"server", "access-control-allow-origin"} & headers.keys()


def test_a_request_that_is_too_large_is_refused_before_it_is_read(rani: Browser) -> None:
    connection = HTTPConnection("127.0.0.1", rani.service.port)
    with closing(connection):
        connection.putrequest("POST", "/api/sources")
        connection.putheader("Content-Length", "999999999999")
        connection.endheaders()
        assert connection.getresponse().status == 413


def test_a_request_that_does_not_say_how_long_it_is_is_counted(
    rani: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qualcode.workbench.guard.MOST", 10_000)
    blocks = (b"x" * 5000 for _ in range(4))
    assert rani.http.post("/api/memos", content=blocks).status_code in (400, 413)
