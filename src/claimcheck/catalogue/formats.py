"""Lists of entries as files: CSV, TSV, Markdown, HTML, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from claimcheck import __version__
from claimcheck.catalogue.columns import Column, plain
from claimcheck.reports.characters import one_line

R = TypeVar("R")

_CSS = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; }
caption { text-align: left; padding: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .7rem; }
th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
figure { background: white; margin: 0; }
figure svg { height: auto; max-width: 100%; }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_MISSING = '<span aria-label="not recorded">—</span>'


def separated(rows: Iterable[R], columns: Sequence[Column[R]], delimiter: str) -> str:
    """CSV (RFC 4180, but for line feeds alone) or TSV, with the columns' keys as header.

    Values are those for machines; lists are joined by semicolons. TSV has no quoting, so that
    tabs and line feeds in a value become spaces.
    """
    if delimiter == "\t":
        lines = ["\t".join(one_line(plain(c.value(row))) for c in columns) for row in rows]
        return "\n".join(["\t".join(c.key for c in columns), *lines]) + "\n"
    import csv
    import io

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([c.key for c in columns])
    writer.writerows([plain(c.value(row)) for c in columns] for row in rows)
    return buffer.getvalue()


def markdown(rows: Iterable[R], columns: Sequence[Column[R]]) -> str:
    """A table of GitHub's Markdown."""
    head = [
        _cells([c.title for c in columns]),
        _cells(["---:" if c.number else "---" for c in columns]),
    ]
    return "\n".join([*head, *(_cells([_markdown(c, row) for c in columns]) for row in rows)])


def _markdown(column: Column[R], row: R) -> str:
    parts = (f"[{t}]({address})" if address else t for t, address in column.items(row))
    return "; ".join(parts) or "—"


def _cells(texts: Iterable[str]) -> str:
    escaped = (one_line(t).replace("\\", "\\\\").replace("|", "\\|") for t in texts)
    return f"| {' | '.join(text.replace('<', '&lt;') for text in escaped)} |"


def html(rows: Sequence[R], columns: Sequence[Column[R]], title: str) -> str:
    """A page with the table and nothing else: no script, no network, light and dark."""
    from html import escape

    head = "".join(f'<th scope="col">{escape(c.title)}</th>' for c in columns)
    body = "\n".join(_html_row(row, columns) for row in rows)
    return page(
        title,
        f"""<div class="wide" role="region" aria-label="{escape(title)}" tabindex="0">
<table>
<caption>{len(rows)} entries, written by claimcheck {__version__}</caption>
<thead><tr>{head}</tr></thead>
<tbody>
{body}
</tbody>
</table>
</div>""",
    )


def page(title: str, body: str) -> str:
    """An HTML page that loads nothing; `body` is HTML."""
    from html import escape

    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>{_CSS}</style>
</head>
<body>
<main>
<h1>{escape(title)}</h1>
{body}
</main>
</body>
</html>"""


def _html_row(row: R, columns: Sequence[Column[R]]) -> str:
    from html import escape

    cells = []
    for index, column in enumerate(columns):
        text = "; ".join(
            f'<a href="{escape(address)}">{escape(text)}</a>' if address else escape(text)
            for text, address in column.items(row)
        )
        text = text or _MISSING
        kind = ' class="number"' if column.number else ""
        cells.append(f'<th scope="row">{text}</th>' if index == 0 else f"<td{kind}>{text}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def document(
    command: str,
    key: str,
    entries: Sequence[dict[str, Any]],
    as_of: str,
    summary: Mapping[str, Any] | None = None,
) -> str:
    """The JSON document of a list; `key` names the list in it, `summary` adds what it lacks."""
    tool = {"name": "claimcheck", "version": __version__}
    whole = {
        "version": 1, "command": command, "tool": tool, "as_of": as_of, "count": len(entries),
        **(summary or {}), key: entries,
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=1)


def lines(entries: Iterable[dict[str, Any]]) -> str:
    """JSON Lines: one entry a line."""
    return "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)


def picked(rows: Iterable[R], columns: Sequence[Column[R]]) -> list[dict[str, Any]]:
    """The rows as JSON objects of these columns alone."""
    return [{column.key: column.value(row) for column in columns} for row in rows]
