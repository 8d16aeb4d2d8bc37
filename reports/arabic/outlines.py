"""Glyphs as vector outlines, for the marks over and under letters.

Drawn as text, a mark breaks what readers find: poppler and pdfium put it before its letter or split the word, and a
search for «أعطيت» would miss «أُعطيت». As an outline it stays on the paper and out of the way.
"""

from __future__ import annotations

from functools import cache
from struct import unpack

from reports.arabic.faces import Face, font, glyph_data

Point = tuple[float, float]
# A contour is its start and its curves; a curve is two control points and an end (a straight line repeats its ends).
Curve = tuple[Point, Point, Point]
Contour = tuple[Point, tuple[Curve, ...]]

_WORDS, _XY, _SCALE, _MORE, _X_AND_Y_SCALE, _TWO_BY_TWO = 0x01, 0x02, 0x08, 0x20, 0x40, 0x80


@cache
def outline(letter: str, face: Face) -> tuple[Contour, ...]:
    """The contours of a glyph in font units, curves cubic as PDF wants them."""
    return tuple(_contours(font(face).face.charToGlyph[ord(letter)], face))


def _contours(glyph: int, face: Face) -> list[Contour]:
    data = glyph_data(glyph, face)
    if len(data) < 10:
        return []
    (count,) = unpack(">h", data[:2])
    return _simple(data, count) if count >= 0 else _composite(data, face)


def _composite(data: bytes, face: Face) -> list[Contour]:
    contours: list[Contour] = []
    place, flags = 10, _MORE
    while flags & _MORE:
        flags, part = unpack(">HH", data[place : place + 4])
        place += 4
        words = bool(flags & _WORDS)
        dx, dy = unpack(">hh" if words else ">bb", data[place : place + (4 if words else 2)])
        place += 4 if words else 2
        place += 2 if flags & _SCALE else 4 if flags & _X_AND_Y_SCALE else 8 if flags & _TWO_BY_TWO else 0
        shift = (dx, dy) if flags & _XY else (0, 0)
        contours += [_shifted(contour, shift) for contour in _contours(part, face)]
    return contours


def _shifted(contour: Contour, shift: Point) -> Contour:
    def moved(point: Point) -> Point:
        return point[0] + shift[0], point[1] + shift[1]

    start, curves = contour
    return moved(start), tuple((moved(a), moved(b), moved(c)) for a, b, c in curves)


def _simple(data: bytes, count: int) -> list[Contour]:
    ends = unpack(f">{count}H", data[10 : 10 + 2 * count])
    place = 10 + 2 * count
    place += 2 + unpack(">H", data[place : place + 2])[0]
    total = ends[-1] + 1 if ends else 0
    flags: list[int] = []
    while len(flags) < total:
        flag = data[place]
        place += 1
        flags.append(flag)
        if flag & 8:
            flags += [flag] * data[place]
            place += 1
    xs, place = _coordinates(data, place, flags, short=2, same=16)
    ys, place = _coordinates(data, place, flags, short=4, same=32)
    contours = []
    first = 0
    for end in ends:
        points = [(float(xs[i]), float(ys[i]), bool(flags[i] & 1)) for i in range(first, end + 1)]
        first = end + 1
        if len(points) > 1:
            contours.append(_cubic(points))
    return contours


def _coordinates(data: bytes, place: int, flags: list[int], *, short: int, same: int) -> tuple[list[int], int]:
    values, value = [], 0
    for flag in flags:
        if flag & short:
            value += data[place] if flag & same else -data[place]
            place += 1
        elif not flag & same:
            value += unpack(">h", data[place : place + 2])[0]
            place += 2
        values.append(value)
    return values, place


def _cubic(points: list[tuple[float, float, bool]]) -> Contour:
    # Two control points in a row imply a point of the curve half-way between them.
    full: list[tuple[float, float, bool]] = []
    for here, following in zip(points, points[1:] + points[:1], strict=True):
        full.append(here)
        if not here[2] and not following[2]:
            full.append(((here[0] + following[0]) / 2, (here[1] + following[1]) / 2, True))
    start = next(index for index, point in enumerate(full) if point[2])
    full = [*full[start:], *full[: start + 1]]
    curves: list[Curve] = []
    pen, control = full[0][:2], None
    for x, y, on in full[1:]:
        if not on:
            control = (x, y)
            continue
        bend_in = control or pen
        bend_out = control or (x, y)
        share = 2 / 3 if control else 0.0
        curves.append((_toward(pen, bend_in, share), _toward((x, y), bend_out, share), (x, y)))
        pen, control = (x, y), None
    return full[0][:2], tuple(curves)


def _toward(start: Point, goal: Point, share: float) -> Point:
    return start[0] + (goal[0] - start[0]) * share, start[1] + (goal[1] - start[1]) * share
