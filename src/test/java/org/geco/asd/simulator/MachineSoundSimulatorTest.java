package org.geco.asd.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.AudioInfo;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Dataset;
import org.geco.asd.dataset.SoundClip;
import org.geco.asd.files.IfExists;
import org.geco.asd.simulator.MachineSoundSimulator.Clip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineSoundSimulatorTest {

    private static final SimulatorSettings SMALL =
        new SimulatorSettings(List.of(MachineType.FAN, MachineType.SLIDER), 2, 2, 1, 5, 0.5, 6, 1, 7);

    @TempDir
    private Path m_folder;

    @Test
    void writesATreeThatTheScannerReadsBackTheSame() throws Exception {
        final List<Clip> written = write("set", SMALL);
        assertThat(written).hasSize(2 * 2 * 8);
        final Dataset found = Dataset.scan(m_folder.resolve("set"), Dataset.publicSchemes(true),
            ProgressMonitor.NONE, warning -> { });
        assertThat(found.unmatched()).isEmpty();
        assertThat(found.clips()).containsExactlyInAnyOrderElementsOf(
            written.stream().map(Clip::clip).toList());
        for (final SoundClip clip : found.clips()) {
            assertThat(AudioFiles.readInfo(clip.path())).isEqualTo(new AudioInfo(16000, 1, 16, 8000));
        }
    }

    @Test
    void everyMachineGetsEveryFault() throws Exception {
        final List<Clip> written = write("set", SMALL);
        for (int machine = 0; machine < 4; machine++) {
            assertThat(written.subList(machine * 8, machine * 8 + 8)).filteredOn(clip -> clip.fault().isPresent())
                .extracting(clip -> clip.fault().orElseThrow()).containsExactlyInAnyOrder(Fault.values());
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws Exception {
        write("a", SMALL);
        write("b", SMALL);
        write("c", withSeed(8));
        assertThat(hashes("b")).isEqualTo(hashes("a"));
        assertThat(hashes("c").keySet()).isEqualTo(hashes("a").keySet());
        assertThat(hashes("c").values()).doesNotContainAnyElementsOf(hashes("a").values());
    }

    @Test
    void aClipDoesNotDependOnHowManyOthersThereAre() throws Exception {
        write("few", SMALL);
        write("many", new SimulatorSettings(List.of(MachineType.values()), 3, 3, 2, 6, 0.5, 6, 1, 7));
        assertThat(hashes("many")).containsAllEntriesOf(hashes("few"));
    }

    /** The bytes must not change with the JVM, the processor or a later version: workflows rely on their data set. */
    @Test
    void theBytesAreTheOnesOfTheFirstRelease() throws Exception {
        write("set", SMALL);
        final Map<String, String> hashes = hashes("set");
        assertThat(hashes.get("fan/train/normal_id_00_00000000.wav")).startsWith("958f6e21e0bcfc5d");
        assertThat(hashes.get("slider/test/anomaly_id_01_00000004.wav")).startsWith("f1c405decf0a97e0");
    }

    @Test
    void cancellingLeavesNothingBehind() throws Exception {
        final int[] asked = {0};
        final ProgressMonitor impatient = new ProgressMonitor() {
            @Override
            public void report(final double fraction, final String message) {
                // nobody looks
            }

            @Override
            public void checkCanceled() {
                if (++asked[0] > 5) {
                    throw new CancellationException();
                }
            }
        };
        assertThatThrownBy(() -> MachineSoundSimulator.write(SMALL,
            MachineSoundSimulator.output(m_folder.resolve("set"), IfExists.FAIL), impatient))
                .isInstanceOf(CancellationException.class);
        assertThat(m_folder).isEmptyDirectory();
    }

    @Test
    void replacesOnlyWhatItWroteItself() throws Exception {
        write("set", SMALL);
        assertThatThrownBy(() -> write("set", SMALL)).isInstanceOf(AsdException.class)
            .hasMessageContaining("already exists");
        MachineSoundSimulator.write(withSeed(8), MachineSoundSimulator.output(m_folder.resolve("set"),
            IfExists.OVERWRITE), ProgressMonitor.NONE);
        write("other", withSeed(8));
        assertThat(hashes("set")).isEqualTo(hashes("other"));

        Files.delete(m_folder.resolve("set").resolve(MachineSoundSimulator.MARKER));
        final Map<String, String> real = hashes("set");
        assertThatThrownBy(() -> MachineSoundSimulator.write(SMALL, MachineSoundSimulator.output(
            m_folder.resolve("set"), IfExists.OVERWRITE), ProgressMonitor.NONE)).isInstanceOf(AsdException.class)
                .hasMessageContaining("did not write");
        assertThat(hashes("set")).isEqualTo(real);
        try (Stream<Path> left = Files.list(m_folder)) {
            assertThat(left).containsExactlyInAnyOrder(m_folder.resolve("set"), m_folder.resolve("other"));
        }
    }

    @ParameterizedTest
    @CsvSource({"0,1,1,1,1,6,1,machines per type", "1,0,1,1,1,6,1,training clips", "1,1,-1,1,1,6,1,normal test clips",
        "1,1,1,-1,1,6,1,anomalous test clips", "1,1,1,1,0,6,1,length of a clip", "1,1,1,1,NaN,6,1,length of a clip",
        "1,1,1,1,1,1000,1,signal-to-noise", "1,1,1,1,1,6,-1,fault severity"})
    void namesTheSettingThatCannotBeUsed(final int ids, final int train, final int normal, final int anomaly,
        final double seconds, final double snr, final double severity, final String setting) {
        final SimulatorSettings bad = new SimulatorSettings(List.of(MachineType.FAN), ids, train, normal, anomaly,
            seconds, snr, severity, 0);
        assertThatThrownBy(() -> write("set", bad)).isInstanceOf(AsdException.class).hasMessageContaining(setting);
        assertThat(m_folder).isEmptyDirectory();
    }

    @Test
    void readsAListOfTypes() throws AsdException {
        assertThat(SimulatorSettings.types(" Pump, fan,pump ")).containsExactly(MachineType.PUMP, MachineType.FAN);
        assertThat(SimulatorSettings.types("")).isEmpty();
        assertThatThrownBy(() -> SimulatorSettings.types("fan, toaster")).isInstanceOf(AsdException.class)
            .hasMessageContaining("\"toaster\"");
    }

    private static SimulatorSettings withSeed(final int seed) {
        return new SimulatorSettings(SMALL.types(), 2, 2, 1, 5, 0.5, 6, 1, seed);
    }

    private List<Clip> write(final String name, final SimulatorSettings settings) throws AsdException {
        return MachineSoundSimulator.write(settings,
            MachineSoundSimulator.output(m_folder.resolve(name), IfExists.FAIL), ProgressMonitor.NONE);
    }

    private Map<String, String> hashes(final String name) throws Exception {
        final Path root = m_folder.resolve(name);
        final Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (final Path file : files.filter(f -> f.toString().endsWith(".wav")).toList()) {
                hashes.put(root.relativize(file).toString().replace('\\', '/'), hash(file));
            }
        }
        return hashes;
    }

    private static String hash(final Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(read(file)));
    }

    private static byte[] read(final Path file) throws IOException {
        return Files.readAllBytes(file);
    }
}
