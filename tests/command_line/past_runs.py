"""What the commands about runs over the caseload say of two runs of the demonstration office."""

from __future__ import annotations

from typed import one_sentence, yusr

from desktop.values.language import Language


def runs_are_listed_shown_and_explained(first: str, last: str, supervisor: tuple[str, ...]) -> None:
    listed = yusr("caseload", "--json", *supervisor).answered().document
    assert [(each["run"], each["state"]) for each in listed] == [(last, "whole"), (first, "whole")]
    shown = yusr("caseload", "show", "last", "--json", *supervisor).answered().document
    assert (shown["run"], shown["outcomes"]) == (last, listed[0]["outcomes"])
    assert sum(shown["beside_decisions"].values()) == 12
    number = yusr("search", "QTF-2026-00009", "--json", *supervisor).answered().document[0]["file_number"]
    told = yusr("caseload", "explain", first, number, "--json", *supervisor).answered().document
    assert (told["agrees"], told["assessment"]["programme"]) == (True, "sa.developed")
    of_household = ("caseload", "explain", "last", number, *supervisor)
    for language, law in ((Language.ARABIC, "المادة 8"), (Language.ENGLISH, "article 8")):
        assert law in yusr(*of_household, language=language).answered().out
        assert last in yusr("caseload", *supervisor, language=language).answered().out
        for wrong in (("explain", "last", "QTF-1-1"), ("explain", "1", number), ("show", "1")):
            refused = yusr("caseload", *wrong, *supervisor, language=language)
            assert refused.status == 1
            one_sentence(refused.err, language)
