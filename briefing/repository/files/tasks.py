"""The tasks of this dossier; `invoke --list` shows them."""

from briefing.tasks import of_dossier

namespace = of_dossier()
