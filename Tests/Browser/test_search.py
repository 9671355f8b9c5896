"""Search in the page: typing, keys, screen readers, bad networks, strict servers, the disk."""

import gzip
import os
import pathlib
import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT, Server, build, served
from playwright.sync_api import expect

CORPUS = pathlib.Path(os.environ.get("RUTTER_SHARED", ROOT.parent / "shared")) / "bench/search/corpus"
PAGE = "/docker/volume/"


def field(page):
    return page.get_by_role("combobox", name="Search")


def options(page):
    return page.get_by_role("option")


def chosen(page):
    return page.locator("[role=option][aria-selected=true]")


def find(page, words, *, whole=True, delay=0):
    """Types words into the search, and waits for what is found; `whole`: in the texts, too."""
    if not field(page).is_visible():
        page.keyboard.press("Control+k")
    field(page).press_sequentially(words, delay=delay)
    expect(options(page).first).to_be_visible()
    if whole:
        expect(page.get_by_role("listbox")).to_have_attribute("aria-busy", "false")


def names_of(page):
    return page.locator("[role=option] .name").all_inner_texts()


@pytest.fixture
def volume(handbook, open_page):
    return open_page(handbook + PAGE)


# Opening, typing, choosing


def test_nothing_is_loaded_before_the_first_use_and_then_three_files(handbook, open_page):
    page = open_page("about:blank")
    asked = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto(handbook + PAGE, wait_until="networkidle")
    assert [url for url in asked if "/search/" in url] == []
    asked.clear()
    page.get_by_role("button", name="Search").click()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    loaded = sorted(re.sub(r"-\w+\.", ".", url.rsplit("/", 1)[1]) for url in asked)
    assert loaded == ["names.bin", "search.js", "search.wasm"]


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_a_key_opens_the_search(volume, key):
    volume.keyboard.press(key)
    expect(field(volume)).to_be_focused()


def test_the_slash_is_a_shortcut_that_can_be_switched_off(volume):
    volume.keyboard.press("?")
    assert volume.get_by_role("dialog", name="Keys").get_by_text("Search").is_visible()
    volume.get_by_role("checkbox").uncheck()
    volume.keyboard.press("Escape")
    volume.keyboard.press("/")
    assert not field(volume).is_visible()
    volume.keyboard.press("Control+k")
    assert field(volume).is_visible()


def test_typing_finds_a_page_and_enter_opens_it(volume):
    find(volume, "multi-stage bui")
    expect(chosen(volume).locator(".name")).to_contain_text("Multi-stage build")
    assert chosen(volume).locator("mark").count() > 0
    volume.keyboard.press("Enter")
    volume.wait_for_url("**/docker/multi-stage-build/**")


def test_enter_waits_for_the_answer_of_all_that_was_typed(volume):
    volume.keyboard.press("/")
    volume.keyboard.type("registry")
    volume.keyboard.press("Enter")
    volume.wait_for_url("**/registry/**")


def test_an_address_with_words_searches_for_them(handbook, open_page):
    page = open_page(handbook + "/?q=bind+mount")
    expect(field(page)).to_have_value("bind mount")
    expect(options(page).first).to_contain_text("Bind mount")


def test_arrows_home_and_end_choose(volume):
    find(volume, "image")
    count = options(volume).count()
    assert count > 3
    field(volume).press("ArrowDown")
    expect(options(volume).nth(1)).to_have_attribute("aria-selected", "true")
    assert field(volume).get_attribute("aria-activedescendant") == options(volume).nth(1).get_attribute("id")
    field(volume).press("End")
    expect(options(volume).nth(count - 1)).to_have_attribute("aria-selected", "true")
    field(volume).press("ArrowDown")
    expect(options(volume).first).to_have_attribute("aria-selected", "true")
    field(volume).press("ArrowUp")
    expect(options(volume).nth(count - 1)).to_have_attribute("aria-selected", "true")
    expect(options(volume).nth(count - 1)).to_be_in_viewport()
    field(volume).press("Home")
    expect(options(volume).first).to_have_attribute("aria-selected", "true")
    assert chosen(volume).count() == 1


