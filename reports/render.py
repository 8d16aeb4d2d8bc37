"""The one door to paper: a paper's contents in, its PDF out.

TO ADD A DOCUMENT: a case below; mypy fails until every content of `desktop.issuing.contents` has one.
"""

from __future__ import annotations

from typing import assert_never

from desktop.issuing.contents import (
    AssessmentSheet,
    BenefitStatement,
    BetterOffSheet,
    EnrolmentSlip,
    Paper,
    ProgrammesSheet,
)
from reports.documents import assessment_sheet, benefit_statement, better_off, enrolment_slip, every_programme


def render(paper: Paper) -> bytes:
    """The paper as PDF: the same bytes for the same paper, on any machine and any day.

    Raises:
        MissingGlyphError: a letter that neither typeface can draw.
        OfficeError: `values.number_out_of_words`, an amount too large to be written in words.
    """
    content = paper.content
    match content:
        case BenefitStatement():
            return benefit_statement.render(content, language=paper.language, arabic_digits=paper.arabic_digits)
        case AssessmentSheet():
            return assessment_sheet.render(content, language=paper.language, arabic_digits=paper.arabic_digits)
        case EnrolmentSlip():
            return enrolment_slip.render(content, language=paper.language, arabic_digits=paper.arabic_digits)
        case ProgrammesSheet():
            return every_programme.render(content, language=paper.language, arabic_digits=paper.arabic_digits)
        case BetterOffSheet():
            return better_off.render(content, language=paper.language, arabic_digits=paper.arabic_digits)
        case _:
            assert_never(content)
