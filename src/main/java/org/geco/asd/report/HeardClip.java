package org.geco.asd.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.audio.Section;
import org.geco.asd.audio.Wav;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.mel.LogMelExtractor;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.pictures.SpectrogramPicture;
import org.geco.asd.pictures.SpectrogramPicture.Layer;

/** A clip of the report's ranking to see and to hear: its rank, a WAV and a PNG file in base64. */
public record HeardClip(int rank, ScoredClip clip, String deviations, String sound, String picture) {
    /** More of a clip than this, in s, is neither heard nor seen. */
    private static final int LONGEST = 60;
    private static final int PER_MEGABYTE = 1_000_000;

    /** Finds the sound of a clip. */
    @FunctionalInterface
    public interface Sounds {
        /** @return the sound that a path in the table names; an AsdException if it cannot be a file */
        Section of(String path) throws AsdException;
    }

    /**
     * @param unread hears why a clip can be neither seen nor heard
     * @return the first clips of the ranking that can be read, as many as fit into the megabytes
     */
    static List<HeardClip> of(final Report report, final Sounds sounds, final int megabytes,
        final Consumer<String> unread, final ProgressMonitor progress) {
        final List<Ranking.Entry> ranking = Ranking.of(report.clips(), report.main());
        final int most = megabytes == 0 ? 0 : Math.min(report.settings().topClips(), ranking.size());
        final List<HeardClip> heard = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < most; i++) {
            progress.checkCanceled();
            progress.report(i / (double)most, "Drawing clip " + (i + 1) + " of " + most);
            final int rank = i + 1;
            final Ranking.Entry entry = ranking.get(i);
            final Outcome<HeardClip> clip = Outcome.attempt(() -> of(rank, entry, sounds));
            if (!clip.isPresent()) {
                unread.accept(clip.reason());
                continue;
            }
            bytes += clip.value().sound().length() + clip.value().picture().length();
            if (bytes > (long)megabytes * PER_MEGABYTE) {
                break;
            }
            heard.add(clip.value());
        }
        return heard;
    }

    private static HeardClip of(final int rank, final Ranking.Entry entry, final Sounds sounds) throws AsdException {
        final MelSettings mel = MelSettings.PAPER;
        final float[] samples =
            AudioFiles.read(sounds.of(entry.clip().path()), ChannelChoice.single(1), mel.sampleRate());
        final float[] first = Arrays.copyOf(samples, Math.min(samples.length, LONGEST * mel.sampleRate()));
        final Spectrogram spectrogram = new LogMelExtractor(mel).extract(first);
        final byte[] picture = SpectrogramPicture.png(Page.ClipPath.of(entry.clip().path()).baseName(),
            List.of(new Layer("Log-Mel spectrogram", spectrogram)), 0, 0);
        return new HeardClip(rank, entry.clip(), Page.deviations(entry), Wav.base64(first, mel.sampleRate()),
            Base64.getEncoder().encodeToString(picture));
    }

    /** @return the path as the ranking shows it */
    Page.ClipPath path() {
        return Page.ClipPath.of(clip.path());
    }
}
