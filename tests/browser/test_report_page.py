"""The report page in a browser: search, filters, sorting, links, download, accessibility."""

import csv
import io
import re

import pytest
from axe_playwright_python.sync_playwright import Axe


def shown(page, section):
    """Ids of the entries of a section that can be seen."""
    script = "items => items.filter(item => !item.hidden).map(item => item.id)"
    return page.eval_on_selector_all(f"#{section} .list > *", script)


def counted(page, section):
    return page.inner_text(f"#{section} output")


def settle(page, section, expected):
    """Wait until the count of a section begins with a text."""
    page.wait_for_function(
        "([section, text]) => document.querySelector(`#${section} output`).textContent"
        ".startsWith(text)",
        arg=[section, expected],
    )


def fill(page, section, text):
    """Search for words and wait for the new list: the address changes after it."""
    page.fill(f"#{section} input[name=q]", text)
    remembered(page, section, "q")


def choose(page, section, name, value=None, **which):
    """Choose from a menu and wait for the new list."""
    page.select_option(f"#{section} select[name={name}]", value, **which)
    remembered(page, section, name)


def remembered(page, section, name):
    page.wait_for_function(
        "([section, name]) => location.hash.startsWith(`#${section}?`)"
        " && location.hash.includes(`${name}=`)",
        arg=[section, name],
    )


def press(page, selector):
    """Press what stands in a long list. Its entries are laid out as they come into sight, so it may
    move between the two halves of a click, as on a busy machine; a key stays with it."""
    page.press(selector, "Enter")


def in_sight(page, ident):
    """Wait until an entry stands in the window."""
    page.wait_for_function(
        "id => { const box = document.getElementById(id).getBoundingClientRect();"
        " return box.height > 0 && box.top >= -5 && box.top < innerHeight; }",
        arg=ident,
    )


def test_search_finds_words_in_any_order(visit):
    page = visit()
    fill(page, "claims", "blind Hopkins")
    found = shown(page, "claims")
    assert "claim-davis-double-blind" in found
    assert counted(page, "claims").startswith(f"{len(found)} of ")
    for ident in found:
        text = page.text_content(f"[id='{ident}']").lower()
        assert "blind" in text
        assert "hopkins" in text


def test_search_knows_what_else_a_compound_is_called(visit):
    page = visit()
    fill(page, "trials", "ecstasy")
    found = shown(page, "trials")
    assert "trial-mapp1" in found
    assert "trial-comp001" not in found


def test_filters_combine_and_can_be_undone(visit):
    page = visit()
    total = len(shown(page, "claims"))
    choose(page, "claims", "verdict", "refuted")
    choose(page, "claims", "compound", "psilocybin")
    found = shown(page, "claims")
    assert 0 < len(found) < total
    attributes = "items => items.map(item => [item.dataset.verdict, item.dataset.compound])"
    for verdict, compounds in page.eval_on_selector_all(
        "#claims article:not([hidden])", attributes
    ):
        assert verdict == "refuted"
        assert "psilocybin" in compounds.split()
    page.click("#claims button[type=reset]")
    settle(page, "claims", f"{total} of {total}")


def test_a_long_list_comes_in_parts_and_says_so(visit):
    page = visit(report="large")
    settle(page, "claims", "1200 of 1200 fit, the first 500 shown")
    assert len(shown(page, "claims")) == 500
    press(page, "#claims .more")
    settle(page, "claims", "1200 of 1200 fit, the first 1000 shown")
    assert len(shown(page, "claims")) == 1000
    assert page.inner_text("#claims .more") == "Show 200 more"
    press(page, "#claims .more")
    settle(page, "claims", "1200 of 1200 shown")
    assert not page.is_visible("#claims .more")
    choose(page, "claims", "verdict", "supported")
    settle(page, "claims", "400 of 1200 shown")
    fill(page, "claims", "size-claim-399")
    settle(page, "claims", "1 of 1200 shown")


def test_a_deep_link_reaches_the_end_of_a_long_list(visit):
    page = visit("#claim-fever-claim-399", report="large")
    in_sight(page, "claim-fever-claim-399")
    assert page.evaluate("location.hash") == "#claim-fever-claim-399"
    assert len(shown(page, "claims")) == 1200


def test_paper_gets_the_whole_of_a_long_list(visit):
    page = visit(report="large")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(shown(page, "claims")) == 1200
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert len(shown(page, "claims")) == 500


def test_an_article_and_a_state_and_a_kind_filter(visit):
    page = visit()
    choose(page, "claims", "article", index=1)
    choose(page, "sources", "state", "retracted")
    choose(page, "decisions", "kind", "advisory-vote")
    assert 0 < len(shown(page, "claims")) < 330
    assert shown(page, "sources") == ["ref-mithoefer-2019"]
    assert 0 < len(shown(page, "decisions")) < 10
    years = page.eval_on_selector_all(".year:not([hidden])", "found => found.length")
    assert 0 < years < 10


def test_a_deep_link_shows_its_target_whatever_the_filter(visit):
    page = visit("#claim-davis-double-blind")
    in_sight(page, "claim-davis-double-blind")
    fill(page, "claims", "xyzzy")
    settle(page, "claims", "0 of")
    page.evaluate("location.hash = '#claim-davis-double-blind'")
    in_sight(page, "claim-davis-double-blind")


