"""A client that follows nothing and repeats nothing: tests see each answer as it came."""

import httpx
import pytest


@pytest.fixture
def client():
    with httpx.Client(timeout=60, verify=False) as client:
        yield client


@pytest.fixture
def crossref(standin, client):
    """Ask Crossref by path, without its limits in the way."""
    standin.limits.enforced = False

    def get(target, **options):
        return client.get(f"{standin.crossref_url}{target}", **options)

    return get
