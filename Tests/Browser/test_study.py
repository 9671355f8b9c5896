"""Studying in the browser: cards by keyboard, what is kept and where, two tabs, export and import, progress on pages."""

import datetime
import json
import pathlib

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import ROOT, Server, build

STUDY = "/study/"
LOG = "localStorage.getItem(`study ${new URL('..', location).pathname}`) ?? ''"


def log(page):
    return [json.loads(line) for line in page.evaluate(LOG).splitlines()]


def answer(page, key="3"):
    """Turns the card that is shown, grades it, and waits for the next."""
    page.locator(".front").wait_for()
    page.keyboard.press("Space")
    page.locator(".back").wait_for()
    page.keyboard.press(key)
    page.wait_for_function("!document.querySelector('.back')")


def settled(page, count):
    page.wait_for_function(f"({LOG}).split('\\n').length - 1 === {count}")


@pytest.fixture
def study(handbook, open_page):
    page = open_page(handbook + STUDY)
    page.locator("#study-title").wait_for()
    return page


def test_ten_cards_by_keyboard_are_kept_over_a_reload(study):
    expect(study.locator(".sum b")).to_have_text("10")
    study.keyboard.press("Enter")
    for key in "4444444444":
        answer(study, key)
    expect(study.locator("#study-title")).to_have_text("Done for today")
    assert study.evaluate("document.activeElement.id") == "study-title"
    assert "10 cards" in study.locator(".today p").first.inner_text()
    settled(study, 10)
    study.reload()
    expect(study.locator(".sum b")).to_have_text("0")
    assert [review["grade"] for review in log(study)] == [4] * 10
    assert len({review["card"] for review in log(study)}) == 10
    expect(study.locator(".keeping p").first).to_contain_text("10 reviews, kept in this browser.")


def test_what_is_done_today_comes_back_when_it_is_due(handbook, chromium):
    context = chromium.new_context()
    start = datetime.datetime(2027, 3, 1, 9)
    context.clock.set_fixed_time(start)
    page = context.new_page()
    page.goto(handbook + STUDY)
    page.locator("#study-title").wait_for()
    page.keyboard.press("Enter")
    answer(page, "4")
    context.clock.set_fixed_time(start + datetime.timedelta(days=7))
    page.reload()
    expect(page.locator(".sum span")).to_have_text("10 new")
    context.clock.set_fixed_time(start + datetime.timedelta(days=8))
    page.reload()
    expect(page.locator(".sum span")).to_have_text("1 due · 10 new")
    context.close()


def test_a_grade_is_undone_and_the_card_asked_again(study):
    study.keyboard.press("Enter")
    question = study.locator(".front").inner_text()
    answer(study, "4")
    settled(study, 1)
    assert study.locator(".front").inner_text() != question or study.locator(".where").inner_text()
    study.keyboard.press("u")
    settled(study, 0)
    assert study.locator(".front").inner_text() == question
    answer(study, "1")
    settled(study, 1)
    assert [review["grade"] for review in log(study)] == [1]


def test_grades_say_when_the_card_comes_back(study):
    study.keyboard.press("Enter")
    study.keyboard.press("Enter")
    labels = study.locator(".grades button").evaluate_all("all => all.map(one => one.ariaLabel)")
    assert labels == ["Again: in 1 minute", "Hard: in 6 minutes", "Good: in 10 minutes", "Easy: in 8 days"]


def test_answers_are_chosen_with_letters(study):
    study.keyboard.press("Enter")
    for _ in range(20):
        if study.locator(".choices").count():
            break
        answer(study, "4")
    count = study.locator(".choices button").count()
    assert count >= 3
    study.keyboard.press("b")
    expect(study.locator(".choices .right")).to_have_count(1)
    verdict = study.locator(".verdict").inner_text()
    isRight = "right" in study.locator(".choices li").nth(1).get_attribute("class")
    assert verdict == ("Right." if isRight else "Not quite.")
    assert study.locator(".grades button").count() == 4


def test_the_number_of_new_cards_is_the_readers(study):
    study.locator("#study-limit").fill("3")
    study.locator("#study-limit").press("Tab")
    expect(study.locator(".sum b")).to_have_text("3")
    study.reload()
    expect(study.locator(".sum b")).to_have_text("3")


