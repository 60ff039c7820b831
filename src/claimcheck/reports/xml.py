"""What the XML formats share: elements whose values XML can hold, and the document as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, indent, tostring

from claimcheck.reports.characters import for_xml


def element(
    tag: str,
    attributes: Mapping[str, object],
    children: Iterable[Element] = (),
    text: str | None = None,
) -> Element:
    """An element; characters that XML cannot hold are left out of its text and attributes."""
    made = Element(tag, {key: for_xml(str(value)) for key, value in attributes.items()})
    made.extend(children)
    made.text = None if text is None else for_xml(text)
    return made


def written(root: Element) -> str:
    """The whole document, indented."""
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}'
