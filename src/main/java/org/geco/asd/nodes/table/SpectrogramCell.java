package org.geco.asd.nodes.table;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.common.AsdException;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;

/**
 * A spectrogram in a file of its own. The table keeps only settings, channel, size and a hash; the values are read when
 * they are asked for, and kept only while somebody else has them: a learner that goes through ten thousands of cells
 * decides itself what it keeps. Two cells are equal if their settings and values are.
 */
public final class SpectrogramCell extends FileStoreCell implements SpectrogramValue {
    /** The type of the cells. */
    public static final DataType TYPE = DataType.getType(SpectrogramCell.class);

    private static final long serialVersionUID = 1L;

    private final MelSettings m_settings;
    private final ChannelChoice m_channel;
    private final int m_frames;
    private final int m_hash;
    private transient volatile WeakReference<Spectrogram> m_spectrogram;

    private SpectrogramCell(final FileStore store, final Spectrogram spectrogram, final ChannelChoice channel) {
        super(new FileStore[]{store});
        m_channel = channel;
        m_settings = spectrogram.settings();
        m_frames = spectrogram.frames();
        m_hash = Arrays.hashCode(spectrogram.values());
        m_spectrogram = new WeakReference<>(spectrogram);
    }

    private SpectrogramCell(final MelSettings settings, final ChannelChoice channel, final int frames,
        final int hash) {
        m_settings = settings;
        m_channel = channel;
        m_frames = frames;
        m_hash = hash;
        m_spectrogram = new WeakReference<>(null);
    }

    /** @return the cell of a spectrogram, written at once: a full disk fails the node instead of losing the cell */
    public static SpectrogramCell create(final FileStore store, final Spectrogram spectrogram,
        final ChannelChoice channel) throws IOException {
        write(store.getFile().toPath(), spectrogram.values());
        return new SpectrogramCell(store, spectrogram, channel);
    }

    @Override
    public MelSettings getMelSettings() {
        return m_settings;
    }

    @Override
    public ChannelChoice getChannel() {
        return m_channel;
    }

    @Override
    public int getFrames() {
        return m_frames;
    }

    @Override
    public Spectrogram getSpectrogram() throws AsdException {
        final Spectrogram known = m_spectrogram.get();
        if (known != null) {
            return known;
        }
        // two threads may read at once; both get the same values
        final Path file = getFileStores()[0].getFile().toPath();
        try {
            final float[] values = read(file, m_frames * m_settings.mels());
            final Spectrogram read = new Spectrogram(m_settings, m_frames, values);
            m_spectrogram = new WeakReference<>(read);
            return read;
        } catch (IOException e) {
            throw new AsdException("The spectrogram in '" + file + "' cannot be read: " + e.getMessage(), e,
                "Execute the node that computed the spectrograms again.");
        }
    }

    /** The values on disk: float32, little-endian, frame after frame, nothing else. */
    private static void write(final Path file, final float[] values) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        Files.write(file, bytes.array());
    }

    private static float[] read(final Path file, final int length) throws IOException {
        final byte[] bytes = Files.readAllBytes(file);
        if (bytes.length != Float.BYTES * length) {
            throw new IOException("it has " + bytes.length + " bytes instead of " + Float.BYTES * length);
        }
        final float[] values = new float[length];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    @Override
    public String toString() {
        return "Log-Mel spectrogram, " + m_frames + " frames of " + m_settings.mels() + " bands";
    }

    @Override
    protected boolean equalFileStoreContent(final DataCell other) {
        final SpectrogramCell cell = (SpectrogramCell)other;
        if (m_hash != cell.m_hash || m_frames != cell.m_frames || !m_settings.equals(cell.m_settings)) {
            return false;
        }
        try {
            return Arrays.equals(getSpectrogram().values(), cell.getSpectrogram().values());
        } catch (AsdException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public int hashCode() {
        return 31 * m_settings.hashCode() + m_hash;
    }

    /** Writes settings, channel, size and hash into the table; KNIME adds the reference to the file. */
    public static final class CellSerializer implements DataCellSerializer<SpectrogramCell> {
        @Override
        public void serialize(final SpectrogramCell cell, final DataCellDataOutput out) throws IOException {
            final MelSettings settings = cell.m_settings;
            out.writeInt(settings.sampleRate());
            out.writeInt(settings.windowLength());
            out.writeInt(settings.hop());
            out.writeInt(settings.mels());
            out.writeDouble(settings.fMin());
            out.writeDouble(settings.fMax());
            out.writeInt(cell.m_channel.first());
            out.writeInt(cell.m_channel.most());
            out.writeInt(cell.m_frames);
            out.writeInt(cell.m_hash);
        }

        @Override
        public SpectrogramCell deserialize(final DataCellDataInput in) throws IOException {
            final MelSettings settings = new MelSettings(in.readInt(), in.readInt(), in.readInt(), in.readInt(),
                in.readDouble(), in.readDouble());
            return new SpectrogramCell(settings, new ChannelChoice(in.readInt(), in.readInt()), in.readInt(),
                in.readInt());
        }
    }
}
