"""References printed in the styles that writers use, from their parts.

Each function takes a reference and gives one line of a list without its DOI; `with_doi` adds it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimcheck.model.works import Name, Reference

Style = Callable[[Reference], str]


def initials(name: Name, dot: str = "", gap: str = "") -> str:
    words = (name.given or "").replace("-", " ").replace(".", " ").split()
    return gap.join(f"{word[0].upper()}{dot}" for word in words)


def family(name: Name) -> str:
    return " ".join(filter(None, (name.non_dropping_particle, name.family))) or name.literal or ""


def inverted(name: Name, dot: str, gap: str, comma: str) -> str:
    given = initials(name, dot, gap)
    return f"{family(name)}{comma} {given}" if given else family(name)


def straight(name: Name) -> str:
    given = initials(name, ".", " ")
    return f"{given} {family(name)}" if given else family(name)


def full(name: Name) -> str:
    return f"{name.given} {family(name)}" if name.given else family(name)


def listed(names: Sequence[str], last: str, between: str = ", ") -> str:
    if len(names) < 2:
        return "".join(names)
    return between.join(names[:-1]) + last + names[-1]


def year(reference: Reference) -> str:
    return str(reference.issued.year) if reference.issued else "n.d."


def with_stop(text: str) -> str:
    return text if text.endswith(("?", "!", ".")) else f"{text}."


def apa(reference: Reference) -> str:
    names = [inverted(name, ".", " ", ",") for name in reference.author]
    if reference.et_al:
        people = ", ".join([*names, "et al."])
    elif len(names) > 20:
        people = ", ".join(names[:19]) + ", ... " + names[-1]
    else:
        people = listed(names, ", & ")
    place = f", {reference.volume}" if reference.volume else ""
    place += f"({reference.issue})" if reference.issue and reference.volume else ""
    place += f", {pages(reference)}" if reference.page else ""
    return f"{people} ({year(reference)}). {with_stop(reference.title)} {venue(reference)}{place}."


def apa_six(reference: Reference) -> str:
    """APA's sixth edition: six authors, an ellipsis, the last one."""
    names = [inverted(name, ".", " ", ",") for name in reference.author]
    if len(names) < 8 or reference.et_al:
        return apa(reference)
    people = ", ".join(names[:6]) + ", . . . " + names[-1]
    return people + apa(reference)[apa(reference).index(f" ({year(reference)})") :]


def vancouver(reference: Reference) -> str:
    people = vancouver_people(reference, 6)
    return (
        f"{people}. {with_stop(reference.title)} {venue(reference)}. {place(reference, short=True)}"
    )


def ama(reference: Reference) -> str:
    kept = 6 if len(reference.author) <= 6 else 3
    people = vancouver_people(reference, kept)
    return f"{people}. {with_stop(reference.title)} {venue(reference)}. {place(reference)}"


def vancouver_people(reference: Reference, most: int) -> str:
    names = [inverted(name, "", "", "") for name in reference.author[:most]]
    return ", ".join(names) + (", et al" if is_cut(reference, most) else "")


def is_cut(reference: Reference, most: int) -> bool:
    return reference.et_al or len(reference.author) > most


def place(reference: Reference, *, short: bool = False) -> str:
    issue = f"({reference.issue})" if reference.issue else ""
    text = f"{year(reference)};{reference.volume or ''}{issue}"
    if reference.page:
        text += f":{abbreviated_pages(reference.page) if short else reference.page}"
    return text + "."


def abbreviated_pages(page: str) -> str:
    first, dash, last = page.partition("-")
    if not dash or len(first) != len(last) or not (first + last).isdigit():
        return page
    same = 0
    while same < len(first) - 1 and first[same] == last[same]:
        same += 1
    return f"{first}-{last[same:]}"


def pages(reference: Reference) -> str:
    return (reference.page or "").replace("-", "–")


def venue(reference: Reference) -> str:
    return reference.container_title or ""


def chicago(reference: Reference) -> str:
    """Bibliography entry of the notes style."""
    people = chicago_people(reference)
    issue = f", no. {reference.issue}" if reference.issue else ""
    where = f" {reference.volume}{issue}" if reference.volume else ""
    page = f": {pages(reference)}" if reference.page else ""
    title = f"“{with_stop(reference.title)}”"
    return f"{people}. {title} {venue(reference)}{where} ({year(reference)}){page}."


def chicago_date(reference: Reference) -> str:
    people = chicago_people(reference)
    issue = f" ({reference.issue})" if reference.issue else ""
    where = f" {reference.volume}{issue}" if reference.volume else ""
    page = f": {pages(reference)}" if reference.page else ""
    title = f"“{with_stop(reference.title)}”"
    return f"{people}. {year(reference)}. {title} {venue(reference)}{where}{page}."


