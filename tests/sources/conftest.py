"""Settings that point at the stand-in, and sources over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimcheck.model.evidence import Lookup
from claimcheck.sources.online import OnlineSource
from claimcheck.sources.settings import Network


@pytest.fixture
def network(standin: Any, tmp_path: Path) -> Network:
    """The stand-in's services; a busy machine may take its time to answer."""
    return Network(
        cache_dir=tmp_path / "cache",
        mailto="reader@example.org",
        crossref_url=standin.crossref_url,
        doi_url=standin.doi_url,
        datacite_url=standin.datacite_url,
        clinicaltrials_url=standin.clinicaltrials_url,
        timeout=60.0,
        backoff=0.05,
    )


@pytest.fixture
def online(network: Network) -> Iterator[Callable[..., OnlineSource]]:
    """A maker of online sources, with other settings where they are given."""
    opened: list[OnlineSource] = []

    def make(**settings: Any) -> OnlineSource:
        opened.append(OnlineSource(replace(network, **settings)))
        return opened[-1]

    yield make
    for source in opened:
        source.close()


@pytest.fixture
def look_up(online: Callable[..., OnlineSource]) -> Callable[..., dict[str, Lookup]]:
    """Look DOIs up online; exactly one answer for each is part of the bargain."""

    def ask(dois: Sequence[str], **settings: Any) -> dict[str, Lookup]:
        answers = list(online(**settings).look_up(dois))
        assert sorted(answer.asked for answer in answers) == sorted(set(dois))
        return {answer.asked: answer for answer in answers}

    return ask
