import { clipPanel, silence } from "./kit/clip.js";
import { count, el, number, section, short, table } from "./kit/dom.js";
import { open } from "./kit/host.js";
import { byKind, lanes } from "./kit/lanes.js";

/** Whose spread a machine has; the column is left out where the distance has none. */
const spread = { title: "Spread", help: "Whose clips tell how normal clips vary around their mean",
  cell: ({ isPooled }) => (isPooled === null ? "–" : isPooled ? "of all machines of its type" : "its own") };

const overview = (machines, select) => table({ label: "Machines that were learned", rows: machines, select, selectable: ({ scored }) => scored > 0, columns: [
  { title: "Machine", cell: ({ name }) => name }, { title: "Clips", numeric: true, cell: ({ clips }) => clips },
  ...(machines.some(({ isPooled }) => isPooled !== null) ? [spread] : []),
  { title: "Usual score", help: "Median of its clips", numeric: true, cell: ({ usual }) => (usual === null ? number(null) : short(usual)) },
  { title: "Highest", numeric: true, cell: ({ highest }) => (highest === null ? number(null) : short(highest)) },
  ...(machines.some(({ why }) => why) ? [{ title: "Without score", words: true, cell: ({ clips, scored, why }) => (why ? `${count(clips - scored, "clip")}: ${why}` : "–") }] : [])] });

open(async ({ score, method, playable, machines }, call) => {
  const place = el("div", { class: "columns", "aria-live": "polite" });
  let chosen;
  const show = async (row) => {
    chosen = row;
    const clips = await call("machine", machines.indexOf(row));
    if (chosen !== row) {
      return;
    }
    const heard = el("div");
    const play = (clip, start) => {
      silence(heard);
      heard.replaceChildren(clipPanel(clip.name, `score ${short(clip.score)}`, () => call("clip", clip.index), { start }));
    };
    const list = table({ label: `Clips of ${row.name}`, rows: clips, select: playable ? (clip) => play(clip, true) : undefined, columns: [
      { title: "Clip", cell: ({ name }) => name }, { title: "Score", numeric: true, cell: (clip) => short(clip.score) }] });
    silence(place);
    place.replaceChildren(
      section(`${row.name}: scores of its own clips`, "Each clip as a model of all others scores it. The line is what is usual for the machine.",
        lanes(`Scores of ${count(row.scored, "clip")} of ${row.name}: half of them up to ${short(row.usual)}, the highest ${short(row.highest)}`, score,
          byKind(clips.map((clip) => ({ score: clip.score, kind: "normal", text: clip.name }))), { value: row.usual, text: "usual" }), heard),
      section(`${row.name}: its most unusual clips`, `${row.scored > clips.length ? `The ${count(clips.length, "clip")} with the highest scores. ` : ""}One far above the others may not be normal: listen, and learn again without it.`,
        el("div", { class: "list tall" }, list)));
    if (playable) {
      play(clips[0], false);
    }
  };
  const list = overview(machines, show);
  document.querySelector("main").append(
    el("header", {}, el("div", {}, el("h1", {}, "How far normal clips lie from each other"), el("p", {}, `${method[0].toUpperCase()}${method.slice(1)}.`))),
    section("Machines", `${count(machines.length, "machine")}, ${count(machines.reduce((sum, { scored }) => sum + scored, 0), "clip")} learned from. Choose a machine.`, el("div", { class: "list" }, list)), place);
  const known = machines.filter(({ scored }) => scored > 0);
  if (known.length) {
    list.choose(known[0]);
  }
});
