"""A simulation as people read it and as machines do, and a line of CSV for each household."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from desktop.casework.simulated_data import simulation_as_data
from desktop.casework.simulating import Law, SimulationAnswer, simulate, two_laws
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.simulation.summary import Cost
from desktop.values.errors import Unreachable
from desktop.values.money import Currency, Money, decimal_text, shown
from ui.command_line.over_caseload import watched
from ui.command_line.signing_in import Access
from ui.command_line.speaking import Voice

LISTED = 20
"""Losers named on the screen; the file of `--out` and the JSON name them all."""


def compare(
    voice: Voice,
    access: Access,
    *,
    programme: str,
    against: str,
    figures: Mapping[str, str],
    on: date,
    out: Path | None,
    as_json: bool,
) -> int:
    """Simulate and tell; errors as of `casework.simulating`."""
    catalogue = Catalogue()
    before, after = two_laws(catalogue, before=programme, against=against, on=on, figures=figures)
    with watched(voice, access) as watch:
        found = simulate(watch.office.desk, before=before, after=after, on=on, progress=watch.progress, stop=watch.stop)
    if out is not None:
        _write(found, out)
    if as_json:
        voice.document(json.dumps(simulation_as_data(found), ensure_ascii=False, indent=1).encode())
    else:
        _tell(voice, found)
    return 130 if found.stopped else 0


def _write(found: SimulationAnswer, out: Path) -> None:
    """A line for each household, amounts in major units; nothing is left behind where writing fails."""
    import pyarrow as pa
    from pyarrow import csv

    table = found.families
    for name in ("before_low", "before_high", "after_low", "after_high"):
        at = table.schema.get_field_index(name)
        cells = [None if minor is None else decimal_text(minor) for minor in table[name].to_pylist()]
        table = table.set_column(at, name, pa.array(cells, type=pa.string()))
    partial = out.with_name(f".{out.name}.part")
    try:
        csv.write_csv(table, partial)
        partial.replace(out)
    except OSError as fault:
        partial.unlink(missing_ok=True)
        raise Unreachable("command_line.unwritable_file", file=str(out), reason=fault.strerror or "") from fault


def _tell(voice: Voice, found: SimulationAnswer) -> None:
    every = found.sums.all
    voice.tell(voice.say(f"القواعد: {_named(found.before)}", f"The law: {_named(found.before)}"))
    voice.tell(voice.say(f"مقارنةً بالقواعد: {_named(found.after)}", f"Against: {_named(found.after)}"))
    money = _Money(voice, found.currency)
    for arabic, english, number in (
        ("الأسر", "Households", every.families),
        ("تستفيد", "Gain", every.gains),
        ("تتضرر", "Lose", every.loses),
        ("لا يتغير شيء لها", "Nothing changes", every.same),
        ("لا يُعرف أثر التغيير فيها", "Not known", every.open),
        ("تصير مؤهلة", "Become eligible", every.newly),
        ("تفقد الأهلية", "Lose eligibility", every.no_longer),
    ):
        voice.tell(f"{voice.say(arabic, english)}: {number}")
    voice.tell(f"{voice.say('التكلفة شهريًّا قبل التغيير', 'Cost a month before')}: {money.cost(every.before)}")
    voice.tell(f"{voice.say('التكلفة شهريًّا بعد التغيير', 'Cost a month after')}: {money.cost(every.after)}")
    worst = found.losers(limit=LISTED)
    if worst:
        voice.tell(voice.say("الأسر الأكثر تضررًا:", "Those who lose most:"))
        for each in worst:
            becomes = voice.say("←", "→")
            voice.tell(f"  {each.file_number}: {money.told(each.before)} {becomes} {money.told(each.after)}")
    if found.stopped:
        voice.note(voice.say("أُوقفت المحاكاة قبل تمامها.", "The simulation was broken off."))


def _named(meant: Law) -> str:
    changed = ", ".join(f"{name}={value}" for name, value in meant.set.items())
    return f"{meant.pack!r}{f' ({changed})' if changed else ''}"


class _Money:
    """Amounts of one currency in the language of who reads."""

    def __init__(self, voice: Voice, currency: Currency) -> None:
        self._voice, self._currency = voice, currency

    def told(self, minor: int) -> str:
        return shown(Money(minor, self._currency), self._voice.language, arabic_digits=False)

    def cost(self, cost: Cost) -> str:
        if cost.at_most == cost.at_least:
            return self.told(cost.at_least)
        least = self.told(cost.at_least)
        if cost.at_most is None:
            return self._voice.say(f"{least} على الأقل", f"at least {least}")
        most = self.told(cost.at_most)
        return self._voice.say(f"بين {least} و{most}", f"between {least} and {most}")
