import { axis, chart, tooltip } from "./kit/chart.js";
import { count, el, number, section, short, table } from "./kit/dom.js";
import { open } from "./kit/host.js";
import { byKind, lanes } from "./kit/lanes.js";

/** The AUC of each machine of a type against γ; the mean is thick, the chosen γ a line. */
const curves = ({ gammas, lines, mean }, type, gamma) => {
  const at = gammas.reduce((best, value, i) => (Math.abs(value - gamma) < Math.abs(gammas[best] - gamma) ? i : best), 0);
  const best = mean.indexOf(Math.max(...mean));
  return chart(`AUC of ${type} against γ: mean ${mean[0].toFixed(3)} at γ = 0, ${mean[at].toFixed(3)} at about the chosen ${short(gamma)}, highest ${mean[best].toFixed(3)} at ${short(gammas[best])}`, (c) => ({
    tooltip: tooltip(c, { trigger: "axis", valueFormatter: (value) => value.toFixed(3) }),
    grid: { left: 8, right: 20, top: 62, bottom: 30, containLabel: true },
    xAxis: axis("γ: weight of the GeCo score", c, false, { min: 0, max: gammas.at(-1) }),
    yAxis: axis("AUC", c, true, { scale: true, max: 1, nameGap: 8 }),
    series: [...lines.map(({ id, auc }, i) => ({ name: `${type} ${id}`, type: "line", symbol: "none", data: auc.map((value, k) => [gammas[k], value]),
      itemStyle: { color: c.series[i % c.series.length] }, lineStyle: { width: 1.5, type: ["solid", "dashed", "dotted"][Math.floor(i / 3) % 3] } })),
    { name: "mean", type: "line", symbol: "none", data: mean.map((value, k) => [gammas[k], value]), itemStyle: { color: c.text }, lineStyle: { width: 3 },
      markLine: { silent: true, symbol: "none", label: { formatter: `γ = ${short(gamma)}`, color: c.text, position: "end" }, lineStyle: { color: c.text, type: "dashed" }, data: [{ xAxis: gamma }] } }],
  }), 340);
};

open(async ({ score, machines, usesLabels, missing }, call) => {
  const place = el("div", { class: "columns", "aria-live": "polite" });
  const labelled = machines.some((row) => row.fused !== null);
  let chosen;
  const show = async (row) => {
    chosen = row;
    const { curves: found, points } = await call("machine", machines.indexOf(row));
    if (chosen !== row) {
      return;
    }
    const all = byKind(points);
    place.replaceChildren(...(found ? [section(`${row.type}: AUC against γ`,
      "At the left edge the PAE score counts alone, to the right GeCo's more and more. A flat top means that γ hardly matters.",
      curves(found, row.type, row.gamma))] : []),
    section(`${row.name}: ${score}`, labelled ? "Scores at the chosen γ. The less normal and anomalous overlap, the better." : "Scores at the chosen γ. No clip has a label: clips far right of the held-out ones are unlike what is usual.",
      lanes(`${score} of ${row.name}: ${all.map(({ title }) => title).join(", ")}`, score, all)));
  };
  const list = table({ label: "γ and AUC of each machine", rows: machines, select: show, columns: [
    { title: "Machine", cell: (row) => row.name }, { title: "γ", numeric: true, cell: (row) => short(row.gamma) },
    { title: "Chosen", cell: (row) => row.detail }, { title: "Clips", numeric: true, cell: (row) => row.clips },
    ...(labelled ? [{ title: "AUC of the PAE score", numeric: true, cell: (row) => number(row.pae, 3, "no labelled test clips of both kinds") },
      { title: "of the GeCo score", numeric: true, cell: (row) => number(row.geco, 3, "no labelled test clips of both kinds") },
      { title: "of both", numeric: true, cell: (row) => number(row.fused, 3, "no labelled test clips of both kinds") }] : [])] });
  document.querySelector("main").append(
    el("header", {}, el("div", {}, el("h1", {}, "Two scores made one"),
      el("p", {}, `${score} = PAE score + γ · GeCo score, ${count(machines.length, "machine")}${missing ? `; ${count(missing, "clip")} lack one of the two` : ""}.`))),
    section("Machines", `Choose a machine.${usesLabels ? " γ was chosen by looking at labels: what is measured on the same clips is an upper bound." : ""}${labelled ? " AUC is of the labelled clips that are not for training or held out." : ""}`, list), place);
  if (machines.length) {
    list.choose(machines[0]);
  }
});
