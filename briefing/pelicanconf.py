"""Settings for `pelican -s briefing/pelicanconf.py`, the plain way to build; `invoke build` adds the safe swap of the
output.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefing.build import pelican_plugin
from briefing.model import settings as _settings

_chosen = _settings.settings()
globals().update(_settings.pelican(_chosen, _chosen.output))
PLUGINS = [pelican_plugin]
BRIEFING = _chosen
