"""Links to other sites: rutter check --external-links against a server of our own."""

import collections
import http.server
import json
import os
import subprocess
import threading
import time

import pytest
from conftest import RUTTER


class Web:
    """A server that answers as told, and remembers what it was asked."""

    def __init__(self):
        self.asked = []
        self.busy = collections.Counter()
        self.most_busy = 0
        self.lock = threading.Lock()
        web = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                with web.lock:
                    web.asked.append((self.command, self.path, time.monotonic(), self.headers.get("User-Agent")))
                    count = sum(1 for _, path, *_ in web.asked if path == self.path)
                    web.busy["now"] += 1
                    web.most_busy = max(web.most_busy, web.busy["now"])
                try:
                    status, headers, body = web.pages(self.command, self.path, count)
                    self.send_response(status)
                    for name, value in headers.items():
                        self.send_header(name, value)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    if self.command != "HEAD":
                        self.wfile.write(body)
                finally:
                    with web.lock:
                        web.busy["now"] -= 1

            do_GET = do_HEAD = answer

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def pages(self, method, path, count):
        html = {"Content-Type": "text/html; charset=utf-8"}
        if path.startswith("/fine"):
            return 200, html, b"<h1 id=top-part>Fine</h1><a name='old'>x</a><p id=\"user-content-readme\">"
        if path == "/slow":
            time.sleep(0.2)
            return 200, html, b""
        if path == "/never":
            time.sleep(5)
            return 200, html, b""
        if path == "/moved":
            return 301, {"Location": "/moved-too"}, b""
        if path == "/moved-too":
            return 308, {"Location": f"{self.address}/fine/new?a=1&b=2"}, b""
        if path == "/elsewhere-today":
            return 302, {"Location": "/fine"}, b""
        if path == "/moved-then-today":
            return 301, {"Location": "/elsewhere-today"}, b""
        if path == "/circle":
            return 302, {"Location": "/circle"}, b""
        if path == "/nowhere":
            return 301, {}, b""
        if path == "/no-head":
            return (405, {}, b"") if method == "HEAD" else (200, html, b"")
        if path == "/lies-to-head":
            return (404, {}, b"") if method == "HEAD" else (200, html, b"")
        if path == "/gone":
            return 410, {}, b""
        if path == "/private":
            return 403, {}, b""
        if path == "/broken":
            return 500, {}, b""
        if path == "/recovers":
            return (500 if count == 1 else 200), html, b""
        if path == "/busy":
            return (429, {"Retry-After": "1"}, b"") if count == 1 else (200, html, b"")
        if path == "/busy-for-long":
            return 503, {"Retry-After": "86400"}, b""
        if path == "/text":
            return 200, {"Content-Type": "text/plain"}, b"no parts here"
        return 404, html, b"<h1 id=x>Not here</h1>"

    def count(self, path):
        return sum(1 for _, asked, *_ in self.asked if asked == path)


@pytest.fixture()
def web():
    web = Web()
    yield web
    web.server.shutdown()


class Site:
    def __init__(self, folder, web):
        self.folder, self.web = folder, web
        (folder / "content").mkdir()
        self.settings = "external-links:\n  delay: 0\n"

    def check(self, *links, options=(), environment=None):
        """What is found of links, by path, and how the program ended."""
        (self.folder / "content/site.yaml").write_text(self.settings)
        text = "".join(f"- [x](<{self.web.address}{link}>)\n" if link.startswith("/") else f"- [x](<{link}>)\n" for link in links)
        (self.folder / "content/index.md").write_text("# Home\n\n" + text)
        command = [RUTTER, "check", ".", "--external-links", "--link-cache", "cache.json", "--format", "json", *options]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False, env=environment, timeout=60)
        self.errors, self.code = done.stderr, done.returncode
        if done.returncode > 1:
            return None
        self.report = json.loads(done.stdout)
        return {links[d["start"]["line"] - 3]: d["rule"].removeprefix("links/") for d in self.report["diagnostics"]}


@pytest.fixture()
def site(tmp_path, web):
    return Site(tmp_path, web)


