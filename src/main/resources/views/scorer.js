import { axis, chart, tooltip } from "./kit/chart.js";
import { clipPanel, rehearse } from "./kit/clip.js";
import { choice, count, el, number, section, table } from "./kit/dom.js";
import { open } from "./kit/host.js";

const percent = (share) => `${Math.round(100 * share)} %`;
const between = ({ low, high }) => (low === null ? "" : `${low.toFixed(2)} – ${high.toFixed(2)}`);

/** A point on a line from 0 to 1 with its 95 % interval; the tick in the middle is chance. */
const whisker = ({ value, low, high }) => value !== null && el("span", { class: "interval", "aria-hidden": "true" },
  low !== null && el("i", { style: `left:${100 * low}%;width:${100 * (high - low)}%` }),
  el("b", { style: `left:${100 * value}%` }));

const named = (row) => (row.level === "machine ID" ? `${row.type} ${row.id}` : row.level === "overall" ? "All machine types"
  : `${row.type}, mean`);

const overview = ({ rows, hasDecisions }, select) => {
  const metric = (title, help, of) => [
    { title, help, numeric: true, cell: (row) => number(of(row).value, 3, of(row).why) },
    { title: "95 % interval", help: "What could have come out with other test clips", numeric: true, cell: (row) => between(of(row)) },
    { title: "0 – 1", cell: (row) => whisker(of(row)) }];
  const decided = (title, of) => ({ title, numeric: true, cell: (row) => number(row.decisions && of(row.decisions), 2) });
  return table({ label: "AUC and pAUC of each machine", rows, select, selectable: (row) => row.level === "machine ID" && row.auc.value !== null,
    classOf: (row) => (row.level === "machine ID" ? "" : "mean"),
    columns: [{ title: "Machine", cell: named },
      { title: "Normal", numeric: true, cell: (row) => row.normal }, { title: "Anomalous", numeric: true, cell: (row) => row.anomalous },
      ...metric("AUC", "Share of pairs of a normal and an anomalous clip that the score orders rightly", (row) => row.auc),
      ...metric("pAUC", "The same at few false alarms only", (row) => row.partialAuc),
      ...(hasDecisions ? [decided("Precision", (d) => d.precision), decided("Recall", (d) => d.recall), decided("F1", (d) => d.f1),
        decided("False alarms", (d) => d.falseAlarmRate)] : [])] });
};

const roc = ({ points, auc }, name, maxFpr) => {
  const line = points.map((p) => [p.falsePositiveRate, p.truePositiveRate, p.threshold]);
  const last = line.findIndex(([x]) => x > maxFpr);
  const [x0, y0] = line[last - 1] ?? [0, 0];
  const [x1, y1] = line[last] ?? [1, 1];
  const cut = last < 0 ? line : [...line.slice(0, last), [maxFpr, y0 + ((y1 - y0) * (maxFpr - x0)) / (x1 - x0)]];
  return chart(`ROC curve of ${name}: area ${auc.toFixed(3)}`, (c) => ({
    tooltip: tooltip(c, {
      formatter: ({ value: [x, y, threshold] }) => `${percent(y)} of faults found<br>at ${percent(x)} false alarms`
        + (typeof threshold === "number" ? `<br>score ≥ ${threshold.toPrecision(4)}` : "") }),
    legend: { show: false },
    grid: { left: 8, right: 16, top: 26, bottom: 30, containLabel: true },
    xAxis: axis("False alarms: share of normal clips", c, false, { min: 0, max: 1 }),
    yAxis: axis("Share of faults found", c, true, { min: 0, max: 1 }),
    series: [
      { type: "line", data: [[0, 0], [1, 1]], symbol: "none", silent: true, lineStyle: { color: c.soft, type: "dashed", width: 1 } },
      { type: "line", data: cut, symbol: "none", silent: true, lineStyle: { width: 0 }, areaStyle: { color: c.series[3], opacity: 0.35 } },
      { type: "line", data: line, symbolSize: 5, itemStyle: { color: c.accent }, lineStyle: { color: c.accent, width: 2 },
        markLine: { silent: true, symbol: "none", label: { formatter: `pAUC to ${maxFpr}`, color: c.soft, position: "insideStartTop" },
          lineStyle: { color: c.series[3], type: "dotted" }, data: [{ xAxis: maxFpr }] } }],
  }));
};

const histogram = ({ low, width, normal, anomalous }, name, score) => {
  const bins = normal.map((_, i) => (low + (i + 0.5) * width).toPrecision(3));
  const bars = (title, data, colour, decal) => ({ name: title, type: "bar", data, itemStyle: { color: colour, opacity: 0.8, decal },
    barGap: "-100%", barCategoryGap: "4%" });
  return chart(`Histogram of ${score} of ${name}: ${normal.reduce((a, b) => a + b, 0)} normal and ${anomalous.reduce((a, b) => a + b, 0)} anomalous clips`, (c) => ({
    tooltip: tooltip(c, { trigger: "axis" }),
    xAxis: axis(score, c, false, { type: "category", data: bins }),
    yAxis: axis("Clips", c, true, { minInterval: 1 }),
    series: [bars("normal", normal, c.normal),
      bars("anomalous", anomalous, c.anomaly, { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -0.7, color: "rgba(255,255,255,.55)" })],
  }));
};

