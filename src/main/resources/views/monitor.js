import { calendar, day, days, legend, nextFrame } from "./kit/calendar.js";
import { axis, chart, tooltip } from "./kit/chart.js";
import { clipPanel, silence } from "./kit/clip.js";
import { choice, count, el, number, section, short, table } from "./kit/dom.js";
import { open } from "./kit/host.js";

const DAY = 86400000;
const MOST_ADVICE = 6;
const percent = (share) => `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;
const clock = (ms) => new Date(ms).toISOString().slice(11, 16);
const moment = (ms) => `${day(ms)}, ${clock(ms)}`;
const span = ({ from, to }) => `${moment(from)} – ${day(from) === day(to) ? clock(to) : moment(to)}`;
const named = (path) => path.replace(/.*[/\\]/, "").replace(/#t=0,.*/, "").replace(/#t=([^,]*),.*/, ", from $1 s");
const CAUSES = { NONE: "as usual", TOO_FEW: "too few clips", MACHINE: "▲ machine", RECORDING: "■ microphone or recording" };

/** Names in a sentence: the first three, and how many others. */
const listed = (names) => {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} others`] : names;
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}` : shown[0];
};

const headline = ({ clips, machines, events, newEvents }) => (newEvents
  ? `${count(newEvents, "new event")} on ${listed([...new Set(events.filter(({ isNew }) => isNew).map(({ name }) => name))])}`
  : !machines.length ? "Nothing has been judged yet" : clips ? "No new event" : "No clip was judged in this run");

/** The drift in one sentence. */
const drifting = ({ drift }) => {
  const of = (cause) => drift.filter((row) => row.cause === cause).map(({ name }) => name);
  const [machine, recording, none] = [of("MACHINE"), of("RECORDING"), of("NONE")];
  return recording.length ? `${recording.length} of ${count(drift.length, "machine")} have changed in the same night, which a microphone or the recording explains better than so many faults.`
    : machine.length ? `${listed(machine)} ${machine.length > 1 ? "have" : "has"} drifted${none.length ? `; the other ${count(none.length, "machine")} sound${none.length > 1 ? "" : "s"} as usual` : ""}.`
      : none.length ? `No machine has drifted: ${none.length > 1 ? `all ${none.length} that could be tested sound` : `${none[0]} sounds`} as usual.`
        : drift.length ? "Whether machines have drifted cannot be told yet: there are too few clips to compare." : "";
};

/** Clips are named without their folder. */
const briefly = (advice) => advice.replace(/^Listen to .*[/\\]/, "Listen to ");

/** What to do: each advice once, with the machines it is for. */
const todo = ({ drift, events }) => {
  const advice = new Map();
  drift.filter((row) => !row.advice.startsWith("Nothing")).forEach((row) => advice.set(row.advice, [...(advice.get(row.advice) ?? []), row]));
  const urgent = (rows) => Math.min(...rows.map((row) => (events.some((event) => event.isNew && event.name === row.name) || row.cause === "RECORDING" ? 0 : row.cause === "MACHINE" ? 1 : 2)));
  const all = [...advice].sort(([, a], [, b]) => urgent(a) - urgent(b));
  const lines = all.slice(0, MOST_ADVICE).map(([text, rows]) => el("li", {}, el("b", {}, listed(rows.map(({ name }) => name))), `: ${briefly(text)}`));
  return lines.length ? el("ul", { class: "todo" }, lines, all.length > MOST_ADVICE && el("li", {}, `and ${all.length - MOST_ADVICE} more in the table of drift.`))
    : el("p", {}, "Nothing.");
};

/** What the calendar may be coloured by. */
const LAYERS = [
  { title: "Median score", ends: ["lower than usual", "usual", "higher"], of: ({ deviation }) => ({
    shade: deviation === null || Math.abs(deviation) < 1 ? 0 : Math.max(-1, Math.min(1, deviation / 4)),
    number: deviation === null ? "·" : Math.abs(deviation) < 1 ? "" : `${deviation < 0 ? "−" : "+"}${Math.min(99, Math.round(Math.abs(deviation)))}` }) },
  { title: "Share of anomalous clips", ends: ["none", "all"], of: ({ clips, anomalous }) => ({ shade: Math.sqrt(anomalous / clips),
    number: anomalous ? Math.round((100 * anomalous) / clips) : "" }) }];

const told = ({ clips, anomalous, deviation, why, events, newEvents }) => `${count(clips, "clip")}, ${anomalous} anomalous (${percent(anomalous / clips)}), median `
  + (deviation === null ? `without comparison: ${why}` : `${Math.abs(deviation).toFixed(1)} standard deviations ${deviation < 0 ? "below" : "above"} the usual`)
  + (events ? `; ${count(events, "event")}, ${newEvents} of them new` : "");

/** Scores of one machine in time, between two times. */
const runChart = (text, score, { dots, thresholds }, events, medians, [from, to], hear) => {
  const kind = (name, anomalous, isNew) => (c) => {
    const colour = anomalous ? c.anomaly : isNew ? c.accent : c.soft;
    return { name, type: "scatter", symbol: anomalous ? "diamond" : "circle", symbolSize: anomalous ? 11 : 6, z: anomalous ? 4 : 3,
      itemStyle: { color: isNew ? colour : c.card, borderColor: colour, borderWidth: 1.3 },
      data: dots.flatMap((dot, i) => (dot.anomalous === anomalous && dot.isNew === isNew ? [[dot.at, dot.score, i]] : [])) };
  };
  const kinds = [kind("clip of an earlier run", false, false), kind("clip of this run", false, true),
    kind("anomalous, earlier", true, false), kind("anomalous, this run", true, true)];
  return chart(text, (c) => ({
    useUTC: true,
    grid: { left: 8, right: 20, top: 62, bottom: 12, containLabel: true },
    tooltip: tooltip(c, { formatter: ({ data: { event }, value }) => (event ? `${event.isNew ? "New event" : "Event"}: ${span(event)}<br>peak ${short(event.peak)}, ${count(event.clips, "anomalous clip")}`
      : value.length < 3 ? `Median of ${day(value[0])}: ${short(value[1])}` : `${named(dots[value[2]].listen)}<br>${moment(value[0])}<br>score ${short(value[1])}`) }),
    xAxis: axis("", c, false, { type: "time", min: from, max: to, splitLine: { show: false },
      axisLabel: { color: c.soft, hideOverlap: true, padding: [0, 8], formatter: { year: "{d} {MMM} {yyyy}", month: "{d} {MMM}", day: "{d} {MMM}", hour: "{HH}:{mm}", minute: "{HH}:{mm}" } } }),
    yAxis: axis(score, c, true, { scale: true, nameGap: 10 }),
    series: [...kinds.map((series) => series(c)).filter(({ data }) => data.length),
      ...(thresholds.length ? [{ name: "threshold", type: "line", step: "end", symbol: "none", silent: true, color: c.text, lineStyle: { color: c.text, type: "dashed", width: 1.5 },
        data: [...thresholds.map(({ at, threshold }) => [at, threshold]), [Math.max(to, dots.at(-1).at), thresholds.at(-1).threshold]] }] : []),
      ...(medians.length > 1 ? [{ name: "median of the day", type: "line", symbol: "rect", symbolSize: 6, color: c.series[2], lineStyle: { color: c.series[2], width: 2 }, z: 5, data: medians }] : []),
      ...(events.length ? [{ name: "event", type: "scatter", symbol: "triangle", symbolRotate: 180, symbolSize: 12, symbolOffset: [0, -14], itemStyle: { color: c.text }, z: 6,
        data: events.map((event) => ({ value: [dots[event.dot]?.at ?? event.from, event.peak, event.dot], event })),
        markArea: { silent: true, data: events.map((event) => [{ xAxis: event.from, itemStyle: { color: c.anomaly, opacity: 0.22, borderColor: c.anomaly, borderWidth: 1, borderType: event.isNew ? "solid" : "dashed" } },
          { xAxis: event.to }]) } }] : [])],
  }), 360, (data) => hear((data?.value ?? data)?.[2]));
};

/** Where the dots of a day have their middle, with its median. */
const medians = (machine, dots) => machine.days.flatMap(({ date, median }) => {
  const own = dots.filter(({ at }) => at >= Date.parse(date) && at < Date.parse(date) + DAY);
  return own.length ? [[own.reduce((sum, { at }) => sum + at, 0) / own.length, median]] : [];
});

const eventTable = ({ events }, select) => table({ label: "Events", rows: events, select, selectable: ({ machine }) => machine >= 0, columns: [
  { title: "New", cell: ({ isNew }) => (isNew ? el("span", { role: "img", "aria-label": "new" }, "◆") : "") },
  { title: "Machine", cell: ({ name }) => name }, { title: "When", cell: span },
  { title: "Peak", numeric: true, cell: ({ peak }) => short(peak) },
  { title: "Lowest p-value", numeric: true, cell: ({ lowestP }) => number(lowestP, 3, "the clips have no p-value") },
  { title: "Anomalous clips", numeric: true, cell: ({ clips }) => clips }] });

const driftTable = ({ drift }, select) => {
  const probability = (p, why) => (p < 1e-4 ? "< 0.0001" : number(p, 4, why));
  const higher = (shift, why) => number(shift && 100 * shift.superiority, 0, why);
  return table({ label: "Drift of each machine", rows: drift, select, selectable: ({ machine }) => machine >= 0, columns: [
    { title: "Machine", cell: ({ name }) => name }, { title: "What has changed", cell: ({ cause }) => CAUSES[cause] },
    { title: "Clips", numeric: true, cell: ({ clips }) => clips },
    { title: "Normal clips", help: "They are compared with so many", numeric: true, cell: ({ usual }) => usual },
    { title: "Higher (%)", help: "How probably a clip of this run has a higher score than a normal one; 50: neither", numeric: true, cell: ({ scores, why }) => higher(scores, why) },
    { title: "p-value", help: "Adjusted for all machines", numeric: true, cell: ({ scores, why }) => probability(scores?.pValue, why) },
    ...(drift.some(({ levels }) => levels) ? [{ title: "Louder (%)", help: "The same of levels", numeric: true, cell: ({ levels }) => higher(levels, "no levels") },
      { title: "p-value", numeric: true, cell: ({ levels }) => probability(levels?.pValue, "no levels") }] : []),
    { title: "What to do", words: true, cell: ({ advice }) => briefly(advice) }] });
};

open(async (data, call) => {
  const { machines, events, tonight, drift } = data;
  const main = document.querySelector("main");
  const dates = machines.length ? days(data.first, data.last) : [];
  const drifted = drift.filter(({ cause }) => cause === "MACHINE" || cause === "RECORDING").length;
  const figure = (title, value, small) => el("div", {}, el("dt", {}, title), el("dd", {}, value, el("small", {}, small)));
  main.append(
    el("header", {}, el("div", {}, el("h1", {}, headline(data)), el("p", {}, machines.length
      ? `${count(machines.length + data.leftOut, "machine")}, ${count(data.clips, "clip")} judged in this run${data.clips ? `, ${data.anomalous} of them anomalous` : ""}. `
        + (dates.length > 1 ? `Shown are the ${dates.length} days since ${day(data.first)}.` : `${day(data.first)} is the first day of the history.`)
      : "Neither this run nor the history has a judged clip. Connect the clips that a detector or the Anomaly Threshold Predictor has judged."), el("p", {}, drifting(data)))));
  if (!machines.length) {
    return;
  }
  main.append(el("dl", { class: "figures" }, figure("New events", data.newEvents, `${data.earlierEvents} of earlier runs`),
    figure("Anomalous clips", data.anomalous, `of ${count(data.clips, "clip")} of this run`),
    figure("Machines that have drifted", drifted, `of ${drift.length} in this run`)),
  section("What to do", "", todo(data), data.warnings.map((text) => el("p", { class: "lead" }, text))));

  const words = el("p", { class: "soft", "aria-hidden": "true" }, "Point at a day, or go to it with the arrow keys.");
  const sheet = el("div", { class: "tall" });
  const place = el("div", { class: "stack", "aria-live": "polite" });
  const heard = el("div");
  const cells = new Map(machines.map((machine) => [machine, new Map(machine.days.map((cell) => [cell.date, cell]))]));
  let layer = machines.some((machine) => machine.days.some(({ deviation }) => deviation !== null)) ? 0 : 1;
  let grid;
  let chosen;

  const hear = (machine, dot, { at, score, listen }, detail, start) => {
    silence(heard);
    heard.replaceChildren(clipPanel(`${machines[machine].name}: ${named(listen)}`, `${moment(at)}, score ${short(score)}${detail}`, () => call("clip", machine, dot), { start }));
  };

  /** Shows a machine; with a date that day alone, with an event its clip. */
  const show = async (machine, date, event, start = false) => {
    const index = machines.indexOf(machine);
    const mine = chosen = { machine, date };
    grid.mark(machine, date);
    const run = machine.run ??= await call("machine", index);
    if (chosen !== mine) {
      return;
    }
    const shown = [undefined, ...machine.days.map((cell) => cell.date).reverse()];
    const own = run.events;
    const dots = run.dots.filter(({ at }) => !date || (at >= Date.parse(date) && at < Date.parse(date) + DAY));
    const all = machine.days.filter((cell) => !date || cell.date === date).reduce((sum, { clips }) => sum + clips, 0);
    const [from, to] = dots.length ? [dots[0].at, dots.at(-1).at] : [Date.parse(date ?? data.first), Date.parse(date ?? data.last) + DAY];
    const margin = Math.max(300000, 0.02 * (to - from));
    const text = `Scores of ${machine.name}${date ? ` on ${day(date)}` : ""}: ${count(all, "clip")}, ${count(dots.filter(({ anomalous }) => anomalous).length, "anomalous clip")}, ${count(own.length, "event")}`;
    place.replaceChildren(section(`${machine.name}: run chart`, `Each dot is a clip, filled if it is of this run; diamonds are anomalous, shaded are events with a triangle at their peak. Choose one to hear it.`
      + (dots.length < all ? ` There are ${count(all, "clip")}; ${dots.length} are drawn, anomalous ones first.` : ""),
    choice("Time", shown.map((each) => (each ? day(each) : "All days")), shown.indexOf(date), (i) => show(machine, shown[i])),
    dots.length ? runChart(text, data.score, run, own.filter((each) => !date || (each.to >= from - margin && each.from <= to + margin)), medians(machine, run.dots), [from - margin, to + margin],
      (dot) => run.dots[dot] && hear(index, dot, run.dots[dot], "", true)) : ""));
    const told = event ?? own.find((each) => !date || (each.from < Date.parse(date) + DAY && each.to >= Date.parse(date)));
    silence(heard);
    if (run.dots[told?.dot]) {
      hear(index, told.dot, run.dots[told.dot], `, peak of ${count(told.clips, "anomalous clip")}`, start);
    } else {
      heard.replaceChildren(el("p", { class: "soft" }, `No event${date ? ` of ${day(date)}` : ` of ${machine.name}`} has a clip to listen to. Choose a dot to hear its clip.`));
    }
  };

  const draw = async () => {
    const { title, ends, of } = LAYERS[layer];
    grid = calendar({ label: `${title} of each machine and day`, rows: machines, dates, tonight, choose: (machine, date) => show(machine, date),
      told: (text) => { words.textContent = text; },
      cell: (machine, date) => {
        const known = cells.get(machine).get(date);
        return known && { ...of(known), text: told(known), event: known.newEvents ? "fresh" : known.events ? "earlier" : undefined };
      } });
    sheet.replaceChildren(legend(ends), grid, words);
    const mine = grid;
    await mine.fill();
    if (chosen && grid === mine) {
      grid.mark(chosen.machine, chosen.date);
    }
  };
  const more = data.newEvents + data.earlierEvents;
  let begun = false;
  main.append(section("Machines and days", `${layer ? "Nothing is known yet of what is usual for these machines: look at the shares." : "Numbers say how many standard deviations a day's median lies above or below the usual; a fault that grows darkens from day to day, a moved microphone darkens a column."} Choose a day or a machine.`
    + (data.leftOut ? ` ${count(data.leftOut, "machine")} without new events, of ${machines.length + data.leftOut}, are not shown.` : ""),
  choice("Colour", LAYERS.map(({ title }) => title), layer, (i) => { layer = i; draw(); }), sheet), place);
  await nextFrame();
  await draw();
  const list = eventTable(data, (event) => show(machines[event.machine], undefined, event, begun));
  main.append(el("div", { class: "columns" },
    section("Events", events.length ? `New ones first${more > events.length ? `, ${events.length} of ${more.toLocaleString("en")}` : ""}. Choose one to see and hear it.` : "There are none in these days.", events.length ? el("div", { class: "list" }, list) : ""),
    section("Listen", "", heard)));
  await nextFrame();
  main.append(section("Drift", drift.length ? "Are the scores of this run still those of normal clips? All machines are tested together; a microphone is told from a machine by how many have changed." : "No clip was judged in this run, so nothing is compared.",
    drift.length ? el("div", { class: "list" }, driftTable(data, ({ machine }) => show(machines[machine]))) : ""));
  await nextFrame();
  const first = events.find(({ machine }) => machine >= 0);
  if (first) {
    list.choose(first);
  } else {
    const worst = ({ days: own }) => Math.abs(own.at(-1)?.deviation ?? 0);
    show(machines.reduce((a, b) => (worst(b) > worst(a) ? b : a)));
  }
  begun = true;
});