@pytest.mark.parametrize("way", ["Control+Enter", "middle", "control-click"])
def test_a_page_opens_in_a_tab_of_its_own(volume, way):
    find(volume, "bind mount")
    with volume.context.expect_page() as opened:
        if way == "Control+Enter":
            field(volume).press(way)
        elif way == "middle":
            options(volume).first.click(button="middle")
        else:
            options(volume).first.click(modifiers=["Control"])
    assert "/bind-mount/" in opened.value.url
    assert volume.url.endswith(PAGE)
    expect(field(volume)).to_be_focused()


def test_escape_clears_then_closes_and_gives_the_focus_back(volume):
    button = volume.get_by_role("button", name="Search")
    button.focus()
    button.press("Enter")
    find(volume, "image")
    volume.keyboard.press("Escape")
    expect(field(volume)).to_have_value("")
    expect(field(volume)).to_be_visible()
    volume.keyboard.press("Escape")
    expect(field(volume)).not_to_be_visible()
    expect(button).to_be_focused()


def test_a_section_of_the_page_that_is_read_closes_the_search(volume):
    find(volume, "volume what goes wrong")
    volume.locator("[role=option][href*='/docker/volume/#']").first.click()
    expect(field(volume)).not_to_be_visible()
    assert "#" in volume.url


def test_pointing_chooses_without_a_press(volume):
    find(volume, "image")
    options(volume).nth(2).hover()
    expect(options(volume).nth(2)).to_have_attribute("aria-selected", "true")


def test_filters_narrow(volume):
    find(volume, "image")
    everywhere = options(volume).count()
    field(volume).fill("image kind:rule")
    expect(options(volume).first.locator(".place")).to_contain_text("rule")
    assert all("rule" in place for place in volume.locator("[role=option] .place").all_inner_texts())
    assert 0 < options(volume).count() <= everywhere


def test_words_of_the_text_are_shown_in_their_sentence(volume):
    find(volume, "named driver storage mounts writable layer deleted")
    text = volume.locator("[role=option][href*='/docker/volume/'] .said:not(.wait)")
    expect(text).to_be_visible()
    assert text.locator("mark").count() >= 2
    expect(volume.locator("[role=option][href*='/docker/volume/']")).to_have_attribute("href", re.compile(r"/docker/volume/#how-it-works$"))


# What is said


def test_the_roles_are_those_of_a_combobox(volume):
    volume.keyboard.press("/")
    expect(field(volume)).to_have_attribute("aria-expanded", "false")
    find(volume, "image")
    expect(field(volume)).to_have_attribute("aria-expanded", "true")
    controlled = field(volume).get_attribute("aria-controls")
    assert volume.locator(f"#{controlled}").get_attribute("role") == "listbox"
    assert volume.locator(f"#{controlled} > :not([role=option])").count() == 0
    expect(volume.get_by_role("status")).to_contain_text(f"{options(volume).count()} results")


