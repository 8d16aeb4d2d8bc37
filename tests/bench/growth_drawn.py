"""A small drawing of how seconds and memory grow with the members of a caseload, both scales by powers of ten."""

from __future__ import annotations

import math
from collections.abc import Sequence

WIDTH, HEIGHT, LEFT, RIGHT, FOOT, HEAD = 420, 300, 56, 36, 40, 24


def drawn(points: Sequence[tuple[int, float, float]]) -> str:
    """An SVG of two panels; each point is members, seconds, megabytes."""
    panels = [
        _panel("seconds", [(members, seconds) for members, seconds, _ in points], 0),
        _panel("megabytes held at most", [(members, memory) for members, _, memory in points], WIDTH),
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH} {HEIGHT}" font-family="sans-serif"'
    return f'{head} font-size="11"><rect width="100%" height="100%" fill="#fff"/>{"".join(panels)}</svg>\n'


def _panel(title: str, points: Sequence[tuple[float, float]], at: int) -> str:
    across, up = (_powers([point[axis] for point in points]) for axis in (0, 1))

    def x(value: float) -> float:
        return LEFT + (math.log10(value) - across[0]) / (across[-1] - across[0]) * (WIDTH - LEFT - RIGHT)

    def y(value: float) -> float:
        return HEIGHT - FOOT - (math.log10(value) - up[0]) / (up[-1] - up[0]) * (HEIGHT - FOOT - HEAD - 10)

    told = [f'<g transform="translate({at},0)"><text x="{LEFT}" y="{HEAD - 6}" font-weight="bold">{title}</text>']
    for power in across:
        place = x(10**power)
        told.append(f'<line x1="{place:.1f}" x2="{place:.1f}" y1="{HEAD}" y2="{HEIGHT - FOOT}" stroke="#ddd"/>')
        label = f"{10**power:,}"
        told.append(f'<text x="{place:.1f}" y="{HEIGHT - FOOT + 16}" text-anchor="middle">{label}</text>')
    for power in up:
        place, label = y(10**power), f"{10**power:,}" if power >= 0 else f"{10**power:g}"
        told.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{place:.1f}" y2="{place:.1f}" stroke="#ddd"/>')
        told.append(f'<text x="{LEFT - 6}" y="{place + 4:.1f}" text-anchor="end">{label}</text>')
    line = " ".join(f"{x(across_):.1f},{y(up_):.1f}" for across_, up_ in points)
    told.append(f'<polyline points="{line}" fill="none" stroke="#0b6e4f" stroke-width="2"/>')
    told += [f'<circle cx="{x(one):.1f}" cy="{y(other):.1f}" r="3" fill="#0b6e4f"/>' for one, other in points]
    return "".join([*told, f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 8}" text-anchor="end">members</text></g>'])


def _powers(values: Sequence[float]) -> list[int]:
    first, last = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return list(range(first, max(last, first + 1) + 1))
