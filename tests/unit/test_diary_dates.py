"""The dates of a diary: each entry goes on from the one before, and "yesterday" counts from its day."""

from __future__ import annotations

import pytest
from lxml import etree

import edition
from edition.converter.forms.dates.context import dated
from edition.converter.languages import language

DIARY = """1861

Jan. 1. Tuesday. Cold.

2d. Wednesday. Wrote to Mary, whose letter of December 20 had come on Monday.

Thurs. 3. Paid Hobbs for coal. He says it will be dearer by February.

Sat. 5th. Mr. Allen called, the first time since last March. He returns on the 20th.

Sunday, 6th. Yesterday's headache gone.

Feb. 1st. The pump froze last night.

1862

January 1. Fine day."""

NUMBERS = """MARCH 1660

{}"""

# The same five entries, and two remarks, in other languages.
ENTRIES = {
    "fr": "1er janvier|Mercredi 2|3. Jeudi|Samedi, 5|1er février|Il fait froid.|Le vin est bon.",
    "es": "1 de enero|Miércoles 2|3. Jueves|Sábado, 5|1 de febrero|Hace frío.|El vino es bueno.",
    "it": "1 gennaio|Mercoledì 2|3. Giovedì|Sabato, 5|1 febbraio|Fa freddo.|Il vino è buono.",
    "pt": "1 de janeiro|Quarta-feira 2|3. Quinta-feira|Sábado, 5|1 de fevereiro|Faz frio.|O vinho é bom.",
    "ca": "1 de gener|Dimecres 2|3. Dijous|Dissabte, 5|1 de febrer|Fa fred.|El vi és bo.",
    "gl": "1 de xaneiro|Mércores 2|3. Xoves|Sábado, 5|1 de febreiro|Vai frío.|O viño é bo.",
    "nl": "1 januari|Woensdag 2|3. Donderdag|Zaterdag, 5|1 februari|Het is koud.|De wijn is goed.",
    "sv": "1 januari|Onsdag 2|3. Torsdag|Lördag, 5|1 februari|Det är kallt.|Vinet är gott.",
    "ru": "1 января|Среда, 2|3. Четверг|Суббота 5|1 февраля|Холодно.|Вино хорошее.",
    "uk": "1 січня|Середа, 2|3. Четвер|Субота 5|1 лютого|Холодно.|Вино добре.",
    "pl": "1 stycznia|Środa, 2|3. Czwartek|Sobota 5|1 lutego|Jest zimno.|Wino jest dobre.",
    "cs": "1. ledna|Středa 2|3. Čtvrtek|Sobota, 5|1. února|Je zima.|Víno je dobré.",
    "sl": "1. januarja|Sreda 2|3. Četrtek|Sobota, 5|1. februarja|Mrzlo je.|Vino je dobro.",
    "tr": "1 Ocak|Çarşamba 2|3. Perşembe|Cumartesi, 5|1 Şubat|Hava soğuk.|Şarap iyi.",
    "el": "1 Ιανουαρίου|Τετάρτη 2|3. Πέμπτη|Σάββατο, 5|1 Φεβρουαρίου|Κάνει κρύο.|Το κρασί είναι καλό.",
}


def days(text: str, code: str = "en") -> dict[str, str]:
    """The dates of a text by their words, with their days."""
    found = dated(text, language(code))
    return {text[one.start : one.end]: dict(one.attributes).get("when", "") for one in found}


def test_an_entry_has_the_month_of_the_one_before_it() -> None:
    found = days(DIARY)
    assert found["2d. Wednesday"] == "1861-01-02"
    assert found["Thurs. 3"] == "1861-01-03"
    assert found["Sat. 5th"] == "1861-01-05"
    assert found["Feb. 1st"] == "1861-02-01"
    assert found["January 1"] == "1862-01-01"


def test_an_entry_says_which_day_its_words_count_from() -> None:
    found = days(DIARY)
    assert found["Yesterday"] == "1861-01-05"
    assert found["last night"] == "1861-01-31"
    assert found["last March"] == "1860-03"
    assert found["the 20th"] == "1861-01-20"
    assert found["December 20"] == "1860-12-20"


