"""Pelican's settings of this site: add plugins, and what they want to be told, as for any site of Pelican's.

`invoke build` takes PLUGINS, THEME_TEMPLATES_OVERRIDES and the plugins' own settings from here, and all else from its
options. `pelican -s briefing/pelicanconf.py` builds by these alone, without the safe swap of the output.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefing.model import settings as _settings

#: Names of more plugins go behind ours.
PLUGINS = [_settings.OUR_PLUGIN]
#: Folders whose templates come before the theme's own of the same name, which stay in reach as `!theme/NAME.html`.
THEME_TEMPLATES_OVERRIDES: list[str] = []

BRIEFING = _settings.settings(plugins=PLUGINS, templates=THEME_TEMPLATES_OVERRIDES)
globals().update(_settings.pelican(BRIEFING, BRIEFING.output))
