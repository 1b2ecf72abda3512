import { clipPanel, silence } from "./kit/clip.js";
import { count, el, section, table } from "./kit/dom.js";
import { open } from "./kit/host.js";

open(async ({ columns, rows, all }, call) => {
  const known = new Map();
  const fetched = (row) => {
    if (!known.has(row)) {
      known.set(row, call("clip", row.index));
    }
    return known.get(row);
  };

  let chosen;
  let beside;
  const place = el("div", { class: "columns" });
  /** Both pictures have the same colours for the same level, so that they can be compared. */
  const range = async () => {
    const pictures = (await Promise.allSettled([chosen, beside].filter(Boolean).map(fetched)))
      .flatMap(({ value }) => value?.picture ?? []);
    return pictures.length ? [Math.min(...pictures.map((p) => p.low)), Math.max(...pictures.map((p) => p.high))] : undefined;
  };
  const draw = async (start) => {
    const levels = await range();
    silence(place);
    place.replaceChildren(...[chosen, beside].filter(Boolean).map((row, i) => section(i ? "Kept beside" : "Chosen clip", "",
      clipPanel(row.name, row.values.filter(Boolean).join(" · "), () => fetched(row), { range: () => levels, height: 280 }),
      el("p", {}, i ? el("button", { onclick: () => { beside = undefined; draw(); } }, "Put away")
        : el("button", { onclick: () => { beside = chosen; draw(); } }, "Keep beside and choose another")))));
  };
  const choose = (row) => {
    chosen = row;
    draw();
  };

  const listed = el("div", { class: "list" });
  const found = el("span", { class: "soft", role: "status" });
  let list;
  const filter = (text) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = rows.filter((row) => words.every((word) => `${row.name} ${row.values.join(" ")}`.toLowerCase().includes(word)));
    found.textContent = hits.length === rows.length ? "" : `${hits.length} of ${count(rows.length, "clip")}`;
    list = table({ label: "Clips", rows: hits, select: choose, columns: [{ title: "Clip", cell: (row) => row.name },
      ...columns.map((title, i) => ({ title, cell: (row) => row.values[i] })),
      ...(rows.some((row) => row.problem) ? [{ title: "No spectrogram because", cell: (row) => row.problem }] : [])] });
    listed.replaceChildren(list);
  };

  document.querySelector("main").append(
    el("header", {}, el("div", {}, el("h1", {}, "Spectrograms"),
      el("p", {}, `${count(all, "clip")}${all > rows.length ? `, the first ${rows.length} are listed` : ""}. Choose one to see and hear it as it is learned from; Space plays, arrow keys move.`))),
    section("Clips", "", el("p", { class: "controls" }, el("label", { class: "choice" }, "Words to look for",
      el("input", { type: "search", oninput: (event) => filter(event.target.value) })), found), listed), place);
  filter("");
  const first = rows.find((row) => !row.problem);
  if (first) {
    list.choose(first);
    await fetched(first).catch(() => {});
  }
});