def violations(page):
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['help']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_the_search(handbook, open_page, scheme, width):
    page = open_page(handbook + PAGE, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.keyboard.press("/")
    assert violations(page) == []
    find(page, "dockr image layers")
    page.wait_for_load_state("networkidle")
    assert violations(page) == []
    field(page).press("ArrowDown")
    field(page).press("Control+Enter")
    field(page).fill("")
    expect(options(page).first).to_be_visible()
    assert violations(page) == []
    field(page).fill("qqqqzzzz")
    expect(page.get_by_role("dialog")).to_contain_text("Nothing was found")
    assert violations(page) == []


def test_the_choice_is_seen_with_forced_colors(handbook, open_page):
    page = open_page(handbook + PAGE, forced_colors="active")
    find(page, "image")
    border = "getComputedStyle(document.querySelectorAll('[role=option]')[{}]).borderLeftColor"
    assert page.evaluate(border.format(0)) != page.evaluate(border.format(1))


def test_nothing_found_is_said_with_advice(volume):
    volume.keyboard.press("/")
    field(volume).fill("qqqqzzzz")
    expect(volume.get_by_role("dialog")).to_contain_text("Nothing was found. Try")
    expect(volume.get_by_role("status")).to_contain_text("Nothing was found")
    expect(field(volume)).to_have_attribute("aria-expanded", "false")
    assert options(volume).count() == 0


def test_a_slip_of_the_fingers_is_mended_and_said(volume):
    find(volume, "docker regsitry")
    expect(volume.get_by_role("dialog")).to_contain_text("Showing results for docker registry")
    expect(options(volume).first).to_contain_text("Registry")


def test_recent_searches_are_those_that_led_somewhere(volume):
    find(volume, "bind mount")
    volume.keyboard.press("Enter")
    volume.wait_for_url("**/bind-mount/**")
    find(volume, "never chosen image")
    field(volume).fill("")
    expect(options(volume)).to_have_text(["bind mount"])
    field(volume).press("ArrowDown")
    field(volume).press("Enter")
    expect(field(volume)).to_have_value("bind mount")
    expect(options(volume).first).to_contain_text("Bind mount")
    field(volume).fill("")
    volume.get_by_role("button", name="Clear").click()
    expect(options(volume)).to_have_count(0)
    volume.reload()
    volume.keyboard.press("/")
    expect(options(volume)).to_have_count(0)


# Bad networks


def test_a_slow_network_shows_titles_first_and_what_was_come_to_stays(volume):
    waiting = []
    volume.context.route("**/search/words-*.bin", lambda route: waiting.append(route))
    find(volume, "container image", whole=False)
    expect(volume.get_by_role("dialog")).to_contain_text("Searching the texts")
    field(volume).press("ArrowDown")
    place = chosen(volume).bounding_box()["y"]
    link, before = chosen(volume).get_attribute("href"), names_of(volume)[:2]
    assert waiting
    for route in waiting:
        route.continue_()
    expect(volume.get_by_role("dialog")).not_to_contain_text("Searching the texts")
    assert chosen(volume).get_attribute("href").split("#")[0] == link.split("#")[0]
    assert chosen(volume).bounding_box()["y"] == place
    assert names_of(volume)[:2] == before


def test_texts_that_do_not_arrive_are_said_and_asked_for_again(handbook, open_page):
    page = open_page(handbook + PAGE, may_miss=True)
    page.context.route("**/search/words-*.bin", lambda route: route.abort())
    find(page, "container image")
    expect(page.get_by_role("dialog")).to_contain_text("The texts did not arrive")
    page.context.unroute("**/search/words-*.bin")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("dialog")).not_to_contain_text("The texts did not arrive")
    assert options(page).count() > 0


def test_without_a_network_the_search_says_so_and_comes_back(handbook, open_page):
    page = open_page(handbook + PAGE, may_miss=True)
    page.context.set_offline(True)
    page.keyboard.press("/")
    page.keyboard.type("image")
    expect(page.get_by_role("dialog")).to_contain_text("You are offline")
    assert violations(page) == []
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    expect(options(page).first).to_be_visible()
    expect(field(page)).to_be_focused()


def test_what_was_loaded_is_searched_without_a_network(handbook, open_page):
    page = open_page(handbook + PAGE, may_miss=True)
    find(page, "image")
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    field(page).fill("bind mount")
    expect(options(page).first).to_contain_text("Bind mount")


