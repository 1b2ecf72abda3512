import { el } from "./dom.js";

/** Dark to bright, evenly growing in brightness (after matplotlib's magma): readable in grey and by the colour-blind. */
const STOPS = ["#000004", "#140e36", "#3b0f70", "#641a80", "#8c2981", "#b73779", "#de4968", "#f7705c", "#fe9f6d", "#fecf92",
  "#fcfdbf"].map((hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)));

/** A minute of sound has two million bytes: nothing is done for each of them that takes long. */
export const bytes = (base64) => {
  const text = atob(base64);
  const all = new Uint8Array(text.length);
  for (let i = 0; i < all.length; i++) {
    all[i] = text.charCodeAt(i);
  }
  return all;
};

const colour = (share) => {
  const at = Math.min(1, Math.max(0, share)) * (STOPS.length - 1);
  const stop = Math.min(Math.floor(at), STOPS.length - 2);
  return STOPS[stop].map((from, i) => Math.round(from + (at - stop) * (STOPS[stop + 1][i] - from)));
};

/** A picture of one pixel a value; `low` and `high` in dB are the darkest and the brightest colour. */
const painted = ({ frames, bands, levels, floor, step }, low, high) => {
  const canvas = el("canvas", { width: frames, height: bands });
  const context = canvas.getContext("2d");
  const image = context.createImageData(frames, bands);
  const pixels = new Uint32Array(image.data.buffer); // little-endian: alpha, blue, green, red
  const palette = Uint32Array.from({ length: 256 }, (_, level) => {
    const [red, green, blue] = colour((floor + level * step - low) / (high - low));
    return (255 << 24) | (blue << 16) | (green << 8) | red;
  });
  const values = bytes(levels);
  for (let frame = 0; frame < frames; frame++) {
    for (let band = 0; band < bands; band++) {
      pixels[(bands - 1 - band) * frames + frame] = palette[values[frame * bands + band]];
    }
  }
  context.putImageData(image, 0, 0);
  return canvas;
};

/** Where in the picture, 0 at the bottom and 1 at the top, a frequency in Hz is. */
const place = (hz, centres) => {
  const above = centres.findIndex((centre) => centre >= hz);
  if (above <= 0) {
    return above < 0 ? 1 : 0.5 / centres.length;
  }
  const share = (hz - centres[above - 1]) / (centres[above] - centres[above - 1]);
  return (above - 0.5 + share) / centres.length;
};

const ticks = (seconds, pixels) => {
  const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60].find((s) => (s / seconds) * pixels > 55) ?? 60;
  return Array.from({ length: Math.floor(seconds / step + 1e-9) + 1 }, (_, i) => +(i * step).toFixed(1));
};

const frequency = (hz) => (hz < 1000 ? `${hz}` : `${hz / 1000}k`);

/**
 * A spectrogram with axes in seconds and Hz and its colour scale; scrolls if it is longer than the page. `range` is
 * `[low, high]` in `unit`; `mark`, `[from, to]` in seconds, is framed, of all bands or of those from `bands[0]` to
 * `bands[1]`. `cursor(seconds)` of the element moves a line; `seek(seconds)` hears of clicks.
 */
export const spectrogram = (picture, text, { seek, range = [picture.low, picture.high], height = 200, unit = "dB", mark,
  bands = [0, picture.bands] } = {}) => {
  const [low, high] = range;
  const duration = picture.frames * picture.frameSeconds;
  const line = el("div", { class: "cursor", hidden: true });
  const image = painted(picture, low, high);
  const plot = el("div", { class: "plot", style: `height:${height}px` }, image, mark && el("div", { class: "mark",
    style: `left:${(100 * mark[0]) / duration}%;width:${(100 * (mark[1] - mark[0])) / duration}%;`
      + `bottom:${(100 * bands[0]) / picture.bands}%;top:${100 - (100 * bands[1]) / picture.bands}%` }), line);
  const time = el("div", { class: "time", "aria-hidden": "true" });
  const pane = el("div", { class: "pane", role: "img", "aria-label": text, tabindex: 0 }, plot, time);
  plot.addEventListener("click", (event) => {
    const box = plot.getBoundingClientRect();
    seek?.(((event.clientX - box.left) / box.width) * duration);
  });
  const hz = [100, 200, 500, 1000, 2000, 4000, 8000, 16000]
    .filter((f) => f >= picture.centres[0] && f <= picture.centres.at(-1) * 1.06)
    .filter((f, i, all) => i === 0 || place(f, picture.centres) - place(all[i - 1], picture.centres) > 0.06);
  const scale = el("div", { class: "frequencies", style: `height:${height}px`, "aria-hidden": "true" },
    hz.map((f) => el("span", { style: `bottom:${100 * place(f, picture.centres)}%` }, frequency(f))));
  const gradient = STOPS.map((stop) => `rgb(${stop})`).join(",");
  const legend = el("div", { class: "scale" }, el("span", {}, `${Math.round(low)} ${unit}`),
    el("i", { style: `background:linear-gradient(to right,${gradient})` }), el("span", {}, `${Math.round(high)} ${unit}`));
  const element = el("div", { class: "spectrogram" }, el("div", { class: "axes" }, scale, pane), legend);
  new ResizeObserver(() => {
    const width = Math.max(pane.clientWidth, duration * 28);
    plot.style.width = time.style.width = `${width}px`;
    time.replaceChildren(...ticks(duration, width).map((s) =>
      el("span", { style: `left:${(100 * s) / duration}%` }, `${s} s`)));
  }).observe(pane);
  element.pane = pane;
  element.cursor = (seconds) => {
    line.hidden = false;
    line.style.left = `${(100 * seconds) / duration}%`;
  };
  return element;
};