def test_a_month_as_a_heading_goes_for_the_numbers_below_it() -> None:
    entries = "\n\n".join(f"{number}th. Up betimes." for number in range(4, 15))
    assert days(NUMBERS.format(entries))["14th"] == "1660-03-14"


def test_the_points_of_a_list_are_no_days() -> None:
    points = "\n\n".join(f"{number}. That it be resolved." for number in ("1st", "2d", "3d", "4th", "5th"))
    assert list(days(NUMBERS.format(points))) == ["MARCH 1660"]


def test_the_day_of_an_entry_may_be_set_off() -> None:
    found = days(
        "1893\n\n_3 May. Bistritz_.--Left at noon.\n\n_4 May_.--I asked him yesterday.\n\n_5 May_.--Rain."
    )
    assert found["yesterday"] == "1893-05-03"


@pytest.mark.parametrize("code", ENTRIES)
def test_entries_are_read_in_every_language(code: str) -> None:
    *entries, one, two = ENTRIES[code].split("|")
    page = "\n\n".join(f"{entry}. {remark}" for entry, remark in zip(entries, (one, two) * 3, strict=False))
    found = days(f"1861\n\n{page}", code)
    assert list(found.values()) == [
        "1861",
        *(f"1861-0{day}" for day in ("1-01", "1-02", "1-03", "1-05", "2-01")),
    ]


@pytest.mark.parametrize("code", ENTRIES)
def test_points_of_a_list_are_no_days_in_any_language(code: str) -> None:
    *entries, one, two = ENTRIES[code].split("|")
    points = "\n\n".join(f"{number}. {one} {two}" for number in range(1, 6))
    assert list(days(f"1861\n\n{entries[0]}\n\n{points}", code).values()) == ["1861", "1861-01-01"]


def numbered(*entries: str) -> str:
    return "1864\n\n" + "\n\n".join(f"{entry} Walked to Horton; it froze last night." for entry in entries)


@pytest.mark.parametrize(
    "entries",
    [
        ("January 1.—", "2.—", "5.—", "31.—", "February 3.—", "6.—"),
        ("Jan. 1, 1864.", "2.", "5.", "31.", "Feb. 3.", "6."),
        ("Jan. 1st.", "2.", "5.", "31.", "Feb. 3rd.", "6."),
        ("Friday, January 1.", "2.", "Tuesday, January 5.", "31.", "February 3.", "6."),
    ],
)
def test_numbers_in_order_after_a_day_with_its_month_are_days_of_a_diary(entries: tuple[str, ...]) -> None:
    values = [dict(one.attributes).get("when", "") for one in dated(numbered(*entries), language("en"))]
    begun = ["1864-01-01", "1864-01-02", "1864-01-05", "1864-01-31", "1864-02-03", "1864-02-06"]
    nights = ["1863-12-31", "1864-01-01", "1864-01-04", "1864-01-30", "1864-02-02", "1864-02-05"]
    assert values == ["1864", *(value for pair in zip(begun, nights, strict=True) for value in pair)]


@pytest.mark.parametrize(
    "entries",
    [
        ("3 May.", "1.", "2.", "3.", "4.", "9 May.", "1.", "2."),  # points that begin anew
        ("January 1.", "2.", "5.", "5.", "February 3.", "7.", "6."),  # numbers that do not go on
        ("January 1.", "2.", "31.", "32.", "February 3.", "120.", "121."),  # numbers that no month has
        ("January 1.", "2.1.", "2.2.", "February 3.", "4.1.", "5/2."),  # numbers of two parts
    ],
)
def test_numbers_that_cannot_all_be_days_are_none(entries: tuple[str, ...]) -> None:
    text = numbered(*entries)
    marked = {text[one.start : one.end] for one in dated(text, language("en"))}
    assert not {word for word in marked if word.isdigit()} - {"1864"}


def test_a_day_on_a_line_of_its_own_begins_an_entry() -> None:
    lines = ("Friday, January 1", "Saturday, January 2", "Tuesday, January 5")
    found = days("1864\n\n" + "\n\n".join(f"{line}\n\nIt froze on the night of Yule Day." for line in lines))
    assert [found[line] for line in lines] == ["1864-01-01", "1864-01-02", "1864-01-05"]