def test_a_topic_is_chosen_by_address_or_by_hand(handbook, open_page, handbook_folder):
    page = open_page(handbook + STUDY + "?topic=docker/volume")
    page.locator("#study-title").wait_for()
    assert page.locator("#study-topics").input_value() == "topic=docker/volume"
    cards = json.loads(next((pathlib.Path(handbook_folder) / "study").glob("cards-*.json")).read_text())
    number = next(at for at, topic in enumerate(cards["topics"]) if topic["id"] == "docker/volume")
    own = sum(card["topic"] == number for card in cards["cards"])
    assert page.locator(".sum b").inner_text() == str(min(own, 10))
    page.locator("#study-topics").select_option("domain=istio")
    assert page.url.endswith("?domain=istio")
    page.keyboard.press("Tab")
    page.locator(".go").click()
    answer(page, "4")
    settled(page, 1)
    assert log(page)[0]["card"].startswith("istio")


def test_two_tabs_lose_nothing(handbook, chromium):
    context = chromium.new_context()
    one, other = context.new_page(), context.new_page()
    for page in (one, other):
        page.goto(handbook + STUDY)
        page.locator("#study-title").wait_for()
        page.keyboard.press("Enter")
        page.locator(".front").wait_for()
    first = one.locator(".front").inner_text()
    answer(one, "4")
    settled(one, 1)
    # The other tab does not ask again what was answered here.
    other.wait_for_function("text => document.querySelector('.front').innerText !== text", arg=first)
    answer(other, "4")
    settled(other, 2)
    answer(one, "4")
    settled(one, 3)
    assert len({review["card"] for review in log(one)}) == 3
    one.keyboard.press("u")
    settled(one, 2)
    answer(other, "4")
    settled(other, 3)
    context.close()


ANSWER_FAST = """async count => {
  const press = key => document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }))
  const isThere = selector => document.querySelector(selector)
  let graded = 0
  while (graded < count) {
    if (!isThere(".back")) press(" ")
    if (isThere(".back")) { press("1"); graded += 1 }
    await new Promise(done => setTimeout(done, 3))
  }
  self.hasEnded = true
}"""


def test_two_tabs_that_answer_at_once_lose_nothing(handbook, chromium):
    context = chromium.new_context()
    tabs = [context.new_page() for _ in range(2)]
    tabs[0].goto(handbook + STUDY)
    tabs[0].evaluate("localStorage.setItem('new cards /', '999')")
    # Each with cards of its own, so that no two reviews are the same one.
    for page, domain in zip(tabs, ["docker", "kubernetes"]):
        page.goto(handbook + STUDY + "?domain=" + domain)
        page.locator("#study-title").wait_for()
        page.keyboard.press("Enter")
    for page in tabs:
        page.evaluate(f"void ({ANSWER_FAST})(60)")
    for page in tabs:
        page.wait_for_function("self.hasEnded")
    settled(tabs[0], 120)
    settled(tabs[1], 120)
    context.close()


def test_the_page_goes_on_after_its_cards_were_replaced(study):
    """As `rutter serve` does it when a note is edited."""
    study.keyboard.press("Enter")
    answer(study, "4")
    study.evaluate(
        """() => {
          const root = document.querySelector("#study"), fresh = root.cloneNode(false)
          root.replaceWith(fresh)
          fresh.dispatchEvent(new CustomEvent("rutter:part", { bubbles: true }))
        }"""
    )
    expect(study.locator(".sum b")).to_have_text("9")
    study.keyboard.press("Enter")
    answer(study, "4")
    settled(study, 2)


def test_it_needs_nothing_that_a_strict_server_forbids(chromium, handbook_folder):
    server = Server(pathlib.Path(handbook_folder), policy="default-src 'self'")
    context = chromium.new_context()
    page = context.new_page()
    refused = []
    page.on("console", lambda said: refused.append(said.text) if said.type in ("error", "warning") else None)
    page.goto(server.address + STUDY)
    page.locator("#study-title").wait_for()
    page.keyboard.press("Enter")
    answer(page, "4")
    page.keyboard.press("Escape")
    page.locator(".charts").wait_for()
    page.goto(server.address + "/map/")
    page.locator(".level").first.wait_for()
    page.evaluate("navigator.serviceWorker.ready.then(() => {})")
    assert refused == []
    context.close()
    server.close()


def test_reviews_are_exported_and_imported(handbook, open_page, tmp_path):
    page = open_page(handbook + STUDY)
    page.locator("#study-title").wait_for()
    page.keyboard.press("Enter")
    for _ in range(3):
        answer(page, "4")
    settled(page, 3)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    assert download.value.suggested_filename == "rutter.study.jsonl"
    file = tmp_path / "log.jsonl"
    download.value.save_as(file)
    assert file.read_text() == page.evaluate(LOG)

    file.write_text(file.read_text() + "broken\n")
    other = open_page(handbook + STUDY)
    other.locator("#study-title").wait_for()
    other.keyboard.press("Enter")
    answer(other, "1")
    settled(other, 1)
    other.keyboard.press("Escape")
    other.keyboard.press("Escape")
    for _ in range(2):
        other.locator("input[type=file]").set_input_files(file)
        settled(other, 4)
    expect(other.locator(".trouble")).to_have_text("0 reviews added. 1 line could not be read.")