def chicago_people(reference: Reference) -> str:
    names = reference.author
    if not names:
        return ""
    first = f"{family(names[0])}, {names[0].given}" if names[0].given else family(names[0])
    rest = [full(name) for name in names[1:]]
    if is_cut(reference, 10):
        return f"{', '.join([first, *rest[:6]])}, et al"
    return listed([first, *rest], ", and ").removesuffix(".")


def harvard(reference: Reference) -> str:
    names = [inverted(name, ".", "", ",") for name in reference.author]
    people = f"{names[0]} et al." if is_cut(reference, 3) else listed(names, " and ")
    issue = f"({reference.issue})" if reference.issue else ""
    where = f", {reference.volume}{issue}" if reference.volume else ""
    page = f", pp. {pages(reference)}" if reference.page else ""
    return f"{people} ({year(reference)}) ‘{reference.title}’, {venue(reference)}{where}{page}."


def harvard_plain(reference: Reference) -> str:
    names = [inverted(name, ".", "", ",") for name in reference.author]
    issue = f"({reference.issue})" if reference.issue else ""
    where = f" {reference.volume}{issue}" if reference.volume else ""
    page = f", {reference.page}" if reference.page else ""
    people = ", ".join(names) + (", et al." if reference.et_al else "")
    title = with_stop(reference.title)
    return f"{people}, {year(reference)}. {title} {venue(reference)}{where}{page}."


def ieee(reference: Reference) -> str:
    names = [straight(name) for name in reference.author]
    people = (
        f"{names[0]} et al."
        if len(names) > 6
        else listed(names, ", and " if len(names) > 2 else " and ")
    )
    parts = [f"{people}, “{reference.title},” {venue(reference)}"]
    parts += [f"vol. {reference.volume}"] if reference.volume else []
    parts += [f"no. {reference.issue}"] if reference.issue else []
    parts += [f"pp. {pages(reference)}"] if reference.page else []
    return ", ".join([*parts, year(reference)]) + "."


def mla(reference: Reference) -> str:
    names = reference.author
    first = f"{family(names[0])}, {names[0].given}" if names and names[0].given else ""
    if is_cut(reference, 2):
        people = f"{first}, et al."
    elif len(names) == 2:
        people = f"{first}, and {full(names[1])}."
    else:
        people = with_stop(first)
    parts = [f"{people} “{with_stop(reference.title)}” {venue(reference)}"]
    parts += [f"vol. {reference.volume}"] if reference.volume else []
    parts += [f"no. {reference.issue}"] if reference.issue else []
    parts += [year(reference)]
    parts += [f"pp. {pages(reference)}"] if reference.page else []
    return ", ".join(parts) + "."


def nature(reference: Reference) -> str:
    names = [inverted(name, ".", " ", ",") for name in reference.author]
    people = f"{names[0]} et al." if is_cut(reference, 5) else listed(names, " & ")
    where = f" {reference.volume}" if reference.volume else ""
    page = f", {pages(reference)}" if reference.page else ""
    title = with_stop(reference.title)
    return f"{people} {title} {venue(reference)}{where}{page} ({year(reference)})."


def springer(reference: Reference) -> str:
    people = vancouver_people(reference, 50)
    issue = f"({reference.issue})" if reference.issue else ""
    where = f" {reference.volume}{issue}" if reference.volume else ""
    page = f":{pages(reference)}" if reference.page else ""
    return (
        f"{people} ({year(reference)}) {with_stop(reference.title)} {venue(reference)}{where}{page}"
    )


def elsevier(reference: Reference) -> str:
    people = ", ".join(straight(name) for name in reference.author)
    people += ", et al." if reference.et_al else ""
    where = f" {reference.volume}" if reference.volume else ""
    page = f" {pages(reference)}" if reference.page else ""
    return f"{people}, {reference.title}, {venue(reference)}{where} ({year(reference)}){page}."


def loose(reference: Reference) -> str:
    """No style: first author, title, journal and year, as pasted into a chat."""
    first = family(reference.author[0]) if reference.author else ""
    cut = " et al." if is_cut(reference, 1) else ""
    return f"{first}{cut} {with_stop(reference.title)} {venue(reference)} {year(reference)}"


STYLES: tuple[Style, ...] = (
    apa, apa_six, vancouver, ama, chicago, chicago_date, harvard, harvard_plain, ieee, mla,
    nature, springer, elsevier, loose,
)  # fmt: skip
DOI_FORMS = (
    "https://doi.org/{doi}", "doi:{doi}", "DOI: {doi}", "http://dx.doi.org/{doi}",
    "https://doi.org/{doi}.", "[doi:{doi}]", "{doi}",
)  # fmt: skip


def with_doi(line: str, doi: str, form: str) -> str:
    return f"{line} {form.format(doi=doi)}"