@pytest.mark.parametrize(
    "entries",
    [
        ("Freitag, 1. Jan.", "2.", "5.", "3. Febr.", "6."),
        ("1.1.64", "2.1.64", "5.1.64", "3.2.64", "6.2.64"),
        ("Den 1ten Januar.", "Den 2ten.", "Den 5ten.", "Den 3ten Februar.", "Den 6ten."),
    ],
)
def test_the_days_of_a_german_diary_in_its_many_ways(entries: tuple[str, ...]) -> None:
    page = "\n\n".join(f"{entry} Schnee, und Lowe kam gestern." for entry in entries)
    values = [dict(one.attributes).get("when", "") for one in dated(f"1864\n\n{page}", language("de"))]
    assert values[1::2] == ["1864-01-01", "1864-01-02", "1864-01-05", "1864-02-03", "1864-02-06"]
    assert values[2::2] == ["1863-12-31", "1864-01-01", "1864-01-04", "1864-02-02", "1864-02-05"]


def test_the_next_day_counts_from_the_entry_where_it_has_told_of_no_other() -> None:
    text = (
        "21. Februar: Er kam. Am Tag darauf ging er.\n\n24. Februar: Am 3. März ist Wahl; tags darauf Ruhe."
    )
    text += "\n\n25. Februar: Es regnet."
    found = dated("Seit Donnerstag ist Krieg.\n\n" + text, language("de"), "2022-02-28")
    assert [dict(one.attributes).get("when") for one in found] == [
        *("2022-02-24", "2022-02-21", "2022-02-22", "2022-02-24", "2022-03-03", "2022-03-04", "2022-02-25"),
    ]


def test_an_entry_begins_with_a_day_whose_month_is_shortened() -> None:
    text = "1. Aug. Mobil gemacht.\n\n4. Aug. Er ist fort.\n\n9. Aug. Vorgestern fiel Lüttich."
    found = dated(f"Tagebuch 1914\n\n{text}", language("de"))
    assert [dict(one.attributes).get("when") for one in found][-1] == "1914-08-07"
    found = dated("Im August 1914 kam er. Am 9. Aug. Vorgestern war er fort.", language("de"))
    assert "1914-08-07" not in [dict(one.attributes).get("when") for one in found]


def test_numbers_go_on_from_one_day_with_its_month() -> None:
    found = days("1917\n\nJan. 1st. Quiet.\n\n2nd. Up at six.\n\n3rd. Rest.\n\n6th. He left yesterday.")
    assert found["6th"] == "1917-01-06"
    assert found["yesterday"] == "1917-01-05"
    found = days("1917\n\nJan. 1. Quiet.\n\n2. Up at six.\n\n4. Rest.\n\n7. He left yesterday.")
    assert found["yesterday"] == "1917-01-06"


@pytest.mark.parametrize("months", [("March", "April"), ("MARCH.", "APRIL."), ("März.", "April.")])
def test_numbers_under_months_are_days_of_a_diary(months: tuple[str, str]) -> None:
    code = "de" if "ä" in months[0] else "en"
    under = ("18. Snow.", "19. Few came.", "21. Letters.")
    page = "\n\n".join(("1871", months[0], *under, months[1], "1. Ball.", "3. Rain."))
    assert list(days(page, code).values()) == [
        *("1871", "1871-03", "1871-03-18", "1871-03-19", "1871-03-21", "1871-04", "1871-04-01", "1871-04-03"),
    ]


def test_points_under_months_are_no_days() -> None:
    page = "1871\n\nMarch\n\n1. Dig the beds.\n\n2. Sow.\n\n3. Prune.\n\nApril\n\n1. Mow.\n\n2. Plant."
    assert list(days(page)) == ["1871"]


