"""Imports point down, third-party packages stay where they belong, every rule is registered."""

import ast
import re
from pathlib import Path

import pytest

import claimcheck
from claimcheck.rules import all_rules
from claimcheck.rules.manual import read_page

ROOT = Path(claimcheck.__file__).parent
LAYERS = (
    {"__main__"},
    {"cli"},
    {"server"},
    {"fixing", "finding"},
    {"linting", "verification"},
    {"inquiry"},
    {"pipeline", "suppressions"},
    {"pages"},
    {"sources", "policy", "provenance", "config", "catalogue"},
    {"rules", "reports"},
    {"bibliography", "statements"},
    {"load", "drafts"},
    {"compare", "quantity", "baseline"},
    {"files"},
    {"errors"},
    {"model"},
    {"patterns", "classes", "hints", "cores"},
)
"""Upper imports lower; what shares a line may not import its neighbours."""
HOMES = {
    "httpx": {"sources"},
    "yaml": {"load", "drafts", "bibliography", "catalogue"},
    "pydantic": {"load", "model"},
    "pydantic_core": {"model"},
    "typer": {"cli"},
    "pyromark": {"drafts"},
    "rapidfuzz": {"compare"},
    "sqlite3": {"sources"},
    "pygls": {"server"},
    "lsprotocol": {"server"},
}
TYPES_ONLY = re.compile(r"if TYPE_CHECKING:.*?(?=^\S)", re.S | re.M)


def modules():
    return sorted(ROOT.rglob("*.py"))


def part(path):
    first = path.relative_to(ROOT).parts[0]
    return first.removesuffix(".py")


def imported(path):
    """Names of modules that a file imports, apart from those for type checkers alone."""
    text = TYPES_ONLY.sub("", path.read_text(encoding="utf-8"))
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def rank(name):
    return next((i for i, layer in enumerate(LAYERS) if name in layer), None)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_down(path):
    own = part(path)
    if own == "__init__":
        return
    assert rank(own) is not None, f"{own} has no layer"
    for module in imported(path):
        names = module.split(".")
        if names[0] != "claimcheck" or len(names) == 1 or names[1] == own:
            continue
        assert rank(names[1]) is not None, f"{names[1]} has no layer"
        assert rank(own) < rank(names[1]), f"{path.name}: {own} imports {module}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_third_parties_stay_at_home(path):
    for module in imported(path):
        package = module.split(".")[0]
        assert part(path) in HOMES.get(package, {part(path)}), f"{path.name} imports {module}"


def test_codes_and_names_are_one_to_one():
    pairs = {(rule.code, rule.name) for rule in all_rules()}
    assert len({code for code, _ in pairs}) == len(pairs)
    assert all(re.fullmatch(r"(CLM|REF|DFT)\d{3}", code) for code, _ in pairs)


@pytest.mark.parametrize("rule", list(all_rules()), ids=lambda rule: rule.code)
def test_every_rule_has_a_manual_page(rule):
    page = read_page(rule.manual)
    assert page.summary.endswith(".")
    assert page.explanation
    assert page.fires
    assert page.quiet
    assert page.fires != page.quiet


def test_the_page_on_architecture_draws_these_layers():
    page = (ROOT.parents[1] / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawn = [set(line.split("  ")[0].split(" · ")) for line in re.findall(r"(?m)^ {4}(\w.*)", page)]
    layers = [layer for layer in drawn if layer & {name for row in LAYERS for name in row}]
    assert layers == [layer for layer in LAYERS if layer != {"__main__"}]
