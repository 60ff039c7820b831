"""The nouns of claimcheck: frozen, free of I/O, importable without any third-party package.

The dataclasses are at the same time the shape of the YAML files: `claimcheck.load` validates the
files straight into them with pydantic, which reads each class's `__pydantic_config__`.
"""
