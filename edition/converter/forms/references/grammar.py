"""What may follow what in a reference, and at which sign: the grammar by which its readings are scored.

The scores are like logarithms of odds: 0 says nothing, 1 speaks well for a step, -2 much against it; what is
not in the table does not occur. They hold for all languages and styles, since a style is a path through this
table: "Family, Given. Title. Town: House, Year" and "Name, Title (Town, Year)" are two.
"""

from __future__ import annotations

from edition.converter.forms.references.roles import (
    ADDRESS0,
    ADDRESS1,
    BODY0,
    DATE0,
    DATE1,
    EDITION,
    FAMILY0,
    FAMILY1,
    GIVEN0,
    GIVEN1,
    HOUSE,
    IN,
    INITIAL0,
    INITIAL1,
    JOURNAL,
    LEAD0,
    LEAD1,
    MORE0,
    MORE1,
    NAME0,
    NAME1,
    NUMBER0,
    NUMBER1,
    OTHER0,
    OTHER1,
    ROLE0,
    ROLE1,
    SERIES,
    TITLE,
    TOWN,
    WORK,
)

_SIGNS = {
    "none": " ", "comma": ",", "semi": ";", "colon": ":", "stop": ".", "asks": "?", "dash": "-", "slash": "/",
    "opens": "(", "closes": ")", "both": "&", "initial": "i", "short": "a",
}  # fmt: skip
_ENDS = "stop 0.5 short -0.2 initial -0.2 comma -0.2 colon 0.2 none -1.5 closes 0 asks -1 dash -0.3"
# What is otherwise where the names end in this way.
_OTHER_ENDS = {
    MORE0: "comma 0.3 none 0.2 closes 0.5 initial 0.3",
    ROLE0: "comma 0.3 none 0.2 closes 0.5 initial 0.3",
    GIVEN0: "initial 0 none -1.2 comma 0",
    NAME0: "short 0.2",
}

STEPS: dict[int, dict[int, dict[str, float]]] = {}


def _step(before: int, after: int, scores: str) -> None:
    """Add a step: signs by name with their scores, "all" for those that are not named."""
    words = scores.split()
    found: dict[str, float] = {}
    for name, value in zip(words[::2], words[1::2], strict=True):
        if name == "all":
            found |= dict.fromkeys(_SIGNS.values(), float(value))
        else:
            found[_SIGNS[name]] = float(value)
    STEPS.setdefault(before, {})[after] = found


def _names(roles: tuple[int, int, int, int, int, int, int]) -> None:
    """How names are built and follow one another, before the title or after it."""
    family, given, initial, name, more, role, lead = roles
    _step(family, given, "comma 0")
    _step(given, given, "initial 0 none 0 comma -1 dash -0.5")
    _step(initial, initial, "initial 0 none 0")
    known = 1.8 if lead == LEAD1 else 0.4  # a family name alone is little, after an initial it is none
    _step(initial, name, f"initial {known} none {known} short {known - 0.2}")
    for end in (given, name):
        joined = 0.0 if end == given else -0.9
        _step(end, family, f"comma {joined} semi 0.5 both {joined + 0.2} slash 0.3 dash -0.5")
        _step(end, initial, "comma 0.1 semi 0.3 both 0.4 slash 0.2")
        _step(end, name, "comma -0.3 semi 0.3 both 0.3 slash 0.2")
        _step(end, more, "all 0.3")
        _step(end, role, "all 0.5")
        _step(
            end,
            lead,
            "comma -0.2 stop -0.3 opens 0.1 none -0.8 semi 0 initial -0.3 short -0.3",
        )
    for first in (family, initial, name):
        _step(lead, first, "none 0.5 colon 0 stop 0.3 comma -1")
    _step(more, role, "all 0.5")


_names((FAMILY0, GIVEN0, INITIAL0, NAME0, MORE0, ROLE0, LEAD0))
_names((FAMILY1, GIVEN1, INITIAL1, NAME1, MORE1, ROLE1, LEAD1))

