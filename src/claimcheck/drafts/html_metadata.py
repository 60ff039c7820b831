"""What an HTML page says of itself: its title and its date."""

from __future__ import annotations

from claimcheck.drafts.tags import attributes, characters
from claimcheck.drafts.words import words
from claimcheck.model.dates import PartialDate
from claimcheck.patterns import lazy

_DATES = words(
    "article:published_time date dc.date dcterms.date dcterms.created citation_publication_date"
    " citation_date pubdate publishdate datepublished"
)
_PUBLISHED = lazy(r'"datePublished"\s*:\s*"(\d{4}-\d{2}-\d{2})')
_ISO = lazy(r"\s*(\d{4}(?:[-/]\d{2}(?:[-/]\d{2})?)?)(?![\d-])")


class Metadata:
    """The title and the publication date, as elements that hold them are met; the first counts."""

    def __init__(self) -> None:
        self.title = ""
        self.date: PartialDate | None = None

    def read_title(self, text: str) -> None:
        """The text of a `title` element."""
        if not self.title:
            resolved = "".join(part for part, _ in characters(text))
            self.title = " ".join(resolved.split())

    def read_script(self, text: str) -> None:
        """A script, which may be linked data about the page (`datePublished` of schema.org)."""
        if "datePublished" in text and (found := _PUBLISHED.search(text)):
            self._set_date(found.group(1))

    def read_meta(self, written: str) -> None:
        """The attributes of a `meta` element."""
        given = attributes(written)
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        if name.lower() in _DATES:
            self._set_date(given.get("content", ""))

    def read_time(self, written: str) -> None:
        """The attributes of a `time` element."""
        given = attributes(written)
        if given.get("itemprop", "").lower() == "datepublished" or "pubdate" in given:
            self._set_date(given.get("datetime", ""))

    def _set_date(self, text: str) -> None:
        self.date = self.date or iso_date(text)


def iso_date(text: str) -> PartialDate | None:
    """The date that an ISO text (or one with slashes) begins with, if it does."""
    found = _ISO.match(text)
    try:
        return PartialDate.parse(found.group(1).replace("/", "-")) if found else None
    except ValueError:
        return None
