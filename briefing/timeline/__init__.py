"""The drawn timeline as plain shapes: dates as what they are, lanes, a scale with breaks, labels that never meet.

Pure: days are counted as in `briefing.model.dates`, lengths are pixels of the picture. Nothing here knows of HTML.
"""
