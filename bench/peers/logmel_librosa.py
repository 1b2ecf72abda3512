"""Log-Mel spectrograms by librosa 0.11 and by torchaudio, as peers to compare speed with. Run by hand, never by the
build.

  python logmel_librosa.py CLIP.wav [seconds]   clips per CPU second on one thread, decoding by soundfile included

Where torchaudio is not installed, the same operators of PyTorch that its MelSpectrogram and AmplitudeToDB call take its
place (torch.stft, |.|^2, one matrix product with the mel bank, 10 log10 of the clamped power), and the line says so.
"""
import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[variable] = "1"

import sys
import time

import librosa
import numpy as np
import soundfile
import torch

RATE, WINDOW, HOP, MELS = 16000, 1024, 512, 128


def by_librosa(path):
    samples, _ = soundfile.read(path, dtype="float32")
    power = librosa.feature.melspectrogram(y=samples, sr=RATE, n_fft=WINDOW, hop_length=HOP, n_mels=MELS, power=2,
                                           center=True, pad_mode="constant")
    return librosa.power_to_db(power, amin=1e-10, top_db=None)


def torch_operators():
    """torchaudio's transforms, or the operators they consist of."""
    try:
        from torchaudio import transforms
        mel = transforms.MelSpectrogram(RATE, WINDOW, hop_length=HOP, n_mels=MELS, power=2, pad_mode="constant",
                                        norm="slaney", mel_scale="slaney")
        decibels = transforms.AmplitudeToDB("power")
        return "torchaudio", lambda x: decibels(mel(x))
    except ImportError:
        window = torch.hann_window(WINDOW)
        bank = torch.from_numpy(librosa.filters.mel(sr=RATE, n_fft=WINDOW, n_mels=MELS)).T.contiguous()

        def compute(x):
            spectrum = torch.stft(x, WINDOW, HOP, WINDOW, window, center=True, pad_mode="constant",
                                  return_complex=True)
            power = torch.matmul(spectrum.abs().pow(2.0).transpose(-1, -2), bank).transpose(-1, -2)
            return 10 * torch.log10(torch.clamp(power, min=1e-10))
        return "torchaudio's operators in PyTorch " + torch.__version__, compute


def rate(name, work, seconds):
    """Median of clips per CPU second over rounds of half a second."""
    for _ in range(20):
        work()
    rounds, end = [], time.perf_counter() + seconds
    while time.perf_counter() < end:
        clips, start, wall = 0, time.process_time(), time.perf_counter()
        while time.perf_counter() - wall < 0.5:
            work()
            clips += 1
        rounds.append(clips / (time.process_time() - start))
    print(f"{name:<8} log-Mel, decoding included: {np.median(rounds):.0f} clips per CPU second "
          f"({len(rounds)} rounds, {min(rounds):.0f} to {max(rounds):.0f})", flush=True)


def main():
    torch.set_num_threads(1)
    path, seconds = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 10
    name, compute = torch_operators()
    peer = lambda: compute(torch.from_numpy(soundfile.read(path, dtype="float32")[0]))
    with torch.no_grad():
        print(f"largest difference between the two: {np.abs(peer().numpy() - by_librosa(path)).max():.1e} dB")
        rate("librosa", lambda: by_librosa(path), seconds)
        rate(name, peer, seconds)


if __name__ == "__main__":
    main()
