"""Writes the compressed sounds of this folder and what libsndfile (and so librosa) reads from them: NumPy, soundfile."""
import numpy as np
import soundfile

RATE = 16000
TIME = np.arange(6000) / RATE
RANDOM = np.random.default_rng(7)
LEFT = 0.4 * np.sin(2 * np.pi * (200 + 3000 * TIME) * TIME) + 0.02 * RANDOM.standard_normal(TIME.size)
RIGHT = 0.3 * np.sin(2 * np.pi * 440 * TIME) * np.exp(-3 * TIME)
STEREO = np.stack([LEFT, RIGHT], 1)

for name, sound, kind in [("mono16.flac", LEFT, "PCM_16"), ("stereo24.flac", STEREO, "PCM_24"),
                          ("mono.ogg", LEFT, "VORBIS"), ("stereo.ogg", STEREO, "VORBIS"),
                          ("mono.mp3", LEFT, "MPEG_LAYER_III"), ("stereo.mp3", STEREO, "MPEG_LAYER_III")]:
    soundfile.write(name, sound, RATE, subtype=kind)
    soundfile.read(name, dtype="float32", always_2d=True)[0].mean(1).astype("<f4").tofile(name + ".f32")