def test_an_entry_that_says_only_its_weekday_is_the_next_after_the_one_before() -> None:
    page = (
        "Monday, 3 June 1940. Rain.\n\nTuesday. Karl came yesterday.\n\nFriday.— Nothing.\n\nMonday\n\nWar."
    )
    found = dated(page, language("en"))
    assert [dict(one.attributes).get("when") for one in found] == [
        *("1940-06-03", "1940-06-04", "1940-06-03", "1940-06-07", "1940-06-10"),
    ]
    night = days("3 June 1940. Rain.\n\nTuesday. Karl came.\n\nSaturday night. He left.")
    assert night["Saturday night"] == "1940-06-08"
    german = "3. Juni 1940. Regen.\n\nDienstag. Nichts.\n\nMittwoch: Gestern kam Karl."
    assert list(days(german, "de").values()) == ["1940-06-03", "1940-06-04", "1940-06-05", "1940-06-04"]


def test_a_weekday_that_a_sentence_begins_with_is_no_entry() -> None:
    page = "3 June 1940. Rain.\n\nTuesday we went to town.\n\nMonday, they say, he was ill."
    assert list(days(page)) == ["3 June 1940"]
    paper = "Thursday, 12th March, 1863\n\nMonday.— Fire.\n\nTuesday.— Fog.\n\nWednesday.— Peace."
    assert "entry" not in {one.rule for one in dated(paper, language("en"), "1863-03-12")}
    forecast = dated("Monday: rain.\n\nTuesday: sun.\n\nWednesday: snow.", language("en"), "1995-03-14")
    assert {one.rule for one in forecast} == {"weekday"}


def test_a_weekday_is_a_day_of_a_diary_in_languages_that_name_it_otherwise_in_sentences() -> None:
    page = "1 января. Мороз.\n\n2 января. Письмо.\n\n4. Снег.\n\n7-го. Ветер.\n\nСуббота. Дождь."
    assert list(days(f"1904 год\n\n{page}", "ru").values())[-2:] == ["1904-01-07", "1904-01-09"]


@pytest.mark.parametrize(
    ("days", "yesterday"),
    [
        (("June 12, 2012", "June 15, 2012", "June 22, 2012"), "2012-06-21"),
        (("Aug. 15, 1954", "Feb. 3, 1989", "June 22, 2012"), "2013-04-21"),
    ],
)
def test_days_years_apart_are_those_of_a_chronology_and_of_no_diary(
    days: tuple[str, ...], yesterday: str
) -> None:
    text = "\n\n".join(f"{day}: The general left." for day in days)
    found = dated(f"{text} He came back yesterday.", language("en"), "2013-04-22")
    assert dict(found[-1].attributes)["when"] == yesterday


def test_an_article_stands_before_the_number_of_a_day() -> None:
    page = "Den 3. Mai 1848. Schnee.\n\n{} Es taut.\n\nDen 5. Ruhe.\n\nDen 9. Gestern kam er."
    found = days(page.format("Den 4."), "de")
    assert [found[day] for day in ("Den 4", "Den 5", "Den 9", "Gestern")] == [
        *("1848-05-04", "1848-05-05", "1848-05-09", "1848-05-08"),
    ]
    assert "Zum 4" not in days(page.format("Zum 4. Male."), "de")


@pytest.mark.parametrize(
    ("code", "under"),
    [
        ("en", "4 Sat. Snow.|9 Thur. Sun.|21 Tues. Rain."),
        ("en", "Sat. 4. Snow.|Thur. 9. Sun.|Tues. 21. Rain."),
        ("de", "4 Sa. Schnee.|Donnerstag, den 9. Sonne.|21. Di. Regen."),
    ],
)
def test_days_under_a_month_have_their_weekday_beside_them(code: str, under: str) -> None:
    january = {"en": "JANUARY", "de": "Januar"}[code]
    found = days("\n\n".join(("1941", january, *under.split("|"))), code)
    assert list(found.values()) == ["1941", "1941-01", "1941-01-04", "1941-01-09", "1941-01-21"]


def test_numbers_before_a_weekday_in_a_sentence_are_no_days() -> None:
    assert list(days("1941\n\nJANUARY\n\nHe gave 4 Saturday concerts.\n\n9 Thursday men came.")) == ["1941"]


