"""Whatever a report holds, each format parses back, and the messages are in it unharmed."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, example, given, settings
from markdown_it import MarkdownIt

from claimcheck.model.findings import Finding, Problem, Report, Severity
from claimcheck.model.place import Location
from claimcheck.reports import FORMATS, render
from claimcheck.reports.characters import encodable, for_xml, one_line, visible
from claimcheck.reports.style import Style
from reports.samples import EVERYTHING, NASTY, NOTHING, reports

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")
VOID = {"meta", "input"}


def nasty(text):
    """A report on one finding with this text wherever there can be one."""
    problem = Problem(where=Location("a b.md", 1, 2), message=text, text=text, found=text)
    finding = Finding(code="DFT001", name="contradicted", severity=Severity.ERROR, problem=problem)
    return Report(
        command="lint",
        as_of=NOTHING.as_of,
        findings=(finding,),
        files=("a b.md",),
        sources={"a b.md": text},
        notes=(text,),
    )


def every_report(test):
    """The test for any report, and for each that is known to be hard."""
    for report in (EVERYTHING, NOTHING, *map(nasty, NASTY)):
        test = example(report)(test)
    slow = [HealthCheck.too_slow, HealthCheck.large_base_example, HealthCheck.data_too_large]
    return settings(max_examples=60, deadline=None, suppress_health_check=slow)(
        given(reports())(test)
    )


def rendered(name, report):
    text = render(name, report, Style())
    assert text == "" or text.endswith("\n")
    text.encode("utf-8")
    return text


def messages(report):
    return [f.problem.message for f in report.active]


def unix(text):
    """Line ends as an XML parser hands them on."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@every_report
def test_json(report):
    whole = json.loads(rendered("json", report))
    assert [f["message"] for f in whole["findings"]] == list(map(encodable, messages(report)))


@every_report
def test_jsonl(report):
    rows = [json.loads(line) for line in rendered("jsonl", report).splitlines()]
    found = [row["message"] for row in rows if row["record"] == "finding"]
    assert found == list(map(encodable, messages(report)))
    assert rows[-1]["record"] == "summary"


@every_report
def test_gitlab(report):
    rows = json.loads(rendered("gitlab", report))
    expected = [encodable(f"{f.name}: {f.problem.message}") for f in report.active]
    assert [row["description"] for row in rows] == expected
    assert len({row["fingerprint"] for row in rows}) == len(rows)


@every_report
def test_rdjson(report):
    rows = json.loads(rendered("rdjson", report))["diagnostics"]
    assert [row["message"] for row in rows] == list(map(encodable, messages(report)))


@every_report
def test_checkstyle(report):
    root = ET.fromstring(rendered("checkstyle", report))
    by_path = sorted(report.active, key=lambda f: report.files.index(f.where.path))
    expected = [encodable(for_xml(f.problem.message)) for f in by_path]
    written = [error.get("message") for error in root.iter("error")]
    assert len(written) == len(expected)
    assert all(w.startswith(e) for w, e in zip(written, expected, strict=True))


@every_report
def test_junit(report):
    root = ET.fromstring(rendered("junit", report))
    failed = [case for tag in ("failure", "error") for case in root.iter(tag)]
    written = [case.get("message") for case in failed if case.get("type") != "incomplete"]
    grave = [f for f in report.active if f.severity > Severity.INFO or f.is_gap]
    assert sorted(written) == sorted(for_xml(f.problem.message) for f in grave)
    said = " ".join(text.text or "" for text in root.iter("system-out"))
    assert all(unix(for_xml(note)) in said for note in report.notes)


@every_report
def test_github(report):
    rows = rendered("github", report).split("\n")
    found = [COMMAND.fullmatch(row) for row in rows if row.startswith("::")]
    assert len(found) == len(report.active)
    for match, finding in zip(found, report.active, strict=True):
        assert unquote_command(match[3]).startswith(encodable(finding.problem.message))
        properties = dict(pair.split("=", 1) for pair in match[2].split(","))
        path = encodable(finding.where.path).replace("\\", "/")
        assert unquote_command(properties["file"]) == path


def unquote_command(text):
    """What the runner makes of a value."""
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")):
        text = text.replace(code, character)
    return text.replace("%25", "%")


@every_report
def test_sarif(report):
    run = json.loads(rendered("sarif", report))["runs"][0]
    written = [result["message"]["text"] for result in run["results"]]
    assert written == [encodable(f.problem.message) for f in report.findings]
    for result, finding in zip(run["results"], report.findings, strict=True):
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
        assert re.fullmatch(r"[\w.~%/:-]*", uri)
        path = unquote(urlsplit(uri).path if uri.startswith("file:") else uri, errors="strict")
        assert path.lstrip("/") == sarif_path(finding.where.path).lstrip("/")


def sarif_path(path):
    """The path as a URI can hold it."""
    return re.sub("[\ud800-\udfff]", "?", path).replace("\\", "/")


@every_report
def test_concise(report):
    rows = rendered("concise", report).split("\n")
    for row, finding in zip(rows, report.active, strict=False):
        assert row.endswith(encodable(one_line(f": {finding.problem.message}")))
    assert all(row == one_line(row) for row in rows)


@every_report
@pytest.mark.parametrize("color", [False, True])
def test_full(color, report):
    text = render("full", report, Style(color=color, width=80))
    plain = re.sub(r"\x1b\[[\d;]*m", "", text)
    assert all(encodable(f": {one_line(message)}\n") in plain for message in messages(report))
    assert plain == visible(plain)


@every_report
def test_markdown(report):
    html = MarkdownIt("commonmark").enable("table").render(rendered("markdown", report))
    shown = squeezed(Page(html).text)
    left = "Left out, because a comment has limits" in shown
    for finding in report.active:
        assert left or squeezed(encodable(one_line(finding.problem.message))) in shown
        assert left or squeezed(encodable(one_line(finding.where.path))) in shown
    for note in report.notes:
        assert squeezed(encodable(one_line(note))) in shown
    for sentence in report.sentences if report.show_all else ():
        assert left or squeezed(encodable(one_line(sentence.text))) in shown


def squeezed(text):
    """Without blanks, which Markdown does not keep."""
    return "".join(text.split())


@every_report
def test_html(report):
    page = Page(rendered("html", report))
    assert page.open == []
    paragraphs = [text for tag, text in page.blocks if tag == "p"]
    assert all(encodable(visible(m)) in paragraphs for m in (*messages(report), *report.notes))


class Page(HTMLParser):
    """The text of an HTML page by block; fails on tags that do not match."""

    def __init__(self, html):
        super().__init__()
        self.open = []
        self.blocks = [("", "")]
        self.feed(html)
        self.close()

    @property
    def text(self):
        return "".join(text for _, text in self.blocks)

    def handle_starttag(self, tag, attrs):
        if tag not in VOID | {"br", "hr"}:
            self.open.append(tag)
        if tag in {"p", "td", "pre", "dd", "h2"}:
            self.blocks.append((tag, ""))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        tag, text = self.blocks[-1]
        closed = tag and tag not in self.open
        self.blocks[-1:] = [(tag, text), ("", data)] if closed else [(tag, text + data)]


def test_every_format_is_tried_here():
    tests = {name.removeprefix("test_") for name in globals() if name.startswith("test_")}
    assert set(FORMATS) <= tests
