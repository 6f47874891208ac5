"""Where a new statement goes in every layout that people write: the text before, and exactly the text after."""

from __future__ import annotations

from pathlib import Path

import pytest

from laceventlog import LoadError, UsageError, load
from laceventlog.eventfile.editing.record import Recorded, prepare, record_statement

NEW = {"said": "2025-02-01", "when": "by the end of 2025"}
BLOCK = {
    "flat": (
        """\
events:
  - id: a
    kind: event
    title: T
    status: planned
    when: 2024
  - {id: b, kind: event, title: U, status: planned}
""",
        """\
events:
  - id: a
    kind: event
    title: T
    history:
      - status: planned
        when: 2024
      - said: 2025-02-01
        status: held
        when: by the end of 2025
  - {id: b, kind: event, title: U, status: planned}
""",
    ),
    "comments around and between": (
        """\
# top
events:   # the list
  # above a
  - id: a  # its id
    kind: event
    title: T
    # above the status
    status: planned   # by letter
    # above the date

    when: 2024  # the year
    # below the date

  # above b
  - {id: b, kind: event, title: U, status: planned}
""",
        """\
# top
events:   # the list
  # above a
  - id: a  # its id
    kind: event
    title: T
    # above the status
    history:
      - status: planned   # by letter
        # above the date

        when: 2024  # the year
      - said: 2025-02-01
        status: held
        when: by the end of 2025
    # below the date

  # above b
  - {id: b, kind: event, title: U, status: planned}
""",
    ),
    "facts between, status first": (
        """\
events:
  - status: planned # s
    id: a

    # said by the ministry
    # in a letter
    when: 2024 # w
    kind: event
    # the quote
    quote: "x

      y"   # q
    title: T
    reason: r
""",
        """\
events:
  - history:
      - status: planned # s
        # said by the ministry
        # in a letter
        when: 2024 # w
        # the quote
        quote: "x

          y"   # q
        reason: r
      - said: 2025-02-01
        status: held
        when: by the end of 2025
    id: a

    kind: event
    title: T
""",
    ),
    "a comment further in, below what moves": (
        """\
events:
  - id: a
    kind: event
    status: planned
    note: |
      the comment must not become a part of this

    when: 2024

      # of the date
    # of the title
    title: T
""",
        """\
events:
  - id: a
    kind: event
    history:
      - status: planned
        when: 2024

          # of the date
      - said: 2025-02-01
        status: held
        when: by the end of 2025
    note: |
      the comment must not become a part of this

    # of the title
    title: T
""",
    ),
    "no final line break, no indentation": (
        "events:\n- id: a\n  kind: event\n  title: T\n  status: planned",
        ("events:\n- id: a\n  kind: event\n  title: T\n  history:\n  - status: planned\n  - said: 2025-02-01\n"
        "    status: held\n    when: by the end of 2025"),
    ),
    "deep indentation, dash on its own line": (
        "events:\n      -\n          # c\n          id: a\n          kind: event\n          title: T\n          status: planned\n",
        ("events:\n      -\n          # c\n          id: a\n          kind: event\n          title: T\n          history:\n"
        "            - status: planned\n            - said: 2025-02-01\n              status: held\n"
        "              when: by the end of 2025\n"),
    ),
    "far from the dash": (
        "events:\n    -   id: a\n        kind: event\n        title: T\n        status: planned\n",
        ("events:\n    -   id: a\n        kind: event\n        title: T\n        history:\n            -   status: planned\n"
        "            -   said: 2025-02-01\n                status: held\n                when: by the end of 2025\n"),
    ),
    "literal, folded and plain over lines": (
        """\
events:
  - id: a
    kind: event
    title: T
    quote: |+
      one
        two

      # no comment


    reason: >2-
       three

      four
    # a comment
    when: by the end
      of
        2024
    status: planned
""",
        """\
events:
  - id: a
    kind: event
    title: T
    history:
      - quote: |+
          one
            two

          # no comment


        reason: >2-
           three

          four
        # a comment
        when: by the end
          of
            2024
        status: planned
      - said: 2025-02-01
        status: held
        when: by the end of 2025
""",
    ),
    "a literal at the end of the file": (
        "events:\n  - id: a\n    kind: event\n    title: T\n    status: planned\n    quote: |\n      x\n\n  # end\n\n",
        ("events:\n  - id: a\n    kind: event\n    title: T\n    history:\n      - status: planned\n        quote: |\n"
        "          x\n      - said: 2025-02-01\n        status: held\n        when: by the end of 2025\n\n  # end\n\n"),
    ),
    "Windows": (
        "\ufeff# é\r\nevents:\r\n  - id: a\r\n    kind: event\r\n    title: Жук 🚀\r\n    status: planned  # ü\r\n    when: 2024\r\n\r\n# end\r\n",
        ("\ufeff# é\r\nevents:\r\n  - id: a\r\n    kind: event\r\n    title: Жук 🚀\r\n    history:\r\n      - status: planned  # ü\r\n"
        "        when: 2024\r\n      - said: 2025-02-01\r\n        status: held\r\n        when: by the end of 2025\r\n\r\n# end\r\n"),
    ),
    "quoted keys and values, explicit keys": (
        "---\n'events' :\n  - \"id\": 'a'\n    kind: \"event\"\n    title: T\n    ? status\n    : 'planned'\n    \"when\": \"2024\"\n...\n",
        ("---\n'events' :\n  - \"id\": 'a'\n    kind: \"event\"\n    title: T\n    history:\n      - ? status\n        : 'planned'\n"
        '        "when": "2024"\n      - said: 2025-02-01\n        status: held\n        when: by the end of 2025\n...\n'),
    ),
    "nothing stated": (
        "events:\n  - id: a\n    kind: observation # o\n    title: T\n",
        ("events:\n  - id: a\n    kind: observation # o\n    title: T\n    history:\n      - status: completed\n"
        "      - said: 2025-02-01\n        status: held\n        when: by the end of 2025\n"),
    ),
    "history in braces": (
        """\
events:
  - id: a
    kind: event
    title: T
    history:
      - {said: 2024, status: planned}  # first
      # between
      - {said: 2024-05, status: planned, when: 2025}  # second
        # more of the second
      # below
    tags: [x]
""",
        """\
events:
  - id: a
    kind: event
    title: T
    history:
      - {said: 2024, status: planned}  # first
      # between
      - {said: 2024-05, status: planned, when: 2025}  # second
        # more of the second
      - {said: 2025-02-01, status: held, when: by the end of 2025}
      # below
    tags: [x]
""",
    ),
    "history in lines, no final line break": (
        "events:\n  - id: a\n    kind: event\n    title: T\n    history:\n    -  said: 2024\n       status: planned\n       quote: >\n         x",
        ("events:\n  - id: a\n    kind: event\n    title: T\n    history:\n    -  said: 2024\n       status: planned\n       quote: >\n         x\n"
        "    -  said: 2025-02-01\n       status: held\n       when: by the end of 2025"),
    ),
    "history in brackets": (
        "events:\n  - id: a\n    kind: event\n    title: T\n    history: [{said: 2024, status: planned} , ] # c\n",
        "events:\n  - id: a\n    kind: event\n    title: T\n    history: [{said: 2024, status: planned}, {said: 2025-02-01, status: held, when: by the end of 2025} , ] # c\n",
    ),
    "history in brackets over lines": (
        "events:\n  - id: a\n    kind: event\n    title: T\n    history: [\n      {said: 2024, status: planned}, # one\n      {said: 2024-02, status: planned} # two\n    ]\n",
        ("events:\n  - id: a\n    kind: event\n    title: T\n    history: [\n      {said: 2024, status: planned}, # one\n      {said: 2024-02, status: planned}, # two\n"
        "      {said: 2025-02-01, status: held, when: by the end of 2025}\n    ]\n"),
    ),
    "history in brackets over lines, comma at the end": (
        "events:\n  - id: a\n    kind: event\n    title: T\n    history: [\n      {said: 2024, status: planned}, # one\n    ]\n",
        ("events:\n  - id: a\n    kind: event\n    title: T\n    history: [\n      {said: 2024, status: planned}, # one\n"
        "      {said: 2025-02-01, status: held, when: by the end of 2025},\n    ]\n"),
    ),
    "history in brackets over lines, closed at once": (
        "events:\n  - id: a\n    kind: event\n    title: T\n    history: [\n      {said: 2024, status: planned},\n      status: planned]\n",
        ("events:\n  - id: a\n    kind: event\n    title: T\n    history: [\n      {said: 2024, status: planned},\n      status: planned,\n"
        "      {said: 2025-02-01, status: held, when: by the end of 2025}]\n"),
    ),
}  # fmt: skip
BRACES = {
    "one line": (
        "events:\n  - {id: a, kind: event, title: T, status: planned, when: 2024} # c\n  - {id: b, kind: event, title: U, status: planned}",
        ("events:\n  - {id: a, kind: event, title: T, history: [{status: planned, when: 2024}, {said: 2025-02-01, status: held, when: by the end of 2025}]} # c\n"
        "  - {id: b, kind: event, title: U, status: planned}"),
    ),
    "several lines": (
        "events:\n  - {id: a, kind: event,\n     title: T, status: planned, # s\n     when: 2024, # w\n     tags: [x],\n    }\n",
        "events:\n  - {id: a, kind: event,\n     title: T, history: [{status: planned, # s\n     when: 2024}, {said: 2025-02-01, status: held, when: by the end of 2025}], # w\n     tags: [x],\n    }\n",
    ),
    "facts between": (
        "events: [{status: planned, id: a, when: 2024, kind: event, title: T, # t, t\n  said: '2024-01-01' }, {id: b, kind: event, title: U, status: held}]\n",
        ("events: [{history: [{status: planned, when: 2024, said: '2024-01-01'}, {said: 2025-02-01, status: held, when: by the end of 2025}], id: a, kind: event, title: T # t, t\n"
        "   }, {id: b, kind: event, title: U, status: held}]\n"),
    ),
    "JSON": (
        'events: [{"id":"a","kind":"event","title":"T","status":"planned"}]\n',
        'events: [{"id":"a","kind":"event","title":"T",history: [{"status":"planned"}, {said: 2025-02-01, status: held, when: by the end of 2025}]}]\n',
    ),
    "nothing stated": (
        "events:\n  - {id: a, kind: observation, title: T}\n",
        "events:\n  - {id: a, kind: observation, title: T, history: [{status: completed}, {said: 2025-02-01, status: held, when: by the end of 2025}]}\n",
    ),
    "with a history": (
        "events:\n  - {id: a, kind: event, title: T, history: [{status: planned}], tags: [x]}\n",
        "events:\n  - {id: a, kind: event, title: T, history: [{status: planned}, {said: 2025-02-01, status: held, when: by the end of 2025}], tags: [x]}\n",
    ),
}  # fmt: skip
LINES = {
    "flat": (
        '{"sources":{}}\n{"id":"a","kind":"event","title":"T\\u00e9","status":"planned","when":"2024"}\n\n{"id":"b","kind":"event","title":"U","status":"held"}',
        ('{"sources":{}}\n{"id":"a","kind":"event","title":"T\\u00e9","history":[{"status":"planned","when":"2024"},{"said":"2025-02-01","status":"held","when":"by the end of 2025"}]}\n'
        '\n{"id":"b","kind":"event","title":"U","status":"held"}'),
    ),
    "blanks, Windows, facts between": (
        '\ufeff  { "status" : "planned", "id": "a", "when": "2024", "kind": "meeting", "session": 1, "title": "T" }\r\n',
        '\ufeff  { "history": [{"status" : "planned", "when": "2024"}, {"said": "2025-02-01", "status": "held", "when": "by the end of 2025"}], "id": "a", "kind": "meeting", "session": 1, "title": "T" }\r\n',
    ),
    "with a history": (
        '{"id":"a","kind":"event","title":"T","history":[{"status":"planned","when":null}]}\n',
        '{"id":"a","kind":"event","title":"T","history":[{"status":"planned","when":null},{"said":"2025-02-01","status":"held","when":"by the end of 2025"}]}\n',
    ),
    "nothing stated, line breaks of other formats": (
        '{"id":"a","kind":"observation","title":"T\u2028\x85"}\n',
        '{"id":"a","kind":"observation","title":"T\u2028\x85","history":[{"status":"completed"},{"said":"2025-02-01","status":"held","when":"by the end of 2025"}]}\n',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), [*BLOCK.values(), *BRACES.values()], ids=[*BLOCK, *BRACES])