def test_a_weekday_in_a_sentence_of_its_own_is_that_of_the_entry() -> None:
    assert days("9 January 1904. Saturday. He left on Monday.")["Saturday"] == "1904-01-09"
    assert days("He came on 9 January 1904. Sunday. He left.").get("Sunday") != "1904-01-09"


def test_a_diary_counts_its_weekdays_and_weeks_in_the_old_style() -> None:
    page = "5 января 1904, {}. Мороз.\n\n7 января. Снег.\n\n9 января. В среду и на прошлой неделе ходили."
    found = dated(page.format("понедельник"), language("ru"))
    assert [dict(one.attributes).get("when") for one in found[:3]] == [
        "1904-01-18",
        "1904-01-20",
        "1904-01-22",
    ]
    assert dict(found[3].attributes)["when"] == "1904-01-20"
    assert dict(found[4].attributes)["from"] == "1904-01-11"
    assert days(page.format("вторник"), "ru")["9 января"] == "1904-01-09"


PLACED = "COLOGNE, August 2nd, 1836.—Rain.\n\n3rd.—Rain.\n\n{}\n\nMÜNSTER, August 6th.—We left yesterday."


def test_an_entry_may_begin_with_its_place() -> None:
    assert days(PLACED.format("4th.—Sun."))["yesterday"] == "1836-08-05"
    assert days(PLACED.format("The inn was full.")).get("yesterday") != "1836-08-05"


def test_the_year_of_an_entry_is_none_that_another_names_in_passing() -> None:
    page = "1 July. He knew my father in 1859.\n\n2 July. Rain.\n\n3 July. Rain."
    assert days(page)["2 July"] == "--07-02"
    assert days(f"1888\n\n{page}")["2 July"] == "1888-07-02"


@pytest.mark.parametrize("form", ["{0}. 5. ", "{0}.5. ", "{0}. V. ", "{0}. 5.\n\n"])
def test_days_in_figures_begin_entries_where_they_go_on(form: str) -> None:
    page = "1933\n\n" + "\n\n".join(f"{form.format(day)}Gestern kam Lowe." for day in (3, 9, 19))
    found = {day for words, day in days(page, "de").items() if words[0].isdigit()}
    assert found == {"1933", "1933-05-03", "1933-05-09", "1933-05-19"}


def test_numbers_of_sections_begin_no_entries() -> None:
    page = "1933\n\n" + "\n\n".join(f"{number}. Gestern kam Lowe." for number in ("1.1", "1.2", "2.1", "2.2"))
    assert not set(days(page, "de")) - {"1933", "Gestern"}


def test_entries_that_all_have_their_place_go_on() -> None:
    places = ("Bath", "Wells", "Exeter", "Truro")
    page = "1848\n\n" + "\n\n".join(
        f"{place}, May {n}. We came yesterday." for n, place in enumerate(places, 4)
    )
    assert days(page)["May 7"] == "1848-05-07"
    assert days(page)["yesterday"] == "1848-05-06"


@pytest.mark.parametrize(
    "entries",
    [
        ("1/1 Gelesen.", "2/1 Spaziergang.", "7/1 Gestern kam er."),
        ("1.I. Gelesen.", "2. I. Spaziergang.", "7/I. Gestern kam er."),
        ("15. 1. Gelesen.", "16. 1. Spaziergang.", "7. 2. Gestern kam er."),
    ],
)
def test_days_and_months_in_figures_begin_entries(entries: tuple[str, ...]) -> None:
    found = days("1910\n\n" + "\n\n".join(entries), "de")
    assert found["Gestern"] in {"1910-01-06", "1910-02-06"}
    assert len(found) == 5


def test_a_day_with_its_year_begins_an_entry_right_over_its_words() -> None:
    text = (
        "21. November 1809\nRauer Wind, und gestern sehr viel Regen.\n\n"
        "25. November 1809\nÖfters Sonnenschein, und seit Montag wieder kalt.\n\n"
        "2. Dezember 1809\nHeute ein trüber und recht unangenehmer Tag."
    )
    found = days(text, "de")
    assert found["gestern"] == "1809-11-20"
    assert found["Montag"] == "1809-11-20"
    assert found["Heute"] == "1809-12-02"


