import { axis, chart, tooltip } from "./chart.js";
import { short } from "./dom.js";

/** What a clip is known to be, and what it looks like. */
export const KINDS = { "held-out": { name: "held-out normal", colour: (c) => c.soft, symbol: "circle" },
  normal: { name: "normal", colour: (c) => c.normal, symbol: "circle" }, anomaly: { name: "anomalous", colour: (c) => c.anomaly, symbol: "diamond" },
  unknown: { name: "without label", colour: (c) => c.accent, symbol: "rect" } };

/** Points that stand on each other where scores are about equal: `[score, height, point]`, from the lane's base up. */
const stacked = (points, low, width, base) => {
  const heights = new Map();
  const columns = points.map((point) => Math.floor((point.score - low) / width));
  columns.forEach((column) => heights.set(column, (heights.get(column) ?? 0) + 1));
  const step = Math.min(0.09, 0.82 / Math.max(1, ...heights.values()));
  const placed = new Map();
  return points.map((point, i) => {
    const n = placed.get(columns[i]) ?? 0;
    placed.set(columns[i], n + 1);
    return [low + (columns[i] + 0.5) * width, base + 0.08 + step * n, point];
  });
};

/**
 * Scores as dots, a lane for each of `{ title, points, colour }`; points are `{ score, kind, text }`. `line` is
 * `{ value, text }`, a score that is marked.
 */
export const lanes = (text, name, all, line) => {
  const scores = all.flatMap(({ points }) => points.map((point) => point.score)).concat(line ? [line.value] : []);
  const low = Math.min(...scores);
  const width = (Math.max(...scores) - low) / 70 || 1;
  return chart(text, (c) => ({
    legend: { show: false },
    grid: { left: 20, right: 20, top: 26, bottom: 30, containLabel: true },
    tooltip: tooltip(c, { formatter: ({ value: [, , point] }) => (point ? `${point.text ?? KINDS[point.kind].name}<br>${short(point.score)}` : "") }),
    xAxis: axis(name, c, false, { scale: true }),
    yAxis: axis("", c, true, { min: 0, max: all.length, interval: 1, axisLabel: { show: false }, axisTick: { show: false } }),
    series: [...all.map(({ title, points, colour }, lane) => ({ name: title, type: "scatter", symbolSize: points.length > 200 ? 5 : 9,
      data: stacked(points, low, width, all.length - 1 - lane).map((value) => ({ value, symbol: KINDS[value[2].kind].symbol,
        itemStyle: { color: KINDS[value[2].kind].colour(c), opacity: 0.85 } })),
      markPoint: { silent: true, symbol: "rect", symbolSize: 0.1, data: [{ x: 34, coord: [low, all.length - lane], value: title }],
        label: { show: true, formatter: title, position: "right", offset: [0, 12], color: colour ? colour(c) : c.text, fontWeight: "bold" } } })),
    { type: "line", data: [], markLine: line && { silent: true, symbol: "none", animation: false,
      label: { formatter: line.text, color: c.text, position: "end" }, lineStyle: { color: c.text, type: "dashed", width: 1.5 }, data: [{ xAxis: line.value }] } }],
  }), 120 * all.length + 80);
};

/** A lane for each kind that there is. */
export const byKind = (points) => Object.entries(KINDS).map(([kind, { name, colour }]) => {
  const own = points.filter((point) => point.kind === kind);
  return { title: `${name} (${own.length})`, points: own, colour };
}).filter(({ points: own }) => own.length);
