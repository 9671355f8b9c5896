"""A page reads well: without scripts, in any window, without jumping about."""

import gzip
import pathlib
import re

import pytest

EVERYTHING = "/knots/everything/"
WIDTHS = [320, 390, 768, 1024, 1440, 2200]

MEASURE_SHIFT = """
window.shift = 0
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.shift += entry.value
}).observe({ type: "layout-shift", buffered: true })
"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["/", "/knots/", EVERYTHING])
def test_nothing_sticks_out_of_the_window(sample, open_page, path, width):
    page = open_page(sample + path, viewport={"width": width, "height": 800})
    sizes = page.evaluate("[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]")
    assert sizes[0] <= sizes[1]


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", ["/", EVERYTHING])
def test_the_layout_does_not_shift(chromium, sample, path, width):
    context = chromium.new_context(viewport={"width": width, "height": 900})
    context.add_init_script(MEASURE_SHIFT)
    page = context.new_page()
    page.goto(sample + path, wait_until="networkidle")
    page.wait_for_timeout(300)
    assert page.evaluate("window.shift") == 0
    context.close()


def test_everything_can_be_read_without_scripts(sample, open_page):
    page = open_page(sample + EVERYTHING, java_script_enabled=False)
    for text in ["apt install docker", "dnf install docker", "Hello from Docker!", "The footnote.", "Term"]:
        assert page.get_by_text(text).first.is_visible(), text
    page.locator("summary", has_text="Folded").click()
    assert page.get_by_text("Hidden text.").is_visible()
    assert page.locator("button:visible").count() == 0, "a button that does nothing"
    page.locator("nav[aria-label='Previous and next page'] a[rel=next]").click()
    assert page.locator("h1").inner_text() == "Reef knot"


def test_the_navigation_works_without_scripts_in_a_narrow_window(sample, open_page):
    page = open_page(
        sample + EVERYTHING, java_script_enabled=False, viewport={"width": 390, "height": 800}
    )
    page.locator(".drawer > summary").click()
    page.locator(".drawer a", has_text="Bowline").click()
    assert page.locator("h1").inner_text() == "Bowline"


def test_nothing_is_fetched_from_elsewhere(chromium, sample):
    context = chromium.new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ["/", EVERYTHING]:
        page.goto(sample + path, wait_until="networkidle")
    assert [url for url in asked if not url.startswith(sample)] == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_browser_is_told_the_colour_scheme(sample, open_page, scheme):
    page = open_page(sample + EVERYTHING, color_scheme=scheme)
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    lightness = sum(int(part) for part in re.findall(r"\d+", colour)[:3]) / 3
    assert (lightness > 128) == (scheme == "light"), colour


def test_a_print_shows_the_text_and_not_the_controls(sample, open_page):
    page = open_page(sample + EVERYTHING)
    page.emulate_media(media="print")
    assert page.get_by_text("Hello from Docker!").is_visible()
    for selector in ["header.top", ".drawer", ".pager", "button.copy"]:
        assert page.locator(selector).first.is_hidden(), selector
    assert page.get_by_text("dnf install docker").is_visible(), "all tabs are printed"


def test_every_page_of_the_handbook_loads_without_an_error(handbook, handbook_folder, open_page):
    page = None
    for file in sorted(pathlib.Path(handbook_folder).rglob("index.html")):
        path = file.parent.relative_to(handbook_folder).as_posix()
        url = handbook + "/" + (path + "/" if path != "." else "")
        if 'http-equiv="refresh"' in file.read_text(encoding="utf-8"):
            continue
        if page is None:
            page = open_page(url)
        else:
            page.goto(url)
        assert page.locator("h1").count() == 1, url


def test_a_typical_page_is_small(handbook_folder):
    folder = pathlib.Path(handbook_folder)
    sizes = sorted(
        len(gzip.compress(file.read_bytes())) for file in folder.rglob("index.html")
    )
    assert sizes[len(sizes) // 2] <= 10_000
    def packed(files):
        return sum(len(gzip.compress(file.read_bytes())) for file in files)

    # What only the page to study at loads, and what marks progress where there is some, has a limit of its own.
    of_study = {file for name in ["study", "memory", "charts", "progress"] for file in folder.glob(f"assets/{name}.*")}
    css = set(folder.rglob("*.css"))
    # A file within a script is for pages on a disk alone, which load it in the file's place.
    scripts = {file for file in folder.rglob("*.js") if not file.stem.endswith((".bin", ".json", ".wasm"))}
    assert packed(css - of_study) <= 8_000
    assert packed(scripts - of_study) <= 15_000
    assert packed(of_study) <= 18_000
    assert packed(folder.glob("assets/study.*.js")) <= 8_000
