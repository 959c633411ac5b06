# SPDX-License-Identifier: Apache-2.0
"""Draws the points of a line as small charts in one SVG. Sizes are on a logarithmic axis and values on a linear one from 0: what
costs the same is level, what grows with the logarithm is straight, and what bends upwards is a defect to find."""
import math
from xml.sax.saxutils import escape

NAMES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}
DASHES = ("6,4", "", "2,4")  # of the series of a chart; a single one is solid
COLUMNS, WIDTH, HEIGHT = 2, 400, 250  # of a chart
HEAD, LEFT, TOP, RIGHT, BOTTOM = 64, 60, 56, 20, 30  # of the picture, and around what is drawn in a chart
STYLE = """
text { font: 12px Inter, "Segoe UI", "DejaVu Sans", sans-serif; fill: #4a4a48 }
.title { font-size: 18px; font-weight: 600; fill: #1c1c1a }
.chart { font-size: 13px; font-weight: 600; fill: #1c1c1a }
.paper { fill: #ffffff }
.grid { stroke: #e4e3df }
.axis { stroke: #8b8a86 }
.key { stroke: #4a4a48; stroke-width: 2 }
.sqlite { stroke: #2a6fc9; stroke-width: 2; fill: none }
.postgres { stroke: #c2571a; stroke-width: 2; fill: none }
.sqlite-dot { fill: #2a6fc9 }
.postgres-dot { fill: #c2571a }
@media (prefers-color-scheme: dark) {
  text { fill: #b9b8b3 } .title, .chart { fill: #f2f1ec }
  .paper { fill: #1b1b1a } .grid { stroke: #33332f } .axis { stroke: #77766f } .key { stroke: #b9b8b3 }
  .sqlite { stroke: #6aa5f0 } .sqlite-dot { fill: #6aa5f0 }
  .postgres { stroke: #f0935a } .postgres-dot { fill: #f0935a }
}
"""


def value(point, path):
    """Of a path like "rate.traffic.p99"; None where nothing was measured. Names of kinds may hold blanks, but no dots."""
    for name in path.split("."):
        point = point.get(name) if isinstance(point, dict) else None
    return point


def number(of):
    for limit, letter in ((1e6, "M"), (1e3, "k")):
        if abs(of) >= limit * 10 or abs(of) >= limit and of % (limit / 10) == 0:
            return f"{of / limit:.3g} {letter}"
    return f"{of:.3g}" if abs(of) < 1000 else f"{of:.0f}"


def summary(line, point):
    """For people who watch."""
    words = []
    for title, unit, series in line.PANELS:
        known = [(name, value(point, path)) for name, path in series.items()]
        words.append(title + " " + ", ".join(f"{name} {number(of)} {unit}".strip() for name, of in known if of is not None))
    return "; ".join(words)


def steps(largest):
    """Round numbers from 0 until the largest value has room."""
    if largest <= 0:
        return [0, 1]
    power = 10 ** math.floor(math.log10(largest / 4))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power * 4 >= largest)
    return [step * n for n in range(math.ceil(largest / step - 1e-9) + 1)]


class Chart:
    def __init__(self, points, panel, left, top):
        self.points, (self.title, self.unit, self.series), self.left, self.top = points, panel, left, top
        self.sizes = sorted({point["size"] for point in points})
        self.steps = steps(max((of for path in self.series.values() for of in self.values(path)), default=0))

    def values(self, path, kind=None):
        return [of for point in self.points if (of := value(point, path)) is not None and kind in (None, point["database"])]

    def x(self, size):
        first, last = math.log10(self.sizes[0]), math.log10(self.sizes[-1])
        share = (math.log10(size) - first) / (last - first) if last > first else 0.5
        return self.left + LEFT + 12 + share * (WIDTH - LEFT - RIGHT - 24)

    def y(self, of):
        return self.top + HEIGHT - BOTTOM - of / self.steps[-1] * (HEIGHT - TOP - BOTTOM)

    def axes(self):
        left, right, bottom = self.left + LEFT, self.left + WIDTH - RIGHT, self.y(0)
        title = ", ".join(filter(None, (self.title, self.unit)))
        yield f'<text class="chart" x="{self.left + 12}" y="{self.top + 20}">{escape(title)}</text>'
        for step in self.steps:
            kind = "grid" if step else "axis"
            yield f'<line class="{kind}" x1="{left}" x2="{right}" y1="{self.y(step):.1f}" y2="{self.y(step):.1f}"/>'
            yield f'<text x="{left - 8}" y="{self.y(step) + 4:.1f}" text-anchor="end">{number(step)}</text>'
        free = 0
        for size in self.sizes:
            if self.x(size) < free:
                continue  # it would touch the one before
            free = self.x(size) + 34
            yield f'<text x="{self.x(size):.1f}" y="{bottom + 18:.1f}" text-anchor="middle">{number(size)}</text>'

    def dash(self, place):
        pattern = DASHES[place] if len(self.series) > 1 else ""
        return f'stroke-dasharray="{pattern}"' if pattern else ""

    def legend(self):
        at = self.left + 12
        for place, name in enumerate(self.series):
            yield (f'<line class="key" {self.dash(place)} x1="{at}" x2="{at + 24}" y1="{self.top + 36}"'
                   f' y2="{self.top + 36}"/><text x="{at + 30}" y="{self.top + 40}">{escape(name)}</text>')
            at += 54 + 7 * len(name)

    def lines(self):
        for place, path in enumerate(self.series.values()):
            for kind in NAMES:
                known = sorted((point["size"], of) for point in self.points
                               if point["database"] == kind and (of := value(point, path)) is not None)
                track = " ".join(f"{self.x(size):.1f},{self.y(of):.1f}" for size, of in known)
                yield f'<polyline class="{kind}" {self.dash(place)} points="{track}"/>'
                for size, of in known:
                    yield (f'<circle class="{kind}-dot" cx="{self.x(size):.1f}" cy="{self.y(of):.1f}" r="3">'
                           f"<title>{NAMES[kind]}, {number(size)}: {of:.4g} {escape(self.unit)}</title></circle>")

    def draw(self):
        return [*self.axes(), *self.legend(), *self.lines()]


def draw(line, points):
    rows = math.ceil(len(line.PANELS) / COLUMNS)
    width, height = COLUMNS * WIDTH, HEAD + rows * HEIGHT + 10
    commits = ", ".join(sorted({point["commit"] for point in points}))
    days = ", ".join(sorted({point["at"][:10] for point in points}))
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">',
             f"<title>{escape(line.TITLE)}</title><style>{STYLE}</style>",
             f'<rect class="paper" width="{width}" height="{height}"/>',
             f'<text class="title" x="12" y="28">{escape(line.TITLE)}</text>',
             f'<text x="12" y="50">against {escape(line.AXIS)}; {days}, commit {commits}</text>']
    for place, (kind, name) in enumerate(NAMES.items()):
        at = width - 210 + 90 * place
        parts.append(f'<circle class="{kind}-dot" cx="{at}" cy="24" r="5"/><text x="{at + 10}" y="28">{name}</text>')
    if points:
        for place, panel in enumerate(line.PANELS):
            parts += Chart(points, panel, place % COLUMNS * WIDTH, HEAD + place // COLUMNS * HEIGHT).draw()
    return "\n".join(parts + ["</svg>", ""])
