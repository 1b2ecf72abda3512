import { el } from "./dom.js";
import { spectrogram } from "./spectrogram.js";

let playing;

const clock = (seconds) => `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(1).padStart(4, "0")}`;

const sound = (wav) => new Audio(URL.createObjectURL(
  new Blob([Uint8Array.from(atob(wav), (letter) => letter.charCodeAt(0))], { type: "audio/wav" })));

/** What is heard and seen of a clip once it is there; only one of the page plays at a time. */
const player = (clip, name, range, height) => {
  const audio = sound(clip.wav);
  const button = el("button", { class: "play", "aria-label": `Play ${name}` }, "▶");
  const time = el("span", { class: "clock" });
  const picture = spectrogram(clip.picture, `Spectrogram of ${name}: ${clip.seconds.toFixed(1)} seconds, from `
    + `${Math.round(clip.picture.centres[0])} to ${Math.round(clip.picture.centres.at(-1))} Hz`,
  { range, height, seek: (seconds) => { audio.currentTime = Math.min(seconds, clip.seconds); tell(); } });
  const tell = () => {
    time.textContent = `${clock(audio.currentTime)} / ${clock(clip.seconds)}`;
    picture.cursor(audio.currentTime);
  };
  const follow = () => {
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
  tell();
  return { element: el("div", { class: "player" }, el("div", { class: "controls" }, button, time,
    clip.note && el("span", { class: "soft" }, clip.note)), picture), turn, stop: () => audio.pause() };
};

/**
 * A clip to see and hear. `load()` fetches it: `{ seconds, note, wav, picture }`. With `start` it plays at once; what
 * cannot be shown says why. `range(clip)` gives the colours' levels.
 */
export const clipPanel = (name, detail, load, { start = false, range = () => undefined, height } = {}) => {
  const body = el("div", { class: "loading" }, "Loading …");
  const panel = el("article", { class: "clip", "aria-label": name }, el("h3", {}, name, detail && el("span", {}, detail)), body);
  panel.loaded = (async () => {
    try {
      const clip = await load();
      const shown = player(clip, name, range(clip), height);
      panel.stop = shown.stop;
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