for _end in (GIVEN0, NAME0, BODY0, MORE0, ROLE0):
    _step(_end, TITLE, f"{_ENDS} {_OTHER_ENDS.get(_end, '')}")
    _step(
        _end,
        DATE0,
        "opens 0.6 comma 0.2 stop 0.2 none 0 initial 0.2 short 0 colon -0.5 closes 0",
    )
    _step(_end, JOURNAL, "comma -0.6 stop -0.6 colon -0.8 short -0.8 initial -0.8 closes -0.5")
    _step(_end, OTHER0, "comma -2 stop -2.5 opens -1 colon -2.5")
    _step(_end, ADDRESS0, "all -1.5")
    _step(_end, IN, "comma -1 stop -1 colon -1 none -1 initial -1")
_step(
    BODY0,
    BODY0,
    "comma -0.5 stop -0.8 both 0 none 0 opens -0.5 closes -0.5 slash -0.5 short -0.3",
)
for _end in (GIVEN0, NAME0, MORE0):
    _step(_end, BODY0, "comma -0.5 both 0 semi 0")
for _name in (FAMILY0, INITIAL0, NAME0):
    _step(BODY0, _name, "comma -0.8 both -0.3 semi 0")
    _step(OTHER0, LEAD0, "all -0.5")
    _step(MORE0, _name, "both -1 comma -2 semi -0.5")
    _step(OTHER0, _name, "comma -0.5 semi -0.5 stop -1 none -0.8 colon -0.3")
    _step(NUMBER0, _name, "stop 0 closes 0 none -0.3")
_step(OTHER0, TITLE, "all -1")
_step(OTHER0, DATE0, "all -0.5")
_step(OTHER0, OTHER0, "all -0.3")
_step(OTHER0, NUMBER0, "all 0")
_step(NUMBER0, NUMBER0, "all 0")
_step(NUMBER0, TITLE, "all -0.5")
_step(NUMBER0, DATE0, "all -1")
_step(ADDRESS0, TITLE, "all -1")
_step(ADDRESS0, ADDRESS0, "all 0")
_step(
    DATE0,
    TITLE,
    "stop 0.5 comma 0.1 closes 0.3 colon 0.4 none -0.2 dash -0.2 semi -0.5 opens -2",
)
_step(DATE0, JOURNAL, "none -0.4 stop -0.8 comma -0.8 closes -0.8 colon -0.8")
_step(DATE0, DATE0, "opens -1 comma -1 slash -0.5 none -1")
_step(DATE0, NUMBER1, "all -2")
_step(DATE0, IN, "all -1")
for _name in (FAMILY0, INITIAL0, NAME0):
    _step(DATE0, _name, "stop -2.5 comma -2.5 closes -2.5")


_GOES_ON = (
    "comma -0.6 stop -1.3 colon -0.1 both 0 short -0.7 initial -0.5 none 0 semi -0.6 dash -0.2 opens -0.9 "
    "closes -0.4 asks -0.3 slash -0.2"
)


def _after_title(role: int) -> None:
    """What follows a title of whatever kind."""
    _step(role, IN, "all 0.6")
    _step(
        role,
        DATE1,
        "opens 0.3 comma 0.2 stop 0.1 none -0.2 short 0 initial -0.5 asks 0.2 closes 0 semi -0.3 dash -0.5 "
        "colon -0.5",
    )
    _step(
        role,
        TOWN,
        "stop 0.2 comma 0.1 opens 0.2 asks 0.2 closes 0.1 dash -0.2 short 0.1 colon -1.5 semi -0.3 none -1.5",
    )
    _step(
        role,
        HOUSE,
        "stop 0.1 comma 0.1 opens 0.1 asks 0.1 closes 0 short 0.1 colon -0.6 none -1.5",
    )
    _step(role, EDITION, "all 0.5")
    _step(role, SERIES, "stop -0.8 comma -0.8 opens -0.5 none -2 semi -0.5 closes -0.6")
    _step(
        role,
        NUMBER1,
        "comma 0.1 stop 0 none 0 opens -0.2 asks 0 closes 0 short 0 colon -0.6 initial 0 semi -0.2 dash -0.5",
    )
    _step(role, LEAD1, "all 0.3")
    _step(role, ADDRESS1, "all 0.3")
    _step(
        role,
        OTHER1,
        "comma -1.8 stop -1.5 opens -1 semi -1.2 asks -1.5 closes -1.5 dash -1.5 none -2.5 colon -2.5 "
        "short -2",
    )
    for name in (FAMILY1, INITIAL1, NAME1):
        _step(
            role,
            name,
            "comma -2.6 stop -2.6 opens -2.8 none -2.6 slash -0.8 closes -2.8 short -2.8",
        )


