"""Tries every completion for `yusr programmes soundness`: what a pack determines, against how a family may answer."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from random import Random

import msgspec

from desktop.exchange.invented.caseload import DEMONSTRATION_DAY, invent
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.checking.cases import read_cases
from desktop.programmes.checking.soundness import Asked, Trial, asked_of_cases, try_completions
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.sealing import open_pack
from ui.command_line.pack_checking import folders_of_packs
from ui.command_line.speaking import Voice


def try_under(voice: Voice, path: Path | None, *, households: int, seed: int, as_json: bool) -> int:
    """Try the packs at or below `path`, the shipped ones for None; exit status 1 where an answer was contradicted.

    Args:
        voice: who is told.
        path: a folder of packs.
        households: how many to ask each pack, half of them of its own cases and half invented.
        seed: the same seed asks the same.
        as_json: one document in the place of sentences.

    Raises:
        Unreachable: `command_line.no_pack_there`.
    """
    trials: dict[str, Trial] = {}
    for folder in folders_of_packs(path):
        pack = open_pack(folder)
        if not pack.text.benefits and pack.text.ranking is None:
            # Of conditions from which a course chooses its own there is no answer in all.
            continue
        trial = try_completions(pack, _asked(pack, folder, households, seed), seed=seed)
        trials[repr(pack)] = trial
        if not as_json:
            voice.tell(_told(voice, repr(pack), trial))
    in_all = sum(trials.values(), Trial())
    if as_json:
        found = {name: asdict(trial) for name, trial in trials.items()}
        document = {"sound": in_all.wrong == 0, "packs": found, "in_all": asdict(in_all)}
        voice.document(json.dumps(document, ensure_ascii=False, indent=1).encode())
    else:
        voice.tell(_told(voice, voice.say("المجموع", "in all"), in_all))
    return 0 if in_all.wrong == 0 else 1


def _asked(pack: Pack, folder: Path, households: int, seed: int) -> list[Asked]:
    cases = asked_of_cases(pack, read_cases(folder))
    dice = Random(seed)  # noqa: S311  # the same for the same seed, no secret
    of_cases = dice.choices(cases, k=households - households // 2) if cases else []
    on = min(pack.text.applies.to or DEMONSTRATION_DAY, DEMONSTRATION_DAY)
    invented = invent(households // 2, seed=seed, country=pack.text.country, on=on)
    return [*of_cases, *(Asked(msgspec.convert(each, HouseholdFile), on) for each in invented)]


def _told(voice: Voice, name: str, trial: Trial) -> str:
    share = 100 * trial.settled / trial.undetermined if trial.undetermined else 0.0
    return voice.say(
        f"{name}: الأجوبة {trial.answers}، وإكمالاتها {trial.completions}، وما خالف منها {trial.wrong}؛ "
        f"غير المحسوم {trial.undetermined}، ويحسمه التجريب {trial.settled} ({share:.1f}٪)؛ "
        f"المبالغ المفتوحة {trial.uncertain}، وأوسع من اللازم {trial.wide}",
        f"{name}: {trial.answers} answers, {trial.completions} completions, {trial.wrong} contradicted; "
        f"{trial.undetermined} undetermined, of which trying settles {trial.settled} ({share:.1f}%); "
        f"{trial.uncertain} amounts open, of which {trial.wide} wider than need be",
    )
