"""Changes to a good reference: distortions that are no errors, and errors that must be named.

Each takes a reference and a random generator and returns the changed reference, or None where the
change does not apply.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from anyascii import anyascii

from claimcheck.model.dates import PartialDate
from claimcheck.model.works import Name, Reference

Change = Callable[[Reference, Random], Reference | None]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SMALL = frozenset(
    {"a", "an", "the", "of", "in", "on", "for", "and", "to", "by", "from", "at", "as", "or", "with"}
    | {"der", "die", "das", "und", "la", "le", "&"}
)
SPELLINGS = (
    ("behavior", "behaviour"), ("tumor", "tumour"), ("randomized", "randomised"),
    ("analyz", "analys"), ("color", "colour"), ("center", "centre"), ("fiber", "fibre"),
    ("hemo", "haemo"), ("anemia", "anaemia"), ("pediatric", "paediatric"), ("edema", "oedema"),
    ("estrogen", "oestrogen"), ("labeled", "labelled"), ("modeling", "modelling"),
    ("program ", "programme "), ("aging", "ageing"), ("leukemia", "leukaemia"),
    ("characteriz", "characteris"), ("organiz", "organis"), ("utiliz", "utilis"),
)  # fmt: skip


def renamed(reference: Reference, author: Sequence[Name], *, cut: bool = False) -> Reference:
    return replace(reference, author=tuple(author), et_al=cut)


# --- distortions that are no errors -------------------------------------------------------------


def abbreviated_journal(reference: Reference, rng: Random) -> Reference | None:
    names = [
        w for w in re.split(r"[\s/]+", reference.container_title or "") if w.lower() not in SMALL
    ]
    if len(names) < 2:
        return None
    return replace(reference, container_title=" ".join(_cut(w, rng) for w in names))


def _cut(word: str, rng: Random) -> str:
    if word == "Journal":
        return "J"
    bare = word.strip(".,:&()")
    if len(bare) <= 5 or rng.random() < 0.15:
        return word.replace("&", "")
    return bare[: rng.randint(3, len(bare) - 2)] + rng.choice(["", "."])


def article_before_journal(reference: Reference, _rng: Random) -> Reference | None:
    name = reference.container_title or ""
    if not name:
        return None
    changed = name[4:] if name.startswith("The ") else f"The {name}"
    return replace(reference, container_title=changed)


def ampersand(reference: Reference, _rng: Random) -> Reference | None:
    name = reference.container_title or ""
    changed = name.replace(" and ", " & ") if " and " in name else name.replace("&", "and")
    return replace(reference, container_title=changed) if changed != name else None


def et_al(reference: Reference, rng: Random) -> Reference | None:
    kept = rng.choice([1, 3, 6])
    if len(reference.author) <= kept:
        return None
    return renamed(reference, reference.author[:kept], cut=True)


def ellipsis(reference: Reference, _rng: Random) -> Reference | None:
    if len(reference.author) < 8:
        return None
    return renamed(reference, [*reference.author[:6], reference.author[-1]], cut=True)


def initials(reference: Reference, rng: Random) -> Reference | None:
    return renamed(reference, [_initialled(name, rng) for name in reference.author])


def _initialled(name: Name, rng: Random) -> Name:
    if not name.given:
        return name
    letters = [w[0].upper() for w in re.split(r"[\s.-]+", name.given) if w]
    if name.given.isupper() and len(name.given) <= 3:
        letters = list(name.given)
    return replace(name, given=rng.choice(["", ". ", " "]).join(letters))


def first_initial_only(reference: Reference, _rng: Random) -> Reference | None:
    names = [replace(n, given=n.given[:1] if n.given else None) for n in reference.author]
    return renamed(reference, names)


def vancouver_literals(reference: Reference, _rng: Random) -> Reference | None:
    if not reference.author or any(not n.family or not n.given for n in reference.author):
        return None
    short = [(n.family, _initialled(n, Random(0)).given or "") for n in reference.author]
    names = [f"{family} {re.sub(r'[. ]', '', given)}" for family, given in short]
    return renamed(reference, [Name(family=name) for name in names])


def all_caps(reference: Reference, _rng: Random) -> Reference | None:
    return renamed(
        replace(reference, title=reference.title.upper()),
        [replace(n, family=n.family.upper() if n.family else None) for n in reference.author],
    )


def lost_accents(reference: Reference, _rng: Random) -> Reference | None:
    changed = _names_through(reference, anyascii)
    same = changed.author == reference.author and changed.title == reference.title
    return None if same else changed


def transliterated(reference: Reference, _rng: Random) -> Reference | None:
    pairs = "äae öoe üue øoe åaa ßss ÖOe ÄAe ÜUe ØOe æae".split()  # noqa: SIM905
    table = str.maketrans({pair[0]: pair[1:] for pair in pairs})
    names = [replace(n, family=(n.family or "").translate(table) or None) for n in reference.author]
    return renamed(reference, names) if tuple(names) != reference.author else None


def _names_through(reference: Reference, fold: Callable[[str], str]) -> Reference:
    names = [
        replace(n, family=fold(n.family or "") or None, given=fold(n.given or "") or None)
        for n in reference.author
    ]
    return renamed(replace(reference, title=fold(reference.title)), names)


def dropped_subtitle(reference: Reference, _rng: Random) -> Reference | None:
    head, colon, rest = reference.title.partition(": ")
    return replace(reference, title=head) if colon and rest and len(head.split()) > 1 else None


def typing_slip(reference: Reference, rng: Random) -> Reference | None:
    tokens = reference.title.split(" ")
    long = [i for i, w in enumerate(tokens) if w.isalpha() and len(w) >= 6]
    if not long:
        return None
    place = rng.choice(long)
    tokens[place] = _mistyped(tokens[place], rng)
    return replace(reference, title=" ".join(tokens))


def _mistyped(word: str, rng: Random) -> str:
    at = rng.randrange(1, len(word) - 1)
    kind = rng.choice(["drop", "double", "swap", "other"])
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    if kind == "swap":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + rng.choice(LETTERS) + word[at + 1 :]


def british_or_american(reference: Reference, _rng: Random) -> Reference | None:
    title = reference.title
    for american, british in SPELLINGS:
        for pattern, other in ((rf"(?<!\w){american}", british), (rf"(?<!\w){british}", american)):
            title, hits = re.subn(pattern, other, title, count=1)
            if hits:
                return replace(reference, title=title)
    return None


def punctuation(reference: Reference, rng: Random) -> Reference | None:
    title = reference.title.replace("-", " ").replace(":", ".").replace("–", "-")
    title += rng.choice(["", ".", "*"])
    return replace(reference, title=title) if title != reference.title else None


def neighbouring_year(reference: Reference, rng: Random) -> Reference | None:
    return _year(reference, rng.choice([-1, 1]))


def _year(reference: Reference, by: int) -> Reference | None:
    if not reference.issued:
        return None
    return replace(reference, issued=PartialDate(reference.issued.year + by))


def page_style(reference: Reference, rng: Random) -> Reference | None:
    first, dash, last = (reference.page or "").partition("-")
    if not dash or not first.isdigit() or not last.isdigit():
        return None
    kept = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), 0)
    short = last[kept:] if len(first) == len(last) else last
    return replace(reference, page=rng.choice([first, f"{first}–{last}", f"pp. {first}-{short}"]))


def bare(reference: Reference, _rng: Random) -> Reference | None:
    return replace(reference, volume=None, issue=None, page=None, container_title=None)


ALLOWED: tuple[Change, ...] = (
    abbreviated_journal, article_before_journal, ampersand, et_al, ellipsis, initials,
    first_initial_only, vancouver_literals, all_caps, lost_accents, transliterated,
    dropped_subtitle, typing_slip, british_or_american, punctuation, neighbouring_year, page_style,
    bare,
)  # fmt: skip


# --- errors, by the field in which they must be named ---------------------------------------------

INVENTED = (
    Name(family="Okonkwo", given="Ifeoma"), Name(family="Lindqvist", given="Per"),
    Name(family="Castellano", given="Ugo F."), Name(family="Whitcombe", given="Z."),
    Name(family="Zhuravlev", given="Yegor"),
)  # fmt: skip
WORDS = (
    "retrospective", "ketamine", "anxiety", "adolescents", "mice", "phase", "placebo", "chronic",
    "nitrogen", "urban", "satellite", "hepatic", "polymer", "quantum", "maternal", "sleep",
)  # fmt: skip


def changed_word(reference: Reference, rng: Random) -> Reference | None:
    tokens = reference.title.split(" ")
    content = [i for i, w in enumerate(tokens) if len(w) > 4 and w.isalpha()]
    if not content or len(tokens) < 4:
        return None
    place = rng.choice(content)
    choices = [w for w in WORDS if w not in reference.title.lower()]
    tokens[place] = rng.choice(choices)
    return replace(reference, title=" ".join(tokens))


def changed_number(reference: Reference, rng: Random) -> Reference | None:
    found = re.search(r"(?<![\w.,])\d{1,3}(?![\w.,])", reference.title)
    if not found or len(reference.title.split()) < 4:
        return None
    number = str(int(found[0]) + rng.choice([1, 6, 10]))
    title = reference.title[: found.start()] + number + reference.title[found.end() :]
    return replace(reference, title=title)


def other_first_author(reference: Reference, rng: Random) -> Reference | None:
    if not reference.author:
        return None
    return renamed(reference, [rng.choice(INVENTED), *reference.author[1:]])


def promoted_author(reference: Reference, _rng: Random) -> Reference | None:
    first, *rest = reference.author or (Name(),)
    if not rest or len({n.family for n in reference.author}) < len(reference.author):
        return None
    return renamed(reference, [rest[0], first, *rest[1:]])


def invented_coauthor(reference: Reference, rng: Random) -> Reference | None:
    if not reference.author:
        return None
    return renamed(reference, [*reference.author, rng.choice(INVENTED)])


def replaced_coauthor(reference: Reference, rng: Random) -> Reference | None:
    if len(reference.author) < 2:
        return None
    place = rng.randrange(1, len(reference.author))
    before, after = reference.author[:place], reference.author[place + 1 :]
    return renamed(reference, [*before, rng.choice(INVENTED), *after])


def dropped_coauthor(reference: Reference, rng: Random) -> Reference | None:
    if len(reference.author) < 2:
        return None
    place = rng.randrange(1, len(reference.author))
    return renamed(reference, [*reference.author[:place], *reference.author[place + 1 :]])


def year_off(reference: Reference, rng: Random) -> Reference | None:
    return _year(reference, rng.choice([-5, -3, -2, 2, 3, 4]))


def other_volume(reference: Reference, rng: Random) -> Reference | None:
    if not (reference.volume or "").isdigit():
        return None
    return replace(reference, volume=str(int(reference.volume or 0) + rng.choice([1, 2, 10])))


def other_page(reference: Reference, rng: Random) -> Reference | None:
    first, dash, last = (reference.page or "").partition("-")
    if not first.isdigit():
        return None
    return replace(reference, page=f"{int(first) + rng.choice([1, 7, 100])}{dash}{last}")


FORBIDDEN: tuple[tuple[str, Change], ...] = (
    ("title", changed_word), ("title", changed_number), ("author", other_first_author),
    ("author", promoted_author), ("author", invented_coauthor), ("author", replaced_coauthor),
    ("author", dropped_coauthor), ("year", year_off), ("volume", other_volume),
    ("page", other_page),
)  # fmt: skip
