import { clipPanel, silence } from "./kit/clip.js";
import { count, el, number, section, table } from "./kit/dom.js";
import { open } from "./kit/host.js";

open(async ({ method, rows, all }, call) => {
  const known = new Map();
  const fetched = (index) => {
    if (!known.has(index)) {
      known.set(index, call("clip", index).then(({ clip, predicted }) => ({ ...clip, ...predicted })));
    }
    return known.get(index);
  };
  const machine = (row) => [row.machine.type, row.machine.id].filter(Boolean).join(" ");

  const place = el("div", { class: "columns" });
  const panel = (row, of, words) => clipPanel(row.name, `${machine(row)} · score ${row.score.toFixed(1)}`, async () => {
    await fetched(of.index);
    return fetched(row.index);
  }, {
    height: 170,
    range: () => of.colours.level,
    layers: (clip) => [
      { title: `As the ${method} predicts it`, text: `Prediction of ${row.name}`, picture: clip.predicted, range: of.colours.level },
      { title: `Squared error, ${clip.meanError.toFixed(1)} dB² on average`, picture: clip.error, range: of.colours.error,
        unit: "dB²", text: `Squared error of ${row.name}: largest from ${clip.worst.toFixed(1)} s on` }],
    loop: (clip) => ({ from: clip.worst, to: clip.worst + clip.worstSeconds,
      text: `Loop ${words} (${clip.worst.toFixed(1)} s, ${clip.worstError.toFixed(1)} dB²)` }),
  });
  /** Both clips have the chosen one's colours, so that they can be compared. */
  let latest;
  const choose = async (row) => {
    latest = row;
    silence(place);
    place.replaceChildren(el("p", { class: "loading" }, "Predicting …"));
    const colours = fetched(row.index).then(({ picture, error }) => ({ level: [picture.low, picture.high],
      error: [0, error.high] })).catch(() => ({}));
    const of = { index: row.index, colours: await colours };
    if (latest !== row) {
      return;
    }
    const beside = el("div", {}, el("p", { class: "loading" }, "Looking for a normal clip …"));
    const shown = panel(row, of, "the worst second");
    place.replaceChildren(section("Chosen clip", `Bright in the map of errors: what the ${method} did not expect.`, shown),
      section("A normal clip to compare", "Held out of training, of the same machine, with the most similar mean spectrum.", beside));
    await shown.loaded;
    try {
      beside.replaceChildren(panel(await call("nearest", row.index), of, "its worst second"));
    } catch (error) {
      beside.replaceChildren(el("p", { class: "soft" }, error.message));
    }
  };

  const list = table({ label: "Scored clips", rows, select: choose, columns: [
    { title: "Clip", cell: (row) => row.name }, { title: "Machine", cell: machine }, { title: "Split", cell: (row) => row.split },
    { title: "Label", cell: (row) => row.label }, { title: "Score (dB²)", numeric: true, cell: (row) => number(row.score, 2) }] });
  document.querySelector("main").append(
    el("header", {}, el("div", {}, el("h1", {}, `Where the ${method} is wrong`),
      el("p", {}, `${count(all, "scored clip")}${all > rows.length ? `, the first ${rows.length} are listed` : ""}, the highest score first. Choose one: the ${method} predicts it now. Scores of different machine types cannot be compared.`))),
    section("Clips", "", el("div", { class: "list" }, list)), place);
  if (rows.length) {
    list.choose(rows[0]);
  }
});
