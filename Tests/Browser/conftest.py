"""Sites built by the real program, a server for them, and Debian's Chromium."""

import functools
import http.server
import os
import pathlib
import re
import shutil
import subprocess
import threading

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUTTER = pathlib.Path(os.environ.get("RUTTER", ROOT / ".build/release/rutter"))


def unpack(archive: pathlib.Path, folder: pathlib.Path) -> None:
    """Writes the files of a site archive that stand before its first command."""
    parts = re.split(r"^-- (.*) --\n", archive.read_text(encoding="utf-8"), flags=re.M)
    for name, content in zip(parts[1::2], parts[2::2]):
        if name.startswith("$ "):
            return
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def build(site: pathlib.Path, output: pathlib.Path, *options: str) -> pathlib.Path:
    """Builds a site and gives its folder."""
    done = subprocess.run(
        [RUTTER, "build", site, "--output", output, "--quiet", *options], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return output


class Server:
    """A static web server that answers with 404.html, as the usual ones do."""

    def __init__(self, folder: pathlib.Path, prefix: str = "", policy: str = ""):
        class Handler(http.server.SimpleHTTPRequestHandler):
            def end_headers(self):
                if policy:
                    self.send_header("Content-Security-Policy", policy)
                super().end_headers()

            def translate_path(self, path):
                if not path.startswith(prefix + "/"):
                    return str(folder / "no-such-file")
                return super().translate_path(path[len(prefix) :])

            def send_error(self, code, message=None, explain=None):
                body = (folder / "404.html").read_bytes()
                self.send_response(code)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        handler = functools.partial(Handler, directory=str(folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}{prefix}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()


@pytest.fixture(scope="session")
def handbook_folder(tmp_path_factory):
    """The site of content/, on the disk."""
    return build(ROOT, tmp_path_factory.mktemp("handbook") / "public")


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory):
    """A site with every construct, on the disk."""
    folder = tmp_path_factory.mktemp("sample")
    unpack(ROOT / "Tests/Browser/Sites/sample.txtar", folder)
    return build(folder, folder / "public")


@pytest.fixture(scope="session")
def hostile_folder(tmp_path_factory):
    """A site whose notes try to smuggle scripts in, on the disk."""
    folder = tmp_path_factory.mktemp("hostile")
    unpack(ROOT / "Tests/EndToEnd/Sites/injection.txtar", folder)
    return build(folder, folder / "public")


def served(folder, prefix=""):
    server = Server(folder, prefix)
    yield server.address
    server.close()


@pytest.fixture(scope="session")
def handbook(handbook_folder):
    """The address of the site of content/."""
    yield from served(handbook_folder)


@pytest.fixture(scope="session")
def sample(sample_folder):
    """The address of the sample, in a folder of its server."""
    yield from served(sample_folder, "/deep/in/a/folder")


@pytest.fixture(scope="session")
def hostile(hostile_folder):
    """The address of the hostile site."""
    yield from served(hostile_folder)


@pytest.fixture(scope="session")
def chromium():
    """The browser."""
    program = shutil.which("chromium")
    assert program, "chromium is not installed"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium):
    """Opens pages that fail the test when a script of theirs fails or a file is missing.

    No worker stands between them and the server: test_offline.py lets one.
    """
    contexts = []
    troubles = []

    def open_page(url, *, may_miss=False, **options):
        context = chromium.new_context(**{"service_workers": "block", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(f"{page.url}: {error}"))
        page.on("console", lambda said: troubles.append(f"{page.url}: {said.text}") if said.type == "error" and not may_miss else None)
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []
