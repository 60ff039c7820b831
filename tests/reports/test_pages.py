"""Markdown and HTML: limits of comments, and what makes a page usable by everybody."""

import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from markdown_it import MarkdownIt

from claimcheck.model.findings import Severity
from claimcheck.reports import render
from claimcheck.reports.markdown import LIMIT, escaped
from claimcheck.reports.style import Style
from reports.samples import EVERYTHING, NOTHING, at, finding


def many(count, length):
    found = (
        finding("DFT001", "contradicted", Severity.ERROR, at("a.md", n, 1), "x" * length)
        for n in range(1, count + 1)
    )
    return replace(NOTHING, findings=tuple(found))


def test_a_comment_keeps_within_its_limit():
    text = render("markdown", many(200, 1000), Style())
    assert len(text) <= LIMIT + 200
    shown = text.count("**error**")
    assert 50 < shown < 60
    assert f"Left out, because a comment has limits: {200 - shown} × finding." in text
    assert "| 200 | 0 | 0 |" in text


def test_a_comment_leaves_out_long_lists():
    report = replace(EVERYTHING, references=EVERYTHING.references * 1000)
    text = render("markdown", report, Style())
    assert len(text) <= LIMIT + 200
    assert "1 × list of references." in text
    assert "<summary>Sentences</summary>" in text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a|b", "a|b"),
        ("**bold** _x_ `code`", "**bold** _x_ `code`"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("[x](http://y)", "[x](http://y)"),
        ("two\nlines", "two lines"),
        ("@someone and #12", "@<!-- -->someone and #<!-- -->12"),
        ("a @ b # c", "a @ b # c"),
        ("\\*", "\\*"),
    ],
)
def test_markdown_is_escaped(text, html):
    assert MarkdownIt("commonmark").renderInline(escaped(text)) == html


class Attributes(HTMLParser):
    """Tags of a page with their attributes."""

    def __init__(self, html):
        super().__init__()
        self.tags = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def of(self, wanted):
        return [attributes for tag, attributes in self.tags if tag == wanted]


@pytest.fixture(scope="module")
def page():
    return Attributes(render("html", EVERYTHING, Style()))


def test_a_page_loads_nothing(page):
    assert {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object"} == set()
    assert all(not key.startswith("on") for _, attributes in page.tags for key in attributes)
    assert all("src" not in attributes for _, attributes in page.tags)
    policies = [m["content"] for m in page.of("meta") if m.get("http-equiv")]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]
    style = stylesheet()
    assert "url(" not in style
    assert "@import" not in style


def test_a_page_can_be_used_by_everybody(page):
    assert page.of("html") == [{"lang": "en"}]
    assert len(page.of("main")) == len(page.of("h1")) == len(page.of("title")) == 1
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all(header["scope"] == "col" for header in page.of("th"))
    assert len(page.of("input")) == len(page.of("label")) == 3
    assert {box["id"] for box in page.of("input")} == set(
        re.findall(r"#([\w-]+):not", stylesheet())
    )


def test_a_page_with_one_severity_needs_no_filter():
    assert Attributes(render("html", many(2, 3), Style())).of("input") == []


def test_only_addresses_become_links():
    doi = finding(
        "REF001", "malformed-doi", Severity.ERROR, at("a", 1, 1), "none", doi="javascript:alert(1)"
    )
    assert Attributes(render("html", replace(NOTHING, findings=(doi,)), Style())).of("a") == []
    fine = replace(doi, problem=replace(doi.problem, doi='10.1000/a"b<c>'))
    [link] = Attributes(render("html", replace(NOTHING, findings=(fine,)), Style())).of("a")
    assert link["href"] == "https://doi.org/10.1000/a%22b%3Cc%3E"


def stylesheet():
    return files("claimcheck.reports").joinpath("html.css").read_text(encoding="utf-8")


def palettes():
    """The colours by name, light and dark."""
    blocks = re.findall(r":root \{(.*?)\}", stylesheet(), re.DOTALL)
    return [dict(re.findall(r"--(\w+): (#\w+)", block)) for block in blocks]


def luminance(color):
    """Relative luminance (WCAG 2.2)."""
    digits = color[1:] if len(color) == 7 else "".join(d * 2 for d in color[1:])
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", palettes(), ids=["light", "dark"])
def test_contrast_is_enough_to_read(palette):
    """WCAG 2.2, success criterion 1.4.3: at least 4.5 to 1."""
    pairs = [(name, "ground") for name in ("text", "soft", "error", "warning", "info", "good")]
    for front, back in [*pairs, ("text", "panel"), ("text", "mark")]:
        light, dark = sorted((luminance(palette[front]), luminance(palette[back])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (front, back)