def test_the_statement_goes_in_and_the_rest_stays(tmp_path: Path, before: str, after: str) -> None:
    assert recorded(tmp_path / "log.yaml", before) == after


@pytest.mark.parametrize(("before", "after"), LINES.values(), ids=LINES)
def test_a_line_of_json_takes_it_and_the_others_stay(tmp_path: Path, before: str, after: str) -> None:
    assert recorded(tmp_path / "log.jsonl", before) == after


def recorded(path: Path, before: str) -> str:
    path.write_bytes(before.encode())
    old = load(path)
    made = record_statement("a", "held", path, said=NEW["said"], when=NEW["when"])
    new = load(path)
    assert new["a"].history == (*old["a"].history, made.statement)
    assert [event for event in new if event.id != "a"] == [event for event in old if event.id != "a"]
    return path.read_bytes().decode()


def written(tmp_path: Path, text: str) -> Recorded:
    path = tmp_path / "log.yaml"
    path.write_bytes(text.encode())
    return prepare("a", "held", path, said="2025-02-01")


IN_BRACES = "events:\n  - id: a\n    kind: event\n    title: T\n    history:\n      - {status: planned}\n"


@pytest.mark.parametrize(
    "broken", ["\n  - id: b\n   kind: x\n", "  - {id: b\n", "\t- x\n", "  - *b\n", "  - id: \x07\n"]
)
def test_what_is_wrong_elsewhere_does_not_matter(tmp_path: Path, broken: str) -> None:
    made = written(tmp_path, IN_BRACES + broken)
    assert made.after.decode() == IN_BRACES + "      - {said: 2025-02-01, status: held}\n" + broken