def test_storage_that_is_forbidden_or_full_is_told_and_goes_on(handbook, open_page):
    for script, words in [
        ("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })", "cannot be kept"),
        ("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }", "no room left"),
    ]:
        page = open_page("about:blank")
        page.add_init_script(script)
        page.goto(handbook + STUDY)
        page.locator("#study-title").wait_for()
        page.keyboard.press("Enter")
        answer(page, "4")
        answer(page, "4")
        expect(page.locator(".trouble")).to_contain_text(words)
        page.keyboard.press("Escape")
        assert page.locator(".today p").first.inner_text().startswith("2 cards")


def test_cards_are_asked_from_a_disk(handbook_folder, open_page):
    page = open_page((pathlib.Path(handbook_folder) / "study/index.html").as_uri())
    page.locator("#study-title").wait_for()
    page.keyboard.press("Enter")
    answer(page, "4")
    settled(page, 1)
    page.reload()
    expect(page.locator(".sum b")).to_have_text("9")
    href = page.locator(".next a").first.evaluate("link => link.href")
    assert href.endswith("index.html")


def test_without_scripts_all_cards_can_be_read(handbook, open_page):
    page = open_page(handbook + STUDY, java_script_enabled=False)
    assert page.locator(".deck").get_attribute("open") is not None
    topics = page.locator(".deck h2").all_inner_texts()
    assert any(topic.startswith("Volume") for topic in topics)
    pair = page.locator(".pair").first
    assert pair.locator("details > div").is_hidden()
    pair.locator("summary").click()
    assert pair.locator("details > div").is_visible()
    assert page.locator("button:visible").count() == 0


