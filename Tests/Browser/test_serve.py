"""`rutter serve` in a real browser: files are edited, open pages follow."""

import json
import pathlib
import re
import signal
import subprocess
import time
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

from conftest import RUTTER

LONG = "\n\n".join(f"Paragraph {number} of a long note." for number in range(80))
VOLUME = f"""---
title: Volume
kind: concept
---

A volume keeps data beyond its container.

> [!NOTE]- More about it
> It is a folder that the engine keeps.

[A link](image.md) to go to.

```sh tab="one"
echo one
```

```sh tab="two"
echo two
```

## Long

{LONG}

## End

![](box.svg)
"""
BOX = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="20"><rect width="{0}" height="20"/></svg>'


class Serving:
    """A small site in a folder, and the program that serves it."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.write("content/site.yaml", "title: Notes\n")
        self.write("content/index.md", "# Notes\n\nAll of them.\n")
        self.write("content/docker/volume.md", VOLUME)
        self.write("content/docker/image.md", "# Image\n\nAn image is what a container starts from.\n")
        self.write("content/docker/box.svg", BOX.format(40))
        self.write("templates/partials/footer.mustache", '<footer class="foot"><p>First foot</p></footer>\n')
        self.port = 0
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [RUTTER, "serve", self.folder, "--port", str(self.port)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        line = self.process.stdout.readline()
        assert line.startswith("http://"), line + self.process.stderr.read()
        self.address = line.split()[0].rstrip("/")
        self.port = int(self.address.rsplit(":", 1)[1])

    def stop(self) -> float:
        """Ends it as Ctrl-C does, and gives the seconds that took."""
        if self.process.poll() is not None:
            return 0
        began = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(10) == 0
        return time.monotonic() - began

    def write(self, name: str, text: str):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str):
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))


@pytest.fixture
def serving(tmp_path):
    serving = Serving(tmp_path)
    yield serving
    serving.stop()


@pytest.fixture
def volume(serving, chromium):
    page = chromium.new_page(viewport={"width": 1200, "height": 800})
    page.goto(serving.address + "/docker/volume/")
    page.evaluate("window.isOld = true")
    page.wait_for_timeout(300)
    yield page
    page.close()


def is_same_document(page) -> bool:
    return page.evaluate("window.isOld === true")


def test_an_edit_is_seen_and_the_reader_keeps_the_place(serving, volume):
    volume.get_by_text("More about it").click()
    volume.get_by_role("link", name="A link").focus()
    volume.evaluate("scrollTo(0, document.getElementById('end').offsetTop - 300)")
    volume.wait_for_timeout(100)
    before = volume.locator("#end").bounding_box()["y"]
    serving.edit("content/docker/volume.md", "A volume keeps data", "A first line that is new.\n\nA volume keeps data")
    expect(volume.get_by_text("A first line that is new.").last).to_be_attached()
    assert abs(volume.locator("#end").bounding_box()["y"] - before) < 3
    assert volume.evaluate("document.activeElement.textContent") == "A link"
    assert volume.locator("details.callout, details.fold.note, details").filter(has_text="More about it").first.evaluate("e => e.open")
    assert is_same_document(volume)


def test_new_code_is_equipped_and_tabs_stay(serving, volume):
    volume.get_by_role("tab", name="two").click()
    serving.edit("content/docker/volume.md", "echo two", "echo three")
    expect(volume.get_by_text("echo three")).to_be_visible()
    expect(volume.get_by_role("tab", name="two")).to_have_attribute("aria-selected", "true")
    assert volume.locator(".tabs .tablist").count() == 1
    serving.edit("content/docker/volume.md", "## End\n", "## End\n\n```sh\necho four\n```\n")
    figure = volume.locator("figure.code").filter(has_text="echo four")
    expect(figure.get_by_role("button", name="Copy")).to_be_attached()
    assert is_same_document(volume)


def test_the_colour_scheme_stays(serving, volume):
    volume.keyboard.press("t")
    scheme = volume.evaluate("document.documentElement.dataset.scheme")
    serving.edit("content/docker/volume.md", "A volume keeps data", "A volume holds data")
    expect(volume.get_by_text("A volume holds data").first).to_be_attached()
    assert volume.evaluate("document.documentElement.dataset.scheme") == scheme == "light"


def test_a_title_reaches_the_menus_of_other_pages(serving, volume):
    serving.edit("content/docker/image.md", "# Image", "# Container image")
    expect(volume.locator(".drawer").get_by_text("Container image")).to_be_attached()
    assert is_same_document(volume)


def test_a_finding_is_shown_and_goes_when_it_is_mended(serving, volume):
    overlay = volume.locator("rutter-findings")
    expect(overlay).to_have_count(0)
    serving.edit("content/docker/volume.md", "(image.md)", "(imago.md)")
    expect(overlay.get_by_role("status")).to_contain_text(re.compile(r"volume\.md:\d+:\d+: error\[notes/broken-link\]"))
    expect(overlay.locator(".help")).not_to_be_empty()
    serving.edit("content/docker/volume.md", "(imago.md)", "(image.md)")
    expect(overlay).to_have_count(0)
    assert is_same_document(volume)


def test_a_finding_can_be_hidden(serving, volume):
    serving.edit("content/docker/volume.md", "(image.md)", "(imago.md)")
    volume.locator("rutter-findings").get_by_role("button", name="Hide").click()
    expect(volume.locator("rutter-findings")).to_have_count(0)


def test_a_broken_template_keeps_the_last_good_page(serving, volume):
    serving.write("templates/partials/footer.mustache", "<footer>{{#site}}</footer>\n")
    expect(volume.locator("rutter-findings").get_by_role("status")).to_contain_text("footer.mustache:1")
    expect(volume.get_by_text("First foot")).to_be_visible()
    fresh = urllib.request.urlopen(serving.address + "/docker/volume/").read().decode()
    assert "First foot" in fresh
    serving.write("templates/partials/footer.mustache", '<footer class="foot"><p>Second foot</p></footer>\n')
    expect(volume.get_by_text("Second foot")).to_be_visible()
    expect(volume.locator("rutter-findings")).to_have_count(0)


def test_a_style_is_taken_over_without_loading_the_page(serving, volume):
    (serving.folder / "templates/assets").mkdir()
    serving.write("templates/assets/rutter.css", "h1 { color: rgb(1, 2, 3) }\n")
    expect(volume.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")
    assert is_same_document(volume)


def test_a_picture_is_asked_for_again(serving, volume):
    picture = volume.locator("#main img").last
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("naturalWidth", 40)
    serving.write("content/docker/box.svg", BOX.format(90))
    expect(picture).to_have_js_property("naturalWidth", 90)


def test_a_page_comes_and_goes(serving, chromium):
    page = chromium.new_page()
    page.goto(serving.address + "/docker/new/")
    expect(page.get_by_role("heading", name="Page not found")).to_be_visible()
    serving.write("content/docker/new.md", "# A new note\n\nWith text.\n")
    expect(page.get_by_role("heading", name="A new note")).to_be_visible()
    (serving.folder / "content/docker/new.md").unlink()
    expect(page.get_by_role("heading", name="Page not found")).to_be_visible()
    page.close()


def test_all_open_pages_follow(serving, chromium):
    pages = [chromium.new_page() for _ in range(3)]
    for page in pages:
        page.goto(serving.address + "/docker/image/")
    for number in range(5):
        serving.write("content/docker/image.md", f"# Image\n\nText number {number} of it.\n")
        for page in pages:
            expect(page.locator("#main .text").get_by_text(f"Text number {number} of it.")).to_be_attached()
    for page in pages:
        page.close()


def test_a_page_follows_the_server_through_a_restart(serving, volume):
    serving.stop()
    serving.edit("content/docker/volume.md", "A volume keeps data", "A volume outlives the server; it keeps data")
    serving.start()
    expect(volume.get_by_text("A volume outlives the server").first).to_be_attached(timeout=15_000)


def test_the_search_follows(serving, volume):
    serving.write("content/docker/zebra.md", "# Zebra crossing\n\nA striped word.\n")
    expect(volume.locator(".drawer").get_by_text("Zebra crossing")).to_be_attached()
    volume.keyboard.press("/")
    volume.keyboard.type("zebra")
    expect(volume.get_by_role("option").first).to_contain_text("Zebra crossing")


def test_reviews_are_kept_beside_the_notes(serving, chromium):
    log = serving.folder / "content/rutter.study.jsonl"
    page = chromium.new_page()
    page.goto(serving.address + "/study/")
    page.locator("#study-title").wait_for()
    page.keyboard.press("Enter")
    page.locator(".front").wait_for()
    page.keyboard.press("Space")
    page.keyboard.press("4")
    for _ in range(100):
        if log.exists() and log.read_text():
            break
        time.sleep(0.05)
    (line,) = log.read_text().splitlines()
    assert json.loads(line)["grade"] == 4
    answered = urllib.request.urlopen(serving.address + "/-/study").read().decode()
    assert answered == line + "\n"
    page.close()
    again = chromium.new_page()
    again.goto(serving.address + "/study/")
    expect(again.locator(".keeping p").first).to_contain_text("1 review")
    again.close()
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(serving.address + "/rutter.study.jsonl")


def test_a_note_that_is_edited_changes_its_cards(serving, chromium):
    page = chromium.new_page()
    page.goto(serving.address + "/study/")
    page.locator("#study-title").wait_for()
    serving.edit("content/docker/image.md", "An image is", "What is a zebra? :: A striped horse.\n\nAn image is")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    assert "zebra" in urllib.request.urlopen(serving.address + "/study/").read().decode()
    page.close()


def test_an_open_page_does_not_delay_the_end(serving, volume):
    assert serving.stop() < 0.5  # 0.2 on an idle machine; see Tests/Benchmarks/serve
    assert volume.locator("h1").inner_text() == "Volume"


@pytest.mark.parametrize(
    "path, headers, status",
    [
        ("/docker/volume", {}, 200),
        ("/nowhere/", {}, 404),
        ("/docker/", {}, 200),
        ("/..%2f..%2fetc/passwd", {}, 404),
        ("/site.yaml", {}, 404),
        ("/docker/volume/", {"Host": "evil.example"}, 421),
    ],
)
def test_addresses(serving, path, headers, status):
    request = urllib.request.Request(serving.address + path, headers=headers)
    try:
        found = urllib.request.urlopen(request).status
    except urllib.error.HTTPError as error:
        found = error.code
    assert found == status or (status == 421 and found in (400, 403, 421)) or (status == 404 and found == 400)


def test_a_port_in_use_is_told(serving):
    done = subprocess.run(
        [RUTTER, "serve", serving.folder, "--port", str(serving.port)], capture_output=True, text=True, timeout=20, check=False
    )
    assert done.returncode == 2
    assert f"Port {serving.port} is in use" in done.stderr
    assert "--port auto" in done.stderr