def test_answers_are_understood(site, web):
    expected = {
        "/fine": None, "/fine#top-part": None, "/fine#old": None, "/fine#readme": None, "/fine#top": None,
        "/fine#/route": None, "/fine#missing": "missing-fragment", "/text#L10": None,
        "/gone": "dead-address", "/gone?again": "dead-address", "/nothing/here": "dead-address",
        "/private": None, "/no-head": None, "/lies-to-head": None, "/broken": "unreachable-address",
        "/recovers": None, "/circle": "unreachable-address", "/nowhere": "unreachable-address",
        "/moved": "moved-address", "/moved-then-today": "moved-address", "/elsewhere-today": None,
        "/busy": None, "/busy-for-long": "unreachable-address",
    }  # fmt: skip
    assert site.check(*expected) == {link: rule for link, rule in expected.items() if rule}
    assert site.code == 1
    severities = {d["rule"]: d["severity"] for d in site.report["diagnostics"]}
    assert severities == {
        "links/dead-address": "error", "links/unreachable-address": "warning",
        "links/missing-fragment": "warning", "links/moved-address": "info",
    }  # fmt: skip


def test_nothing_is_asked_without_being_told(site, web):
    (site.folder / "content/index.md").write_text(f"# Home\n\n<{web.address}/gone>\n")
    done = subprocess.run([RUTTER, "check", "."], cwd=site.folder, capture_output=True, check=False)
    assert done.returncode == 0 and web.asked == []


def test_a_page_is_asked_for_with_head_first_and_read_only_for_its_parts(site, web):
    site.check("/fine", "/no-head", "/fine/2#old")
    methods = {(method, path) for method, path, *_ in web.asked}
    assert methods == {("HEAD", "/fine"), ("HEAD", "/no-head"), ("GET", "/no-head"), ("GET", "/fine/2")}
    assert all(agent.startswith("Rutter/") for *_, agent in web.asked)


def test_a_moved_page_gets_its_new_address_if_asked(site, web):
    site.check("/moved", "/moved#part", "/moved-then-today")
    fixes = [d["fix"] for d in site.report["diagnostics"] if d["rule"] == "links/moved-address"]
    assert [fix["edits"][0]["text"] for fix in fixes] == [
        f"{web.address}/fine/new?a=1&b=2", f"{web.address}/elsewhere-today",
    ]  # fmt: skip
    assert not any(fix["safe"] for fix in fixes)
    site.check("/moved", options=["--fix"])
    assert "/moved>" in (site.folder / "content/index.md").read_text()
    assert site.check("/moved", options=["--unsafe-fixes"]) == {}
    assert (site.folder / "content/index.md").read_text() == f"# Home\n\n- [x](<{web.address}/fine/new?a=1&b=2>)\n"


def test_every_address_is_asked_for_once(site, web):
    site.check("/fine", "/fine", "/fine", "/gone", "/gone")
    assert web.count("/fine") == 1
    assert len(site.report["diagnostics"]) == 2


def test_what_was_fine_lately_is_not_asked_for_again(site, web):
    site.check("/fine", "/moved", "/gone")
    before = web.count("/fine"), web.count("/moved"), web.count("/gone")
    assert site.check("/fine", "/moved", "/gone") == {"/moved": "moved-address", "/gone": "dead-address"}
    assert (web.count("/fine"), web.count("/moved")) == before[:2]
    assert web.count("/gone") > before[2]
    cache = site.folder / "cache.json"
    links = json.loads(cache.read_text())["links"]
    assert [link["address"] for link in links] == [f"{web.address}/fine", f"{web.address}/moved"]
    # An answer of eight days ago does not count any more, nor does a broken file.
    for link in links:
        link["time"] -= 8 * 86400
    for text in (json.dumps({"version": 1, "links": links}), "{"):
        cache.write_text(text)
        asked = web.count("/fine")
        site.check("/fine")
        assert web.count("/fine") == asked + 1


def test_settings_leave_addresses_out(site, web):
    site.settings += f"  ignore: ['{web.address}/go*', '*/private']\n"
    assert site.check("/gone", "/private", "/nothing") == {"/nothing": "dead-address"}
    assert web.count("/gone") == web.count("/private") == 0