def test_a_link_can_carry_a_filter(visit):
    page = visit("#claims?verdict=outdated")
    verdicts = page.eval_on_selector_all(
        "#claims article:not([hidden])", "items => items.map(item => item.dataset.verdict)"
    )
    assert set(verdicts) == {"outdated"}
    page.click("#overview a[href='#claims?verdict=refuted']")
    page.wait_for_function(
        "() => document.querySelector('#claims select[name=verdict]').value === 'refuted'"
    )


def test_the_address_remembers_the_filter(visit):
    page = visit()
    choose(page, "claims", "verdict", "refuted")
    page.wait_for_function("() => location.hash === '#claims?verdict=refuted'")


def test_sources_are_one_click_from_a_claim(visit):
    page = visit()
    press(page, "[id='claim-davis-double-blind'] a[href='#ref-davis-2021']")
    in_sight(page, "ref-davis-2021")
    link = page.get_attribute("[id='ref-davis-2021'] a", "href")
    assert link == "https://doi.org/10.1001/jamapsychiatry.2020.3285"


def column(page, key):
    script = """key => {
      const table = document.getElementById("trial-table");
      const index = [...table.tHead.rows[0].cells].findIndex(c => c.dataset.column === key);
      return [...table.tBodies[0].rows].map(row => row.cells[index].textContent.trim());
    }"""
    return page.evaluate(script, key)


def test_sorting_by_number_with_what_is_missing_last(visit):
    page = visit("#trials")
    head = page.locator("th[data-column=n]")
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    sizes = [text for text in column(page, "n") if text != "—"]
    numbers = [int(text.strip("()")) for text in sizes]
    assert numbers == sorted(numbers)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    last = column(page, "n")
    assert last.index("—") == len(sizes)
    assert int(last[0].strip("()")) == max(numbers)


def test_trials_are_filtered_by_compound_phase_and_status(visit):
    page = visit()
    choose(page, "trials", "compound", "psilocybin")
    choose(page, "trials", "phase", "2b")
    choose(page, "trials", "status", "completed")
    found = shown(page, "trials")
    assert "trial-comp001" in found
    visible = [
        text
        for text, row in zip(column(page, "phase"), column(page, "id"), strict=True)
        if f"trial-{row}" in found
    ]
    assert set(visible) == {"2b"}


def test_columns_can_be_chosen(visit):
    page = visit("#trials")
    assert not page.is_visible("th[data-column=status]")
    page.click(".chooser summary")
    page.check(".chooser input[value=status]")
    page.uncheck(".chooser input[value=source]")
    assert page.is_visible("th[data-column=status]")
    assert not page.is_visible("th[data-column=source]")


def test_the_download_is_what_is_shown(visit):
    page = visit("#trials")
    fill(page, "trials", "comp00")
    with page.expect_download() as waiting:
        page.click("#download")
    assert waiting.value.suggested_filename == "trials.csv"
    text = waiting.value.path().read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [f"trial-{row['id']}" for row in rows] == shown(page, "trials")
    assert list(rows[0])[:4] == ["id", "compound", "indication", "phase"]
    assert "—" not in {value for row in rows for value in row.values()}


def test_the_keyboard_is_enough(visit):
    page = visit()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.focus("#claims input[name=q]")
    page.keyboard.type("xyzzy")
    settle(page, "claims", "0 of")
    page.focus("th[data-column=year] button")
    page.keyboard.press("Enter")
    assert page.get_attribute("th[data-column=year]", "aria-sort") == "ascending"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark(visit, scheme):
    page = visit(color_scheme=scheme)
    color = page.evaluate("getComputedStyle(document.body).backgroundColor")
    brightness = sum(map(int, re.findall(r"\d+", color)[:3])) / 3
    assert brightness > 200 if scheme == "light" else brightness < 60


@pytest.mark.parametrize(
    ("report", "scheme", "width"),
    [
        ("small", "light", 1280),
        ("small", "dark", 1280),
        ("small", "light", 360),
        ("small", "dark", 360),
        ("shipped", "light", 1280),
    ],
)
def test_accessibility(visit, report, scheme, width):
    viewport = {"width": width, "height": 800}
    page = visit(report=report, color_scheme=scheme, viewport=viewport)
    page.evaluate("document.querySelectorAll('details').forEach(found => { found.open = true; })")
    violations = Axe().run(page).response["violations"]
    assert [(found["id"], found["impact"]) for found in violations] == []


@pytest.mark.parametrize("width", [320, 360, 768])
def test_no_horizontal_scroll(visit, width):
    page = visit(viewport={"width": width, "height": 700})
    page.evaluate("document.querySelectorAll('details').forEach(found => { found.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_print_shows_everything_and_no_controls(visit):
    page = visit(viewport={"width": 720, "height": 1000})
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.is_visible("#claims form")
    assert not page.is_visible("nav")
    assert page.is_visible("[id='claim-davis-double-blind']")
    assert page.eval_on_selector_all("details:not(.chooser)", "all => all.every(one => one.open)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 720


def test_a_link_to_a_trial_shows_its_row_below_the_menu(visit):
    page = visit("#trial-comp001")
    row = page.locator("#trial-comp001").bounding_box()
    menu = page.locator("nav").bounding_box()
    assert menu["y"] == 0
    assert menu["height"] <= row["y"] < 300


def test_what_could_not_be_checked_is_one_click_from_the_overview(visit):
    page = visit()
    page.click("#overview a[href='#unchecked']")
    in_sight(page, "unchecked")
