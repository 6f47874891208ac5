"""How Python values are checked when they are built: one converter for every field of the model.

What an event file can say is converted; what it cannot say is refused, by an error that names the class, the field, the
value and the remedy. Readers, whose values are checked already, build them with `trusted`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from enum import Enum
from functools import cache, partial
from typing import Any, NamedTuple, TypeVar

import attrs

from ..dates import When
from ..errors import DateError, FieldError, UsageError

T = TypeVar("T")
Convert = Callable[[Any], Any]
Put = Callable[[Any, Any], None]
SHOWN = 60
"""Characters of a wrong value that an error shows."""


class Fact(NamedTuple):
    """How one field takes its values.

    Attributes:
        read: text, without blanks around it, to a value; raises FieldError or DateError.
        schema: what it looks like to a JSON Schema.
        many: whether it takes several values.
        is_link: whether its values are ids of other events.
        convert: any other Python value to a value of the field; None where only text will do.
        may_be_blank: whether blank text means that nothing is stated.
        is_required: whether the field has to be stated.
    """

    read: Callable[[str], Any]
    schema: Mapping[str, Any] = {}
    many: bool = False
    is_link: bool = False
    convert: Convert | None = None
    may_be_blank: bool = False
    is_required: bool = False

    def accept(self, value: Any) -> Any:
        """A Python value as the field holds it.

        Raises:
            FieldError, DateError: it is none that a file could state.
        """
        if self.many:
            return tuple(self.accept_one(item) for item in as_list(value))
        return self.accept_one(value)

    def accept_one(self, value: Any) -> Any:
        """A Python value as one of those that the field holds.

        Raises:
            FieldError, DateError: it is none that a file could state.
        """
        if isinstance(value, str) and not isinstance(value, Enum):
            text = as_text(value)
            if not text and not self.may_be_blank:
                raise FieldError("S010", "blank text", self._without())
            return self.read(text) if text else ""
        if self.convert is None:
            hint = self._without() if value is None else f"write {str(value)[:SHOWN]!r}"
            raise FieldError("S003", f"{shown(value)} is not text", hint)
        return self.convert(value)

    def _without(self) -> str:
        """The remedy where nothing is stated."""
        return "it has to be stated" if self.is_required else f"leave the {'item' if self.many else 'field'} out"


def shown(value: Any) -> str:
    """A value as an error shows it."""
    text = repr(value)
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def as_text(value: str) -> str:
    """Text without blanks around it, as a file states it.

    Raises:
        FieldError: S003, half of a surrogate pair, which no file can hold.
    """
    try:
        value.encode()
    except UnicodeEncodeError:
        raise FieldError("S003", f"{shown(value)} holds half of a surrogate pair", "decode the text first") from None
    return value.strip()


def as_list(value: Any, *, ordered: bool = True) -> Iterable[Any]:
    """The items of a list, a tuple or another iterable, in a definite order unless that does not matter.

    Raises:
        FieldError: S003, text, a mapping, a set, or no iterable.
    """
    if isinstance(value, str):
        raise FieldError("S003", f"{shown(value)} is text; a list was expected", f"write [{shown(value)}]")
    if ordered and isinstance(value, AbstractSet):
        raise FieldError("S003", "a set has no order; a list was expected", "write sorted(…)")
    if isinstance(value, bytes | Mapping) or not isinstance(value, Iterable):
        raise FieldError("S003", f"{shown(value)} is not a list", "write a list: […]")
    return value


def all_of(cls: type[T], values: Any, example: str) -> tuple[T, ...]:
    """The items of a list, all of one class.

    Raises:
        FieldError: S003, no list, or an item of another class; `example` is what to write.
    """
    items = tuple(as_list(values))
    for item in items:
        if not isinstance(item, cls):
            raise FieldError("S003", f"{shown(item)} is not {_article(cls.__name__)}", f"write {example}")
    return items


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "AEIOU" else f"a {noun}"


def as_when(value: Any) -> When:
    """A date of the world or of a statement: a `When`, or one day.

    Raises:
        FieldError: S003, a `datetime`, whose clock time nobody may have stated, or no date.
    """
    if isinstance(value, When):
        return value
    if isinstance(value, datetime):
        raise FieldError("S003", f"{shown(value)} has a clock time", "write value.date(), or '2024-05-29T10:00-04:00'")
    if isinstance(value, date):
        return When.on(value)
    raise FieldError("S003", f"{shown(value)} is not a date", "write text, a datetime.date or When.parse('…')")


def as_day(value: Any, name: str = "today") -> date:
    """A day to judge by; of a `datetime` its day.

    Raises:
        UsageError: not a date.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    raise UsageError(f"{name}={shown(value)} is not a day: write datetime.date(2025, 3, 1)")


