"""The places of single fields, found on demand in the text of the files."""

from __future__ import annotations

from dataclasses import field

from claimcheck.classes import dataclass
from claimcheck.model.base import FieldPath
from claimcheck.model.place import Location


@dataclass(slots=True)
class Locator:
    """Finds the place of a field in the text of its file."""

    texts: dict[str, str] = field(default_factory=dict)
    _lines: dict[str, list[str]] = field(default_factory=dict)

    def __call__(self, entry: Location, path: FieldPath) -> Location:
        """The place of the field that `path` leads to in the entry that stands at `entry`."""
        from claimcheck.load.places import locate

        if entry.path not in self.texts:
            return entry
        if entry.path not in self._lines:
            self._lines[entry.path] = self.texts[entry.path].split("\n")
        return locate(self._lines[entry.path], entry, path)
