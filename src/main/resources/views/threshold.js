import { clipPanel, silence } from "./kit/clip.js";
import { count, el, number, section, short, table } from "./kit/dom.js";
import { open } from "./kit/host.js";
import { byKind, lanes } from "./kit/lanes.js";

const percent = (share) => `${(100 * share).toFixed(1)} %`;
const LABELS = { NORMAL: "normal", ANOMALY: "anomalous", UNKNOWN: "" };

/** What the labels say about the promise. */
const verdict = ({ promised, normal, interval }) => (promised === null ? "No decision" : !normal ? "No normal clips with a label"
  : interval.low > promised ? "More than promised" : interval.high < promised ? "Fewer than promised" : "As promised");

/** The false-alarm rate seen with its 95 % interval, from 0 to `most`; the tick is the rate promised. */
const seen = ({ promised, normal, falseAlarms, interval }, most) => normal > 0 && el("span", { class: "interval", "aria-hidden": "true",
  style: `background-position:${100 * (promised ?? 0) / most}% 50%` },
el("i", { style: `left:${100 * interval.low / most}%;width:${100 * (interval.high - interval.low) / most}%` }),
el("b", { style: `left:${100 * falseAlarms / normal / most}%` }));

const overview = ({ machines }, select) => {
  const labelled = machines.some((row) => row.normal);
  const most = Math.min(1, Math.max(0.2, ...machines.map((row) => row.interval?.high ?? 0)));
  return table({ label: "Thresholds and false alarms of each machine", rows: machines, select, columns: [
    { title: "Machine", cell: (row) => row.name },
    { title: "Held-out clips", help: "Normal clips that the threshold was learned from", numeric: true, cell: (row) => row.heldOut },
    { title: "Threshold", numeric: true, cell: (row) => (row.threshold === null ? number(null, 3, row.note) : short(row.threshold)) },
    { title: "Clips judged", numeric: true, cell: (row) => row.clips },
    { title: "Called anomalous", numeric: true, cell: (row) => row.called },
    { title: "False alarms promised", help: "At most, on average", numeric: true, cell: (row) => (row.promised === null ? number(null, 3, row.note) : percent(row.promised)) },
    ...(labelled ? [
      { title: "Seen", numeric: true, cell: (row) => (row.normal ? `${percent(row.falseAlarms / row.normal)}  (${row.falseAlarms} of ${row.normal})` : number(null)) },
      { title: "95 % interval", help: "Which rates these counts are compatible with (Clopper and Pearson)", numeric: true,
        cell: (row) => row.interval && `${percent(row.interval.low)} – ${percent(row.interval.high)}` },
      { title: `0 – ${Math.round(100 * most)} %`, cell: (row) => seen(row, most) },
      { title: "So far", cell: verdict },
      { title: "Faults found", numeric: true, cell: (row) => (row.anomalous ? `${row.found} of ${row.anomalous}` : number(null)) }] : [])] });
};

const KIND = { NORMAL: "normal", ANOMALY: "anomaly", UNKNOWN: "unknown" };

/** The scores of one machine as dots: a lane for the held-out clips, one for each label. */
const distribution = ({ heldOut, clips }, row, score) => {
  const all = byKind([...heldOut.map((value) => ({ score: value, kind: "held-out" })), ...clips.map((clip) => ({ score: clip.score,
    kind: KIND[clip.label], text: `${clip.name}, p-value ${clip.pValue.toPrecision(2)}` }))]);
  return lanes(`Scores of ${row.name}: ${all.map(({ title }) => title).join(", ")}`
    + (row.threshold === null ? "" : `; ${count(row.called, "clip")} above the threshold ${short(row.threshold)}`), score, all,
  row.threshold === null ? undefined : { value: row.threshold, text: `threshold ${short(row.threshold)}` });
};

