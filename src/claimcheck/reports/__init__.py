"""Formats: each turns a Report into text."""
