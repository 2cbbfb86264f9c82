"""What the options that several tasks share mean, as `invoke --help` says it."""

ROOT = "folder with content/ and seeds/ (default: this repository)"
OUTPUT = "folder to build into (default: output/ in the root)"
AS_OF = "the day the site speaks from, YYYY-MM-DD (default: the dossier's, else today)"
SITE_URL = "the address the site will have, https://name.github.io/repo/"
#: Options whose value may also stand behind a task's words, by task: Invoke itself knows only words that must be there.
TRAILING = {"import": "id", "diff": "revision"}
