"""Files and printed pages, checked offline: no database is near."""

from __future__ import annotations

import random
import re
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from issuing_house import NAME, NATIONAL_ID, statement
from PIL import Image
from thoroughness import TIMES, examples

from desktop.issuing.code import Stated, content_hash, holder_mark, opened, signed_text, unpacked
from desktop.issuing.contents import BenefitStatement, Issue, Letterhead, Paper
from desktop.issuing.desk_keys import DeskKey, new_key
from desktop.issuing.kinds import gist_of
from desktop.issuing.seal import seal_of, sealed
from desktop.issuing.serials import Serial
from desktop.issuing.trust import TrustStore, trust_of
from desktop.issuing.verdicts import VerificationAnswer, VerificationState
from desktop.issuing.verification import verify
from desktop.values.language import Language, Wording
from reports.page import look
from reports.preview import pages_as_png
from reports.render import render

TODAY = date(2024, 11, 21)
OFFICE = Wording("مكتب القطيف", "Qatif office")
KEY = new_key(office="qatif")


def trusting(*keys: DeskKey) -> TrustStore:
    made = datetime(2024, 11, 20, tzinfo=UTC)
    return TrustStore(tuple(trust_of(key, office_name=OFFICE, registered=made) for key in keys))


TRUST = trusting(KEY)


def issued(number: int = 127, *, riyals: int = 1400, key: DeskKey = KEY) -> BenefitStatement:
    serial = Serial("QTF", 1446, number)
    issue = Issue(letterhead=Letterhead((OFFICE,), OFFICE), serial=str(serial), issued_on=TODAY, qr_text="")
    content = statement(issue, riyals=riyals, valid_until=date(2025, 2, 18))
    gist = gist_of(content)
    stated = Stated(
        kind=gist.kind,
        serial=serial,
        issued_on=TODAY,
        valid_until=gist.valid_until,
        file_number="QTF-2024-00031",
        amount=gist.amount,
        holder=holder_mark(NAME.ar, NATIONAL_ID, serial),
        content=content_hash(content),
        demonstration=False,
        key_id=key.id,
    )
    return with_code(content, signed_text(stated, key.sign))


def with_code(content: BenefitStatement, code: str) -> BenefitStatement:
    return msgspec.structs.replace(content, issue=msgspec.structs.replace(content.issue, qr_text=code))


def set_in_type(content: BenefitStatement) -> bytes:
    return render(Paper(content=content, language=Language.ARABIC, arabic_digits=True))


CONTENT = issued()
UNSIGNED = set_in_type(CONTENT)
FILE = sealed(UNSIGNED, key=KEY)


def checked(thing: str | bytes, *, trust: TrustStore = TRUST, on: date = TODAY) -> VerificationAnswer:
    return verify(thing, trust=trust, on=on)


def test_the_file_as_issued_is_genuine_to_its_last_byte() -> None:
    answer = checked(FILE)
    assert answer.state is VerificationState.GENUINE
    assert answer.from_file
    assert answer.serial == str(Serial("QTF", 1446, 127))
    assert answer.amount == CONTENT.pension


def test_the_unsigned_bytes_are_reproducible_and_stand_unchanged_in_the_sealed_file() -> None:
    assert set_in_type(issued()) == UNSIGNED
    assert FILE.startswith(UNSIGNED)


def test_poppler_too_finds_the_seal_sound_and_the_document_covered(tmp_path: Path) -> None:
    (tmp_path / "issued.pdf").write_bytes(FILE)
    done = subprocess.run(["pdfsig", str(tmp_path / "issued.pdf")], capture_output=True, text=True, check=False)
    assert "Signature is Valid" in done.stdout
    assert "Total document signed" in done.stdout
    assert "ETSI.CAdES.detached" in done.stdout


@pytest.mark.parametrize("language", Language)
def test_a_printed_page_is_verified_by_its_code(language: Language, tmp_path: Path) -> None:
    pdf = sealed(render(Paper(content=CONTENT, language=language, arabic_digits=True)), key=KEY)
    page = Image.open(BytesIO(pages_as_png(pdf, 200)[-1]))
    side, margin = (round(points * 200 / 72) for points in (look.CODE_SIZE + 12, look.MARGIN - 6))
    left = page.width - margin - side if language is Language.ARABIC else margin
    page.crop((left, page.height - margin - side, left + side, page.height - margin)).save(tmp_path / "code.png")
    read = subprocess.run(
        ["zbarimg", "--nodbus", "-q", "--raw", str(tmp_path / "code.png")], capture_output=True, text=True, check=True
    )
    answer = checked(read.stdout)
    assert answer.state is VerificationState.GENUINE
    assert not answer.from_file
    assert "قارن" in answer.sentence.ar


