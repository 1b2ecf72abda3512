import { axis, chart, tooltip } from "./kit/chart.js";
import { clipPanel, silence } from "./kit/clip.js";
import { choice, count, el, section, short, table } from "./kit/dom.js";
import { open } from "./kit/host.js";

const LISTED = 1000;
const percent = (share) => `${Math.round(100 * share)} %`;
const hertz = (hz) => (hz < 1000 ? `${Math.round(hz)} Hz` : `${(hz / 1000).toFixed(1)} kHz`);

/** Labelled as anomalous or, without a label, with a higher score than every held-out clip of its machine. */
const marked = (points) => {
  const highest = new Map();
  points.filter(({ clip }) => clip.split === "held-out" && clip.label !== "anomaly").forEach(({ clip }) =>
    highest.set(clip.machine.id, Math.max(clip.score, highest.get(clip.machine.id) ?? -Infinity)));
  return (({ clip }) => (clip.label ? clip.label === "anomaly" : clip.split === "test" && clip.score > (highest.get(clip.machine.id) ?? Infinity)));
};

/** Both axes stand at the edge, also where 0 is in the middle. */
const edge = (name, c, vertical) => axis(name, c, vertical, { scale: true, axisLine: { show: true, onZero: false, lineStyle: { color: c.line } } });

const SYMBOLS = { train: "triangle" };

/** The clips of a machine type; a ring around the chosen one, a line to the normal one that is nearest. */
const map = ({ points, shares }, type, isMarked, chosen, picked) => {
  const machines = [...new Set(points.map(({ clip }) => clip.machine.id))].sort();
  const small = points.length > 600;
  const item = (point, colour, c) => ({ value: [point.x, point.y], point, symbol: isMarked(point) ? "diamond" : SYMBOLS[point.clip.split] ?? "circle",
    symbolSize: (isMarked(point) ? 13 : 9) * (small ? 0.7 : 1), itemStyle: isMarked(point) ? { color: colour, borderColor: c.text, borderWidth: 1.5 }
      : point.clip.split === "held-out" ? { color: c.card, borderColor: colour, borderWidth: 2 } : { color: colour, opacity: 0.8 } });
  return chart(`Map of ${count(points.length, "clip")} of ${type} by their embeddings: ${machines.map((id) => {
    const own = points.filter(({ clip }) => clip.machine.id === id);
    return `machine ${id} ${count(own.length, "clip")}, ${own.filter(isMarked).length} marked as anomalous`;
  }).join("; ")}`, (c) => ({
    tooltip: tooltip(c, { formatter: ({ data: { point } }) => (point ? `${point.clip.name}<br>machine ${point.clip.machine.id}${point.clip.split && `, ${point.clip.split}`}${point.clip.label && `, ${point.clip.label}`}<br>score ${short(point.clip.score)}` : "") }),
    legend: { top: 0, left: 0, type: "scroll", textStyle: { color: c.text }, inactiveColor: c.line, data: machines.map((id) => ({ name: `${type} ${id}`, icon: "circle" })) },
    grid: { left: 8, right: 16, top: 50, bottom: 30, containLabel: true },
    xAxis: edge(`First axis: ${percent(shares[0])} of the variance`, c, false),
    yAxis: edge(`Second axis: ${percent(shares[1])}`, c, true),
    series: [...machines.map((id, i) => ({ name: `${type} ${id}`, type: "scatter", color: c.series[i % c.series.length], cursor: "pointer",
      data: points.filter(({ clip }) => clip.machine.id === id).map((point) => item(point, c.series[i % c.series.length], c)) })),
    { type: "line", silent: true, z: 5, data: chosen().map(({ x, y }) => [x, y]), lineStyle: { color: c.text, type: "dashed", width: 1.5 },
      symbol: "circle", symbolSize: (_, { dataIndex }) => (dataIndex ? 15 : 22), itemStyle: { color: "transparent", borderColor: c.text, borderWidth: 2 } }],
  }), 440, ({ point }) => point && picked(point));
};

