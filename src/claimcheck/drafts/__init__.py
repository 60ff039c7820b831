"""Drafts in, documents with exact positions out."""
