"""A generator of static briefing sites that cannot misquote."""

__version__ = "0.1.0"