def test_days_over_names_begin_no_entries() -> None:
    text = "\n\n".join(
        f"Gestern kam Franz aus Wien zurück.\n\n{day}. November 1809\nDein treuer Karl" for day in (3, 9, 14)
    )
    assert days(text, "de").get("Gestern") is None


def test_numbers_of_sections_and_shares_begin_none() -> None:
    assert list(days("1910\n\n1.1 Zweck\n\n1.2. Geltung\n\n2.1. Maße", "de")) == ["1910"]
    assert list(days("1910\n\n1/2 Tasse Milch\n\n3/4 Tasse Mehl\n\n1/3 Tasse Öl", "de")) == ["1910"]


def test_one_entry_stands_under_its_day() -> None:
    text = "Samstag, 1. Jänner 1910\n\n1/1 Gelesen. Gestern bei Anna."
    assert dict(dated(text, language("de"))[1].attributes) == {"when": "1910-01-01"}
    other = dated(text.replace("1/1 G", "3/4 G"), language("de"))
    assert "3/4" not in {text[one.start : one.end] for one in other}


def test_a_day_after_its_month_begins_an_entry_where_days_come_first() -> None:
    page = "1848\n\nMai 4. Regen.\n\nMai 16. Gestern kam Otto.\n\nJuni 2. Schön.\n\n1849\n\nJänner 1. Schnee."
    found = days(page, "de")
    assert list(found.values()) == [
        *("1848", "1848-05-04", "1848-05-16", "1848-05-15", "1848-06-02", "1849", "1849-01-01"),
    ]
    assert days("1848\n\nMayo 4.—Salimos.\n\nMayo 9.—Ayer.\n\nMayo 30.—Nada.", "es")["Ayer"] == "1848-05-08"
    assert "Mai 4." not in days("Mai 4. Klasse, das sagt er.\n\nEr kam nicht.", "de")


@pytest.mark.parametrize("form", ["{}, {}. 5. ", "{} {}.5. ", "{}, den {}. 5.\n\n"])
def test_a_weekday_may_stand_before_a_day_in_figures(form: str) -> None:
    week = (("Samstag", 4), ("Montag", 6), ("Freitag", 10))
    page = "Tagebuch 1940\n\n" + "\n\n".join(f"{form.format(*day)}Gestern kam Lowe." for day in week)
    found = days(page, "de")
    assert [found[f"{form.strip().format(*day)}"] for day in week] == [
        "1940-05-04",
        "1940-05-06",
        "1940-05-10",
    ]
    assert found["Gestern"] == "1940-05-09"


def test_days_in_figures_are_in_one_order_all_over_a_text() -> None:
    page = "29/4/48\n\nRain.\n\n1/5/48\n\nHe came yesterday.\n\n4/5/48\n\nLetter dated 2/3/48."
    found = days(page)
    assert [found[day] for day in ("29/4/48", "1/5/48", "yesterday", "2/3/48")] == [
        *("1948-04-29", "1948-05-01", "1948-04-30", "1948-03-02"),
    ]
    assert days("Seen 4/29/48, 5/1/48 and 5/4/48.")["5/1/48"] == "1948-05-01"
    assert days("Seen 4/29/48, 30/4/48 and 5/1/48.")["5/1/48"] == "1948"
    assert days("Seen 29.4.48 and 5/1/48.")["5/1/48"] == "1948"


LETTERED = "May 1916\n\n{}\n\nJUNE\n\n{}"


def test_weekdays_may_have_only_their_first_letters() -> None:
    may = "M. 1 Quiet.\n\nTu. 2 Rain.\n\nTh. 4 He left yesterday.\n\nS. 6. Shelled.\n\nSu. 7: Rest."
    found = days(LETTERED.format(may, "Th. 1 In rest.\n\nS. 3 Sports."))
    assert found["Tu. 2"] == "1916-05-02"
    assert found["yesterday"] == "1916-05-03"
    assert found["S. 3"] == "1916-06-03"