def as_count(value: Any, name: str = "days") -> int:
    """A number of days: 0 or more.

    Raises:
        UsageError: not a whole number, or negative.
    """
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise UsageError(f"{name}={shown(value)} is not a number of days: write 0 or more")


def to_when(value: When | date | str | None) -> When | None:
    """A date, or none.

    Raises:
        FieldError, DateError: it is not a date.
    """
    return None if value is None else DATE.accept(value)


DATE = Fact(When.parse, convert=as_when)


def _guard(value: Any, instance: Any, field: attrs.Attribute[Any]) -> Any:
    """Convert the value of a field, by its `Fact` where a file can state it; the default is right as it is."""
    if value is field.default:
        return value
    fact: Fact | None = field.metadata.get("fact")
    return named(fact.accept if fact else field.metadata["accept"], value, type(instance), field.name)


def named(convert: Convert, value: Any, owner: type, name: str) -> Any:
    """The converted value of a field; an error names class and field.

    Raises:
        FieldError: the value is refused.
    """
    try:
        return convert(value)
    except FieldError as error:
        raise refusal(owner, name, error.code, error.message, error.hint) from None
    except DateError as error:
        reason = f"{shown(value)} is not a date: {error.reason}"
        raise refusal(owner, name, error.code, reason, error.hint or "see docs/dates.md") from None


def refusal(owner: type, name: str, code: str, message: str, hint: str) -> FieldError:
    """The error for a field of a class."""
    return FieldError(code, f"{owner.__name__}.{name}: {message}", hint)


def name_fields(_cls: type, fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Let the errors of plain converters name class and field: a `field_transformer`.

    The converters stay plain functions in the code, because type checkers take the types that a constructor accepts
    from them.
    """
    return [_guarding(field) if _is_plain(field.converter) else field for field in fields]


def _is_plain(convert: Any) -> bool:
    return convert is not None and not isinstance(convert, attrs.Converter)


def _guarding(field: attrs.Attribute[Any]) -> attrs.Attribute[Any]:
    return field.evolve(converter=GUARD, metadata={**field.metadata, "accept": field.converter})


del _guard.__annotations__["value"]  # attrs would copy it to constructors in modules that do not know the name
GUARD: Any = attrs.Converter(_guard, takes_self=True, takes_field=True)
"""One for all fields: attrs looks at the annotations of a converter when it is made, in every kind that inherits it."""


def guarded(read: Callable[[str], Any] = str, default: Any = attrs.NOTHING, **options: Any) -> Any:
    """A field that every value of a class has, checked like those that files name; `options` are those of `Fact`."""
    fact = Fact(read, is_required=default is attrs.NOTHING, **options)
    return attrs.field(default=default, converter=GUARD, metadata={"accept": fact.accept})


def trusted(cls: type[T], /, **values: Any) -> T:
    """A value of fields that a reader has checked already: nothing is converted or looked at again.

    A field that is left out has its default; what a class computes from its fields is computed.
    """
    made = object.__new__(cls)
    given = values.get
    stated, computed = _setters(cls)  # type: ignore[arg-type]  # a class has a hash
    for name, put, default in stated:
        put(made, given(name, default))
    for put, make in computed:
        put(made, make(made))
    return made


@cache
def _setters(cls: type) -> tuple[list[tuple[str, Put, Any]], list[tuple[Put, Convert]]]:
    """What sets each field of a class: those its constructor takes, with their defaults, and those it computes."""
    fields = attrs.fields(cls)
    stated = [(field.name, _setter(cls, field.name), field.default) for field in fields if field.init]
    return stated, [(_setter(cls, field.name), _maker(field.default)) for field in fields if not field.init]


def _setter(cls: type, name: str) -> Put:
    """What sets a field although its class is frozen: the descriptor of its slot, if there is one."""
    slot: Put | None = getattr(getattr(cls, name, None), "__set__", None)
    return slot or partial(_put, name)


def _maker(default: Any) -> Convert:
    factory: Convert = default.factory
    return factory if default.takes_self else lambda _made: default.factory()


def _put(name: str, made: object, value: Any) -> None:
    object.__setattr__(made, name, value)
