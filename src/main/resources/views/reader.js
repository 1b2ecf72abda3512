import { axis, chart, tooltip } from "./kit/chart.js";
import { count, el, section, table } from "./kit/dom.js";
import { open } from "./kit/host.js";

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const named = ({ id }) => `${id.type} ${id.id}`;
const SPLITS = { train: "training", "held-out": "held out", test: "test" };
const LABELS = { normal: "normal", anomaly: "anomalous", "": "no label" };
const hertz = (hz) => `${(hz / 1000).toLocaleString("en")} kHz`;

/** "1.5 h", "12 min", "40 s". */
const duration = (seconds) => (seconds >= 5400 ? `${(seconds / 3600).toFixed(1)} h` : seconds >= 120 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds)} s`);

/** Labels are told where a split has more than one. */
const title = ({ split, label }, kinds) =>
  SPLITS[split] + (label !== "normal" || kinds.some((kind) => kind.split === split && kind.label !== label) ? `, ${LABELS[label]}` : "");

/** A colour for each split; hatched what is anomalous, pale what has no label. */
const style = ({ split, label }, c) => ({ color: { train: c.series[0], "held-out": c.series[3], test: c.series[2] }[split],
  opacity: label ? 1 : 0.55,
  ...(label === "anomaly" ? { color: c.anomaly, decal: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -0.7, color: "rgba(255,255,255,.55)" } } : {}) });

const perMachine = ({ kinds, machines }) => chart(`Clips of each machine: ${machines.map((machine) =>
  `${named(machine)} ${kinds.map((kind, k) => `${machine.clips[k]} ${title(kind, kinds)}`).join(", ")}`).join("; ")}`, (c) => ({
  tooltip: tooltip(c, { trigger: "axis", axisPointer: { type: "shadow" } }),
  grid: { left: 8, right: 16, top: 34, bottom: 30, containLabel: true },
  xAxis: axis("Clips", c, false, { minInterval: 1 }),
  yAxis: axis("", c, true, { type: "category", inverse: true, data: machines.map(named), axisTick: { show: false }, splitLine: { show: false }, axisLabel: { color: c.text, hideOverlap: true } }),
  series: kinds.map((kind, k) => ({ name: title(kind, kinds), type: "bar", stack: "all", barMaxWidth: 26, barCategoryGap: "25%",
    data: machines.map((machine) => machine.clips[k]), itemStyle: style(kind, c) })),
}), Math.min(1200, 90 + 30 * machines.length));

const histogram = (text, name, labels, clips) => chart(text, (c) => ({
  legend: { show: false },
  tooltip: tooltip(c, { trigger: "axis", axisPointer: { type: "shadow" } }),
  grid: { left: 8, right: 16, top: 26, bottom: 30, containLabel: true },
  xAxis: axis(name, c, false, { type: "category", data: labels, axisTick: { alignWithLabel: true } }),
  yAxis: axis("Clips", c, true, { minInterval: 1 }),
  series: [{ name: "clips", type: "bar", data: clips, barMaxWidth: 60, barCategoryGap: "4%", itemStyle: { color: c.accent } }],
}), 240);

const lengths = ({ lengths: { shortest, width, clips } }) => histogram(
  `Lengths: ${clips.length === 1 ? `all ${shortest.toFixed(1)} s` : `from ${shortest.toFixed(1)} to ${(shortest + width * clips.length).toFixed(1)} s`}`,
  "Seconds", clips.map((_, i) => (clips.length === 1 ? shortest : shortest + (i + 0.5) * width).toFixed(clips.length * width > 20 ? 0 : 1)), clips);

const rates = ({ rates: all }) => histogram(`Sample rates: ${all.map(({ value, clips }) => `${hertz(value)} ${count(clips, "clip")}`).join(", ")}`,
  "Sample rate", all.map(({ value }) => hertz(value)), all.map(({ clips }) => clips));

const files = (label, rows) => el("div", { class: "list" }, table({ label, rows, columns: [
  { title: "File", words: true, cell: (row) => row.path }, { title: "Why", words: true, cell: (row) => row.why }] }));

open(async (data) => {
  const { kinds, machines, leftOut, unreadable, firstUnreadable, channels } = data;
  const clips = sum(machines.flatMap((machine) => machine.clips));
  const figure = (name, value, small) => el("div", {}, el("dt", {}, name), el("dd", {}, value, el("small", {}, small)));
  const types = new Set(machines.map(({ id }) => id.type));
  const first = (all, shown) => (all > shown ? ` The first ${shown} are listed.` : "");
  const of = (test) => sum(machines.map((machine) => sum(machine.clips.filter((_, k) => test(kinds[k])))));
  const held = of(({ split }) => split === "held-out");
  document.querySelector("main").append(
    el("header", {}, el("div", {}, el("h1", {}, "What was read"), el("p", {}, `Names as in ${leftOut.scheme}.`))),
    el("dl", { class: "figures" }, figure("Clips", clips.toLocaleString("en"), `${duration(data.lengths.total)} of sound`),
      figure("Machines", machines.length.toLocaleString("en"), `of ${count(types.size, "type")}`),
      figure("For training", of(({ split }) => split === "train").toLocaleString("en"), held ? `and ${held.toLocaleString("en")} held out of it` : "none held out"),
      figure("For the test", of(({ split }) => split === "test").toLocaleString("en"), `${of((kind) => kind.split === "test" && kind.label === "anomaly").toLocaleString("en")} labelled as anomalous`),
      figure("Left out", leftOut.count.toLocaleString("en"), unreadable ? `${unreadable.toLocaleString("en")} more cannot be read` : "named differently")),
    section("Machines", "Models learn what is normal from the training clips; a machine with few of them, or none, cannot be judged. Held-out clips tell which scores are usual.",
      el("div", { class: "columns" }, perMachine(data), table({ label: "Clips of each machine", rows: machines, columns: [
        { title: "Machine", cell: named },
        ...kinds.map((kind, k) => ({ title: title(kind, kinds).replace(/^./, (letter) => letter.toUpperCase()), numeric: true, cell: (row) => row.clips[k] || "–" })),
        { title: "All", numeric: true, cell: (row) => sum(row.clips) }] }))),
    el("div", { class: "columns" },
      section("Lengths", "Models need clips of some seconds; very short ones get no score.", lengths(data)),
      section("Sample rates", `${data.rates.length > 1 ? "All are brought to one rate for the spectrograms; what lies above half of the lowest rate is in some clips only. " : ""}${channels.map(({ value, clips: n }) => `${count(n, "clip")} with ${count(value, "channel")}`).join(", ")}.`, rates(data))),
    ...(unreadable ? [section("Files that cannot be read", `${count(unreadable, "file")} in the table without length and rate.${first(unreadable, firstUnreadable.length)}`,
      files("Files that cannot be read", firstUnreadable))] : []),
    section("Files left out", leftOut.count ? `${count(leftOut.count, "sound file")} named differently from ${leftOut.scheme}.${first(leftOut.count, leftOut.first.length)}` : "Every sound file has a name that tells its machine.",
      ...(leftOut.count ? [files("Files left out", leftOut.first.map((path) => ({ path, why: `not named as in ${leftOut.scheme}` })))] : [])));
});
