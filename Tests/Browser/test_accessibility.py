"""axe finds no violation of WCAG 2.2 AA, nor of its best practices."""

import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = {
    "home": ("handbook", "/"),
    "section": ("handbook", "/docker/"),
    "note": ("handbook", "/rutter/note-syntax/"),
    "code that explains itself": ("handbook", "/docker/multi-stage-build/"),
    "topic": ("handbook", "/docker/image/"),
    "map": ("handbook", "/map/"),
    "every construct": ("sample", "/knots/everything/"),
    "not found": ("handbook", "/404.html"),
}


def violations(page):
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['help']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_no_violation(request, open_page, kind, scheme):
    site, path = PAGES[kind]
    page = open_page(request.getfixturevalue(site) + path, color_scheme=scheme)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_a_narrow_window_with_everything_open(sample, open_page, scheme):
    page = open_page(
        sample + "/knots/everything/", color_scheme=scheme, viewport={"width": 390, "height": 800}
    )
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert violations(page) == []


def test_axe_finds_no_violation_in_the_help(sample, open_page):
    page = open_page(sample + "/knots/everything/")
    page.keyboard.press("?")
    assert page.locator("dialog[open]").is_visible()
    assert violations(page) == []