def test_a_long_statement_gets_lines(tmp_path: Path) -> None:
    path = tmp_path / "log.yaml"
    path.write_text(IN_BRACES, "utf-8")
    made = prepare("a", "held", path, said="2025-02-01", quote="word " * 30)
    quote = " ".join(["word"] * 30)
    assert made.after.decode() == IN_BRACES + (
        f"      - said: 2025-02-01\n        status: held\n        quote: {quote}\n"
    )


@pytest.mark.parametrize(
    "odd",
    [
        "events:\n  - {id: a, kind: event, title: T, ? status : planned}\n",
        "events:\n  - ? id\n    : a\n    ? kind\n    : event\n    ? title\n    : T\n    ? history\n    : - status: planned\n",
    ],
)
def test_an_exotic_layout_takes_it_or_is_refused_and_left(tmp_path: Path, odd: str) -> None:
    path = tmp_path / "log.yaml"
    path.write_text(odd, "utf-8")
    try:
        record_statement("a", "held", path, said="2025-02-01")
        assert len(load(path)["a"].history) == 2
    except UsageError as error:
        assert "by hand: - {said: 2025-02-01, status: held}" in str(error)
        assert path.read_text("utf-8") == odd


def test_an_anchor_in_the_event_is_named(tmp_path: Path) -> None:
    with pytest.raises(LoadError) as caught:
        written(tmp_path, "events:\n  - id: a\n    kind: &k event\n    title: T\n    status: planned\n  - *b\n")
    assert [problem.code for problem in caught.value.problems] == ["Y003"]
    assert caught.value.problems[0].line == 3
