"""Our dataclasses behave as the standard ones do."""

import copy
import dataclasses
import importlib
import pickle
import pkgutil
from dataclasses import FrozenInstanceError, field, replace

import pytest

import claimcheck
from claimcheck.classes import dataclass

NOUNS = """
@dataclass(frozen=True, slots=True)
class Plain:
    a: int
    b: str = "b"
    c: tuple = ()

@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    "With a word on it."
    a: int
    b: list = field(default_factory=list)
    c: int = field(default=3, compare=False, repr=False)
    d: int = field(init=False, default=4)

@dataclass(frozen=True)
class Open(Plain):
    d: int = 7
    e: int = field(default=8, kw_only=True)

@dataclass(slots=True)
class Loose:
    a: int = 1
    b: dict = field(default_factory=dict)

@dataclass
class Post:
    a: int
    def __post_init__(self):
        self.a += 1

@dataclass(frozen=True, order=True)
class Ranked:
    a: int
    b: int = field(default=0, compare=False)

@dataclass(frozen=True)
class Empty:
    def __repr__(self):
        return "nothing"
"""
MADE = {
    "Plain": [(1,), (1, "b", ()), (2, "c")],
    "Open": [(1,), (1, "b", (), 7), (1, "b", (), 9)],
    "Loose": [(), (1, {}), (1, {2: 3})],
    "Post": [(1,), (2,)],
    "Ranked": [(1,), (1, 5), (2,)],
    "Empty": [()],
}


def namespace(decorator):
    scope = {"dataclass": decorator, "field": field, "__name__": __name__}
    exec(NOUNS, scope)
    return scope


OURS, THEIRS = namespace(dataclass), namespace(dataclasses.dataclass)
globals().update({name: OURS[name] for name in (*MADE, "Named")})


@pytest.mark.parametrize("name", MADE)
def test_instances_look_and_compare_alike(name):
    ours, theirs = ([scope[name](*given) for given in MADE[name]] for scope in (OURS, THEIRS))
    assert repr(ours) == repr(theirs)
    assert [[a == b for a in ours] for b in ours] == [[a == b for a in theirs] for b in theirs]
    assert ours[0] != theirs[0]


def test_order():
    ours, theirs = ([scope["Ranked"](*g) for g in [(2,), (1, 5), (1,)]] for scope in (OURS, THEIRS))
    assert repr(sorted(ours)) == repr(sorted(theirs))
    assert ours[0] > ours[1] >= ours[2] <= ours[0]
    with pytest.raises(TypeError):
        _ = ours[0] < theirs[0]


@pytest.mark.parametrize("name", ["Plain", "Open", "Empty"])
def test_what_is_frozen_can_be_hashed_and_not_be_changed(name):
    one, same = (OURS[name](*MADE[name][0]) for _ in range(2))
    assert len({one, same}) == 1
    for change in (lambda: setattr(one, "a", 5), lambda: delattr(one, "a")):
        with pytest.raises(FrozenInstanceError, match="'a'"):
            change()


def test_what_is_not_frozen_can_be_changed_and_not_be_hashed():
    one = OURS["Loose"]()
    one.a = 5
    assert one == OURS["Loose"](5)
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


def test_every_kind_of_field():
    one = OURS["Named"](a=1)
    assert (one.a, one.b, one.c, one.d) == (1, [], 3, 4)
    assert one.b is not OURS["Named"](a=1).b
    assert one == OURS["Named"](a=1, c=5)
    assert repr(one) == repr(THEIRS["Named"](a=1))


@pytest.mark.parametrize("given", [{}, {"a": 1, "z": 2}, {"a": 1, "d": 2}])
def test_wrong_arguments_are_refused_in_the_same_words(given):
    messages = []
    for scope in (OURS, THEIRS):
        with pytest.raises(TypeError) as raised:
            scope["Named"](**given)
        messages.append(str(raised.value))
    assert messages[0] == messages[1]


@pytest.mark.parametrize("name", ["Plain", "Open", "Loose"])
def test_copies_and_pickles_are_equal(name):
    for given in MADE[name]:
        one = OURS[name](*given)
        assert copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == replace(one) == one
    assert replace(one, a=9).a == 9


def test_patterns_match_by_place():
    assert OURS["Plain"].__match_args__ == THEIRS["Plain"].__match_args__


def test_slots_hold_nothing_else():
    with pytest.raises(AttributeError):
        OURS["Loose"]().other = 1


def nouns():
    for module in pkgutil.walk_packages(claimcheck.__path__, "claimcheck."):
        if module.name != "claimcheck.__main__":
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, type) and value.__module__ == module.name:
                    yield value


def test_every_noun_of_the_program_is_whole():
    found = [noun for noun in nouns() if dataclasses.is_dataclass(noun)]
    assert len(found) > 100
    for noun in found:
        with pytest.raises(TypeError, match="positional"):  # the constructor is made here
            noun(*range(99))
        names = [f.name for f in dataclasses.fields(noun) if f.init]
        made = noun.__init__.__code__
        assert {*made.co_varnames[: made.co_argcount + made.co_kwonlyargcount]} == {"self", *names}