open(async (data, call) => {
  const { machines, all } = data;
  const place = el("div", { class: "columns", "aria-live": "polite" });
  let chosen;
  const showMachine = async (row) => {
    chosen = row;
    const machine = await call("machine", machines.indexOf(row));
    if (chosen !== row) {
      return;
    }
    const called = machine.clips.filter((clip) => clip.called).sort((a, b) => a.pValue - b.pValue || b.score - a.score);
    const heard = el("div");
    const play = (clip, start) => {
      heard.firstChild?.stop?.();
      heard.replaceChildren(clipPanel(clip.name, `score ${short(clip.score)}, p-value ${clip.pValue.toPrecision(2)}`,
        () => call("clip", clip.index), { start }));
    };
    silence(place);
    const labelled = called.some((clip) => LABELS[clip.label]);
    const list = table({ label: `Clips of ${row.name} that are called anomalous`, rows: called,
      select: data.playable ? (clip) => play(clip, true) : undefined, columns: [
        { title: "Clip", cell: (clip) => clip.name },
        { title: "p-value", help: "Share of normal clips that seem as anomalous", numeric: true, cell: (clip) => clip.pValue.toFixed(3) },
        { title: "Score", numeric: true, cell: (clip) => short(clip.score) },
        ...(labelled ? [{ title: "Labelled", cell: (clip) => LABELS[clip.label] }] : [])] });
    place.replaceChildren(
      section(`${row.name}: scores and threshold`, row.note ? `${row.note}.` : `${count(row.heldOut, "held-out clip")} promise at most ${percent(row.promised)} false alarms. Right of the line a clip is called anomalous.`,
        distribution(machine, row, data.score)),
      section(`${row.name}: called anomalous`, called.length ? `${count(called.length, "clip")}, what normal clips resemble least first.${data.playable ? " Choose one to see and hear it." : ""}`
        : row.threshold === null ? "Nothing is decided for this machine." : "None of its clips is.",
      called.length ? el("div", { class: "stack" }, el("div", { class: "list" }, list), heard) : ""));
    if (data.playable && called.length) {
      play(called[0], false);
    }
  };

  const figure = (title, value, small) => el("div", {}, el("dt", {}, title), el("dd", {}, value, el("small", {}, small)));
  const few = machines.filter((row) => row.note);
  const list = overview(data, showMachine);
  document.querySelector("main").append(
    el("header", {}, el("div", {}, el("h1", {}, `Decisions on ${data.score}`),
      el("p", {}, `${count(machines.length, "machine")}, ${count(all.clips, "clip")} judged`
        + (data.leftOut ? `; ${count(data.leftOut, "clip")} that models or thresholds were learned from not counted` : "")
        + (data.undecided ? `; ${count(data.undecided, "clip")} without a decision (${data.why})` : "")))),
    el("dl", { class: "figures" }, figure("Called anomalous", all.called.toLocaleString("en"), `of ${count(all.clips, "clip")}`),
      figure("False alarms asked for", percent(data.rate), few.length ? `not promised for ${few.length} of ${count(machines.length, "machine")}` : "at most, on average"),
      ...(all.normal ? [figure("False alarms seen", percent(all.falseAlarms / all.normal),
        `${all.falseAlarms} of ${count(all.normal, "normal clip")}; 95 %: ${percent(all.interval.low)} – ${percent(all.interval.high)}`)] : []),
      ...(all.anomalous ? [figure("Faults found", percent(all.found / all.anomalous), `${all.found} of ${all.anomalous}`)] : [])),
    section("Machines", all.normal ? "Choose a machine. The dot is the false-alarm rate seen, the bar what so few clips allow for, the tick what was promised."
      : "Choose a machine. No clip has a label, so nothing tells how many alarms are false.", list),
    place,
    few.length ? section("Too few held-out clips", "", el("ul", {}, [...new Set(few.map((row) => row.note))].map((note) =>
      el("li", {}, el("b", {}, few.filter((row) => row.note === note).map((row) => row.name).join(", ")), `: ${note}.`)))) : "");
  if (machines.length) {
    list.choose(machines.reduce((a, b) => (b.called > a.called ? b : a)));
  }
});
