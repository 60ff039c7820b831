"""Laws that reading and comparing keep for any text and any number."""

import time
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model.numbers import Number
from claimcheck.model.quantity import Count, Percent, TimePoint
from claimcheck.quantity import Share, agrees, read, words
from quantity.rendering import rendered
from quantity.test_phrases import INLINE

PHRASES = [row[0] for row in INLINE]
SCRAPS = ["%", " mg", "–", "-", "/", " of ", " to ", ", ", " and ", "p<", "CI ", "week ", "$", "("]
ONES = [*words.ONES, *list(words.TEENS)[1:]]
TENS = [ten for ten in words.TENS if ten != "fourty"]

texts = st.lists(
    st.one_of(
        st.sampled_from(PHRASES),
        st.sampled_from(SCRAPS),
        st.integers(0, 99999).map(str),
        st.decimals(0, 100, places=1).map(str),
        st.text(max_size=6),
    ),
    max_size=12,
).map("".join)


def in_words(n):
    """The English cardinal for 1 ≤ n < 1,000,000, the British way."""
    if n < 20:
        return ONES[n - 1]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10 - 1]}" if n % 10 else "")
    if n < 1000:
        return f"{ONES[n // 100 - 1]} hundred" + (f" and {in_words(n % 100)}" if n % 100 else "")
    rest = n % 1000
    link = " and " if 0 < rest < 100 else " " if rest else ""
    return f"{in_words(n // 1000)} thousand{link}{in_words(rest) if rest else ''}"


@settings(max_examples=400, deadline=None)
@given(texts)
def test_spans_point_at_their_text_in_order_without_overlap(text):
    end = 0
    for quantity in read(text):
        assert text[quantity.start : quantity.end] == quantity.text
        assert end <= quantity.start < quantity.end
        end = quantity.end


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=5))
def test_phrases_do_not_disturb_each_other_across_sentences(phrases):
    whole = [rendered(q) for q in read(".\n\nThen it was said: ".join(phrases))]
    apart = [rendered(q) for phrase in phrases for q in read(f"Then it was said: {phrase}.")]
    assert whole == apart


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 999_999))
def test_words_and_digits_are_the_same_number(n):
    spelled, digits, grouped = read(f"{in_words(n)} participants; {n}.0% of it; {n:,} participants")
    assert spelled.value.value == n
    assert digits.value.value == n
    assert grouped.value.value == n


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_agrees_with_its_own_rounding_and_not_with_the_next(pair):
    count, of = pair
    exact = Decimal(count) * 100 / of
    for places in ("1", "0.1", "0.01"):
        shown = exact.quantize(Decimal(places), ROUND_HALF_UP)
        (stated,) = read(f"{shown}%")
        assert agrees(stated, Share(count=count, of=of)) is True
        (off,) = read(f"{shown + 2 * Decimal(places)}%")
        assert agrees(off, Share(count=count, of=of)) is False


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_counts_match_exactly_and_inequalities_by_order(stated, recorded):
    record = Number.of(recorded)
    answers = [
        agrees(read(f"{bound}{stated} participants")[0], record)
        for bound in ("", "more than ", "at least ", "fewer than ", "no more than ")
    ]
    order = (stated == recorded, recorded > stated, recorded >= stated)
    assert answers == [*order, recorded < stated, recorded <= stated]


@given(st.integers(1, 60), st.sampled_from(["day", "week", "month", "year"]))
def test_a_time_point_agrees_with_itself_however_it_is_written(n, unit):
    after, cued = read(f"{n} {unit}s later; {unit} {n}")
    assert isinstance(after, TimePoint)
    assert isinstance(cued, TimePoint)
    assert agrees(after, cued) is True
    assert agrees(cued, after) is True


@given(st.integers(11, 400))
def test_a_hedge_never_excludes_what_the_bare_number_allows(n):
    bare, hedged = read(f"{n} people; about {n} people")
    assert isinstance(bare, Count)
    assert agrees(bare, Number.of(n)) is True
    assert agrees(hedged, Number.of(n)) is True
    assert agrees(hedged, Number.of(n + n // 20)) is True
    assert agrees(hedged, Number.of(n - n // 20)) is True
    assert agrees(hedged, Number.of(2 * n)) is False


@given(st.integers(0, 100), st.integers(0, 100))
def test_a_percentage_range_covers_what_lies_in_it(one, other):
    low, high = sorted((one, other))
    (stated,) = read(f"between {low} and {high}%") if low < high else read(f"{low}%")
    assert isinstance(stated, Percent)
    assert agrees(stated, Share(percent=Number.of((low + high) // 2))) is True


NASTY = {
    "letters": "a",
    "digits": "1",
    "dashes": "1-",
    "groups": "1,111",
    "dots": "1.1.",
    "words": "one ",
    "hyphened words": "one-",
    "slashes": "/1",
    "codes": "a1",
    "links": "http://a/1",
    "commas": "1, ",
    "ranges": "1 to ",
    "percents": "1% to ",
    "fractions": "1 of ",
    "months": "May ",
    "brackets": "[1, ",
    "brackets and signs": "(-1.",
    "phases": "phase 2/",
    "spaces": " ",
    "tens": "twenty-",
    "hundreds": "one hundred and ",
    "capitals": "A ",
    "streets": "1 Aa Aa ",
    "doses": "two doses of ",
    "plus": "+1 ",
}


@pytest.mark.parametrize("piece", NASTY.values(), ids=NASTY.keys())
def test_time_grows_with_length_only(piece):
    """No pattern backtracks over the line: twice the text takes about twice the time."""

    def seconds(length):
        text = (piece * (length // len(piece) + 1))[:length]
        started = time.process_time()
        read(text)
        return time.process_time() - started

    seconds(2_000)
    tries = (seconds(16_000) < 10 * seconds(4_000) + 0.05 for _ in range(10))
    assert any(tries)  # a busy machine may hold a few of them up
