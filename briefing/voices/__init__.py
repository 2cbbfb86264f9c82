"""Who the prose around a quotation says is speaking, and whether that is whose words they are. A small grammar over
tokens; what is particular to a language stands in `languages/`.
"""
