"""PDF pages of our own making: lines of Chinese text at given places, with a font that every reader knows."""

from collections.abc import Iterable

Line = tuple[float, float, float, str]  # left, bottom, size, text

_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500]"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>",
    b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]"
    b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
)


def make_pdf(pages: Iterable[Iterable[Line]]) -> bytes:
    """A PDF file with these pages (A4, in points from the lower left corner)."""
    contents = [b"\n".join(_shown(*line) for line in page) for page in pages]
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", *_FONT]
    kids = []
    for content in contents:
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return body + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, len(body),
    )  # fmt: skip


def _shown(left: float, bottom: float, size: float, text: str) -> bytes:
    codes = text.encode("utf-16-be").hex()
    return f"BT /F {size} Tf {left} {bottom} Td <{codes}> Tj ET".encode("ascii")


def column(text: str, left: float, top: float, width: int, size: float = 10, leading: float = 15) -> list[Line]:
    """A paragraph broken into lines `width` characters wide (letters and digits are half as wide), the first one
    indented by two."""
    lines: list[Line] = []
    room, piece = width - 2.0, ""
    for character in text:
        wide = 0.5 if character.isascii() else 1.0
        if room < wide and character not in "，。；：":
            lines.append(_line(lines, piece, left, top, size, leading))
            room, piece = float(width), ""
        room -= wide
        piece += character
    return [*lines, _line(lines, piece, left, top, size, leading)]


def _line(above: list[Line], text: str, left: float, top: float, size: float, leading: float) -> Line:
    return (left if above else left + 2 * size, top - len(above) * leading, size, text)
