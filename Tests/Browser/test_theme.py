"""What the default theme promises beyond reading and using: strict servers, missing scripts, where the reader is."""

import pytest

EVERYTHING = "/knots/everything/"


def test_a_page_needs_nothing_that_a_strict_server_forbids(chromium, sample):
    def allow_own_files_only(route):
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": "default-src 'self'"})

    page = chromium.new_page(color_scheme="dark")
    refused = []
    page.on("console", lambda said: refused.append(said.text) if said.type in ("error", "warning") else None)
    page.route("**/*", allow_own_files_only)
    page.goto(sample + EVERYTHING, wait_until="networkidle")
    page.get_by_role("button", name="Colour scheme: automatic").click()
    page.get_by_role("tab", name="Fedora").first.click()
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    assert refused == []
    page.close()


def test_all_tabs_are_shown_when_the_script_does_not_arrive(chromium, sample):
    page = chromium.new_page()
    page.route("**/rutter*.js", lambda route: route.abort())
    page.goto(sample + EVERYTHING)
    page.get_by_text("dnf install docker").wait_for()
    assert page.get_by_text("apt install docker").is_visible()
    page.close()


def test_a_chosen_colour_scheme_is_there_at_the_first_paint(chromium, sample):
    context = chromium.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(sample + EVERYTHING)
    page.evaluate("localStorage.setItem('scheme', 'dark')")
    page.route("**/rutter*.js", lambda route: route.abort())
    page.reload()
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    context.close()


def test_the_contents_show_where_the_reader_is(sample, open_page):
    page = open_page(sample + EVERYTHING, viewport={"width": 1440, "height": 600})
    last = page.locator(".contents a").last
    last.click()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_function("document.querySelector('.contents [aria-current]') != null")
    assert page.locator(".contents [aria-current]").inner_text() == last.inner_text()
    assert page.locator(".contents [aria-current]").count() == 1


def test_navigation_and_contents_stand_open_on_a_wide_screen_without_scripts(sample, open_page):
    page = open_page(sample + EVERYTHING, viewport={"width": 1440, "height": 900}, java_script_enabled=False)
    assert page.locator(".drawer").get_by_role("link", name="Bowline").is_visible()
    assert page.locator(".contents").get_by_role("link", name="Code").is_visible()
    assert page.locator(".scheme").is_hidden()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_drawer_of_a_narrow_screen_leads_on(sample, open_page, scripts):
    page = open_page(
        sample + EVERYTHING, viewport={"width": 360, "height": 740}, java_script_enabled=scripts, may_miss=not scripts
    )
    page.locator(".drawer summary").click()
    page.locator(".drawer").get_by_role("link", name="Bowline").click()
    page.wait_for_url("**/knots/bowline/**")
