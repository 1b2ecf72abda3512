package org.geco.asd.mel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;

/** Our spectrograms against golden values of librosa 0.11; see the README.md beside them. */
class LibrosaParityTest {

    private static final double TOLERANCE_DB = 1e-4;

    private static final MelSettings SMALL = new MelSettings(16000, 512, 128, 40, 50, 7000);

    @Test
    void equalsLibrosaOnASyntheticSignal() throws Exception {
        final float[] signal = SyntheticSignal.samples();
        final Map<String, Spectrogram> ours = Map.of("paper", new LogMelExtractor(MelSettings.PAPER).extract(signal),
            "small", new LogMelExtractor(SMALL).extract(signal));
        assertThat(ours.get("paper").frames()).isEqualTo(47);
        assertThat(ours.get("small").frames()).isEqualTo(188);
        assertThat(largestDifference(golden("golden-synthetic.csv"), ours)).isLessThan(TOLERANCE_DB);
    }

    @Test
    void equalsLibrosaOnRecordings() throws Exception {
        final Path recordings = Path.of("..", "shared", "machine-sounds");
        assumeTrue(Files.isDirectory(recordings), "no recordings at ../shared/machine-sounds: parity not checked");
        final List<String[]> golden = golden("golden-recordings.csv");
        final Map<String, Spectrogram> ours = new HashMap<>();
        for (final String[] line : golden) {
            if (!ours.containsKey(line[0])) {
                ours.put(line[0], extract(recordings.resolve(line[0])));
            }
        }
        assertThat(ours).hasSize(5).allSatisfy((path, s) -> assertThat(s.frames()).isEqualTo(313));
        assertThat(largestDifference(golden, ours)).isLessThan(TOLERANCE_DB);
    }

    private static Spectrogram extract(final Path file) throws AsdException {
        return new LogMelExtractor(MelSettings.PAPER).extract(AudioFiles.read(file, ChannelChoice.MEAN, 16000));
    }

    private static double largestDifference(final List<String[]> golden, final Map<String, Spectrogram> ours) {
        assertThat(golden).hasSizeGreaterThan(500);
        double largest = 0;
        for (final String[] line : golden) {
            final Spectrogram s = ours.get(line[0]);
            final int index = Integer.parseInt(line[1]) * s.mels() + Integer.parseInt(line[2]);
            largest = Math.max(largest, Math.abs(s.values()[index] - Double.parseDouble(line[3])));
        }
        return largest;
    }

    private static List<String[]> golden(final String resource) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
            LibrosaParityTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split(",")).toList();
        }
    }
}