def test_letters_that_do_not_go_on_as_weekdays_are_none() -> None:
    names = "M. 1 Quiet.\n\nTu. 2 Rain.\n\nF. 4 Snow.\n\nS. 6 Shelled."
    assert list(days(LETTERED.format(names, "T. 1 In rest.")))[:1] == ["May 1916"]
    assert "F. 4" not in days(LETTERED.format(names, "T. 1 In rest."))
    assert "C. 4" not in days(LETTERED.format("A. 1 Quiet.\n\nB. 2 Rain.\n\nC. 4 Snow.", "D. 1 In rest."))


def test_an_entry_that_says_its_year_does_not_date_those_before_it() -> None:
    log = "October, 1849.\n\nTuesday, 16th.--Cast off.\n\nWednesday, 17th.--Rain.\n\nNovember 2nd.--Fair.\n\n"
    text = f"LOG OF THE ANN\n\n{log}Jan. 1st, 1850.--A gale.\n\n3d.--Calm. Wrote home.\n"
    root = etree.fromstring(edition.convert(text, lang="en").data or b"")
    found = [one.get("when") for one in root.iter("{http://www.tei-c.org/ns/1.0}date") if one.get("when")]
    days = ["1849-10", "1849-10-16", "1849-10-17", "1849-11-02", "1850-01-01", "1850-01-03"]
    assert list(dict.fromkeys(found)) == days


def test_a_shortened_weekday_begins_an_entry() -> None:
    days = "Montag, den 13. März 1848. Husten.\n\nMittw. Gestern war Unruhe.\n\nSonntag, den 19. März. Ruhe."
    found = dated(f"{days}\n\nSo. Das ist alles.", language("de"))
    assert [dict(one.attributes).get("when") for one in found] == [
        "1848-03-13",
        "1848-03-15",
        "1848-03-14",
        "1848-03-19",
    ]


FEASTS = "1841\n\nFEBRUARY\n\nMonday 1st. Thaw.\n\nWednesday 10th. A year ago to-day it rained.\n\n"


def test_months_in_capitals_stand_over_weekdays_with_their_numbers() -> None:
    found = days(f"{FEASTS}MARCH\n\nBath, Tuesday 2nd. Took a house yesterday.\n\nFriday 19th. Our last day.")
    assert found["Wednesday 10th"] == "1841-02-10"
    assert found["A year ago to-day"] == "1840-02-10"
    assert found["Tuesday 2nd"] == "1841-03-02"
    assert found["Friday 19th"] == "1841-03-19"


def test_a_feast_begins_an_entry() -> None:
    found = days(f"{FEASTS}Ash Wednesday, 24th. Church.\n\nPalm Sunday. Home yesterday.\n\nMay 3. Fair.")
    assert found["Ash Wednesday, 24th"] == "1841-02-24"
    assert found["Palm Sunday"] == "1841-04-04"
    assert found["yesterday"] == "1841-04-03"
    assert found["May 3"] == "1841-05-03"


def test_feasts_alone_make_no_diary() -> None:
    feasts = "\n\n".join(f"{feast}. Cakes are eaten." for feast in ("Candlemas", "Easter", "Whitsun"))
    assert list(days(f"Feasts of 1841\n\n{feasts}")) == ["1841"]
    assert "Palm Sunday procession" not in days(f"{FEASTS}Palm Sunday procession seen.\n\nMay 3. Fair.")


def test_a_year_may_end_the_line_over_the_first_entry() -> None:
    found = days("Erstes Heft. 1838\n\n3. Januar. Kälte.\n\n9. Januar. Schnee.\n\n2. Februar. Fort.", "de")
    assert found["2. Februar"] == "1838-02-02"
    found = days("Room 1838\n\nThe snow fell.\n\nJanuary 3. Cold.\n\nJanuary 9. Snow.\n\nMay 2. Gone.")
    assert "1838" not in found


def test_an_entry_may_be_of_several_days() -> None:
    entries = "November 12, 1861.—Rain.\n\nNovember 15.—A lagoon.\n\nNovember 16 to 19.—In camp."
    found = days(f"{entries} They came on the 17th.\n\nNovember 20.—Left. Poole was ill last night.")
    assert found["the 17th"] == "1861-11-17"
    assert found["last night"] == "1861-11-19"


