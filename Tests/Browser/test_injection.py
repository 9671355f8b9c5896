"""No text of a note ever runs: not when a page is opened, nor when all of it is clicked."""

import pathlib

import pytest

WATCH = """
window.pwned = []
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = text => window.pwned.push(String(text))
"""

ACTIVE = """() => [
  ...[...document.querySelectorAll("*")].flatMap(element => [...element.attributes]
    .filter(attribute => attribute.name.startsWith("on"))
    .map(attribute => `${element.localName} ${attribute.name}`)),
  ...[...document.querySelectorAll("a[href], area[href], form[action], iframe, object, embed, base, img[src]")]
    .map(element => element.href ?? element.action ?? element.src ?? element.localName)
    .filter(address => /^\\s*(javascript|data|vbscript|view-source):/i.test(String(address))),
  ...[...document.scripts].map(script => script.getAttribute("src") ?? "inline").filter(source => !/\\.js$/.test(source)),
]"""


def pages(folder):
    return sorted(path.relative_to(folder).as_posix() for path in pathlib.Path(folder).rglob("*.html"))


@pytest.mark.parametrize("scripts", [True, False])
def test_nothing_of_a_hostile_note_is_active(chromium, hostile, hostile_folder, scripts):
    context = chromium.new_context()
    if scripts:
        context.add_init_script(WATCH)
    page = context.new_page()
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    names = pages(hostile_folder)
    assert len(names) > 2
    for name in names:
        page.goto(f"{hostile}/{name.replace('%', '%25').replace('?', '%3F').replace('#', '%23')}")
        if 'http-equiv="refresh"' not in page.content():
            assert page.evaluate(ACTIVE) == [], name
        if scripts:
            assert page.evaluate("window.pwned") == [], name
    assert dialogs == []
    context.close()


def test_nothing_runs_when_all_is_clicked_and_pointed_at(chromium, hostile):
    context = chromium.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(hostile + "/")
    page.evaluate(
        """() => {
          addEventListener("click", event => event.preventDefault())
          for (const element of document.querySelectorAll("body *")) {
            for (const type of ["mouseover", "mouseenter", "focus", "click", "toggle", "error", "load"]) {
              element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }))
            }
          }
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.pwned") == []
    context.close()


def test_the_text_of_a_hostile_note_is_shown_as_it_is(hostile, open_page):
    page = open_page(hostile + "/", may_miss=True)
    text = page.locator("main").inner_text()
    for part in ["<script>alert('html')</script>", "<script>alert('cell')</script>", "<script>alert('heading')</script>"]:
        assert part in text
