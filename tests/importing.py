"""Small documents of other programs' kinds, made by hand for the tests of `invoke import`."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(parts: dict[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return made.getvalue()


def word(document: str = "") -> bytes:
    """A Word document with a title, a heading and a footnote; or with this XML for its text."""
    paragraph = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    text = (
        f"<w:document {_W}><w:body>{paragraph.format('Title', 'The lease of 1961')}"
        f"<w:p><w:r><w:t>The lease has nine pages</w:t></w:r>{note}<w:r><w:t xml:space='preserve'> and one stamp.</w:t></w:r></w:p>"
        f"{paragraph.format('Heading1', 'What it says')}"
        "<w:p><w:r><w:t xml:space='preserve'>The tenant may use the stone, </w:t></w:r><w:r><w:t>within reason.</w:t></w:r></w:p>"
        "</w:body></w:document>"
    )
    names = (("Title", "Title"), ("Heading1", "heading 1"))
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>' for id, name in names
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
    )
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    return packed(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": links.format(
                f'<Relationship Id="r1" Type="{base}/officeDocument" Target="word/document.xml"/>'
            ),
            "word/_rels/document.xml.rels": links.format(
                f'<Relationship Id="r1" Type="{base}/styles" Target="styles.xml"/>'
                f'<Relationship Id="r2" Type="{base}/footnotes" Target="footnotes.xml"/>'
            ),
            "word/document.xml": document or text,
            "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
            "word/footnotes.xml": f"<w:footnotes {_W}><w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r>"
            "<w:r><w:t xml:space='preserve'> The ninth is blank.</w:t></w:r></w:p></w:footnote></w:footnotes>",
        }
    )


def odt(content: str = "") -> bytes:
    """An OpenDocument text with a title, a heading and a footnote, as LibreOffice shapes them; or with this content."""
    names = "office:1.0 text:1.0 style:1.0".split()
    spaces = " ".join(
        f'xmlns:{name.partition(":")[0]}="urn:oasis:names:tc:opendocument:xmlns:{name}"' for name in names
    )
    text = (
        f'<office:document-content {spaces}><office:automatic-styles><style:style style:name="P1" style:family="paragraph" '
        'style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>'
        '<text:sequence-decls><text:sequence-decl text:name="Figure"/></text:sequence-decls>'
        '<text:p text:style-name="P1">The lease of 1961</text:p><text:p>The lease has nine<text:s/>pages'
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>The ninth is '
        "blank.</text:p></text:note-body></text:note> and <text:span>one</text:span> stamp.</text:p>"
        '<text:h text:outline-level="1">What it says</text:h><text:p>The tenant may use<text:line-break/>the stone, within reason.'
        "</text:p></office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content or text})


def mail() -> bytes:
    """A message in two forms that quotes an earlier one and has an attachment."""
    message = EmailMessage()
    message["Subject"], message["From"] = "A last offer", '"Olund, Petra" <petra@ferries.example>'
    message["Date"] = "Tue, 14 May 2024 23:40:00 -0700"
    message.set_content(
        "Dear council,\n\nwe have tied up here since 1961,\nand we ask you once more.\n\nYours,\nPetra Olund\n"
    )
    message.add_alternative(
        "<div>Dear council,</div><div><br></div><div>we have tied up here since 1961, and we ask you once more.</div>"
        "<div>Yours,<br>Petra Olund</div><div class='gmail_quote'><div>On 13 May 2024 the council wrote:</div>"
        "<blockquote>Please leave the quay.</blockquote></div>",
        subtype="html",
    )
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="lease.pdf")
    return bytes(message)


def pdf(*pages: list[tuple[float, float, float, str]], picture: bool = False) -> bytes:
    """A PDF of these pages, each of lines: how far from the left and from the foot, how large, and what they say."""
    count = len(pages)
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{' '.join(f'{4 + 2 * n} 0 R' for n in range(count))}]>>",
    ]
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    for number, lines in enumerate(pages):
        drawn = "".join(f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, size, text in lines)
        drawn += "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI\n" if picture else ""
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {5 + 2 * number} 0 R/Resources<</Font<</F 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}endstream")
    made, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF"
    return made + end.encode()
