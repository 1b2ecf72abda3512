import { axis, chart, tooltip } from "./kit/chart.js";
import { clipPanel, silence } from "./kit/clip.js";
import { count, el, section, short, table } from "./kit/dom.js";
import { open } from "./kit/host.js";

const HEIGHT = 420;
const hertz = (hz) => (hz < 1000 ? `${Math.round(hz)} Hz` : `${(hz / 1000).toFixed(1)} kHz`);

/** The bands that carry most, of all parts, as shares of what all positive contributions come to. */
const most = (centres, parts) => {
  const all = parts.flatMap((part) => part.contributions.map((value, band) => ({ part, band, value })));
  const sum = all.reduce((total, { value }) => total + Math.max(0, value), 0);
  return all.sort((a, b) => b.value - a.value).slice(0, 3).filter(({ value }) => value > 0).map(({ part, band, value }) =>
    ({ name: part.name, where: centres.length ? hertz(centres[band]) : `value ${band + 1}`, share: `${Math.round((100 * value) / sum)} %` }));
};

/** Bands from bottom to top as in the spectrogram beside, each part a colour of the bars. */
const bars = ({ centres, parts }, name) => {
  const bands = parts[0].contributions.map((_, band) => (centres.length ? hertz(centres[band]) : `${band + 1}`));
  return chart(`What each band adds to the distance of ${name}: ${most(centres, parts).map((m) => `${m.name} at ${m.where} ${m.share}`).join(", ")}`, (c) => ({
    legend: { show: false },
    tooltip: tooltip(c, { trigger: "axis", axisPointer: { type: "shadow" }, valueFormatter: (value) => value.toPrecision(3) }),
    grid: { left: 62, right: 16, top: 0, bottom: 44 },
    xAxis: axis("Adds to the squared distance", c),
    yAxis: axis("", c, true, { type: "category", data: bands, axisTick: { show: false }, splitLine: { show: false },
      axisLabel: { color: c.soft, interval: Math.max(0, Math.round(bands.length / 10) - 1) } }),
    series: parts.map((part, i) => ({ name: part.name, type: "bar", stack: "all", barCategoryGap: "0%", data: part.contributions,
      itemStyle: { color: c.series[i % c.series.length] } })),
  }), HEIGHT + 44);
};

const legend = (parts) => el("div", { class: "scroll" }, table({ label: "Parts of the vector", rows: parts, columns: [
  { title: "Statistic", cell: (part) => [el("span", { "aria-hidden": "true", style: `display:inline-block;width:12px;height:12px;margin-right:8px;vertical-align:-1px;background:var(--series-${parts.indexOf(part) % 8})` }), part.name] },
  { title: "Distance", numeric: true, cell: (part) => short(part.distance) },
  { title: "Usual", help: "Mean distance of the machine's clips that were learned from, each from the others", numeric: true, cell: (part) => (part.usual === null ? "–" : short(part.usual)) }] }));

open(async ({ score, method, mayBeNegative, all, playable, rows }, call) => {
  const place = el("div", { class: "stack", "aria-live": "polite" });
  let chosen;
  const show = async (row, start) => {
    chosen = row;
    silence(place);
    const explained = await call("explain", row.index).catch((error) => ({ problem: error.message }));
    if (chosen !== row) {
      return;
    }
    const panel = playable ? clipPanel(row.name, [row.machine, row.label].filter(Boolean).join(" · "), () => call("clip", row.index), { start, height: HEIGHT })
      : el("p", { class: "soft" }, "The table has no column Path, so the clip cannot be shown.");
    if (explained.problem) {
      place.replaceChildren(section(row.name, "", el("p", { class: "problem", role: "alert" }, explained.problem), panel));
      return;
    }
    const drawn = bars(explained, row.name);
    const beside = el("div", {}, drawn);
    const top = most(explained.centres, explained.parts);
    place.replaceChildren(section(`${row.name}: what makes its score of ${short(row.score)}`,
      `${top.length ? `Most of it: ${top.map((m) => `${m.name.toLowerCase()} at ${m.where} (${m.share})`).join(", ")}. ` : ""}`
        + (mayBeNegative ? "A band to the left of zero makes the clip more usual: it goes with the others as it does in normal clips." : ""),
      el("div", { class: "stack" }, el("div", { class: "columns" }, panel, beside), legend(explained.parts))));
    await panel.loaded;
    const level = () => {
      const plot = panel.querySelector(".plot")?.getBoundingClientRect();
      const own = beside.getBoundingClientRect();
      drawn.style.marginTop = plot && own.left > plot.right ? `${Math.max(0, plot.top - own.top)}px` : "0";
    };
    new ResizeObserver(level).observe(place);
  };

  const labelled = rows.some((row) => row.label);
  const list = table({ label: "Clips by score", rows, select: (row) => show(row, false), columns: [
    { title: "Clip", cell: (row) => row.name }, { title: "Machine", cell: (row) => row.machine },
    ...(labelled ? [{ title: "Label", cell: (row) => row.label }] : []),
    { title: score, numeric: true, cell: (row) => short(row.score) }] });
  document.querySelector("main").append(
    el("header", {}, el("div", {}, el("h1", {}, `${score}: where it comes from`), el("p", {}, method))),
    section("Clips", `${count(all, "clip")}${all > rows.length ? `, the ${rows.length} with the highest scores are listed` : ""}, the highest score first. Choose one.`,
      el("div", { class: "list" }, list)),
    place);
  if (rows.length) {
    list.choose(rows[0]);
  }
});
