"""What an edit changes on the site, in words: the dossier in the folder beside that of a revision in Git. No source's
text is needed for it.
"""
