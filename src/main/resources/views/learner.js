import { axis, chart, tooltip } from "./kit/chart.js";
import { choice, el, number, section, table } from "./kit/dom.js";
import { open } from "./kit/host.js";

const DASHES = ["solid", "dashed", "dotted", [8, 3, 2, 3]];

/** Metrics that share an axis, with what to look for. */
const GROUPS = [
  { title: "Losses", has: (name) => /loss|^L_/i.test(name), axis: "Loss",
    lead: "Both should fall; when the held-out loss rises again, the network learns its clips by heart." },
  { title: "Accuracies", has: (name) => /^accuracy/i.test(name), axis: "Share that is right", limits: { min: 0, max: 1 },
    lead: "How often the network tells the machine, and originals from reconstructions." },
  { title: "Schedule", has: (name) => /rate|λ/i.test(name), axis: "Value", logarithmic: true,
    lead: "What the settings prescribe: the learning rate and, for GeCo, the weight λ of the contrast; the scale is logarithmic." },
];

const duration = (seconds) => (seconds < 90 ? `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`
  : seconds < 5400 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3600).toFixed(1)} h`);
const named = (part) => part.name || "all machines";

/** Lines of some metrics against the epochs; the dashes tell the metrics apart, too, for whoever cannot by colour. */
const curves = (group, metrics, parts) => chart(`${group.title} against epochs: ${metrics.join(", ")} of ${parts.map(named).join(", ")}`, (c) => ({
  tooltip: tooltip(c, { trigger: "axis",
    valueFormatter: (value) => (typeof value === "number" ? value.toPrecision(4) : "–") }),
  legend: { top: 0, left: 0, itemWidth: 28, type: "scroll", textStyle: { color: c.text }, pageTextStyle: { color: c.text } },
  grid: { left: 8, right: 20, top: 46, bottom: 30, containLabel: true },
  xAxis: axis("Epoch", c, false, { min: 1, max: Math.max(2, ...parts.flatMap((p) => p.epochs)), minInterval: 1, splitLine: { show: false } }),
  yAxis: axis(group.axis, c, true, { ...(group.logarithmic ? { type: "log" } : { scale: true }), ...group.limits }),
  series: parts.flatMap((part, p) => metrics.map((metric, m) => {
    const values = part.values[metric];
    const color = c.series[(parts.length > 1 ? p : m) % c.series.length];
    return { name: parts.length > 1 ? `${named(part)}: ${metric}` : metric, type: "line", symbolSize: part.epochs.length > 1 ? 3 : 8, showAllSymbol: false,
      data: part.epochs.map((epoch, i) => [epoch, group.logarithmic && values[i] === 0 ? null : values[i]]), itemStyle: { color },
      lineStyle: { color, width: 2, type: DASHES[m % DASHES.length] },
      markLine: m ? undefined : { silent: true, symbol: "none", animation: false, lineStyle: { color, type: "dotted" },
        label: { formatter: "kept", color: c.soft, position: "insideEndTop" }, data: [{ xAxis: part.kept }] } };
  })),
}), 320);

open(({ method, training, metrics, parts, said, facts }) => {
  const seconds = (part) => (part.values.Seconds ?? []).reduce((sum, s) => sum + (s ?? 0), 0);
  const timed = parts.some((part) => seconds(part) > 0);
  const charts = el("div", { class: "columns" });
  const show = (which) => charts.replaceChildren(...GROUPS.map((group) => {
    const own = metrics.filter((name) => group.has(name) && which.some((part) => part.values[name].some((v) => v !== null)));
    return own.length && section(group.title, group.lead, curves(group, own, which));
  }).filter(Boolean));
  const last = (part, metric) => (part.values[metric] ?? [])[part.epochs.indexOf(part.kept)];
  const losses = metrics.filter(GROUPS[0].has);

  document.querySelector("main").append(
    el("header", {}, el("div", {}, el("h1", {}, `${method}: how it was trained`), el("p", {}, training)),
      parts.length > 1 && choice("Machine type", ["All", ...parts.map(named)], 0, (i) => show(i ? [parts[i - 1]] : parts))),
    el("dl", { class: "figures" }, [["Epochs", parts.reduce((n, p) => n + p.epochs.length, 0).toLocaleString("en")],
      ...(timed ? [["Training time", duration(parts.reduce((s, p) => s + seconds(p), 0))]] : []), ...facts.map(({ name, value }) => [name, value])]
      .map(([title, value]) => el("div", {}, el("dt", {}, title), el("dd", {}, value)))),
    section("Result", "What was kept of each training, and why it ended.", table({ label: "Trainings", rows: parts, columns: [
      { title: "Trained on", cell: named },
      ...(parts.some((part) => part.clips) ? [{ title: "Clips", numeric: true, cell: (part) => part.clips ?? "–" }] : []),
      { title: "Epochs", numeric: true, cell: (part) => part.epochs.length },
      { title: "Kept", numeric: true, cell: (part) => part.kept },
      ...losses.map((title) => ({ title, numeric: true, cell: (part) => number(last(part, title), 3) })),
      ...(timed ? [{ title: "Time", numeric: true, cell: (part) => duration(seconds(part)) }] : []),
      { title: "Ended because", cell: (part) => part.stopped }] })),
    charts,
    said.length ? section("What the training said", "", el("ul", {}, said.map((line) => el("li", {}, line)))) : "");
  show(parts);
});
