"""Which language a text is in, and which passages are in another."""

from __future__ import annotations

import subprocess
import sys

import pytest

import edition
from edition.converter.languages import detect_language, known_languages, language, passage_language
from edition.converter.languages.subjects import DateWords
from edition.converter.languages.table import _words

# A sentence of a speech in each language, as an editor would meet it.
SENTENCES = {
    "ca": "Senyores, avui no parlarem de les coses que es van fer, sinó d'aquestes que encara no són.",
    "cs": "Pane předsedo, já jsem byl proti tomu návrhu, ale když se tak stalo, je to pro nás velmi dobře.",
    "de": "Meine Damen und Herren, wir haben das nicht gewollt, aber es ist doch so gekommen, wie es kam.",
    "el": "Κύριε πρόεδρε, δεν είναι αλήθεια αυτό που είπατε για την πόλη και για τους ανθρώπους της.",
    "en": "Ladies and gentlemen, we did not want it, but it has come to this, and there is no way back.",
    "es": "Señoras y señores, no es verdad lo que se ha dicho de nosotros, y lo vamos a mostrar con hechos.",
    "fr": "Mesdames, messieurs, nous n'avons pas voulu cela, mais il faut que tout le monde le sache.",
    "gl": "Señorías, moi bo día. Non é certo o que se dixo aquí, e vostede tamén o sabe moi ben.",
    "it": "Signore e signori, non è vero quello che è stato detto, e anche voi lo sapete molto bene.",
    "la": "Haec est enim causa quod nos non sumus ad hunc locum, sed cum omnibus qui ex urbe erant et via.",
    "nl": "Dames en heren, het is niet waar wat er over ons is gezegd, en dat weten wij ook heel goed.",
    "pl": "Panie marszałku, to nie jest tak, jak było powiedziane, ale może już dla mnie jest za późno.",
    "pt": "Senhoras e senhores, não é verdade o que foi dito sobre nós, e isso também você sabe muito bem.",
    "ru": "Господа, это неправда, что было сказано о нас, и вы это тоже очень хорошо знаете.",
    "sl": "Gospod predsednik, to ni tako, kot je bilo rečeno, ampak še vedno se lahko o tem pogovorimo.",
    "sv": "Mina damer och herrar, det är inte sant vad som har sagts om oss, och det vet ni mycket väl.",
    "tr": "Sayın başkan, bu böyle değil ve ben bunu daha önce de söyledim, ama siz onu hiç dinlemediniz.",
    "uk": "Пане голово, це не так, як було сказано, і ми про це вже говорили, але ви тоді ще не були тут.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_tells_its_language(code: str) -> None:
    assert detect_language(SENTENCES[code] * 3) == code


def test_every_language_with_tables_is_told_here() -> None:
    assert set(SENTENCES) == set(known_languages())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Jeg vidste ikke, at det var så sent, og derfor gik jeg hjem igen uden at sige noget til nogen.",
            "da",
        ),
        ("Nem tudtam, hogy ilyen késő van, ezért hazamentem, és senkinek sem szóltam egy szót sem.", "hu"),
    ],
)
def test_a_language_without_tables_is_told_all_the_same(text: str, code: str) -> None:
    assert detect_language(text * 2) == code


@pytest.mark.parametrize("text", ["", "1848", "Ah!", "xx yy zz " * 4, "...", "Lenin, Trotsky, Stalin"])
def test_what_tells_no_language_is_left_untold(text: str) -> None:
    assert detect_language(text) is None


def test_a_passage_in_another_language_is_told_and_one_in_the_same_is_not() -> None:
    assert passage_language(SENTENCES["fr"], "de") == "fr"
    assert passage_language(SENTENCES["de"], "de") is None
    assert passage_language("Rosa Luxemburg, Karl Liebknecht, Leo Jogiches, Clara Zetkin, " * 3, "de") is None
    assert passage_language("Mais oui!", "de") is None, "a few words are not enough"


def test_a_passage_bears_its_language_and_is_read_in_it() -> None:
    text = f"{SENTENCES['en']}\n\n{SENTENCES['fr']} C'était le 8 novembre 1918.\n\n{SENTENCES['en']}\n"
    converted = edition.convert(text, genre="prose")
    assert converted.data is not None
    written = converted.data.decode()
    assert '<p xml:lang="fr" resp="#edition" cert="medium">' in written
    assert '<date when="1918-11-08">le 8 novembre 1918</date>' in written
    assert '<language ident="fr"' in written


def test_a_text_whose_words_tell_it_never_loads_the_library() -> None:
    script = (
        "import sys, edition; edition.convert('The hall was full of people, and they were not silent.');"
        "assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def test_a_key_that_no_table_may_have_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edition.converter.languages.table._table", lambda *_: {"mouths": ["January"]})
    with pytest.raises(ValueError, match="mouths"):
        _words(DateWords, "en", "dates")


def test_a_language_without_a_folder_reads_what_many_share() -> None:
    assert language("hu").periodical.issue
    assert language("hu").code == "hu"