def test_the_list_stays_when_the_script_does_not_arrive(handbook, chromium):
    page = chromium.new_page()
    page.route("**/study.*.js", lambda route: route.abort())
    page.goto(handbook + STUDY)
    page.locator(".deck .pair").first.wait_for()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation(handbook, open_page, scheme, width):
    page = open_page(handbook + STUDY, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.locator("#study-title").wait_for()

    def check(what):
        found = Axe().run(page).response["violations"]
        assert [f"{what}: {one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]] == []
        sizes = page.evaluate("[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]")
        assert sizes[0] <= sizes[1], what

    check("overview")
    page.keyboard.press("Enter")
    for number in range(10):
        page.locator(".front").wait_for()
        hasChoices = page.locator(".choices").count()
        if number in (0, 1) or hasChoices:
            check("question")
        page.keyboard.press("a" if hasChoices else "Space")
        page.locator(".back").wait_for()
        if number in (0, 1) or hasChoices:
            check("answer")
        page.keyboard.press("4" if number % 2 else "3")
    page.keyboard.press("Escape")
    page.locator(".charts").wait_for()
    check("summary")
    page.locator(".deck summary").first.click()
    page.goto(handbook + "/map/")
    page.locator(".level").first.wait_for()
    check("map")


def test_progress_is_shown_where_somebody_studies_and_only_there(handbook, chromium):
    context = chromium.new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(handbook + "/docker/image/", wait_until="networkidle")
    assert not [url for url in asked if "/progress." in url or "/study." in url or "/memory." in url]
    assert page.locator(".level").count() == 0
    page.goto(handbook + STUDY + "?topic=docker/image")
    page.locator("#study-title").wait_for()
    page.keyboard.press("Enter")
    answer(page, "4")
    page.keyboard.press("Escape")
    page.locator(".charts").wait_for()
    page.goto(handbook + "/docker/image/")
    badge = page.locator(".facts .level")
    expect(badge).to_have_text("Your progress: seen")
    assert badge.get_attribute("href").endswith("/study/?topic=docker/image")
    page.goto(handbook + "/map/")
    expect(page.locator(".map .level")).to_have_count(1)
    expect(page.locator(".tree li", has=page.locator(".level")).first.locator("> a")).to_have_text("Image")
    context.close()


def test_the_log_lies_beside_the_notes_where_they_are_served(handbook, chromium):
    """As `rutter serve` does: its pages load /-/live.js, and /-/study keeps the log."""
    context = chromium.new_context(service_workers="block")
    page = context.new_page()
    kept, isDown = [], []

    def keep(route):
        lines = (route.request.post_data or "").splitlines()
        if isDown:
            return route.abort()
        if route.request.url.endswith("?undo"):
            kept[:] = [line for line in kept if line not in lines]
        else:
            kept.extend(line for line in lines if line not in kept)
        return route.fulfill(content_type="text/plain", body="".join(line + "\n" for line in kept))

    def serve(route):
        page = route.fetch()
        route.fulfill(response=page, body=page.text().replace("</head>", "<script src='/-/live.js' defer></script></head>"))

    context.route("**/-/study*", keep)
    context.route("**/-/live.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    context.route("**" + STUDY, serve)
    kept.append('{"card":"docker/index:gone","time":1,"grade":3}')
    page.goto(handbook + STUDY)
    expect(page.locator(".keeping p").first).to_contain_text("1 review, kept beside the notes.")
    page.keyboard.press("Enter")
    answer(page, "4")
    answer(page, "3")
    page.keyboard.press("u")
    page.wait_for_function("document.querySelector('.left')")
    isDown.append(True)
    answer(page, "2")
    expect(page.locator(".trouble")).to_contain_text("cannot be kept beside the notes")
    isDown.clear()
    answer(page, "4")
    expect(page.locator(".trouble")).to_be_empty()
    assert [json.loads(line)["grade"] for line in kept] == [3, 4, 2, 4]
    assert page.evaluate(LOG) == ""
    context.close()


def test_the_browser_plans_as_the_program_does(handbook, open_page):
    golden = json.loads((ROOT / "Tests/Study/Golden/browser.json").read_text(encoding="utf-8"))
    page = open_page(handbook + STUDY)
    page.locator("#study-title").wait_for()
    told = page.evaluate(
        """({ deck, cases }) => cases.map(one => {
          const progress = rutterMemory.progress(deck, rutterMemory.read(one.log).reviews, one.minutes)
          const queue = progress.queue(one.now, one.limit, one.topics.length ? new Set(one.topics) : undefined)
          const { days, forecast, retention, asked, streak } = progress.statistics(one.now)
          return {
            states: progress.states.map((state, card) => state ? {
              phase: state.phase, stability: state.stability, difficulty: state.difficulty, due: state.due,
              memory: progress.memory(card, one.now), after: [1, 2, 3, 4].map(grade => progress.due(card, grade, one.now)),
            } : null),
            learning: queue.learning, due: queue.due, new: queue.fresh, next: progress.next(queue, one.now) ?? -1,
            nextTopic: progress.nextTopic(one.now) ?? -1, levels: deck.topics.map((_, topic) => progress.level(topic)),
            days: days.filter(day => day.reviews).map(day => [day.day, day.reviews, day.fresh, day.again]),
            forecast, retention: retention ?? -1, asked, streak,
          }
        })""",
        {"deck": json.loads(golden["deck"]), "cases": golden["cases"]},
    )
    assert len(told) == len(golden["cases"]) > 0
    for number, (one, case) in enumerate(zip(told, golden["cases"])):
        for state, expected in zip(one.pop("states"), case["states"]):
            assert (state is None) == (expected is None), number
            if state:
                for exact in ("phase", "due", "after"):
                    assert state.pop(exact) == expected.pop(exact), number
                assert state == pytest.approx(expected, rel=1e-7, abs=1e-8), number
        assert one.pop("retention") == pytest.approx(case["retention"], abs=1e-8), number
        assert one == {key: case[key] for key in one}, number


def test_no_text_of_a_card_runs(chromium, tmp_path):
    bad = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.md").write_text("# Home\n")
    for name in ["a", "b", "c"]:
        (tmp_path / f"content/{name}.md").write_text(
            f"---\ntitle: \"{name} {bad}\"\nkind: concept\ndomain: \"{bad}\"\n---\n"
            f"A thing {name} that is {bad} long.\n\nWhy {bad}? :: Because of {bad} {name}.\n\n==Gap {bad}== in {name}.\n"
        )
    server = Server(build(tmp_path, tmp_path / "public"))
    context = chromium.new_context()
    context.add_init_script("window.pwned = []; window.alert = text => window.pwned.push(text)")
    page = context.new_page()
    page.goto(server.address + STUDY)
    page.locator("#study-title").wait_for()
    assert page.locator("#study-topics option").count() > 3
    page.keyboard.press("Enter")
    for _ in range(10):
        answer(page, "4")
    page.locator(".charts").wait_for()
    page.goto(server.address + "/map/")
    page.locator(".level").first.wait_for()
    assert page.evaluate("window.pwned") == []
    context.close()
    server.close()


def test_a_site_without_cards_has_no_page_to_study_at(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.md").write_text("# Home\n\nHello.\n")
    (tmp_path / "content/tale.md").write_text("---\ncards: false\nkind: concept\n---\n# Tale\n\nA tale is told of a thing.\n")
    folder = build(tmp_path, tmp_path / "public")
    assert not (folder / "study").exists()
    assert not list((folder / "assets").glob("study*"))
    assert "Study" not in (folder / "index.html").read_text()
