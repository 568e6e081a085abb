"""What stands around words in quotation marks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, eq=False)
class QuotingWords:
    """Words that say who speaks, writes or thinks what stands in quotation marks, and what else marks mean.

    All in small letters. `says`, `writes` and `thinks` hold the forms of verbs that go with a person (third
    and first, present and past); `passive` and `nothing` are words before and after them that make another
    meaning ("was told", "said nothing").

    `he` … `we` are pronouns as subjects, `his` and `her` words that show of whom one speaks; `my` and
    `others` are the other words for "whose". `men`, `women` and `persons` are nouns by which a text calls
    someone without a name ("the girl"), `things` nouns for what is read; `before_names` stand before a name
    and are no part of it ("old Cotter").

    `works` and `words` are nouns that make titles and mentioned words of what follows them; `naming` are
    verbs that do so with names for things; `makers` call someone by a work whose title follows ("author
    of"). `heard` are verbs that are nouns as well where one of the words `of` follows ("cries of").
    `performs` are verbs whose object in marks is a title where it is written as one ("sang “Home Again”").
    `within` are prepositions after which several words with capitals are the title of a work ("in “The Long
    Night”"). `elisions` begin with an apostrophe, without it.

    How a clause of saying is built: `gerunds` are those forms of the verbs that hang on the subject of
    another one ("saying"): none of them ends the words with a subject of its own. `agents` are prepositions
    that belong to what someone is and not to the sentence ("chaired by the president Ana Reyes").
    `masculine` and `feminine` are endings of verbs that tell who speaks, `plural` and `first_person` verbs
    that do so; `participles` say something after one of `auxiliaries` ("hat gesagt"). `clitics` stand
    between subject and verb or hang on the verb ("se", "-lhe"); `elided` are words that lose their vowel
    before an apostrophe, without it ("s’écria"); `leads` stand between words and clause ("diye").
    `articles` may stand before names, `particles` within them; names with `oblique` endings are no
    subjects. `adverb_endings` make adverbs. `inverts`: the subject follows the verb; `drops_subject`: it
    may be missing; `bare_nouns`: nouns for people stand without an article; `capital_nouns`: all nouns have
    capitals; `verb_last`: the subject stands before the words, the verb after them.

    How speech is printed: `incises`: a clause of saying may stand inside the marks; `dashes_turn`: between
    sentences, too, a dash leads from speech to narrator. `resuming` are words with which speech goes on
    after such a clause, `addressing` those with which one speaks to someone, `addressing_endings`
    those of verbs that do.
    """

    says: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()
    thinks: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    nothing: frozenset[str] = frozenset()
    he: frozenset[str] = frozenset()
    she: frozenset[str] = frozenset()
    they: frozenset[str] = frozenset()
    i: frozenset[str] = frozenset()
    we: frozenset[str] = frozenset()
    his: frozenset[str] = frozenset()
    her: frozenset[str] = frozenset()
    my: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    men: frozenset[str] = frozenset()
    women: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    before_names: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    according: tuple[str, ...] = ()
    works: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    makers: tuple[str, ...] = ()
    heard: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    performs: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    so_called: tuple[str, ...] = ()
    elisions: frozenset[str] = frozenset()
    gerunds: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    masculine: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    plural: frozenset[str] = frozenset()
    first_person: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    clitics: frozenset[str] = frozenset()
    elided: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    oblique: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    inverts: bool = False
    drops_subject: bool = False
    bare_nouns: bool = False
    capital_nouns: bool = False
    verb_last: bool = False
    incises: bool = False
    dashes_turn: bool = False
    resuming: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    addressing_endings: tuple[str, ...] = ()

    @cached_property
    def people(self) -> frozenset[str]:
        """All nouns for people."""
        return self.men | self.women | self.persons