def test_places_may_stand_before_the_days_of_a_journey_from_one_year_to_the_next() -> None:
    places = "Dover, July 1st, 1785.\n\nI came.\n\nCalais, July 3d.\n\nCrossed yesterday.\n\n"
    more = "Rome, December 25th, Christmas Day.\n\nHigh mass.\n\nNaples, January 14th.\n\nCame on the 8th."
    text = f"{places}{more}"
    root = etree.fromstring(edition.convert(text, lang="en").data or b"")
    found = [one.get("when") for one in root.iter("{http://www.tei-c.org/ns/1.0}date") if one.get("when")]
    assert found[-5:] == ["1785-07-02", "1785-12-25", "1785-12-25", "1786-01-14", "1786-01-08"]


def test_a_year_over_a_month_is_that_of_both() -> None:
    page = "1781\n\nAPRIL\n\nApril 3. Rain.\n\nApril 17. Rain.\n\n1784\n\nJANUARY\n\nJan. 2. Snow last night."
    found = days(page)
    assert (found["JANUARY"], found["Jan. 2"], found["last night"]) == ("1784-01", "1784-01-02", "1784-01-01")
    assert days(page.replace("1784", "It cost 1784 pounds"))["Jan. 2"] == "1782-01-02"


def test_a_time_is_of_the_entry_and_not_of_another_day_that_it_names() -> None:
    page = (
        "May 3, 1861.—Rain.\n\nMay 4.—We had seen it on the 2nd of March. Bell fell at 4 p.m.\n\nMay 5.—Rain."
    )
    assert days(page)["4 p.m."] == "16:00:00"
    assert days(page.replace("March. Bell", "March, and Bell"))["4 p.m."].startswith("1861-03-02T16")


def test_a_day_in_figures_may_follow_the_feast_of_an_entry() -> None:
    page = "1888\n\nSaturday, May 5.--Left.\n\nSunday, 6.--Rain.\n\nMonday, 7.--Dry.\n\n"
    found = days(f"{page}Whit Sunday, 20.--Mass last night.")
    assert found["Whit Sunday, 20"] == "1888-05-20"
    assert found["last night"] == "1888-05-19"


def test_places_before_days_without_their_month_alone_make_no_diary() -> None:
    page = "\n\n".join(f"Bath, Tuesday {day}. Rain." for day in ("2nd", "9th", "16th", "23rd"))
    assert set(days(f"1841\n\n{page}").values()) == {"1841", ""}
    page = page.replace("Tuesday 9th", "March 9th")
    assert set(days(f"1841\n\n{page}")) >= {"1841", "Tuesday 16th"}


ITALICS = """1800

_Thursday Morning, 7th August._--William composing. He came
on the 5th of May.

_Friday Morning._--We intended going, and wrote yesterday.

_Sunday, 17th August._--Read.

_Sunday morning, 24th._--Read. It is the eighth cart of coals we have had since May
17th.

_Friday Evening_ [29th August].--He goes to-morrow.

_Sunday, 31st._--Corn is cut. Jones came again on the
Friday, the 29th August.

_September_ 3.--Yesterday was wet.

_Kendal, September_ 4.--It was dry yesterday."""


def test_entries_in_italics_go_on_from_one_another() -> None:
    found = days(ITALICS)
    assert found["Friday Morning"] == "1800-08-08"
    assert found["_Friday Evening_ [29th August]"] == "1800-08-29"
    assert found["to-morrow"] == "1800-08-30"
    assert found["_September_ 3"] == "1800-09-03"
    assert found["Yesterday"] == "1800-09-02"
    assert found["yesterday"] == "1800-09-03"  # the last of them: after Kendal


def test_a_long_line_whose_sentence_goes_on_ends_no_entry() -> None:
    tree = etree.fromstring(edition.convert(ITALICS, lang="en").data or b"")
    whole = {"".join(map(str, date.itertext())) for date in tree.iter("{*}date")}
    assert {"May\n17th", "Friday, the 29th August"} <= whole
