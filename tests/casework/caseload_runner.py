"""A program that runs a caseload by tables and says on its output what it has kept, until it is killed or done."""

from __future__ import annotations

import sys
from datetime import date

from desktop import bootstrap
from desktop.casework.answers import Progress, RunProgress, RunStage
from desktop.casework.running_caseload import run_caseload
from desktop.programmes.packs.catalogue import Catalogue


def main() -> None:
    url, programme, on, files_at_once = sys.argv[1:]
    office = bootstrap.open_office(url, staff="huda")

    def tell(reached: Progress) -> None:
        if isinstance(reached, RunProgress) and reached.stage is RunStage.READING:
            sys.stdout.write(f"{reached.done}\n")
            sys.stdout.flush()

    run_caseload(
        office.desk,
        programme=programme,
        on=date.fromisoformat(on),
        catalogue=Catalogue(),
        progress=tell,
        files_at_once=int(files_at_once),
    )


if __name__ == "__main__":
    main()