def test_settings_are_checked(site):
    site.settings = "external-links:\n  dealy: 1\n  days: never\n"
    (site.folder / "content/site.yaml").write_text(site.settings)
    (site.folder / "content/index.md").write_text("# Home\n")
    done = subprocess.run([RUTTER, "check", "."], cwd=site.folder, capture_output=True, text=True, check=False)
    assert "did you mean 'delay'?" in done.stdout and "'days' takes a whole number" in done.stdout


def test_a_server_is_left_time_to_breathe(site, web):
    site.settings = "external-links:\n  delay: 100\n"
    site.check(*[f"/fine/{number}" for number in range(8)])
    times = sorted(when for *_, when, _ in web.asked)
    assert min(b - a for a, b in zip(times, times[1:])) > 0.05
    assert times[-1] - times[0] > 0.6


def test_no_more_than_two_questions_at_a_time_to_one_server(site, web):
    site.check(*[f"/slow?{number}" for number in range(2)], *["/slow"] * 3)
    web.pages = lambda *_: (time.sleep(0.2), (200, {}, b""))[1]
    site.check(*[f"/other?{number}" for number in range(10)])
    assert web.most_busy == 2


def test_who_asks_to_be_left_alone_is_left_alone(site, web):
    assert site.check("/busy", "/fine") == {}
    asked = [when for _, path, when, _ in web.asked if path == "/busy"]
    assert len(asked) == 2 and asked[1] - asked[0] >= 1


def test_a_silent_server_is_given_up(site, web):
    site.settings += "  timeout: 1\n"
    start = time.monotonic()
    assert site.check("/never") == {"/never": "unreachable-address"}
    assert time.monotonic() - start < 10
    assert "timed out" in site.report["diagnostics"][0]["message"]


def test_a_server_that_is_not_there_is_told(site):
    found = site.check("http://127.0.0.1:9/", "http://no-such-host.invalid/x")
    assert set(found.values()) == {"unreachable-address"}
    assert site.code == 0


def test_addresses_cannot_be_options_or_other_protocols(site, web):
    site.web = type("Nowhere", (), {"address": ""})
    links = [f'{web.address}/fine?"%0aoutput="/tmp/x"', f"{web.address}/fine?\\", f"{web.address}/[1-9]", f"{web.address}/{{a,b}}"]
    site.check(*links)
    assert all(path.startswith(("/fine", "/[1-9]", "/{a,b}", "/%7B")) for _, path, *_ in web.asked)
    web.pages = lambda *_: (301, {"Location": "file:///etc/passwd"}, b"")
    assert site.check(f"{web.address}/x") == {f"{web.address}/x": "unreachable-address"}


def test_without_curl_you_are_told_how_to_get_it(site, tmp_path):
    site.check("/fine", environment={"PATH": str(tmp_path / "empty")})
    assert site.code == 2
    assert "curl cannot be started" in site.errors and "apt-get install curl" in site.errors
    # Where nothing has to be asked, nothing is missing.
    assert site.check(environment={"PATH": str(tmp_path / "empty")}) == {}


def test_many_servers_are_asked_side_by_side(site, web):
    others = [Web() for _ in range(6)]
    for other in others:
        other.pages = lambda *_: (time.sleep(0.5), (200, {}, b""))[1]
    start = time.monotonic()
    assert site.check(*[f"{other.address}/{number}" for other in others for number in range(2)]) == {}
    assert time.monotonic() - start < 6 * 2 * 0.5 / 2
    for other in others:
        other.server.shutdown()


def test_the_cache_lies_where_caches_lie(site, web):
    home = site.folder / "home"
    environment = {**os.environ, "HOME": str(home)}
    environment.pop("XDG_CACHE_HOME", None)
    (site.folder / "content/index.md").write_text(f"# Home\n\n<{web.address}/fine>\n")
    subprocess.run([RUTTER, "check", ".", "--external-links"], cwd=site.folder, env=environment, check=True, capture_output=True)
    assert (home / ".cache/rutter/links.json").is_file()
