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

/** "1 clip", "2 clips". */
export const count = (n, what) => `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;

/** A labelled choice; `changed(index)` hears of another one. */
export const choice = (label, options, selected, changed) => el("label", { class: "choice" }, el("span", {}, label),
  el("select", { onchange: (event) => changed(event.target.selectedIndex) },
    options.map((text, i) => el("option", { selected: i === selected }, text))));

/**
 * A table. Columns are `{ title, cell(row), numeric, help }`. With `select(row)` rows that `selectable(row)` can be
 * chosen by click, or by Enter and the arrow keys.
 */
export const table = ({ label, columns, rows, select, selectable = () => true, classOf = () => "" }) => {
  const body = el("tbody");
  const lines = rows.map((row) => {
    const can = select && selectable(row);
    const line = el("tr", { class: classOf(row), tabindex: can ? 0 : undefined, "aria-selected": can ? "false" : undefined },
      columns.map((column, i) => el(i === 0 ? "th" : "td",
        { scope: i === 0 ? "row" : undefined, class: column.numeric && "number" }, column.cell(row))));
    line.choose = () => {
      body.querySelectorAll("[aria-selected=true]").forEach((other) => other.setAttribute("aria-selected", "false"));
      line.setAttribute("aria-selected", "true");
      select(row);
    };
    if (can) {
      line.addEventListener("click", line.choose);
      line.addEventListener("keydown", (event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (event.key === "Enter" || event.key === " ") {
          line.choose();
        } else if (step) {
          const open = lines.filter((other) => other.tabIndex === 0);
          open[open.indexOf(line) + step]?.focus();
        } else {
          return;
        }
        event.preventDefault();
      });
    }
    return line;
  });
  body.append(...lines);
  const head = el("thead", {}, el("tr", {}, columns.map((column) =>
    el("th", { scope: "col", class: column.numeric && "number", title: column.help }, column.title))));
  const element = el("div", { class: "scroll" }, el("table", { "aria-label": label }, head, body));
  element.choose = (row) => lines[rows.indexOf(row)]?.choose();
  return element;
};
