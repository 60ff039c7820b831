"""YAML files in, Base out."""