for _role in (TITLE, JOURNAL, WORK):
    _after_title(_role)
_step(TITLE, TITLE, _GOES_ON)
_step(WORK, WORK, _GOES_ON)
_step(
    JOURNAL,
    JOURNAL,
    "short 0.3 none 0 initial 0.2 both 0.1 comma -1 colon -0.4 stop -0.8 dash -0.3 opens -0.7 closes -0.4",
)
_step(TITLE, WORK, "stop -1.5 comma -1.5 asks -1.5")
_step(
    TITLE,
    JOURNAL,
    "stop 0.4 comma 0.2 asks 0.3 colon -1.2 short -0.3 none -2.5 closes 0 semi -0.5 slash -0.5 dash -0.8",
)
_step(WORK, JOURNAL, "stop -0.8 comma -0.8")
_step(
    JOURNAL,
    NUMBER1,
    "none 0.5 comma 0.4 stop 0.2 short 0.5 initial 0.5 opens 0.1 colon -0.3 closes 0.2 dash -0.2 semi 0 "
    "asks 0",
)
_step(
    JOURNAL,
    DATE1,
    "none 0.3 opens 0.4 comma 0.3 stop 0.2 short 0.3 initial 0.2 closes 0 semi 0 dash 0 colon -0.3",
)

_step(IN, WORK, "all 0.2")
_step(IN, JOURNAL, "all -0.3")
_step(IN, LEAD1, "all -0.3")
for _name in (FAMILY1, INITIAL1, NAME1):
    _step(IN, _name, "all 0")
for _end in (GIVEN1, NAME1, MORE1, ROLE1):
    _step(
        _end,
        WORK,
        f"comma 0 stop 0.3 colon 0.4 closes 0.4 none {0.2 if _end == ROLE1 else -1.5} initial -0.2 short 0",
    )
    for _after in (TOWN, HOUSE):
        _step(
            _end,
            _after,
            "comma -0.4 stop 0 closes 0.1 semi -0.3 short -0.2 initial -0.5 none -1 opens 0 dash -0.3",
        )
    late = 0.0 if _end == ROLE1 else -1.0
    _step(_end, DATE1, f"comma {late} stop {late} opens {late} closes 0 none {late} short {late}")
    _step(_end, NUMBER1, "comma -0.2 stop -0.2 closes 0 none -0.4 opens -0.3")
    _step(_end, EDITION, "all 0.2")
    _step(_end, ADDRESS1, "all 0")
    _step(_end, OTHER1, "all -1.5")
    _step(_end, SERIES, "comma -1 stop -1 closes -1")
    _step(_end, JOURNAL, "comma -1 stop -1 closes -0.8")
    _step(_end, IN, "all -0.5")
    _step(_end, ROLE1, "all 0.5")

