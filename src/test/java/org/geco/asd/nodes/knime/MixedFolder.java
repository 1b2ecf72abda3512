package org.geco.asd.nodes.knime;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.geco.asd.audio.WavBuilder;

/** A folder as it comes from a plant: some clips are good, some are not. Named as in DCASE 2020. */
public final class MixedFolder {

    private static final int LENGTH = 32000;

    private final Path m_folder;

    private final Map<String, String> m_bad = new TreeMap<>();

    /** @param folder where to write it */
    public MixedFolder(final Path folder) {
        m_folder = folder;
        write("train/normal_id_00_00000000.wav", new WavBuilder().bytes(LENGTH, 1, i -> tone(i, 16000)));
        write("train/normal_id_00_00000001.wav", new WavBuilder().rate(44100).bytes(2 * 44100, 2,
            i -> new double[]{tone(i, 44100)[0], 0}));
        write("train/normal_id_00_00000002.wav", new WavBuilder().pcm(24).extensible(24).bytes(LENGTH, 8, i -> {
            final double[] frame = new double[8];
            Arrays.fill(frame, tone(i, 16000)[0]);
            return frame;
        }));
        final byte[] good = new WavBuilder().bytes(LENGTH, 1, i -> tone(i, 16000));
        bad("test/normal_id_00_00000000.wav", Arrays.copyOf(good, 30000), "is cut off");
        bad("test/normal_id_00_00000001.wav", new byte[0], "is empty");
        bad("test/normal_id_00_00000002.wav", "Not a sound.".repeat(50).getBytes(StandardCharsets.UTF_8),
            "holds text");
        bad("test/normal_id_00_00000003.wav", new WavBuilder().mono(new float[LENGTH]), "digital silence");
        bad("test/normal_id_00_00000004.wav", new WavBuilder().bytes(500, 1, i -> tone(i, 16000)), "too short");
    }

    private static double[] tone(final int sample, final int rate) {
        return new double[]{0.5 * Math.sin(2 * Math.PI * 440 * sample / rate)};
    }

    private void bad(final String name, final byte[] bytes, final String reason) {
        write(name, bytes);
        m_bad.put(path(name), reason);
    }

    private void write(final String name, final byte[] bytes) {
        WavBuilder.write(Path.of(path(name)), bytes);
    }

    /** @return the absolute path of a file of the folder's one machine type */
    public String path(final String name) {
        return m_folder.resolve("fan").resolve(name).toString();
    }

    /** @return why each bad file, by its path, has no spectrogram */
    public Map<String, String> bad() {
        return m_bad;
    }

    /** @return the paths of the bad files whose header is bad already */
    public List<String> badHeaders() {
        return List.of(path("test/normal_id_00_00000001.wav"), path("test/normal_id_00_00000002.wav"));
    }

    /** @return the paths of all files, sorted */
    public List<String> all() {
        final List<String> good = List.of(path("train/normal_id_00_00000000.wav"),
            path("train/normal_id_00_00000001.wav"), path("train/normal_id_00_00000002.wav"));
        return java.util.stream.Stream.concat(m_bad.keySet().stream(), good.stream()).toList();
    }
}
