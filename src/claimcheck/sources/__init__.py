"""Registries: DOI in, Lookup out."""
