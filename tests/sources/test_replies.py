"""What came over the wire, judged."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

import pytest

from claimcheck.sources.codec import ShapeError
from claimcheck.sources.replies import Absent, Body, Ok, Question, Trouble, judge, retry_after

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
HTML = b"<!DOCTYPE html><html><title>Sign in</title></html>"


def read_number(body: Body) -> int:
    value = body.json
    if not isinstance(value, int):
        raise ShapeError("no number")
    return value


QUESTION = Question("http://x/", read_number, lambda body: body.text == "Nothing here.")


def judged(status: int, content: bytes, **headers: str) -> Any:
    return judge("Registry", QUESTION, Body("http://x/", status, headers, content), NOW)


def test_an_answer_is_what_the_question_reads():
    assert judged(200, b"42") == Ok(42)


def test_only_the_services_own_words_deny():
    assert judged(404, b"Nothing here.") == Absent()
    assert isinstance(judged(500, b"Nothing here."), Trouble)


@pytest.mark.parametrize(
    ("status", "content", "reason", "passing"),
    [
        (200, HTML, "Registry sent a web page instead of data", True),
        (200, b"", "Registry sent no valid data", True),
        (200, b'{"a": [1, 2', "Registry sent no valid data", True),
        (200, b"\xff\xfe", "Registry sent no valid data", True),
        (200, b"[" * 200_000, "Registry sent no valid data", True),
        (200, b'"text"', "Registry sent no number", True),
        (204, b"", "Registry answered 204 (No Content)", False),
        (404, HTML, "Registry answered 404 (Not Found)", True),
        (400, b"{}", "Registry answered 400 (Bad Request)", False),
        (401, b"", "Registry does not accept our credentials (401)", False),
        (403, HTML, "Registry refuses our requests (403)", False),
        (414, b"", f"Registry answered 414 ({HTTPStatus(414).phrase})", False),
        (429, b"", "Registry limits our requests (429)", True),
        (503, HTML, "Registry answered 503 (Service Unavailable)", True),
        (599, b"", "Registry answered 599", True),
    ],
)
def test_everything_else_is_trouble(status: int, content: bytes, reason: str, passing: bool):
    trouble = judged(status, content)
    assert isinstance(trouble, Trouble)
    assert (trouble.reason, trouble.passing) == (reason, passing)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("7", 7.0),
        ("Sat, 21 Nov 2026 12:00:30 GMT", 30.0),
        ("Sat, 21 Nov 2026 12:00:30 -0000", 30.0),
        ("Sat, 21 Nov 2026 11:00:00 GMT", 0.0),
        ("99999999999999999999", 999999999.0),
        ("soon", None),
        ("-5", None),
        ("²", None),
        ("", None),
    ],
)
def test_retry_after_in_both_forms(text: str, seconds: float | None):
    assert retry_after({"retry-after": text}, NOW) == seconds
