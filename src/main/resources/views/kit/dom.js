/** An element: properties (`class`, `on…` handlers, attributes; false and undefined ones are left out) and what is in it. */
export const el = (tag, properties = {}, ...content) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...content.flat().filter((c) => c !== undefined && c !== null && c !== false));
  return element;
};

/** A part of the page under a heading. */
export const section = (title, lead, ...content) =>
  el("section", { "aria-label": title }, el("h2", {}, title), lead && el("p", { class: "lead" }, lead), ...content);

/** A number with so many digits behind the point, or a dash that says why there is none. */
export const number = (value, digits = 3, why = "no value") =>
  value === null || value === undefined ? el("span", { class: "none", title: why, "aria-label": why }, "–")
    : value.toFixed(digits);

/** A score or distance in four digits, whatever its size. */
export const short = (value) => (Math.abs(value) >= 1e5 ? value.toExponential(2) : value.toPrecision(4));

/** "1 clip", "2 clips". */
export const count = (n, what) => `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;

/** A labelled choice; `changed(index)` hears of another one. */
export const choice = (label, options, selected, changed) => el("label", { class: "choice" }, el("span", {}, label),
  el("select", { onchange: (event) => changed(event.target.selectedIndex) },
    options.map((text, i) => el("option", { selected: i === selected }, text))));

/**
 * A table. Columns are `{ title, cell(row), numeric, help, words }`; words may take several lines. With `select(row)` rows that `selectable(row)` can be
 * chosen by click; the Tab key comes to one of them, the arrow keys go on from there, Enter chooses.
 */
export const table = ({ label, columns, rows, select, selectable = () => true, classOf = () => "" }) => {
  const lines = rows.map((row) => {
    const can = select && selectable(row);
    return el("tr", { class: classOf(row), tabindex: can ? -1 : undefined, "aria-selected": can ? "false" : undefined },
      columns.map((column, i) => el(i === 0 ? "th" : "td",
        { scope: i === 0 ? "row" : undefined, class: column.numeric ? "number" : column.words && "words" }, column.cell(row))));
  });
  const open = lines.filter((line) => line.tabIndex === -1 && line.ariaSelected);
  let current = open[0];
  const move = (line) => {
    current.tabIndex = -1;
    current = line;
    current.tabIndex = 0;
  };
  let chosen;
  const choose = (line) => {
    move(line);
    chosen?.setAttribute("aria-selected", "false");
    chosen = line;
    chosen.setAttribute("aria-selected", "true");
    select(rows[lines.indexOf(line)]);
  };
  const body = el("tbody", { onclick: ({ target }) => open.includes(target.closest("tr")) && choose(target.closest("tr")),
    onkeydown: (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const next = step && open[open.indexOf(current) + step];
      if (next) {
        move(next);
        next.focus();
      } else if (event.key === "Enter" || event.key === " ") {
        choose(current);
      } else if (!step) {
        return;
      }
      event.preventDefault();
    } }, lines);
  if (current) {
    move(current);
  }
  const head = el("thead", {}, el("tr", {}, columns.map((column) =>
    el("th", { scope: "col", class: column.numeric && "number", title: column.help }, column.title))));
  const element = el("div", { class: "scroll" }, el("table", { "aria-label": label }, head, body));
  element.choose = (row) => {
    const line = lines[rows.indexOf(row)];
    choose(line);
    element.scrollTop = line.offsetTop - element.clientHeight / 2;
  };
  return element;
};
