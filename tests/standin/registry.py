"""Everything the stand-in knows: works, other agencies' DOIs, DataCite records, studies."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from standin.search import SearchEngine

DATA = Path(__file__).parent / "data"
Record = dict[str, Any]


@dataclass
class Registry:
    """The records by lower-case DOI; works are kept as JSON bytes to spare memory."""

    works: dict[str, bytes] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    datacite: dict[str, Record] = field(default_factory=dict)
    elsewhere: dict[str, Record] = field(default_factory=dict)
    studies: dict[str, Record] = field(default_factory=dict)
    study_aliases: dict[str, str] = field(default_factory=dict)
    _frozen: dict[str, bytes] = field(default_factory=dict)
    _changed: set[str] = field(default_factory=set)
    _search: SearchEngine | None = None

    @classmethod
    def built_in(cls) -> Registry:
        """The records in `data/`: `works-*.json` and one file for each other kind."""
        registry = cls()
        for path in sorted(DATA.glob("works-*.json")):
            registry.load_works(path)
        registry.aliases = {k.lower(): v for k, v in _read(DATA / "aliases.json").items()}
        registry.datacite = {r["id"].lower(): r for r in _read(DATA / "datacite.json")}
        registry.elsewhere = {r["DOI"].lower(): r for r in _read(DATA / "elsewhere.json")}
        studies = _read(DATA / "studies.json")
        registry.study_aliases = studies["aliases"]
        registry.studies = {nct_id(study): study for study in studies["studies"]}
        return registry

    def load_works(self, path: Path) -> None:
        """Add the works of a .json list or .jsonl file, gzipped or not; the first one stands."""
        for record, line in read_lines(path):
            self.works.setdefault(str(record["DOI"]).lower(), line)

    def load_datacite(self, path: Path) -> None:
        """Add DataCite records from such a file."""
        self.datacite |= {record["id"].lower(): record for record, _ in read_lines(path)}

    def freeze(self) -> None:
        """What is there now is what `restore` comes back to."""
        self._frozen = dict(self.works)

    def put_work(self, record: Mapping[str, Any]) -> None:
        """Add or replace a work."""
        self._changed.add(self._store(record))
        self._search = None

    def drop_work(self, doi: str) -> None:
        """Take a work away; raises KeyError for an unknown one."""
        del self.works[doi.lower()]
        self._changed.add(doi.lower())
        self._search = None

    def restore(self) -> None:
        """Undo what `put_work` and `drop_work` did."""
        for doi in self._changed:
            self.works.pop(doi, None)
            if doi in self._frozen:
                self.works[doi] = self._frozen[doi]
        if self._changed:
            self._changed.clear()
            self._search = None

    def work(self, doi: str) -> Record | None:
        """The work as deposited, or None; never by its alias."""
        raw = self.works.get(doi.lower())
        return None if raw is None else json.loads(raw)

    def all_works(self) -> Iterator[Record]:
        """Every work, one at a time."""
        for raw in list(self.works.values()):
            yield json.loads(raw)

    @property
    def search(self) -> SearchEngine:
        """The index over the present works, built when first needed."""
        if self._search is None:
            self._search = SearchEngine(list(self.works), self.all_works)
        return self._search

    def agency(self, doi: str) -> str | None:
        """The registration agency of a DOI, as doi.org names it; None if unregistered."""
        key = doi.lower()
        if key in self.works or key in self.aliases:
            return "Crossref"
        if key in self.datacite:
            return "DataCite"
        return self.elsewhere[key]["RA"] if key in self.elsewhere else None

    def landing_page(self, doi: str) -> str | None:
        """The URL value of a registered handle; None for one without."""
        key = doi.lower()
        if key in self.elsewhere:
            return self.elsewhere[key].get("URL")
        if key in self.datacite:
            return str(self.datacite[key]["attributes"]["url"])
        work = self.work(self.aliases.get(key, key)) or {}
        primary = work.get("resource", {}).get("primary", {})
        return str(primary.get("URL") or f"https://publisher.example/{key}")

    def _store(self, record: Mapping[str, Any]) -> str:
        doi = str(record["DOI"]).lower()
        self.works[doi] = _line(record)
        return doi


def nct_id(study: Record) -> str:
    """The registry number of a study."""
    return str(study["protocolSection"]["identificationModule"]["nctId"])


def read_lines(path: Path) -> Iterator[tuple[Record, bytes]]:
    """The records of a JSON list, a `{"items": …}` file or JSON lines, with their JSON."""
    with path.open("rb") as file, gzip.open(file) if path.suffix == ".gz" else file as content:
        if ".jsonl" in path.suffixes:
            yield from ((json.loads(line), line.rstrip()) for line in content if line.strip())
        else:
            yield from ((record, _line(record)) for record in _items(json.load(content)))


def _line(record: Mapping[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


def _items(content: Any) -> Iterable[Record]:
    if isinstance(content, dict):
        return content.get("items") or [content.get("message", content)]
    records: list[Record] = content
    return records


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
