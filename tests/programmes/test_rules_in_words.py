"""What a pack asks is said about nobody in particular: labels and figures stand where a household's values would."""

from __future__ import annotations

import msgspec
import pytest

from desktop.facts.codes import Confidence
from desktop.programmes.answers.rules_in_words import label_of_name, names_in, parameter_in_words, rule_in_words
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.cited import Part, cited, confidences
from desktop.programmes.packs.pack import Cite, Need, PackText, Parameter
from desktop.values.language import Wording


@pytest.fixture(scope="module")
def text() -> PackText:
    return Catalogue().pack("sa.developed", "2023-11").text


def said(text: PackText, arabic: str, english: str) -> Wording:
    return rule_in_words(text, Wording(arabic, english))


def test_a_value_of_the_household_is_said_by_its_label_and_a_figure_of_the_law_by_itself(text: PackText) -> None:
    words = said(text, "{counted_income} دون {base}", "{counted_income} below {base}")
    assert words == Wording("«الدخل المحتسب» دون 1,320.00 ريال شهريًّا", "“counted income” below SAR 1,320.00 a month")


def test_a_figure_with_its_noun_agrees_with_it(text: PackText) -> None:
    assert said(text, "أقصاه {family_vehicles|car}", "at most {family_vehicles|car}") == Wording(
        "أقصاه 3 سيارات", "At most 3 cars"
    )


def test_the_law_speaks_in_the_masculine_and_of_the_head(text: PackText) -> None:
    assert said(text, "{he:أقام|أقامت} {head}", "{head} stayed") == Wording(
        "أقام العائل", "The head of household stayed"
    )


def test_no_sentence_of_any_shipped_pack_is_left_with_braces() -> None:
    for pack in Catalogue().packs():
        text = pack.text
        says = [each.says for each in text.criteria]
        for category in text.categories:
            says += [category.says, *(each.says for each in category.criteria)]
        for pattern in (pattern for each in says for pattern in (each.met, each.unmet)):
            words = rule_in_words(text, pattern)
            assert not {"{", "}"} & set(words.ar + words.en), (pack, pattern)


def test_a_figure_never_published_is_said_so_with_its_bounds() -> None:
    def figure(*bounds: str | None) -> Wording:
        cite = Cite(law="law")
        return parameter_in_words(
            Parameter(unit="SAR/month", cite=cite, unpublished=True, bounds=(bounds[0], bounds[1]))
        )

    assert figure(None, None) == Wording("غير منشور", "unpublished")
    assert figure("1", None).en == "unpublished, at least SAR 1.00 a month"
    assert figure(None, "9").ar == "غير منشور، لا يزيد على 9.00 ريال شهريًّا"
    assert figure("1", "9").en == "unpublished, between SAR 1.00 a month and SAR 9.00 a month"


def test_the_names_of_an_expression_are_called_by_what_the_pack_and_the_facts_call_them(text: PackText) -> None:
    names = names_in("CASE WHEN independent THEN vehicles <= :family_vehicles ELSE role = 'head' END")
    assert names == ("independent", "vehicles", "family_vehicles", "role")
    called = [label_of_name(text, name) for name in names[:3]]
    assert all(each is not None for each in called)
    assert label_of_name(text, "nobody_named_this") is None


def test_everything_that_is_cited_is_counted_once_by_how_sure_it_is(text: PackText) -> None:
    everything = list(cited(text))
    assert len({(each.part, each.id) for each in everything}) == len(everything)
    assert sum(confidences(text).values()) == len(everything)
    assert [each.id for each in everything if each.part is Part.CRITERION] == [each.id for each in text.criteria]
    assert next(iter(confidences(text))) is Confidence.OFFICIAL


def test_what_a_pack_takes_from_another_programme_is_not_its_own(text: PackText) -> None:
    taken = msgspec.structs.replace(
        text,
        needs={"other": Need(programme="sa.old", version="1432")},
        parameters={**text.parameters, "other__base": text.parameters["base"]},
    )
    assert "other__base" not in {each.id for each in cited(taken)}