for _place in (DATE1, NUMBER1, ADDRESS1, EDITION, SERIES, OTHER1):
    _step(_place, DATE1, "all -0.1 opens 0.2")
    _step(_place, NUMBER1, "all 0.1")
    _step(_place, ADDRESS1, "all 0.2")
    _step(_place, EDITION, "all 0")
    for _after in (TOWN, HOUSE):
        _step(
            _place,
            _after,
            "comma -0.3 stop -0.2 opens -0.3 closes -0.3 semi -0.4 none -1 colon -1 dash -0.8 short -0.5",
        )
    _step(_place, SERIES, "comma -1.2 stop -1 opens -0.5 closes -1 none -2")
    _step(_place, OTHER1, "all -1.2")
    _step(_place, IN, "all -0.7")
    _step(_place, LEAD1, "all -0.3")
_step(DATE1, DATE1, "all -1.8 opens -0.8 semi -0.8")
_step(DATE1, JOURNAL, "opens -1 semi -1.5 stop -2 comma -2 closes -2 none -2.2")
_step(NUMBER1, JOURNAL, "opens -1.5 comma -2.8 stop -2.5 semi -2 closes -2.5 none -2.8 dash -2.5")
_step(EDITION, JOURNAL, "stop -2 comma -2")
_step(ADDRESS1, JOURNAL, "all -3")
_step(OTHER1, OTHER1, "all -0.2")
_step(OTHER1, WORK, "all -2")
_step(OTHER1, JOURNAL, "all -1.5")
for _name in (FAMILY1, INITIAL1, NAME1):
    _step(OTHER1, _name, "all -1")
_step(
    SERIES,
    SERIES,
    "comma -0.5 both 0 short 0 none 0 initial 0 colon -0.3 dash -0.3 closes -0.5",
)

_step(
    TOWN,
    HOUSE,
    "colon 0.9 comma 0.3 stop -0.3 none -0.8 opens -0.5 closes -0.5 semi -0.3 dash -0.2",
)
_step(
    TOWN,
    TOWN,
    "comma -0.3 both 0.2 dash 0.1 slash 0.3 semi 0 short -0.3 initial -0.2 none -0.5",
)
_step(
    HOUSE,
    HOUSE,
    "comma -0.7 both 0.1 initial 0 none 0 short 0 stop -1 slash 0 dash -0.2 opens -0.8 closes -0.3",
)
_step(
    HOUSE,
    TOWN,
    "comma 0.3 stop -0.1 opens 0 colon -0.5 semi 0 dash -0.2 none -1 short -0.1",
)
for _place in (TOWN, HOUSE):
    _step(
        _place,
        DATE1,
        "comma 0.4 none 0.2 stop 0.1 opens 0.2 short 0.1 initial 0.1 closes 0 semi 0 dash 0 colon -0.2",
    )
    _step(_place, NUMBER1, "all -0.3")
    _step(_place, ADDRESS1, "all 0")
    _step(_place, SERIES, "comma -0.8 stop -0.6 opens -0.2 closes -0.6 semi -0.5")
    _step(_place, EDITION, "all -0.2")
    _step(_place, OTHER1, "all -1.5")
    _step(_place, IN, "all -1")
    _step(_place, LEAD1, "all -0.8")

# What a reference begins with.
START: dict[int, float] = {
    FAMILY0: 0.2, INITIAL0: 0.2, GIVEN0: -0.6, NAME0: 0.0, BODY0: -0.3, TITLE: -1.0, JOURNAL: -1.8,
    DATE0: -1.5, OTHER0: -2.5, ADDRESS0: -2.0, NUMBER0: -2.0, LEAD0: -0.5, IN: -2.5, MORE0: -3.0,
}  # fmt: skip
# What it can end with; what is not here is an end like another.
_UNTITLED = (GIVEN0, NAME0, BODY0, MORE0, ROLE0, DATE0, NUMBER0, ADDRESS0, OTHER0)
END: dict[int, float] = {
    **dict.fromkeys((FAMILY0, INITIAL0, FAMILY1, INITIAL1, IN), -9.0),
    **dict.fromkeys(_UNTITLED, -3.0),
    JOURNAL: -0.8,
    TOWN: -0.3,
}