def test_one_byte_changed_anywhere_is_found() -> None:
    rng = random.Random(4711)
    hole = re.search(rb"/Contents <([0-9A-F]+)>", FILE)
    assert hole is not None
    places = [rng.randrange(len(FILE)) for _ in range(examples(40))]
    places += [rng.randrange(hole.start(1), hole.end(1)) for _ in range(examples(25))]
    for place in places:
        letters = bytearray(FILE)
        letters[place] ^= 1 << rng.randrange(8)
        assert checked(bytes(letters)).state is not VerificationState.GENUINE, place


def test_every_letter_of_the_seal_itself_is_held() -> None:
    hole = re.search(rb"/Contents <([0-9A-F]+?)0*>", FILE)
    assert hole is not None
    for place in range(hole.start(1), hole.end(1), 21 if TIMES == 1 else 1):
        letters = bytearray(FILE)
        # The same byte in other spelling, where there is one; else another digit.
        letters[place] = letters[place] ^ 0x20 if chr(letters[place]).isalpha() else (letters[place] ^ 1)
        assert not seal_of(bytes(letters)).whole, place


@pytest.mark.parametrize("more", [b"\n", b"%", b" " * 100, FILE[len(UNSIGNED) :], b"\n%%EOF\n"])
def test_bytes_after_the_end_are_found(more: bytes) -> None:
    assert checked(FILE + more).state is VerificationState.ALTERED


def test_an_incremental_update_is_found() -> None:
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(BytesIO(FILE))
    writer.set_info(generic.DictionaryObject({generic.pdf_name("/Title"): generic.pdf_string("another")}))
    out = BytesIO()
    writer.write(out)
    assert out.getvalue().startswith(FILE)
    assert checked(out.getvalue()).state is VerificationState.ALTERED


def test_a_second_signature_on_top_is_found() -> None:
    assert checked(sealed(UNSIGNED, key=new_key(office="qatif"))).state is VerificationState.ALTERED


@pytest.mark.parametrize("length", [100, len(UNSIGNED), -1, -500], ids=["head", "unsealed", "last byte", "end"])
def test_a_file_cut_short_is_found(length: int) -> None:
    assert checked(FILE[:length]).state is not VerificationState.GENUINE


def test_a_file_without_its_seal_is_found() -> None:
    assert checked(UNSIGNED).state is VerificationState.ALTERED


def test_a_code_swapped_in_from_another_paper_is_found() -> None:
    other = issued(128, riyals=9000)
    swapped = set_in_type(with_code(CONTENT, other.issue.qr_text))
    assert checked(swapped).state is VerificationState.ALTERED
    # Even were the forger to hold a key of some other desk, or this very one.
    assert checked(sealed(swapped, key=new_key(office="qatif"))).state is VerificationState.ALTERED
    assert checked(sealed(swapped, key=KEY)).state is VerificationState.ALTERED


def test_a_higher_amount_or_another_serial_under_the_old_signature_is_found() -> None:
    data, signature = opened(CONTENT.issue.qr_text)
    stated = unpacked(data)
    for forged in (
        replace(stated, amount=type(CONTENT.pension)(990000, CONTENT.pension.currency)),
        replace(stated, serial=Serial("QTF", 1446, 128)),
        replace(stated, valid_until=date(2030, 1, 1)),
    ):
        code = signed_text(forged, lambda _: signature)
        assert checked(code).state is VerificationState.ALTERED
        assert checked(sealed(set_in_type(with_code(CONTENT, code)), key=KEY)).state is VerificationState.ALTERED


def test_a_file_of_an_office_that_nobody_here_trusts_is_unknown() -> None:
    answer = checked(FILE, trust=trusting(new_key(office="qatif")))
    assert answer.state is VerificationState.UNKNOWN_ISSUER
    assert "ملف الثقة" in answer.sentence.ar


def test_a_file_whose_validity_ended_is_genuine_but_expired() -> None:
    assert checked(FILE, on=date(2025, 2, 19)).state is VerificationState.EXPIRED


def test_a_pdf_of_somebody_else_is_none_of_ours() -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(100, 100, "a letter")
    canvas.save()
    for thing in (out.getvalue(), b"%PDF-1.7\ngarbage", b"%PDF"):
        assert checked(thing).state is VerificationState.NOT_YUSR


def test_no_log_or_traceback_reaches_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    hole = re.search(rb"/Contents <([0-9A-F]+?)0*>", FILE)
    assert hole is not None
    rng = random.Random(1)
    for _ in range(60):
        letters = bytearray(FILE)
        letters[rng.randrange(hole.start(1), hole.end(1))] = ord("7")
        checked(bytes(letters))
    assert capfd.readouterr() == ("", "")
