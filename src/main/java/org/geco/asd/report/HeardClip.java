package org.geco.asd.report;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.audio.Heard;
import org.geco.asd.audio.Section;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.mel.LogMelExtractor;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.pictures.SpectrogramPicture;
import org.geco.asd.pictures.SpectrogramPicture.Layer;

/** A clip of the report's ranking to see and to hear: its rank, a WAV and a PNG file in base64. */
public record HeardClip(int rank, ScoredClip clip, String deviations, String sound, String picture) {
    private static final int PER_MEGABYTE = 1_000_000;

    /** What is usual for a machine is the mean over so many of its most usual clips. */
    private static final int USUAL = 8;

    /** Finds the sound of a clip. */
    @FunctionalInterface
    public interface Sounds {
        /** @return the sound that a path in the table names; an AsdException if it cannot be a file */
        Section of(String path) throws AsdException;
    }

    /** Where the clips' sounds are, and which of their channels was scored. */
    public record Source(Sounds sounds, ChannelChoice channel) {
        private Heard heard(final ScoredClip clip) throws AsdException {
            return Heard.of(sounds.of(clip.path()), channel, MelSettings.PAPER.sampleRate());
        }

        /** @return the mean of each band in dB of a machine's most usual clips; empty if none of them can be read */
        private double[] usual(final List<Ranking.Entry> ranking, final MachineId machine) {
            final List<Spectrogram> clips = ranking.stream().filter(entry -> entry.clip().machine().equals(machine))
                .sorted(Comparator.comparingDouble(entry -> Math.abs(entry.deviations()))).limit(USUAL)
                .map(entry -> Outcome.attempt(() -> new LogMelExtractor(MelSettings.PAPER)
                    .extract(heard(entry.clip()).samples()))).flatMap(clip -> clip.toOptional().stream()).toList();
            final double[] sum = new double[clips.isEmpty() ? 0 : MelSettings.PAPER.mels()];
            for (final Spectrogram clip : clips) {
                for (int i = 0; i < clip.values().length; i++) {
                    sum[i % sum.length] += clip.values()[i] / (double)clip.frames() / clips.size();
                }
            }
            return sum;
        }
    }

    /**
     * @param unread hears why a clip can be neither seen nor heard
     * @return the first clips of the ranking that can be read, as many as fit into the megabytes
     */
    static List<HeardClip> of(final Report report, final Source source, final int megabytes,
        final Consumer<String> unread, final ProgressMonitor progress) {
        final List<Ranking.Entry> ranking = report.ranking();
        final Map<MachineId, double[]> usual = new HashMap<>();
        final int most = megabytes == 0 ? 0 : Math.min(report.settings().topClips(), ranking.size());
        final List<HeardClip> heard = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < most; i++) {
            progress.checkCanceled();
            progress.report(i / (double)most, "Drawing clip " + (i + 1) + " of " + most);
            final int rank = i + 1;
            final Ranking.Entry entry = ranking.get(i);
            final Outcome<HeardClip> clip = Outcome.attempt(() -> of(rank, entry, source,
                usual.computeIfAbsent(entry.clip().machine(), machine -> source.usual(ranking, machine))));
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

    private static HeardClip of(final int rank, final Ranking.Entry entry, final Source source, final double[] usual)
        throws AsdException {
        final Heard heard = source.heard(entry.clip());
        final Spectrogram clip = new LogMelExtractor(MelSettings.PAPER).extract(heard.samples());
        final List<Layer> layers = new ArrayList<>(List.of(new Layer("Log-Mel spectrogram", clip)));
        if (usual.length > 0) {
            layers.add(new Layer("Distance from the machine's usual level", away(clip, usual)));
        }
        final byte[] picture =
            SpectrogramPicture.png(Page.ClipPath.of(entry.clip().path()).baseName(), layers, 0, 0);
        return new HeardClip(rank, entry.clip(), Page.deviations(entry), heard.wav(),
            Base64.getEncoder().encodeToString(picture));
    }

    /** In dB. */
    private static Spectrogram away(final Spectrogram clip, final double[] usual) {
        final float[] away = clip.values().clone();
        for (int i = 0; i < away.length; i++) {
            away[i] = (float)Math.abs(away[i] - usual[i % usual.length]);
        }
        return new Spectrogram(clip.settings(), clip.frames(), away);
    }

    /** @return the path as the ranking shows it */
    Page.ClipPath path() {
        return Page.ClipPath.of(clip.path());
    }
}
