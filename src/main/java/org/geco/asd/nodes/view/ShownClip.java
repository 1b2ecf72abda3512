package org.geco.asd.nodes.view;

import java.util.Arrays;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.audio.Wav;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.mel.LogMelExtractor;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.knime.Locations;

/**
 * A clip for a page: how long it is in s, what of it is left out, its sound (base64 of a WAV file), or why there is
 * none, its picture.
 */
public record ShownClip(double seconds, String note, String wav, String silent, Picture picture) {
    /** More of a clip than this, in s, is neither heard nor seen. */
    public static final int LONGEST = 60;

    /** @return the name of the file at a path, with its section if the text tells one: so do all paths here */
    public static String name(final String path) {
        return path.replaceFirst(".*[/\\\\]", "");
    }

    /** @return the clip with its known spectrogram, at the spectrogram's sample rate */
    public static ShownClip of(final String path, final ChannelChoice channel, final Spectrogram spectrogram)
        throws AsdException {
        return of(AudioFiles.read(Locations.toSection(path), channel, spectrogram.settings().sampleRate()),
            spectrogram);
    }

    /** @return the clip's first channel with its known spectrogram; if it can't be read, the reason, and no sound */
    public static ShownClip seen(final String path, final Spectrogram spectrogram) {
        final Outcome<ShownClip> heard =
            Outcome.attempt(() -> of(path, ChannelChoice.single(1), spectrogram));
        if (heard.isPresent()) {
            return heard.value();
        }
        final Picture picture = Picture.of(spectrogram, LONGEST);
        return new ShownClip(picture.frames() * picture.frameSeconds(), "", "",
            path.isEmpty() ? "No sound: the table has no column Path." : heard.reason(), picture);
    }

    /** @return the clip's first channel with the spectrogram that the paper's settings give */
    public static ShownClip of(final String path) throws AsdException {
        final float[] samples =
            AudioFiles.read(Locations.toSection(path), ChannelChoice.single(1), MelSettings.PAPER.sampleRate());
        return of(samples, new LogMelExtractor(MelSettings.PAPER).extract(samples));
    }

    private static ShownClip of(final float[] samples, final Spectrogram spectrogram) {
        final int rate = spectrogram.settings().sampleRate();
        final float[] heard = Arrays.copyOf(samples, Math.min(samples.length, LONGEST * rate));
        return new ShownClip(heard.length / (double)rate, heard.length == samples.length ? ""
            : "the first " + LONGEST + " of " + samples.length / rate + " s", Wav.base64(heard, rate),
            "", Picture.of(spectrogram, LONGEST));
    }
}
