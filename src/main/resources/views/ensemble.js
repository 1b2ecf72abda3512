import { count, el, number, section, short, table } from "./kit/dom.js";
import { open } from "./kit/host.js";
import { KINDS, lanes } from "./kit/lanes.js";

const percent = (share) => `${Math.round(100 * share)} %`;

/** Each part's weight in the combined score, or why it has none. */
const weights = (row) => el("div", { class: "scroll" }, table({ label: `Scores of ${row.name}`, rows: row.parts, columns: [
  { title: "Score", cell: (part) => part.name },
  { title: "Weight", help: "Share of the weights of all scores that count", numeric: true, cell: (part) => (part.weight === null ? "left out" : percent(part.weight)) },
  { title: "Usual level", help: "Mean of the held-out clips", numeric: true, cell: (part) => (part.usual === null ? number(null, 3, part.note) : short(part.usual)) },
  { title: "Deviation", numeric: true, cell: (part) => (part.deviation === null ? number(null, 3, part.note) : short(part.deviation)) },
  { title: "Held-out clips", numeric: true, cell: (part) => part.heldOut },
  { title: "Note", words: true, cell: (part) => part.note }] }));

const agreement = (row, { agreement: matrix }) => table({ label: `How far the scores of ${row.name} agree`, rows: row.parts, columns: [
  { title: "Rank correlation", cell: (part) => part.name },
  ...row.parts.map((other, b) => ({ title: other.name, numeric: true, cell: (part) => {
    const value = matrix[row.parts.indexOf(part)][b];
    return row.parts.indexOf(part) === b ? "" : number(value, 2, "too few clips, or all alike");
  } }))] });

const legend = (all) => el("p", { class: "soft" }, Object.entries(KINDS).filter(([kind]) => all.some((point) => point.kind === kind)).flatMap(([, { name, symbol }], i) =>
  [i ? "\u2003" : "", el("span", { "aria-hidden": "true", style: `color:var(${{ "held-out normal": "--soft", normal: "--normal", anomalous: "--anomaly", "without label": "--accent" }[name]})` }, { circle: "●", diamond: "◆", rect: "■" }[symbol]), ` ${name}`]));

open(async ({ score, method, machines }, call) => {
  const place = el("div", { class: "stack", "aria-live": "polite" });
  let chosen;
  const show = async (row) => {
    chosen = row;
    const shown = await call("machine", machines.indexOf(row));
    if (chosen !== row) {
      return;
    }
    const names = [...row.parts.map((part) => part.name), score];
    const all = shown.parts.map((points, i) => ({ title: names[i], points })).filter(({ points }) => points.length);
    const left = row.parts.filter((part) => part.weight === null);
    place.replaceChildren(
      section(`${row.name}: scores on one scale`, "0 is usual for the machine, the unit is the deviation of its held-out clips; the last is the combined score. A score finds a fault where the fault lies right of what is normal.",
        lanes(`Scores of ${row.name} in deviations: ${all.map(({ title, points }) => `${title} from ${short(Math.min(...points.map((p) => p.score)))} to ${short(Math.max(...points.map((p) => p.score)))}`).join("; ")}`,
          "Deviations from what is usual", all, { value: 0, text: "usual" }), legend(shown.parts.flat())),
      el("div", { class: "columns" },
        section("What each score counts", left.length ? `Left out: ${left.map((part) => `${part.name} (${part.note})`).join("; ")}.` : "None is left out.", weights(row)),
        section("Agreement", "1: they order the clips in the same way, and one of them would do; about 0: each hears something else.", agreement(row, shown))));
  };
  const list = table({ label: "Machines", rows: machines, select: show, columns: [
    { title: "Machine", cell: (row) => row.name }, { title: "Clips", numeric: true, cell: (row) => row.clips },
    { title: "Scores that count", numeric: true, cell: (row) => row.parts.filter((part) => part.weight !== null).length },
    { title: "Left out", cell: (row) => row.parts.filter((part) => part.weight === null).map((part) => part.name).join(", ") || "–" }] });
  document.querySelector("main").append(
    el("header", {}, el("div", {}, el("h1", {}, `${score}: several scores made one`), el("p", {}, `${method[0].toUpperCase()}${method.slice(1)}.`))),
    section("Machines", `${count(machines.length, "machine")}. Choose one.`, el("div", { class: "list" }, list)), place);
  if (machines.length) {
    list.choose(machines[0]);
  }
});
