"""Words and forms of calendar dates."""

from __future__ import annotations

from dataclasses import dataclass, field

_Groups = dict[str, tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class DateWords:
    """Words and forms of calendar dates.

    Lists of twelve, seven and four go by the calendar (January, Monday and spring first), and hold
    spellings: the first is today's, others are inflected, older or of the people. A word is known as it
    is written here, with a capital letter, and in capitals. What a form is made of is told in
    `forms/dates/grammar.py`.
    """

    # Names of the calendar
    months: tuple[tuple[str, ...], ...] = ()  # full names
    short_months: tuple[tuple[str, ...], ...] = ()  # shortened names, without their full stop
    days_of_month: tuple[str, ...] = ()  # names of months that end so are days of them: "Julitagen"
    weekdays: tuple[tuple[str, ...], ...] = ()  # full names
    short_weekdays: tuple[tuple[str, ...], ...] = ()  # shortened names, without their full stop
    weekday_endings: tuple[str, ...] = ()  # parts of the day that are stuck to a weekday: "Freitagabend"
    seasons: tuple[tuple[str, ...], ...] = ()  # names of the four
    season_parts: _Groups = field(
        default_factory=dict
    )  # early, middle, late: which of them are parts of one: "Spätsommer"
    seasons_when: frozenset[str] = frozenset()  # such names that say by themselves when: "осенью"
    feasts: _Groups = field(default_factory=dict)  # names by the keys of shared/feasts.toml
    saints: _Groups = field(default_factory=dict)  # so of feasts whose names say something else by themselves
    centuries: dict[str, int] = field(default_factory=dict)  # names of centuries: "Novecento" = 20
    decades: dict[str, int] = field(default_factory=dict)  # names of decades: "twenties" = 20
    ambiguous: frozenset[str] = frozenset()  # such names that are other words, too: see `surroundings`

    # Numbers and units
    numeric: str = ""  # "dmy" or "mdy": how 8/11/1918 is read; empty where both are written
    short_years: bool = False  # whether 903 is written for 1903
    ordinals: tuple[str, ...] = ()  # what follows a day in figures: "th", "er", "."
    after_year: tuple[str, ...] = ()  # what may follow a year as a part of its date: "г.", "roku"
    ordinal_words: dict[str, int] = field(default_factory=dict)  # "first": days and centuries in words
    numbers: dict[str, int] = field(default_factory=dict)  # "two", "a": how many days, years
    units: _Groups = field(default_factory=dict)  # day, week, month, year, …: their words
    year_numbers: dict[str, int] = field(
        default_factory=dict
    )  # words of numbers of which years are made, too
    year_joints: tuple[str, ...] = ()  # stand between them: "and"
    no_year_numbers: frozenset[str] = frozenset()  # of `numbers`, what is no number in a year: "a"
    no_days: frozenset[str] = frozenset()  # of `ordinal_words`, what says no day of a month: "prima"
    year_leads: _Groups = field(
        default_factory=dict
    )  # before a year in words: `of` after a day or month, `year` by itself
    hour_parts: dict[str, int] = field(default_factory=dict)  # minutes from an hour: "half past" = 30
    hour_leads: frozenset[str] = frozenset()  # begin such parts, and say that an hour follows: "klockan"
    hour_goes_on: tuple[str, ...] = ()  # begins what makes an hour before it another: "moins le quart"
    before_hour_sign: frozenset[str] = (
        frozenset()
    )  # before a number and a letter that can count hours, too: "um"
    weeks: dict[str, int] = field(default_factory=dict)  # what counts days and means weeks: "huit jours" = 1

    # Dates
    forms: _Groups = field(default_factory=dict)  # by the rules of `forms/dates/reading.py`
    deictic: dict[str, int] = field(default_factory=dict)  # "yesterday" = -1: days from the day of writing
    counts_from: tuple[str, ...] = ()  # before a determiner these go on: "the Tuesday following his birth";
    # two words go on anyway: "al día siguiente a"
    after_alone: bool = False  # whether "after" may stand without what it counts from: "trois jours après il"
    told: dict[str, int] = field(default_factory=dict)  # "le lendemain" = 1: days from the date told last

    # Words and marks that belong to a date
    ranges: _Groups = field(
        default_factory=dict
    )  # from, to, between, and, both, of: around and between dates; weekdays: between those of every week
    parts: _Groups = field(default_factory=dict)  # early, middle, late: before a date
    put_after: _Groups = field(
        default_factory=dict
    )  # what stands after a name, by the rule of what stands before one: "December last"
    fractions: _Groups = field(
        default_factory=dict
    )  # half, third, quarter: "half of" after an ordinal; last; before
    vague: _Groups = field(default_factory=dict)  # about, before, after: before a date
    eras: _Groups = field(default_factory=dict)  # bce, ce: before or after a year
    styles: _Groups = field(default_factory=dict)  # old, new: after a date
    halves: _Groups = field(
        default_factory=dict
    )  # am, pm, half, quarter: after an hour: "du soir"; evening: words beside it
    articles: tuple[str, ...] = ()  # may stand before a date after "from", "to", "early in": "du 3 au 5"

    # Words by which something is a date
    before: tuple[str, ...] = ()  # after these a month, a season or a year stands alone
    cities: tuple[str, ...] = ()  # of these, those that are names of places: "Wien 1902"
    before_year: tuple[str, ...] = ()  # where given: a year only after these, and before no uncommon word
    also_before_year: tuple[str, ...] = ()  # after these a year does, but no month: "born 1848"
    before_year_noun: tuple[
        str, ...
    ] = ()  # of these, those after which a noun counts nothing: "wurde 1974 Kanzler"
    kinds_of_year: tuple[str, ...] = ()  # after a word that ends so a year does, too: "Kriegsjahr 1943"
    kinds_of_season: tuple[
        str, ...
    ] = ()  # and after one that ends so a year is that of a season: "Hitzesommer 2003"
    before_month: tuple[str, ...] = ()  # after these a month or a season does, but no year: "di maggio"
    before_day: tuple[str, ...] = ()  # after these a day stands alone: "on the 13th", "am 3."
    letters: tuple[str, ...] = ()  # "of the 9th" after one of these is a day: "yours of the 9th"
    months_as_verbs: frozenset[str] = frozenset()  # in capitals, verbs too: "WORKERS TO MARCH"
    months_alone: tuple[str, ...] = ()  # names that nothing else has: "weak December sales"
    months_when: tuple[str, ...] = ()  # those that say by themselves when: "temmuzda"
    days_when: tuple[str, ...] = ()  # endings of days in figures that do: "22-го"
    before_lone_day: tuple[str, ...] = ()  # where given: a day without its month only after these
    roman_points: _Groups = field(
        default_factory=dict
    )  # kalends, nones, ides: their names: "the Ides of March"
    placing: frozenset[str] = frozenset()  # such a word between a season and a year may also say where: "in"
    year_articles: tuple[str, ...] = ()  # a year that counts nothing may stand after them: "en el 2012"
    defines: frozenset[str] = frozenset()  # say what a number is, which is no day then: "El 2 es"
    uncounted: frozenset[str] = frozenset()  # words after such a day which it can't count: "more"
    ordered: frozenset[str] = frozenset()  # names that such a number belongs to: "the 11th Corps"
    lone_day_articles: tuple[str, ...] = ()  # may stand between one of them and the day: "seit dem 14."
    weekdays_led: frozenset[str] = (
        frozenset()
    )  # names that are plurals or else, too, but for those: "am Montage"
    spanning: frozenset[str] = frozenset()  # before a count they say how long: "the whole two years before"
    before_time: tuple[str, ...] = ()  # after these a feast or an hour stands alone: "at Easter"
    before_feast: frozenset[str] = frozenset()  # so after these a feast, but no hour: "over Easter"
    before_coming: tuple[str, ...] = ()  # a weekday after one of these is the coming one: "para el"
    last_without_article: frozenset[str] = frozenset()  # units of which "the last" is that up to now
    on_the_day: tuple[str, ...] = ()  # a weekday after one of these is that of the news: "later on Tuesday"
    before_eve: tuple[str, ...] = ()  # so is one to which something belongs: "ahead of Sunday's election"
    possessive: str = ""  # what follows a weekday to which something belongs, after an apostrophe
    feasts_after_verbs: bool = False  # whether feasts of several words are: "died New Year's Day"
    feasts_alone: frozenset[str] = frozenset()  # names of feasts that are days without a word before them
    determiners: tuple[str, ...] = ()  # between these and a name a year stands: "the 1917 Revolution"
    begins_subject: frozenset[str] = frozenset()  # after a verb of several: "2012 brachten wir"
    reflexive: frozenset[str] = frozenset()  # between those: "2003 schlossen sich viele an"
    no_adjectives: frozenset[str] = frozenset()  # words that only look so: "hat 2005 diesen Preis erhalten"
    names_year: frozenset[str] = frozenset()  # a year between one of these and an article: "made 1848 the"
    follows_year: frozenset[str] = frozenset()  # a number before one of these is a year: "1987 saw"

    # Words beside numbers that are years near to the day of writing
    of_one_year: frozenset[str] = frozenset()  # nouns of several that no number counts: "1986 levels"
    done_by_year: frozenset[str] = frozenset()  # verbs of what stands for its year: "1986 includes a loss"
    parts_of_years: frozenset[str] = frozenset()  # parts of a year as accounts have them: "1986 4th qtr"
    months_of_years: frozenset[str] = frozenset()  # and after how many of them there are: "1986 nine months"
    before_near_year: frozenset[str] = frozenset()  # a year alone stands after one of these: "end 1986"
    begins_year: frozenset[str] = frozenset()  # so before a small word after one of these: "ended 1986 with"
    compared_with: frozenset[str] = (
        frozenset()
    )  # and where something changed, after these: "a rise over 1985"
    changes: frozenset[str] = frozenset()  # words right before those: "rise", "pct"
    per_each: frozenset[str] = frozenset()  # before that of which each has so much: "1986 per share earnings"
    opens_remark: frozenset[str] = frozenset()  # words of `numbered`, but for a colon: "Note: 1986 net rose"
    amount_or_year: frozenset[str] = frozenset()  # others after which a year can stand: "over 1986 levels"
    after_amount: frozenset[str] = frozenset()  # what stands after one and names no thing: "1986 higher"
    like_after_amount: str = ""  # so words of this pattern: "1986 daily"

    # Words by which something is no date
    aged_in: tuple[
        str, ...
    ] = ()  # after a noun and one of these a decade is an age: "Mann in den Fünfzigern"
    aged: tuple[str, ...] = ()  # and so after one of these and those: "ist in den Fünfzigern"
    capital_nouns: bool = False  # whether nouns have a capital letter, by which what a number counts is known
    counted: frozenset[str] = frozenset()  # a number before one of these counts something and is no year
    counted_endings: tuple[str, ...] = ()  # so does a number before a word that ends so: "1200 chevaux"
    numbered: frozenset[str] = frozenset()  # a number after one of these numbers something: "No", "с."
    before_noun: frozenset[str] = frozenset()  # "tomorrow" with a capital letter after one of these is a noun
    before_count: frozenset[str] = (
        frozenset()
    )  # a number between one of these and a noun (known by its capital
    # letter, or its plural) is how many: "von", "about"
    out_of: tuple[str, ...] = ()  # two words after which a number is always how many: "out of"
    after_count: frozenset[str] = frozenset()  # a number before one of these may be how many: "mehr"
    adjectives: str = ""  # pattern of adjectives in small letters: what stands before a noun
    counted_adjectives: str = ""  # so of those after a number of several: "1200 neuen"
    of_many: frozenset[str] = frozenset()  # words of `counted` that count nothing by themselves: "more"
    counted_nouns: str = ""  # so of nouns of several, where these have no capital letter: "about 1900 guests"
    verbs_of_one: tuple[str, ...] = ()  # how regular verbs of one end: "gründete"
    verbs_of_several: tuple[str, ...] = ()  # and those of several: "kamen"
    ends_with_count: frozenset[str] = (
        frozenset()
    )  # so is one after these where a clause ends: "waren es 1900"
    plurals: frozenset[str] = frozenset()  # words of units that are never one unit: "weeks"
    lived: frozenset[str] = frozenset()  # after a comma or bracket, before the dates of a life: "born", "b."
    recurring: frozenset[str] = frozenset()  # a weekday after one of these is none in particular: "every"
    each: tuple[str, ...] = ()  # a day, month or season right after one of these is of every year: "every"
    habitual: tuple[str, ...] = ()  # so near after one of these: "usually"
    # In a sentence of no past, what is so in every year: "is", where stories have no verbs of the present.
    general: frozenset[str] = frozenset()
    over: tuple[str, ...] = ()  # right before units that begin with a date: "over the next decade"
    joining: frozenset[str] = frozenset()  # begin another clause right after a participle that ends one: "en"
    daily: tuple[str, ...] = ()  # a time of day after one of these is of every day: "täglich bis 17 Uhr"
    stuck: tuple[str, ...] = ()  # words that transcripts stick to a name: "Freitagsind"; see `stuck`
    hundreds_before: int = 0  # "the 1500s" are a hundred years, where the year is before this
    zones: frozenset[str] = frozenset()  # after a time of day, and no name before a weekday: "EST"
    follows_month: frozenset[str] = frozenset()  # a name of a month before one of these is one: "March sales"
    weekend_ahead: bool = False  # "this weekend" is the one to come, if no verb says that it was
    sunday_begins_week: bool = False  # "last week", said on a Sunday, is the one that ended the day before
    # Begin a clause in which a number before a verb of several is how many: "daß 1200 kamen".
    begin_clauses: frozenset[str] = frozenset()
    # Right before "today" and right after it, where it is no day: "noch heute", "heute weiß man".
    before_nowadays: tuple[str, ...] = ()
    after_nowadays: tuple[str, ...] = ()
    nowadays_beside: frozenset[str] = frozenset()  # as `nowadays`, but only beside one of these words
    of_nowadays: frozenset[str] = frozenset()  # "today" is no day beside what is always: "today's youth"
    whether: tuple[str, ...] = ()  # begin a clause of which something is asked
    # Between these, with one of the second, and a mark an ordinal alone is a quarter, after another.
    before_quarter: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    ended: tuple[str, ...] = ()  # between a quarter and the day on which it ended
    last_before: frozenset[str] = frozenset()  # before a verb of what last was: "last changed rates on"
    compared: tuple[str, ...] = ()  # before a date with which one compares: "up from"
    made: frozenset[str] = frozenset()  # participles that say of a thing when it was made: "enacted"
    traded_after: tuple[str, ...] = ()  # words before a month that is one of a contract: "new crop July"
    traded_at: tuple[str, ...] = ()  # verbs after such a month, before figures: "July closed at 1,270"
    traded: tuple[str, ...] = ()  # after the month of a contract: "the December contract"
    of_market: frozenset[str] = frozenset()  # words of news of a market in which contracts are traded
    nouns_of_future: frozenset[str] = frozenset()  # verbs of what is to come, but nouns after an article
    own_year: frozenset[str] = frozenset()  # before a part of a firm's own year: "fiscal third quarter"
    before_span: tuple[str, ...] = ()  # what kind of year or week it is that ended: "fiscal"
    in_turn: tuple[str, ...] = ()  # a weekday after one of these comes after the one before: "then"
    at_age: tuple[str, ...] = ()  # before an age: "at the age of"
    after_age: tuple[str, ...] = ()  # what may follow it without a mark: "and"
    naming: frozenset[str] = frozenset()  # verbs after which a name is what one is called: "named"
    not_of_month: frozenset[str] = frozenset()  # nouns after a name that is then no month: "a March hare"
    struck: frozenset[str] = (
        frozenset()
    )  # nouns of what no one plans, before its weekday: "the quake on Friday"
    happened: frozenset[str] = frozenset()  # nouns of what a weekday is past for: "Friday's plunge"
    meant: tuple[
        str, ...
    ] = ()  # patterns of words before a date to come, where no verb says one: "de partir"
    to_be_done: tuple[
        str, ...
    ] = ()  # patterns of a clause about what is to be done by a day: "hopes to have"
    verb_then: frozenset[str] = frozenset()  # between a verb and the day or month that it is said of
    of_thing: frozenset[str] = frozenset()  # between a noun and the day that says which: "l'accord du 5 mars"
    genitives: frozenset[str] = (
        frozenset()
    )  # after a noun, of what is its: "nach dem Streik der Fahrer im Mai"
    begin_nouns: frozenset[str] = (
        frozenset()
    )  # begin a phrase of a noun, some with a preposition: "la", "aux"
    no_thing: frozenset[str] = frozenset()  # before `of_thing` no nouns of things: "au cours du", "antes del"
    done_to: tuple[str, ...] = ()  # patterns of participles after a noun: "la loi votée le 5 mars"
    before_nouns: frozenset[str] = frozenset()  # adjectives before nouns that look so: "un nouveau traité en"
    has_then: frozenset[str] = frozenset()  # of what is to be done: "verra son mandat renouvelé en mars"
    leads_to_day: frozenset[str] = frozenset()  # between such a participle and its day: "en", "no dia"
    would_endings: tuple[str, ...] = ()  # of verbs of what was to come then: "anunció que terminaría"
    up_to: frozenset[str] = frozenset()  # before a day up to which something is to be: "by"
    saying: frozenset[str] = frozenset()  # verbs of saying, which tell nothing of when something is: "said"
    setting_in: frozenset[str] = frozenset()  # of what sets in or ends on the day after it: "starting in"
    will: frozenset[str] = frozenset()  # that something surely is to be: "will", "shall"
    no_more_of_it: frozenset[str] = (
        frozenset()
    )  # that a date after them is not that of what will be: "from", "who"
    particles: frozenset[str] = frozenset()  # between a verb and its day: "turned around in May"
    purpose: frozenset[str] = (
        frozenset()
    )  # of `lasting`, what also says what for: "in May last for their defence"
    magnitudes: frozenset[str] = frozenset()  # that figures before them are an amount: "million"
    crops: frozenset[str] = frozenset()  # after a season that only says which crop is meant: "winter wheat"
    no_bare_endings: tuple[str, ...] = ()  # of words after "to" that are no verb: "due to losses"
    happens_on: tuple[str, ...] = ()  # between a verb of what was and its day, and no other: "on"
    at_which: tuple[str, ...] = ()  # begin a clause of what was in a year: "in 1987, when"
    month_first_zones: frozenset[str] = frozenset()  # those of countries that write "03-15-88"
    streets: frozenset[str] = frozenset()  # a day after one of these names a place: "rue du 8 mai"
    street_endings: tuple[str, ...] = ()  # so after a word that ends so: "Storgatan 19"
    of_era: tuple[str, ...] = ()  # "the first century of" these is no century of something else
    documents: frozenset[str] = frozenset()  # what was written or said on its day: "the act of June 13"
    lasting: frozenset[str] = frozenset()  # before one of these "last" is a verb: "in May last until"
    either: frozenset[str] = frozenset()  # between two numbers: "two or three days ago"
    of_business: frozenset[str] = frozenset()  # by these words of a passage "the first half" is one of a year
    over_at_once: frozenset[str] = frozenset()  # verbs of what was and is not planned: "bought a mill in May"
    half_years: tuple[str, ...] = ()  # names of half a year of a firm's own, up to a day: "the half-year to"
    held_on: frozenset[str] = frozenset()  # what is on one day: "a Tuesday deadline"
    spent: frozenset[str] = frozenset()  # "after two years" before one of these says how long: "at sea"
    of_degrees: frozenset[str] = frozenset()  # by these "the 80s" are degrees: "highs in the 80s"
    of_games: frozenset[str] = frozenset()  # by these a quarter is one of a game
    names: tuple[str, ...] = ()  # what looks like a date and is none: "Sunday Times", "Man Friday"

    # What the text around a date says
    put_off: tuple[
        str, ...
    ] = ()  # right after one of these a month is the nearest: "due in", "delayed until"
    put_off_after: tuple[str, ...] = ()  # so right before one of these: "im Mai geplant"
    puts_off: tuple[str, ...] = ()  # verbs of what is put off, before it: "postpone the vote until May"
    moved_after: tuple[str, ...] = ()  # and these, but only after one of the next: "auf Mai verschoben", not
    moved_to: tuple[str, ...] = ()  # "im Mai verschoben"
    from_on: tuple[str, ...] = ()  # but not with one of these after the day: "vom 5. Dezember an"
    names_its_thing: tuple[str, ...] = ()  # so after a noun and one of these: "Partie vom 5. Dezember"
    likening: tuple[str, ...] = ()  # right before a time with which another is compared: "wie im Juni 1948"
    has_done: frozenset[str] = frozenset()  # with a participle of what was, and else of what is: "hat"
    had_done: frozenset[str] = frozenset()  # so with a participle, of what had been or was done: "wurde"
    not_yet: frozenset[str] = frozenset()  # before a day that may be to come: "wollte am", "lud am"
    comparing: tuple[str, ...] = ()  # "a year earlier" after one of these is only compared with: "than"
    conjunctions: frozenset[str] = frozenset()  # begin what was said, too: "said that January was cold"
    announcing: frozenset[str] = (
        frozenset()
    )  # verbs of news beside those of `quoting.says`: "announced on Tuesday"
    nowadays: frozenset[str] = (
        frozenset()
    )  # such a word is no day, either, after a year long past: "1961 … today"
    to_this_day: tuple[str, ...] = ()  # nor after one of these, unless something is to come: "bis heute"
    once: tuple[str, ...] = ()  # "today" after one of these in its sentence is no day: "damals … heute"
    relatives: frozenset[str] = frozenset()  # a clause that begins so after a comma only says more: ", who"
    since: tuple[str, ...] = ()  # a year after one of these begins what goes on: the story stays where it is
    future: frozenset[str] = frozenset()  # with one of these (one word or two) a weekday is the coming one
    past: frozenset[str] = frozenset()  # with one of these, also one or two, the one that was
    future_endings: tuple[str, ...] = ()  # so do longer words that end so of what is to come: "rà"
    adverbs: tuple[
        str, ...
    ] = ()  # endings of adverbs, which part a verb from its participle: "be badly hurt"
    past_endings: tuple[str, ...] = ()  # so do words that end so: "announced"
    present: frozenset[str] = frozenset()  # but not after one of these: "is announced"
    auxiliaries: frozenset[str] = frozenset()  # so does a participle right after one of these: "ha", "avons"
    participles: tuple[str, ...] = ()  # how such participles end: "ato", "é"
    before_adjective: frozenset[str] = frozenset()  # nor do words after one of these: "die erwartete Sitzung"
    no_past: frozenset[str] = frozenset()  # nor these, one word or two, though they look so: "arbeiten"
    past_before: tuple[str, ...] = ()  # what may be written with a word of `past`: "an" in "ankam"
    past_infinitives: tuple[str, ...] = ()  # patterns of words that end a clause about what was, in spite
    # of a word of `future`: "soll gestohlen haben"
    future_infinitives: _Groups = field(
        default_factory=dict
    )  # so of one about what is to come, by a word that is in them: "a report to be released"
    known_days: _Groups = field(
        default_factory=dict
    )  # names of what happened on a day (ISO), whose year no one says: "the Sept. 11 attacks"
    of_clock: tuple[str, ...] = ()  # what says by which clock a time of day is: "6 a.m. local time"
    yearly: tuple[str, ...] = ()  # what says after a date that it is one of all years: "in July every year"
    possible: tuple[str, ...] = ()  # verbs of what may be, whenever it is: "could"
    unreal: tuple[str, ...] = ()  # so of what was not to be, before the day of writing or after it: "hätte
    # kommen sollen"
    before_limit: tuple[str, ...] = ()  # where no verb of the clause says otherwise, what is to come: "by"
    bare: frozenset[str] = frozenset()  # after one of these a word has no tense of its own: "shall lay"
    takes_place: tuple[str, ...] = ()  # right before a date these say so, whatever else does: "is on"
    pluperfect: tuple[str, ...] = ()  # patterns of verbs that tell of what was before: "had been"
    had: tuple[str, ...] = ()  # verbs that with a participle at the end of their clause do: "hatte … geprüft"
    night_before: tuple[str, ...] = ()  # after one of these a day begins with a night: "in der Nacht auf"
    reckoned: tuple[str, ...] = ()  # after these a month is over: "sales for April come out on Monday"
    past_participles: tuple[str, ...] = ()  # patterns of words that do where a clause ends: "abgereist"
    present_verbs: tuple[
        str, ...
    ] = ()  # patterns of verbs of the present, in languages in which the place of a
    # verb in its clause tells that it is one: "regnet"
    present_of_one: tuple[str, ...] = ()  # how those of one end: "t"
    present_of_several: tuple[str, ...] = ()  # how those of several end: "en"
    surely_to_come: frozenset[str] = frozenset()  # words without which a verb of the present may tell a story
    before_said_weekday: frozenset[str] = frozenset()  # "am 26. Oktober, einem Freitag"
    no_present: frozenset[str] = frozenset()  # words that look so: "nicht"
    copulas: frozenset[str] = frozenset()  # of what is, or with a participle of what has been: "ist"
    before_occasion: frozenset[str] = frozenset()  # before what was already: "freut sich nach dem Sieg am
    # Samstag"
    before_fronted: frozenset[str] = frozenset()  # before a date with which a clause begins: "bereits am"
    after_fronted: frozenset[str] = frozenset()  # between such a date and the verb: "um 20 Uhr"
    plain_participles: tuple[str, ...] = ()  # patterns of participles that have no mark of one: "verunglückt"
    at_a_time: frozenset[str] = frozenset()  # between an article and a date that belongs to a participle:
    # "der am Sonntag verletzte Spieler"
    attributive_past: tuple[str, ...] = ()  # patterns of such a participle, of what has been done
    expected: tuple[str, ...] = ()  # but not of what begins so: "erwartet"
    reigns: tuple[str, ...] = ()  # words of the long form of English regnal years, where these are read
    republican_figures: bool = False  # whether "an" and Roman figures are a year of the Republic: "l'an II"
    old_style_until: str = ""  # the last day (ISO) that its speakers counted in the Old Style
    old_letters: str = ""  # letters that were given up with the Old Style

    @property
    def alternatives(self) -> frozenset[str]:
        """The words between two of which one is meant: "or", without those that also say up to when."""
        return self.either.difference(self.ranges.get("to", ()))

    @property
    def all_months(self) -> tuple[tuple[str, ...], ...]:
        """Full and shortened names of each month."""
        short = self.short_months or ((),) * len(self.months)
        return tuple((*full, *names) for full, names in zip(self.months, short, strict=True))

    @property
    def whole_weekdays(self) -> tuple[tuple[str, ...], ...]:
        """The weekdays, also with a part of the day stuck to them."""
        ends = ("", *self.weekday_endings)
        return tuple(tuple(f"{name}{end}" for name in names for end in ends) for names in self.weekdays)

    @property
    def weekday_names(self) -> tuple[str, ...]:
        """Full names of weekdays, in all their spellings."""
        return tuple(name for names in self.weekdays for name in names)
