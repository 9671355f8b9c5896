"""What was read is there without a network, and what is new reaches the reader."""

import pathlib
import re
import shutil

import pytest
from playwright.sync_api import expect

from conftest import ROOT, Server, build, unpack

READY = "navigator.serviceWorker.ready.then(kept => kept.active.state === 'activated' || new Promise(done => { kept.active.onstatechange = done }))"


@pytest.fixture
def knots(tmp_path):
    """A site of the test's own, with its server."""
    unpack(ROOT / "Tests/Browser/Sites/sample.txtar", tmp_path)
    note = tmp_path / "content/knots/bowline.md"
    note.write_text(note.read_text() + "\n\nWhat is it for? :: A loop that holds.\n")
    build(tmp_path, tmp_path / "public")
    server = Server(tmp_path / "public", "/in/a/folder")
    yield tmp_path, server
    server.close()


def visit(page, url):
    page.goto(url, wait_until="load")
    page.evaluate(READY)
    page.wait_for_function("navigator.serviceWorker.controller")


def test_pages_that_were_read_are_there_offline(knots, chromium):
    _, server = knots
    context = chromium.new_context()
    page = context.new_page()
    visit(page, server.address + "/")
    page.goto(server.address + "/knots/bowline/", wait_until="networkidle")
    context.set_offline(True)
    server.close()
    page.goto(server.address + "/knots/bowline/")
    assert page.locator("h1").inner_text() == "Bowline"
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).height") == "56px", "the style is missing"
    for path in ["/", "/map/", "/study/", "/study/index.html", "/study/?topic=knots/bowline"]:
        page.goto(server.address + path)
        assert page.locator("h1").count() == 1, path
    page.locator("#study-title").wait_for()
    page.keyboard.press("Enter")
    page.locator(".front").wait_for()
    page.goto(server.address + "/knots/reef-knot/")
    assert page.locator("h1").inner_text() == "You are offline"
    context.close()


def test_one_visit_is_enough_for_the_page_itself(knots, chromium):
    _, server = knots
    context = chromium.new_context()
    page = context.new_page()
    visit(page, server.address + "/")
    context.set_offline(True)
    page.reload()
    assert page.locator("h1").count() == 1
    context.close()


def test_a_new_build_reaches_the_reader(knots, chromium):
    folder, server = knots
    context = chromium.new_context()
    page = context.new_page()
    visit(page, server.address + "/")
    page.goto(server.address + "/knots/bowline/", wait_until="networkidle")
    first = page.evaluate("caches.keys()")

    note = folder / "content/knots/bowline.md"
    note.write_text(note.read_text().replace("A loop that holds.", "A loop that keeps its size.") + "\n\nNewly written.\n")
    build(folder, folder / "public")
    page.goto(server.address + "/knots/bowline/", wait_until="networkidle")
    page.evaluate("navigator.serviceWorker.getRegistration().then(kept => kept.update())")
    page.wait_for_function("first => caches.keys().then(names => !names.some(name => first.includes(name)))", arg=first)
    page.goto(server.address + "/knots/bowline/", wait_until="networkidle")
    assert page.get_by_text("Newly written.").is_visible()
    # What was read before is kept in its new wording, and nothing of the old build.
    context.set_offline(True)
    page.reload()
    assert page.get_by_text("Newly written.").is_visible()
    page.goto(server.address + "/study/")
    page.get_by_text("All cards").click()
    assert "keeps its size" in page.locator(".deck").text_content()
    context.close()


def test_an_edit_alone_reaches_the_reader_with_the_next_visit(knots, chromium):
    folder, server = knots
    context = chromium.new_context()
    page = context.new_page()
    visit(page, server.address + "/")
    page.goto(server.address + "/knots/bowline/", wait_until="networkidle")
    file = folder / "public/knots/bowline/index.html"
    file.write_text(file.read_text().replace("</h1>", ", anew</h1>"))
    page.goto(server.address + "/knots/bowline/", wait_until="networkidle")
    page.wait_for_timeout(200)
    page.reload(wait_until="networkidle")
    assert page.locator("h1").inner_text() == "Bowline, anew"
    context.close()


def test_a_site_that_gives_it_up_is_not_kept_any_more(knots, chromium):
    folder, server = knots
    context = chromium.new_context()
    page = context.new_page()
    visit(page, server.address + "/")
    settings = folder / "content/site.yaml"
    settings.write_text(settings.read_text() + "\noffline: false\n")
    build(folder, folder / "public")
    assert not (folder / "public/sw.js").exists()
    assert "data-worker" not in (folder / "public/index.html").read_text()
    page.reload(wait_until="networkidle")
    page.wait_for_timeout(200)
    page.reload(wait_until="networkidle")
    page.wait_for_function("navigator.serviceWorker.getRegistrations().then(all => all.length === 0)")
    context.close()


def test_the_worker_follows_from_content_alone(knots, tmp_path_factory):
    folder, _ = knots
    again = tmp_path_factory.mktemp("again")
    shutil.copytree(folder / "content", again / "content")
    build(again, again / "public", "--jobs", "1")
    assert (again / "public/sw.js").read_bytes() == (folder / "public/sw.js").read_bytes()
    version = lambda: re.search(r'version = "(\w+)"', (again / "public/sw.js").read_text())[1]
    before = version()
    note = again / "content/knots/bowline.md"
    note.write_text(note.read_text() + "\n\nAnother sentence.\n")
    build(again, again / "public")
    assert version() != before


def test_browsers_may_install_the_site(knots, chromium):
    import json

    folder, server = knots
    manifest = json.loads((folder / "public/manifest.webmanifest").read_text())
    assert manifest["start_url"] == manifest["scope"] == manifest["id"] == "./"
    assert [(shortcut["name"], shortcut["url"]) for shortcut in manifest["shortcuts"]] == [("Study", "study/"), ("Map", "map/")]
    context = chromium.new_context()
    page = context.new_page()
    visit(page, server.address + "/")
    errors = context.new_cdp_session(page).send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [error["errorId"] for error in errors if error["errorId"] != "in-incognito"] == []
    context.close()


def test_a_page_from_a_disk_registers_nothing(handbook_folder, open_page):
    page = open_page((pathlib.Path(handbook_folder) / "index.html").as_uri())
    page.wait_for_timeout(200)
    assert page.locator("h1").count() == 1
