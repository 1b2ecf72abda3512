package org.geco.asd.nodes.view;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.audio.Heard;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.mel.LogMelExtractor;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.knime.Locations;
import org.geco.asd.nodes.table.SpectrogramValue;

/**
 * A clip for a page: how long it is in s, what of it is left out, its sound (base64 of a WAV file), or why there is
 * none, its picture.
 */
public record ShownClip(double seconds, String note, String wav, String silent, Picture picture) {
    /** @return the name of the file at a path, with its section if the text tells one: so do all paths here */
    public static String name(final String path) {
        return path.replaceFirst(".*[/\\\\]", "");
    }

    /** @return the clip in this channel with its known spectrogram, at the spectrogram's sample rate */
    public static ShownClip of(final String path, final ChannelChoice channel, final Spectrogram spectrogram)
        throws AsdException {
        return of(Heard.of(Locations.toSection(path), channel, spectrogram.settings().sampleRate()), spectrogram);
    }

    /** @return the clip of a cell that is not missing; if it can't be read, the reason, and no sound */
    public static ShownClip seen(final String path, final SpectrogramValue cell) throws AsdException {
        final Spectrogram spectrogram = cell.getSpectrogram();
        final Outcome<ShownClip> heard = Outcome.attempt(() -> of(path, cell.getChannel(), spectrogram));
        if (heard.isPresent()) {
            return heard.value();
        }
        final Picture picture = Picture.of(spectrogram, Heard.LONGEST);
        return new ShownClip(picture.frames() * picture.frameSeconds(), "", "",
            path.isEmpty() ? "No sound: the table has no column Path." : heard.reason(), picture);
    }

    /** @return the clip in this channel with the spectrogram that the paper's settings give */
    public static ShownClip of(final String path, final ChannelChoice channel) throws AsdException {
        return of(path, channel, MelSettings.PAPER);
    }

    /** @return the clip in this channel with the spectrogram that these settings give */
    public static ShownClip of(final String path, final ChannelChoice channel, final MelSettings mel)
        throws AsdException {
        final Heard heard = Heard.of(Locations.toSection(path), channel, mel.sampleRate());
        return of(heard, new LogMelExtractor(mel).extract(heard.samples()));
    }

    private static ShownClip of(final Heard heard, final Spectrogram spectrogram) {
        return new ShownClip(Math.min(Heard.LONGEST, heard.seconds()), heard.seconds() <= Heard.LONGEST ? ""
            : "the first " + Heard.LONGEST + " of " + (int)heard.seconds() + " s", heard.wav(), "",
            Picture.of(spectrogram, Heard.LONGEST));
    }
}
