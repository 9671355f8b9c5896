"""What a reader does: keys, copying, tabs, colours, and pages from the disk."""

import pytest
from playwright.sync_api import expect

EVERYTHING = "/knots/everything/"


@pytest.fixture
def everything(sample, open_page):
    return open_page(
        sample + EVERYTHING, color_scheme="light", permissions=["clipboard-read", "clipboard-write"]
    )


def pasted(page):
    expect(page.locator("[aria-live]")).to_have_text("Copied")
    return page.evaluate("navigator.clipboard.readText()")


def test_copying_a_console_takes_only_the_commands(everything):
    everything.locator("figure.code", has_text="Hello from Docker!").locator("button").click()
    assert pasted(everything) == "docker run --rm \\\n    hello\ndocker ps"


def test_copying_code_takes_all_of_it(everything):
    everything.locator("figure.code", has_text="FROM alpine").locator("button").click()
    text = pasted(everything)
    assert text.startswith("FROM alpine:3.20\nRUN apk add")
    assert text.endswith("echo done")


def test_links_in_code_are_no_part_of_what_is_copied(handbook, open_page):
    page = open_page(
        handbook + "/docker/multi-stage-build/", permissions=["clipboard-read", "clipboard-write"]
    )
    figure = page.locator("figure.code", has_text="FROM golang").first
    assert figure.locator("a.term", has_text="COPY").get_attribute("title")
    figure.locator("button").click()
    assert pasted(page).startswith("# syntax=docker/dockerfile:1\nFROM golang:1.26 AS build\nWORKDIR /src\nCOPY go.mod")


def test_the_copy_button_says_what_it_did(everything):
    button = everything.locator("figure.code button.copy").first
    button.click()
    expect(button).to_have_text("Copied")
    expect(everything.locator("[aria-live]")).to_have_text("Copied")


def test_tabs_turn_together_and_are_remembered(everything):
    everything.get_by_role("tab", name="Fedora").first.click()
    assert everything.get_by_text("dnf install docker").is_visible()
    assert everything.get_by_text("dnf remove docker").is_visible()
    assert everything.get_by_text("apt install docker").is_hidden()
    everything.reload()
    assert everything.get_by_text("dnf install docker").is_visible()


def test_tabs_are_turned_by_the_arrow_keys(everything):
    everything.get_by_role("tab", name="Debian").first.focus()
    everything.keyboard.press("ArrowRight")
    focused = everything.evaluate("document.activeElement.textContent")
    assert focused == "Fedora"
    assert everything.get_by_text("dnf install docker").is_visible()
    assert everything.url.endswith(EVERYTHING), "the arrow turned the page, too"


def test_the_colour_scheme_turns_and_is_remembered(everything):
    background = "getComputedStyle(document.body).backgroundColor"
    light = everything.evaluate(background)
    button = everything.locator("button.scheme")
    button.click()
    button.click()
    dark = everything.evaluate(background)
    assert dark != light
    everything.reload()
    assert everything.evaluate(background) == dark
    everything.goto(everything.url.replace(EVERYTHING, "/"))
    assert everything.evaluate(background) == dark
    everything.locator("button.scheme").click()
    assert everything.evaluate(background) == light


def test_the_arrow_keys_turn_pages(everything):
    everything.keyboard.press("ArrowRight")
    everything.wait_for_url("**/knots/reef/**")
    everything.keyboard.press("ArrowLeft")
    everything.wait_for_url("**" + EVERYTHING + "**")
    everything.keyboard.press("ArrowLeft")
    everything.wait_for_url("**/knots/bowline/**")


def test_the_question_mark_opens_help_and_escape_closes_it(everything):
    everything.keyboard.press("?")
    dialog = everything.locator("dialog[open]")
    assert dialog.get_by_text("Next page").is_visible()
    everything.keyboard.press("ArrowRight")
    assert everything.url.endswith(EVERYTHING)
    everything.keyboard.press("Escape")
    assert dialog.count() == 0


def test_shortcuts_of_one_character_can_be_switched_off(everything):
    everything.keyboard.press("?")
    everything.locator("dialog input[type=checkbox]").uncheck()
    everything.keyboard.press("Escape")
    everything.keyboard.press("?")
    assert everything.locator("dialog[open]").count() == 0


def test_the_first_tab_stop_skips_to_the_text(everything):
    everything.keyboard.press("Tab")
    assert everything.evaluate("document.activeElement.getAttribute('href')") == "#main"
    assert everything.locator(".skip").is_visible()
    everything.keyboard.press("Enter")
    assert everything.url.endswith("#main")


def test_every_stop_of_the_tab_key_is_seen(everything):
    """Each focused element lies in the window and has an outline or its like."""
    for _ in range(40):
        everything.keyboard.press("Tab")
        seen = everything.evaluate(
            """() => {
              const it = document.activeElement
              if (it === document.body) return "end"
              const box = it.getBoundingClientRect()
              const style = getComputedStyle(it)
              const marked = style.outlineStyle !== "none" || style.boxShadow !== "none"
              const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0
              return marked && inside ? "" : it.outerHTML.slice(0, 200)
            }"""
        )
        if seen == "end":
            break
        assert seen == ""


def test_pages_from_the_disk_lead_to_each_other(sample_folder, open_page):
    page = open_page(f"file://{sample_folder}/index.html")
    page.locator("main a", has_text="Everything").first.click()
    assert page.locator("h1").inner_text() == "Everything"
    page.locator("main a", has_text="wikilink").click()
    assert page.locator("h1").inner_text() == "Bowline"
    page.locator(".brand").click()
    assert page.locator("h1").inner_text() == "Ropes"
    assert page.evaluate("document.styleSheets.length") == 1


def test_pages_from_the_disk_need_no_script(sample_folder, open_page):
    page = open_page(f"file://{sample_folder}/index.html", java_script_enabled=False)
    page.locator("main a", has_text="Everything").first.click()
    assert page.locator("h1").inner_text() == "Everything"


def test_a_missing_page_says_so_at_any_depth(sample, open_page):
    page = open_page(sample + "/no/such/page/", may_miss=True)
    assert page.locator("h1").is_visible()
