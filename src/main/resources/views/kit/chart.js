import { el } from "./dom.js";

const LIBRARY = new URL("../lib/echarts.common.min.js", import.meta.url);

/** `window.echarts`: fetched at once, but evaluated, which takes long, in a task of its own when the first chart has its place. */
document.head.append(el("link", { rel: "modulepreload", href: LIBRARY }));
let library;
const loaded = () => library ??= new Promise(setTimeout).then(() => import(LIBRARY));

const dark = window.matchMedia("(prefers-color-scheme: dark)");

/** The page's colours, as kit.css has them now. */
export const colours = () => {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  return { text: colour("text"), soft: colour("soft"), line: colour("line"), card: colour("card"),
    normal: colour("normal"), anomaly: colour("anomaly"), accent: colour("accent"),
    series: [0, 1, 2, 3, 4, 5, 6, 7].map((i) => colour(`series-${i}`)) };
};

/** What is shown of the data below the mouse, in the page's colours; the rest is ECharts' own. */
export const tooltip = (c, more = {}) => ({ confine: true, backgroundColor: c.card, borderColor: c.line,
  textStyle: { color: c.text, fontSize: 12 }, ...more });

const defaults = (c) => ({
  textStyle: { fontFamily: "Roboto, system-ui, sans-serif", color: c.text },
  animation: false,
  progressiveThreshold: 500, // more marks are drawn some a frame
  grid: { left: 8, right: 16, top: 46, bottom: 30, containLabel: true },
  legend: { top: 0, left: 0, itemWidth: 18, textStyle: { color: c.text }, inactiveColor: c.line, type: "scroll" },
  tooltip: tooltip(c),
});

/** An axis with its name in the middle below it or, vertical, above it; the rest is ECharts' own. */
export const axis = (name, c, vertical = false, more = {}) => ({ type: "value", name,
  nameLocation: vertical ? "end" : "middle", nameGap: vertical ? 8 : 28,
  nameTextStyle: { color: c.text, align: vertical ? "left" : "center" }, axisLabel: { color: c.soft, hideOverlap: true },
  axisLine: { show: true, lineStyle: { color: c.line } }, splitLine: { lineStyle: { color: c.line, opacity: 0.6 } }, ...more });

/** What is still to be done, one step a task and none together with a frame's layout: a page of many charts stays alive. */
const waiting = new Set();
const next = () => {
  const [step] = waiting;
  waiting.delete(step);
  if (waiting.size) {
    setTimeout(next);
  }
  step();
};
const later = (...steps) => {
  if (!waiting.size) {
    setTimeout(next);
  }
  steps.forEach((step) => waiting.add(step));
};

const few = (series) => series.map((one) => ({ ...one, data: one.data?.slice(0, 2) }));

/** What the first chart of a page is before it is shown: the browser compiles ECharts as it is used, all at once takes too long. */
let parts = [() => ({ series: undefined, legend: undefined, tooltip: undefined, xAxis: undefined, yAxis: undefined }),
  () => ({ series: [], legend: {} }), ({ series }) => ({ series: few(series).slice(0, 1), legend: {} }),
  ({ series }) => ({ series: few(series), legend: {} }), ({ series }) => ({ series: few(series) })];

/**
 * A chart that follows its width and the colour scheme. `option(colours)` is ECharts' option; `text` says in words what
 * the chart shows; `picked(data)` hears of the data that is clicked. `redraw()` of the element asks for the option anew.
 */
export const chart = (text, option, height = 300, picked = () => {}) => {
  const canvas = el("div", { class: "chart", role: "img", "aria-label": text, "aria-busy": "true", style: `height:${height}px` });
  let instance;
  const draw = (part) => {
    const c = colours();
    const all = { ...defaults(c), ...option(c) };
    instance.setOption({ ...all, ...part(all) }, true);
  };
  const start = () => {
    instance = window.echarts.init(canvas);
    instance.on("click", ({ data }) => picked(data));
  };
  const show = () => {
    draw(() => ({}));
    canvas.removeAttribute("aria-busy");
  };
  const resize = () => instance?.resize();
  let asked = false;
  new ResizeObserver(() => {
    if (canvas.clientWidth && asked) {
      later(resize);
    } else if (canvas.clientWidth) {
      asked = true;
      loaded().then(() => {
        asked = canvas.clientWidth > 0;
        if (!asked) {
          return; // something else is shown meanwhile
        }
        later(start, ...parts.map((part) => () => draw(part)), show);
        parts = [];
      });
    }
  }).observe(canvas);
  canvas.redraw = () => instance && later(show);
  dark.addEventListener("change", canvas.redraw);
  return canvas;
};
