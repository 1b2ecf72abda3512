package org.geco.asd.nodes.table;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.embedded.core.EmbeddedExtensions;
import org.geco.embedded.data.DataRepository;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

/** Spectrogram cells as a node makes them. */
public final class SpectrogramCells {

    static {
        EmbeddedExtensions.registerDataType(SpectrogramCell.class, new SpectrogramCell.CellSerializer());
    }

    private SpectrogramCells() {
    }

    /** @return what a node gets to be executed in */
    public static ExecutionContext context(final DataRepository repository) {
        return new ExecutionContext(new DefaultNodeProgressMonitor(), repository.newFileStoreArea());
    }

    /** @return a new cell in a file store of the given name */
    public static SpectrogramCell cell(final ExecutionContext exec, final String name, final Spectrogram content) {
        try {
            return SpectrogramCell.create(exec.createFileStore(name), content, ChannelChoice.MEAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return a spectrogram whose values all differ and depend on the seed */
    public static Spectrogram spectrogram(final MelSettings settings, final int frames, final int seed) {
        final float[] values = new float[frames * settings.mels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = -100 + (i * 31 + seed * 17) % 9973 / 100f;
        }
        return new Spectrogram(settings, frames, values);
    }
}
