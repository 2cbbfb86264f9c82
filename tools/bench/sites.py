"""The peers' sites: briefs, paged lists, tags, categories, actors and one feed, as plainly as each allows."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from tools.bench.peers import Plain

ADDRESS = "https://peer.example"


class Site(Struct, frozen=True):
    """How to build a site that was written, and what may be edited in it.

    `{}` stands for a brief's id in `source` and `page`, and for an actor's in `names`: the files that hold the actors'
    names, none where the briefs' heads do. `head` stands before the first actor in a brief's head, and `template` makes
    a brief's page.
    """

    command: list[str]
    made: tuple[str, ...]
    source: str
    page: str
    head: str
    names: tuple[str, ...]
    template: str
    server: list[str] = field(default_factory=list)


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), "utf-8")


def _yaml(brief: Plain) -> str:
    lines = [f'title: "{brief.title}"', f"date: {brief.date}", f'description: "{brief.summary}"']
    lines += [f"tags: [{', '.join(brief.questions)}]", f"categories: [{brief.category}]"]
    lines += [f"actors: [{', '.join(brief.actors)}]"]
    return "\n".join(["---", *lines, "---", brief.body])


_HUGO = {
    "hugo.toml": f"""
baseURL = "{ADDRESS}/"
title = "Briefs"
languageCode = "en"
[taxonomies]
tag = "tags"
category = "categories"
actor = "actors"
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
[services.rss]
limit = 50
[markup.goldmark.renderer]
unsafe = true
""",
    "layouts/_default/baseof.html": """
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="viewport" content="width=device-width"><meta name="description" content="{{ .Description }}">
<link rel="alternate" type="application/rss+xml" href="/index.xml">
</head><body><header><a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a>
<nav><a href="/briefs/">Briefs</a> <a href="/actors/">Actors</a> <a href="/tags/">Tags</a></nav></header>
<main>{{ block "main" . }}{{ end }}</main></body></html>
""",
    "layouts/_default/single.html": """
{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Description }}</p><time datetime="{{ .Date.Format "2006-01-02" }}">
{{ .Date.Format "2 January 2006" }}</time>{{ .Content }}<h2>Published</h2>
<ul>{{ range .GetTerms "actors" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>
<ul>{{ range .GetTerms "tags" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>
<ul>{{ range .GetTerms "categories" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ end }}
""",
    "layouts/_default/list.html": """
{{ define "main" }}<h1>{{ .Title }}</h1>
{{ $shown := .Pages }}{{ if .IsHome }}{{ $shown = site.RegularPages }}{{ end }}{{ $pager := .Paginate $shown }}
<ul>{{ range $pager.Pages }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> <p>{{ .Description }}</p></li>
{{ end }}</ul>{{ with $pager.Prev }}<a href="{{ .URL }}">Newer</a>{{ end }}
{{ with $pager.Next }}<a href="{{ .URL }}">Older</a>{{ end }}{{ end }}
""",
}


def hugo(folder: Path, briefs: list[Plain], command: list[str], names: dict[str, str]) -> Site:
    """Hugo with a theme of three templates, a titled page for each actor and one feed."""
    _write(folder, _HUGO)
    _write(folder, {f"content/actors/{id}/_index.md": f"---\ntitle: {name}\n---\n" for id, name in names.items()})
    _write(folder, {f"content/briefs/{brief.id}.md": _yaml(brief) for brief in briefs})
    server = [*command, "server", "--port", "{port}", "--bind", "127.0.0.1", "--baseURL", "http://127.0.0.1:{port}/"]
    return Site(
        [*command, "--quiet"],
        ("public", "resources", ".hugo_build.lock"),
        "content/briefs/{}.md",
        "public/briefs/{}/index.html",
        "actors: [",
        ("content/actors/{}/_index.md",),
        "layouts/_default/single.html",
        server,
    )


def pelican(folder: Path, briefs: list[Plain], command: list[str], names: dict[str, str]) -> Site:
    """Plain Pelican: its simple theme and defaults, but for paged lists and one feed; actors are its authors."""
    settings: dict[str, object] = {
        "SITENAME": "Briefs",
        "SITEURL": ADDRESS,
        "THEME": "simple",
        "TIMEZONE": "UTC",
        "DEFAULT_LANG": "en",
        "DEFAULT_PAGINATION": 10,
        "ARTICLE_PATHS": ["briefs"],
        "ARTICLE_SAVE_AS": "briefs/{slug}/index.html",
        "ARTICLE_URL": "briefs/{slug}/",
        "SLUGIFY_SOURCE": "basename",
        "FEED_MAX_ITEMS": 50,
        "THEME_TEMPLATES_OVERRIDES": ["templates"],
    }
    settings |= dict.fromkeys(f"{feed}_FEED_ATOM" for feed in ("AUTHOR", "CATEGORY", "TRANSLATION"))
    settings["AUTHOR_FEED_RSS"] = None
    template = '{% extends "!simple/article.html" %}{% block content %}{{ super() }}<h2>Published</h2>{% endblock %}\n'
    conf = "".join(f"{key} = {value!r}\n" for key, value in settings.items())
    _write(folder, {"pelicanconf.py": conf, "templates/article.html": template})
    for brief in briefs:
        head = f"title: {brief.title}\ndate: {brief.date}\ncategory: {brief.category}\nsummary: {brief.summary}\n"
        head += f"authors: {'; '.join(brief.actors.values())}\ntags: {', '.join(brief.questions)}\n"
        _write(folder, {f"content/briefs/{brief.id}.md": f"{head}\n{brief.body}"})
    return Site(
        [*command, "content", "-s", "pelicanconf.py", "-o", "output", "-q"],
        ("output", "__pycache__"),
        "content/briefs/{}.md",
        "output/briefs/{}/index.html",
        "authors: ",
        (),
        "templates/article.html",
    )


_ELEVENTY = {
    "package.json": '{"private": true, "type": "commonjs"}\n',
    "eleventy.config.js": """
module.exports = function (config) {
  const briefs = (api) => api.getFilteredByGlob("briefs/*.md").reverse();
  config.addCollection("briefs", briefs);
  config.addCollection("lists", (api) => {
    const lists = new Map();
    for (const brief of briefs(api)) {
      for (const kind of ["actors", "tags", "categories"]) {
        for (const term of brief.data[kind] || []) {
          const key = `${kind}/${term}`;
          if (!lists.has(key)) lists.set(key, []);
          lists.get(key).push(brief);
        }
      }
    }
    const pages = [];
    for (const [key, found] of [...lists].sort()) {
      for (let start = 0; start < found.length; start += 10) {
        const end = start + 10;
        pages.push({ key, number: start / 10 + 1, more: end < found.length, briefs: found.slice(start, end) });
      }
    }
    return pages;
  });
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  return { dir: { input: ".", output: "_site" }, markdownTemplateEngine: false };
};
""",
    "_includes/base.njk": """
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title>
<meta name="viewport" content="width=device-width">
<link rel="alternate" type="application/atom+xml" href="/feed.xml"></head>
<body><header><a href="/">Briefs</a></header><main>{{ content | safe }}</main></body></html>
""",
    "_includes/brief.njk": """
---
layout: base.njk
---
<h1>{{ title }}</h1><p>{{ description }}</p><time>{{ page.date | day }}</time>{{ content | safe }}<h2>Published</h2>
<ul>{% for id in actors %}<li><a href="/actors/{{ id }}/">{{ names[id] }}</a></li>{% endfor %}</ul>
<ul>{% for id in tags %}<li><a href="/tags/{{ id }}/">{{ id }}</a></li>{% endfor %}</ul>
""",
    "index.njk": """
---
layout: base.njk
title: Briefs
pagination: {data: collections.briefs, size: 10, alias: shown}
permalink: "{% if pagination.pageNumber %}page/{{ pagination.pageNumber + 1 }}/{% endif %}index.html"
---
<ul>{% for brief in shown %}<li><a href="{{ brief.url }}">{{ brief.data.title }}</a>
<p>{{ brief.data.description }}</p></li>{% endfor %}</ul>
{% if pagination.href.next %}<a href="{{ pagination.href.next }}">Older</a>{% endif %}
""",
    "lists.njk": """
---
layout: base.njk
title: List
pagination: {data: collections.lists, size: 1, alias: list}
permalink: "{{ list.key }}/{% if list.number > 1 %}page/{{ list.number }}/{% endif %}index.html"
---
<h1>{{ list.key }}</h1><ul>{% for brief in list.briefs %}<li><a href="{{ brief.url }}">{{ brief.data.title }}</a>
<p>{{ brief.data.description }}</p></li>{% endfor %}</ul>
{% if list.more %}<a href="/{{ list.key }}/page/{{ list.number + 1 }}/">Older</a>{% endif %}
""",
    "feed.njk": """
---
permalink: feed.xml
---
<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Briefs</title>
{% for brief in collections.briefs.slice(0, 50) %}<entry><title>{{ brief.data.title }}</title><id>{{ brief.url }}</id>
<updated>{{ brief.date | day }}</updated><content type="html">{{ brief.content | escape }}</content></entry>
{% endfor %}</feed>
""",
}


def eleventy(folder: Path, briefs: list[Plain], command: list[str], names: dict[str, str]) -> Site:
    """Eleventy with two layouts, paged lists, the actors' names as data and one feed."""
    _write(folder, _ELEVENTY)
    data = {"briefs/briefs.json": {"layout": "brief.njk"}, "_data/names.json": names}
    _write(folder, {path: json.dumps(value) for path, value in data.items()})
    _write(folder, {f"briefs/{brief.id}.md": _yaml(brief) for brief in briefs})
    return Site(
        [*command, "--quiet"],
        ("_site",),
        "briefs/{}.md",
        "_site/briefs/{}/index.html",
        "actors: [",
        ("_data/names.json",),
        "_includes/brief.njk",
    )


PREPARE: dict[str, Callable[[Path, list[Plain], list[str], dict[str, str]], Site]] = {
    "pelican": pelican,
    "hugo": hugo,
    "eleventy": eleventy,
}
