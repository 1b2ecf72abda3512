import { el } from "./dom.js";

const DAY = 86400000;
const UTC = { timeZone: "UTC" };
const FORMAT = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", ...UTC });
const known = new Map();
const ROWS_A_FRAME = 8;
const MARKS = { fresh: "◆", earlier: "◇" };

/** A day, `2026-11-26`, or a time in ms as words: "Thu 26 Nov". */
export const day = (time) => {
  const midnight = Math.floor((typeof time === "string" ? Date.parse(time) : time) / DAY) * DAY;
  known.has(midnight) || known.set(midnight, FORMAT.format(midnight).replace(",", ""));
  return known.get(midnight);
};

/** Lets the browser draw, and do what else is waiting. */
export const nextFrame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });

/** All days from one to another. */
export const days = (first, last) => Array.from({ length: Math.round((Date.parse(last) - Date.parse(first)) / DAY) + 1 },
  (_, i) => new Date(Date.parse(first) + i * DAY).toISOString().slice(0, 10));

const heading = (date, i, tonight) => {
  const time = new Date(date);
  const first = i === 0 || time.getUTCDate() === 1;
  const now = tonight.includes(date);
  return el("th", { scope: "col", "aria-label": `${day(date)}${now ? ", this run" : ""}` },
    el("small", {}, first ? time.toLocaleDateString("en", { month: "short", ...UTC }) : ""), el(now ? "u" : "span", {}, time.getUTCDate()));
};

/**
 * Rows × days: `cell(row, date)` is `{ text, shade, number, event }` (in words; −1 to 1, what is unusual; what is written
 * in it; "fresh" or "earlier" if there is an event), or undefined where there is nothing. Arrow keys go from cell to cell,
 * Enter and a click choose: `choose(row, date)`, a row's name without date; `told(text)` hears of the cell looked at.
 * `fill()` of the element adds the rows, some in each frame; `mark(row, date)` then shows what is chosen.
 */
export const calendar = ({ label, rows, dates, tonight, cell, choose, told }) => {
  const places = new Map();
  const grid = [];
  const added = (row) => {
    const line = [el("th", { scope: "row", role: "rowheader", tabindex: -1 }, row.name), ...dates.map((date) => {
      const shown = cell(row, date);
      const text = `${row.name}, ${day(date)}: ${shown?.text ?? "no clips"}`;
      const box = el("td", { role: "gridcell", tabindex: -1, "aria-label": text, class: shown ? "" : "nothing",
        style: shown && `--share:${Math.round(55 * Math.abs(shown.shade))}%;--hue:var(${shown.shade < 0 ? "--normal" : "--anomaly"})` },
      shown && (MARKS[shown.event] ?? shown.number));
      places.set(box, { row, date: shown ? date : undefined, text });
      return box;
    })];
    places.set(line[0], { row, text: row.name });
    grid.push(line);
    return el("tr", {}, line);
  };
  let current;
  const move = (box) => {
    current?.setAttribute("tabindex", -1);
    current = box;
    current.tabIndex = 0;
  };
  const at = ({ target }) => target.closest("td, tbody th");
  const pick = (box) => box && choose(places.get(box).row, places.get(box).date);
  const look = (event) => at(event) && told(places.get(at(event)).text);
  const step = (key) => {
    const y = grid.findIndex((line) => line.includes(current));
    const x = grid[y].indexOf(current);
    const [right, down] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1], Home: [-x, 0], End: [dates.length - x, 0] }[key] ?? [];
    return right !== undefined && (grid[y + down]?.[x + right] ?? current);
  };
  const body = el("tbody");
  const element = el("div", { class: "scroll" }, el("table", { class: "calendar", role: "grid", "aria-label": label,
    onclick: (event) => pick(at(event)), onmouseover: look, onfocusin: look,
    onkeydown: (event) => {
      const next = step(event.key);
      if (next) {
        move(next);
        next.focus();
      } else if (event.key === "Enter" || event.key === " ") {
        pick(current);
      } else {
        return;
      }
      event.preventDefault();
    } },
  el("thead", {}, el("tr", {}, el("td"), dates.map((date, i) => heading(date, i, tonight)))),
  body));
  element.fill = async () => {
    while (grid.length < rows.length) {
      body.append(...rows.slice(grid.length, grid.length + ROWS_A_FRAME).map(added));
      current || move(grid[0][0]);
      element.scrollLeft = element.scrollWidth;
      await nextFrame();
    }
  };
  element.mark = (row, date) => {
    element.querySelectorAll("[aria-selected=true]").forEach((box) => box.setAttribute("aria-selected", "false"));
    const line = grid[rows.indexOf(row)];
    if (!line) {
      return;
    }
    const boxes = date ? [line[0], line[1 + dates.indexOf(date)]] : [line[0]];
    boxes.forEach((box) => box.setAttribute("aria-selected", "true"));
    move(boxes.at(-1));
    element.scrollTop = line[0].offsetTop - element.clientHeight / 2;
  };
  return element;
};

/** What the colours and shapes of a calendar mean; `ends` are the words for −1, 0 and 1, the first may lack. */
export const legend = (ends) => {
  const swatch = (shade) => el("i", { class: "swatch", style: `--share:${Math.round(55 * Math.abs(shade))}%;--hue:var(${shade < 0 ? "--normal" : "--anomaly"})` });
  return el("p", { class: "legend" }, ends.length > 2 && [ends[0], swatch(-1), swatch(-0.5)], ends.at(-2), [0, 0.35, 0.7, 1].map(swatch), ends.at(-1),
    el("span", {}, `${MARKS.fresh} new event`), el("span", {}, `${MARKS.earlier} event of an earlier run`),
    el("span", {}, el("i", { class: "swatch nothing" }), "no clips"), el("span", {}, el("u", {}, "26"), " this run"));
};
