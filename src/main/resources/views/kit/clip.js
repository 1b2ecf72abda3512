import { el } from "./dom.js";
import { bytes, spectrogram } from "./spectrogram.js";

let playing;

const clock = (seconds) => `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(1).padStart(4, "0")}`;

const sound = (wav) => new Audio(URL.createObjectURL(
  new Blob([bytes(wav)], { type: "audio/wav" })));

/**
 * What is heard and seen of a clip once it is there; only one of the page plays at a time. `layers(clip)` are further
 * pictures over the same time: `{ title, text, picture, range, unit }`, and `add` adds one; `loop(clip)` is a part,
 * `{ from, to, text }`, that is marked and can be heard again and again. A clip without sound has `silent`, the reason.
 */
const player = (clip, name, { range = () => undefined, height, titled = false, layers = () => [], loop = () => undefined }) => {
  const audio = clip.wav ? sound(clip.wav) : new Audio();
  const part = loop(clip);
  const mark = part && [part.from, part.to];
  const button = el("button", { class: "play", "aria-label": `Play ${name}` }, "▶");
  const time = el("span", { class: "clock" });
  const seek = (seconds) => { again(false); audio.currentTime = Math.min(seconds, clip.seconds); tell(); };
  const picture = spectrogram(clip.picture, `Spectrogram of ${name}: ${clip.seconds.toFixed(1)} seconds, from `
    + `${Math.round(clip.picture.centres[0])} to ${Math.round(clip.picture.centres.at(-1))} Hz`,
  { range: range(clip), height, seek, mark });
  const pictures = [];
  const title = el("p", { class: "layer", hidden: !titled }, "Spectrogram");
  const stack = el("div", { class: "player" });
  const put = (shown, ...heading) => {
    shown.pane.addEventListener("scroll", () => pictures.forEach((other) => { other.pane.scrollLeft = shown.pane.scrollLeft; }));
    pictures.push(shown);
    stack.append(el("div", {}, ...heading, shown));
  };
  const add = (layer) => {
    title.hidden = false;
    put(spectrogram(layer.picture, layer.text, { mark, ...layer, height, seek }), el("p", { class: "layer" }, layer.title));
  };
  put(picture, title);
  const tell = () => {
    time.textContent = `${clock(audio.currentTime)} / ${clock(clip.seconds)}`;
    pictures.forEach((shown) => shown.cursor(audio.currentTime));
  };
  const looping = part && el("button", { "aria-pressed": "false", onclick: () => {
    again(looping.ariaPressed === "false");
    if (looping.ariaPressed === "true") {
      audio.currentTime = part.from;
    }
    if (audio.paused === (looping.ariaPressed === "true")) {
      turn();
    }
  } }, part.text);
  const again = (on) => looping?.setAttribute("aria-pressed", String(on));
  const follow = () => {
    if (looping?.ariaPressed === "true" && audio.currentTime >= Math.min(part.to, clip.seconds - 0.05)) {
      audio.currentTime = part.from;
    }
    tell();
    if (!audio.paused) {
      requestAnimationFrame(follow);
    }
  };
  const turn = () => {
    if (!audio.paused) {
      audio.pause();
      return;
    }
    playing?.pause();
    playing = audio;
    audio.play().catch((error) => { time.textContent = error.message; });
  };
  const state = () => {
    button.textContent = audio.paused ? "▶" : "❚❚";
    button.setAttribute("aria-label", `${audio.paused ? "Play" : "Pause"} ${name}`);
    follow();
  };
  ["play", "pause", "ended"].forEach((event) => audio.addEventListener(event, state));
  button.addEventListener("click", turn);
  picture.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -0.5, ArrowRight: 0.5 }[event.key];
    if (event.key === " ") {
      turn();
    } else if (step) {
      audio.currentTime = Math.min(clip.seconds, Math.max(0, audio.currentTime + step));
      tell();
    } else {
      return;
    }
    event.preventDefault();
  });
  layers(clip).forEach(add);
  tell();
  return { add, element: el("div", { class: "player" }, clip.wav ? el("div", { class: "controls" }, button, time, looping,
    clip.note && el("span", { class: "soft" }, clip.note)) : el("p", { class: "problem" }, clip.silent), stack), turn, stop: () => audio.pause() };
};

/**
 * A clip to see and hear. `load()` fetches it: `{ seconds, note, wav, picture }`. With `start` it plays at once; what
 * cannot be shown says why. `range(clip)` gives the colours' levels; the rest of the options are the player's.
 */
export const clipPanel = (name, detail, load, { start = false, ...options } = {}) => {
  const body = el("div", { class: "loading" }, "Loading …");
  const panel = el("article", { class: "clip", "aria-label": name }, el("h3", {}, name, detail && el("span", {}, detail)), body);
  panel.loaded = (async () => {
    try {
      const clip = await load();
      const shown = player(clip, name, options);
      panel.stop = shown.stop;
      panel.add = shown.add;
      body.replaceWith(shown.element);
      if (start) {
        shown.turn();
      }
    } catch (error) {
      body.replaceWith(el("p", { class: "problem", role: "alert" }, error.message));
    }
  })();
  return panel;
};

/** The node's first answer and the browser's first sound take long: both come, unheard, when the page has nothing else to do. */
export const rehearse = (load) => requestIdleCallback(() => load().then(({ wav }) => wav && sound(wav), () => {}));

/** Stops what plays in a part of the page that is about to show something else. */
export const silence = (place) => place.querySelectorAll(".clip").forEach((panel) => panel.stop?.());