const confused = (title, ...cells) => el("tr", {}, el("th", { scope: "row" }, title),
  cells.map(([kind, clips]) => el("td", { class: clips > 0 && kind }, clips)));

const confusion = (d) => d && section("Decisions", "What the threshold's decisions came to.",
  el("table", { class: "confusion", "aria-label": "Confusion matrix" },
    el("thead", {}, el("tr", {}, el("td"), el("th", { scope: "col" }, "Called normal"), el("th", { scope: "col" }, "Called anomalous"))),
    el("tbody", {},
      confused("Normal clips", ["right", d.trueNegatives], ["wrong", d.falsePositives]),
      confused("Anomalous clips", ["wrong", d.falseNegatives], ["right", d.truePositives]))));

/** The clips that the score is most wrong about; the chosen one is shown and heard below. */
const worst = (title, lead, clips, call, playable) => {
  const place = el("div");
  const pick = (clip) => el("button", { class: "pick", "aria-pressed": "false", disabled: !playable, onclick: (event) => {
    place.parentElement.querySelectorAll(".pick").forEach((other) => other.setAttribute("aria-pressed", other === event.currentTarget));
    place.firstChild?.stop?.();
    place.replaceChildren(clipPanel(clip.name, `score ${clip.score.toPrecision(4)}`, () => call("clip", clip.index), { start: true }));
  } }, el("span", { "aria-hidden": "true" }, playable ? "▶" : ""), el("b", {}, clip.name), el("span", { class: "number" }, clip.score.toPrecision(4)));
  return section(title, clips.length ? lead : "There are none.", el("div", { class: "stack" }, el("div", {}, clips.map(pick)), place));
};

open(async (data, call) => {
  const head = el("header");
  const body = el("div", { class: "stack" });
  document.querySelector("main").append(head, body);

  let rehearsed = !data.playable;
  const showMachine = async (result, row, place) => {
    const name = named(row);
    const machine = await call("machine", result.score, row.machine);
    place.replaceChildren(
      el("div", { class: "columns" },
        section(`${name}: ROC`, `AUC ${row.auc.value.toFixed(3)}, pAUC ${row.partialAuc.value.toFixed(3)} (shaded, stretched so that chance is 0.5).`,
          roc({ points: machine.roc, auc: row.auc.value }, name, data.maxFpr)),
        section(`${name}: scores`, "The less the two overlap, the better the score.", histogram(machine.histogram, name, data.scores[result.score]))),
      el("div", { class: "columns" },
        worst("Worst misses", "Anomalous clips with the lowest scores. Listen to what was missed.", machine.misses, call, data.playable),
        worst("Worst false alarms", "Normal clips with the highest scores.", machine.falseAlarms, call, data.playable)),
      ...[confusion(row.decisions)].filter(Boolean));
    const [first] = [...machine.misses, ...machine.falseAlarms];
    if (first && !rehearsed) {
      rehearsed = true;
      rehearse(() => call("clip", first.index));
    }
  };

  const show = (result) => {
    const overall = result.rows.at(-1);
    const place = el("div", { class: "stack", "aria-live": "polite" });
    const figure = (title, { value, low, high }) => el("div", {}, el("dt", {}, title), el("dd", {}, number(value),
      el("small", {}, low === null ? "" : `95 %: ${low.toFixed(2)} – ${high.toFixed(2)}`)));
    const machines = result.rows.filter((row) => row.level === "machine ID");
    head.replaceChildren(el("div", {}, el("h1", {}, data.scores[result.score]),
      el("p", {}, `${count(machines.length, "machine")}, ${count(overall.normal, "normal clip")}, ${count(overall.anomalous, "anomalous clip")}`
        + (overall.leftOut ? `; ${count(overall.leftOut, "clip")} left out` : ""))),
    data.scores.length > 1 ? choice("Score", data.scores, result.score, async (i) => show(await call("score", i))) : "");
    const list = overview(result, (row) => showMachine(result, row, place));
    body.replaceChildren(el("dl", { class: "figures" }, figure("AUC, mean of the machine types", overall.auc), figure("pAUC", overall.partialAuc),
      figure("AUC, harmonic mean", { value: overall.harmonicAuc, low: null })),
    section("Machines", "Choose a machine to see its curve and to hear what its score is wrong about. Few clips make wide intervals.", list), place);
    const measured = machines.filter((row) => row.auc.value !== null);
    if (measured.length) {
      list.choose(measured.reduce((a, b) => (b.auc.value < a.auc.value ? b : a)));
    }
  };
  show(data.first);
});
