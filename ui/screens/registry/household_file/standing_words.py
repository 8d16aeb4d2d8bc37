"""What is said around each change of a file's standing: what it means before it, what was done after it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.screens.registry.household_file.reason_panel import Asked
from ui.screens.registry.household_file.standing_acts import Act


class StandingWords(QObject):
    """The words, in the language of the moment."""

    def asked(self, act: Act, section: str) -> Asked:
        """What is asked before an act; `section` is the file's now."""
        match act:
            case Act.MOVE if section == "women":
                return Asked(
                    lambda: self.tr("Move to the general section"),
                    lambda: self.tr("From then on, all case staff of the office see the file."),
                    lambda: self.tr("Move the file"),
                )
            case Act.MOVE:
                return Asked(
                    lambda: self.tr("Move to the women’s section"),
                    lambda: self.tr("From then on, only staff of the women’s section and supervisors see the file."),
                    lambda: self.tr("Move the file"),
                )
            case Act.SEAL:
                return Asked(
                    lambda: self.tr("Seal the file"),
                    lambda: self.tr("From then on, only those who may open sealed files find it or see it."),
                    lambda: self.tr("Seal the file"),
                )
            case Act.UNSEAL:
                return Asked(
                    lambda: self.tr("Unseal the file"),
                    lambda: self.tr("From then on, the staff of its section find it and see it again."),
                    lambda: self.tr("Unseal the file"),
                )
            case Act.CLOSE:
                return Asked(
                    lambda: self.tr("Close the file"),
                    lambda: self.tr(
                        "A closed file stays readable and is no longer edited; its people may be registered elsewhere."
                    ),
                    lambda: self.tr("Close the file"),
                    grave=True,
                )
            case Act.REOPEN:
                return Asked(
                    lambda: self.tr("Reopen the file"),
                    lambda: self.tr("From then on, the file can be edited and assessed again."),
                    lambda: self.tr("Reopen the file"),
                )

    def told(self, act: Act) -> str:
        """What was done."""
        return {
            Act.MOVE: self.tr("The file was moved to the other section."),
            Act.SEAL: self.tr("The file was sealed."),
            Act.UNSEAL: self.tr("The file was unsealed."),
            Act.CLOSE: self.tr("The file was closed."),
            Act.REOPEN: self.tr("The file was reopened."),
        }[act]