def damaged(kind, body):
    if kind == "empty":
        return b""
    if kind == "cut off":
        return body[: len(body) // 2]
    return bytes(byte ^ 0x55 if at % 97 == 50 else byte for at, byte in enumerate(body))


@pytest.mark.parametrize("kind", ["empty", "cut off", "spoilt", "a page instead"])
def test_damaged_names_are_said(handbook, open_page, kind):
    page = open_page(handbook + PAGE, may_miss=True)

    def damage(route):
        body = b"<!doctype html>" * 99 if kind == "a page instead" else damaged(kind, route.fetch().body())
        route.fulfill(status=200, body=body)

    page.context.route("**/search/names-*.bin", damage)
    page.keyboard.press("/")
    page.keyboard.type("image")
    expect(page.get_by_role("dialog")).to_contain_text("The search could not be loaded")
    page.context.unroute("**/search/names-*.bin")
    page.get_by_role("button", name="Try again").click()
    expect(options(page).first).to_be_visible()


def test_a_script_kept_from_an_older_site_is_replaced(handbook, open_page):
    page = open_page(handbook + PAGE, may_miss=True)

    def age(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=re.sub(r"names-\w+", "names-of-yesterday", answer.text()))

    page.context.route("**/search/search.js", age)
    find(page, "image")


# Strict servers and old browsers


@pytest.mark.parametrize("workers", ["allowed", "forbidden", "missing"])
@pytest.mark.parametrize("wasm", [True, False])
def test_the_search_needs_no_more_than_a_strict_server_allows(handbook_folder, open_page, wasm, workers):
    policy = "default-src 'self'" + ("; script-src 'self' 'wasm-unsafe-eval'" if wasm else "")
    server = Server(handbook_folder, policy=policy + ("; worker-src 'none'" if workers == "forbidden" else ""))
    page = open_page("about:blank", may_miss=True)
    if workers == "missing":
        page.add_init_script("delete window.Worker")
    page.goto(server.address + PAGE)
    find(page, "multi-stage bui")
    expect(options(page).first).to_contain_text("Multi-stage build")
    is_limited = "Only titles are searched here" in page.get_by_role("dialog").inner_text()
    assert is_limited != wasm
    server.close()


@pytest.mark.parametrize("way", ["does not arrive", "is not understood"])
def test_without_webassembly_titles_are_searched(handbook, open_page, way):
    page = open_page(handbook + PAGE, may_miss=True)
    page.context.route(
        "**/search/*.wasm",
        lambda route: route.abort() if way == "does not arrive" else route.fulfill(status=200, body=b"\0asm\2\0\0\0"),
    )
    find(page, "STAGE mul")
    expect(options(page).first).to_contain_text("Multi-stage build")
    expect(page.get_by_role("dialog")).to_contain_text("Only titles are searched here")
    assert options(page).first.locator("mark").all_inner_texts() == ["Mul", "stage"]
    field(page).fill("qqqqzzzz")
    expect(page.get_by_role("dialog")).to_contain_text("Nothing was found")
    field(page).fill("bind mount")
    field(page).press("Enter")
    page.wait_for_url("**/bind-mount/**")


# The disk


def test_a_site_on_the_disk_is_searched(handbook_folder, open_page):
    page = open_page(f"file://{handbook_folder}{PAGE}index.html")
    find(page, "multi-stage buid")
    expect(options(page).first).to_contain_text("Multi-stage build")
    assert "Only titles" not in page.get_by_role("dialog").inner_text()
    field(page).press("Enter")
    page.wait_for_url("**/docker/multi-stage-build/index.html**")


def test_a_site_in_a_folder_of_its_server_is_searched(sample, open_page):
    page = open_page(sample + "/knots/everything/")
    find(page, "bowline")
    options(page).first.click()
    page.wait_for_url("**/deep/in/a/folder/knots/bowline/**")


# Bytes over the wire


@pytest.fixture(scope="session")
def bench(tmp_path_factory):
    """The address of a site of 528 pages."""
    if not CORPUS.is_dir():
        pytest.skip(f"{CORPUS} is not there")
    folder = tmp_path_factory.mktemp("bench")
    shutil.copytree(CORPUS, folder / "content")
    yield from served(build(folder, folder / "public"))


def test_few_bytes_are_loaded_for_five_searches(bench, open_page):
    page = open_page(bench + "/concepts/")
    sizes = {}
    page.context.on("response", lambda answer: sizes.setdefault(answer.url, len(gzip.compress(answer.body(), 9))))
    page.keyboard.press("/")
    page.wait_for_load_state("networkidle")
    find(page, "pod")
    first = {url: size for url, size in sizes.items() if "/search/words-" not in url and "/search/" in url}
    assert len(first) == 3
    assert sum(first.values()) <= 75_000, first
    queries = ["persistent volume claim", "rolling update deployment", "kubectl drain", "network policy egress", "taint"]
    for query in queries:
        field(page).fill("")
        find(page, query, delay=30)
        page.wait_for_timeout(600)
        page.wait_for_load_state("networkidle")
    assert sum(sizes.values()) <= 260_000, sizes