open(async ({ method, where, clips, kept, types }, call) => {
  const head = el("header");
  const body = el("div", { class: "stack" });
  document.querySelector("main").append(head, body);
  const detail = ({ clip }) => [`machine ${clip.machine.id}`, clip.split, clip.label, `score ${short(clip.score)}`].filter(Boolean).join(" · ");
  const showType = async (at) => {
    const type = types[at];
    const shown = await call("map", type);
    const { points, shares } = shown;
    const byIndex = new Map(points.map((point) => [point.clip.index, point]));
    const isMarked = marked(points);
    const place = el("div", { class: "columns", "aria-live": "polite" });
    let ring = [];
    let latest;
    const explain = async (point, panel) => {
      const wait = el("p", { class: "loading soft" }, "Looking where its score comes from …");
      panel.append(wait);
      try {
        const { map: picture, from, to, lowBand, highBand, share } = await call("where", point.clip.index);
        const part = `${from.toFixed(1)} – ${to.toFixed(1)} s, ${hertz(picture.centres[lowBand])} – ${hertz(picture.centres[highBand - 1])}`;
        const words = share > 0 ? `With the usual level of each band in the framed part alone (${part}) the score is ${percent(share)} lower.`
          : "No part of the clip alone brings it nearer to the centre.";
        if (latest === point) {
          panel.add?.({ title: "Where its score comes from: bright parts are unusual, and bring it nearer to the centre if they are made as in normal clips",
            text: `Where the score of ${point.clip.name} comes from. ${words}`, picture, range: [0, Math.max(1, picture.high)], unit: "%",
            mark: share > 0 ? [from, to] : undefined, bands: [lowBand, highBand] });
          wait.textContent = words;
        }
      } catch (error) {
        wait.textContent = error.message;
      }
      wait.classList.remove("loading");
    };
    /** What is chosen by the user plays at once. */
    const show = async (point) => {
      const start = latest !== undefined;
      latest = point;
      const near = byIndex.get(point.nearest);
      ring = [point, near].filter(Boolean);
      drawn.redraw();
      silence(place);
      const clip = call("clip", point.clip.index);
      const panel = clipPanel(point.clip.name, detail(point), () => clip, { start, height: 170, titled: true });
      const compared = section("The nearest normal clip",
        near ? "" : "No held-out or training clip of this machine is on the map: leave held-out rows among the used ones.");
      place.replaceChildren(section("Chosen clip", "", panel), compared);
      await panel.loaded;
      if (near && latest === point) {
        const range = await clip.then(({ picture }) => [picture.low, picture.high], () => undefined);
        compared.append(clipPanel(near.clip.name, detail(near), () => call("clip", near.clip.index), { height: 170, titled: true, range: () => range }));
        if (where) {
          await explain(point, panel);
        }
      }
    };
    const rows = [...points].sort((a, b) => b.clip.score - a.clip.score).slice(0, LISTED);
    const list = table({ label: `Clips of ${type} by score`, rows, select: show, columns: [
      { title: "Clip", cell: ({ clip }) => clip.name }, { title: "Machine", cell: ({ clip }) => clip.machine.id },
      { title: "Split", cell: ({ clip }) => clip.split }, { title: "Label", cell: ({ clip }) => clip.label },
      { title: "Score", numeric: true, cell: ({ clip }) => short(clip.score) }] });
    const drawn = map(shown, type, isMarked, () => ring, (point) => (rows.includes(point) ? list.choose(point) : show(point)));
    const labelled = points.some(({ clip }) => clip.label);
    head.replaceChildren(el("div", {}, el("h1", {}, `Which clips ${method} finds alike`),
      el("p", {}, `${count(clips, "scored clip")}${clips > kept ? `, of which ${kept.toLocaleString("en")}, drawn at random, are on the maps` : ""}. Scores of different machine types cannot be compared.`)),
    types.length > 1 ? choice("Machine type", types, at, showType) : "");
    body.replaceChildren(el("div", { class: "columns" },
      section(`${type}: map of the embeddings`, `Each mark is a clip; what lies together sounds alike to the network. The two axes hold ${percent(shares[0] + shares[1])} of how the embeddings differ: distances on the map are only part of those that scores are made of.`,
        drawn, el("p", { class: "soft" }, `● test   ○ held out of training   ▲ training   ◆ ${labelled ? "labelled as anomalous" : "higher score than every held-out clip of its machine"}. The ring is the chosen clip, the line leads to the nearest normal one.`)),
      section("Clips", `${count(points.length, "clip")}${points.length > rows.length ? `, the ${rows.length} with the highest scores are listed` : ""}, the highest score first. Choose one here or on the map.`,
        el("div", { class: "list tall" }, list))), place);
    if (rows.length) {
      list.choose(rows[0]);
    }
  };
  if (types.length) {
    await showType(0);
  } else {
    head.append(el("h1", {}, "No clip has a score"));
  }
});
