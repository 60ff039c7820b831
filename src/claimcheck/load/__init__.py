"""YAML files in, `Base` out; nothing here judges what an entry says."""

from claimcheck.load.base import BASE_FILES, load_base, load_text

__all__ = ["BASE_FILES", "load_base", "load_text"]
