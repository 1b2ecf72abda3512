package org.geco.asd.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {

    private static final List<NamingScheme> AUTOMATIC = Dataset.publicSchemes(true);

    @TempDir
    private Path m_folder;

    @Test
    void findsClipsInAFixedOrderAndNamesTheOthers() throws Exception {
        files("fan/train/normal_id_00_00000001.wav", "fan/train/normal_id_00_00000000.wav",
            "fan/test/normal_id_00_00000000.wav", "fan/test/readme.txt", "fan/test/._normal_id_00_00000000.wav",
            "Pump/train/normal_id_02_00000000.WAV", "fan/notes.wav");
        final Dataset found = scan();
        assertThat(found.scheme()).isEqualTo("DCASE 2020");
        assertThat(relative(found)).containsExactly("Pump/train/normal_id_02_00000000.WAV",
            "fan/test/normal_id_00_00000000.wav", "fan/train/normal_id_00_00000000.wav",
            "fan/train/normal_id_00_00000001.wav");
        assertThat(found.unmatched()).containsExactly(m_folder.resolve("fan/notes.wav"));
    }

    @Test
    void theFolderOfOneTypeOrOneSplitIsEnough() throws Exception {
        files("fan/train/normal_id_00_00000000.wav");
        for (final String folder : List.of("fan", "fan/train")) {
            assertThat(Dataset.scan(m_folder.resolve(folder), AUTOMATIC, ProgressMonitor.NONE, warning -> { }).clips())
                .extracting(SoundClip::machine).containsExactly(new MachineId("fan", "00"));
        }
    }

    @Test
    void recognisesEachPublicScheme() throws Exception {
        files("a/fan/train/section_00_source_train_normal_0000.wav", "b/fan/id_00/normal/0.wav");
        assertThat(Dataset.scan(m_folder.resolve("a"), AUTOMATIC, ProgressMonitor.NONE, warning -> { }).scheme())
            .isEqualTo("DCASE 2021 and later");
        assertThat(Dataset.scan(m_folder.resolve("b"), AUTOMATIC, ProgressMonitor.NONE, warning -> { }).scheme())
            .isEqualTo("MIMII");
    }

    @Test
    void mimiiTakesAsManyNormalClipsForTheTestAsThereAreAbnormalOnesButAtMostHalf() throws Exception {
        files("fan/id_00/normal/0.wav", "fan/id_00/normal/1.wav", "fan/id_00/normal/2.wav", "fan/id_00/normal/3.wav",
            "fan/id_00/normal/4.wav", "fan/id_00/abnormal/0.wav", "fan/id_02/normal/0.wav", "fan/id_02/normal/1.wav",
            "fan/id_02/abnormal/0.wav", "fan/id_02/abnormal/1.wav");
        assertThat(testNormals(true)).containsExactly("fan/id_00/normal/0.wav",
            "fan/id_02/normal/0.wav");
        assertThat(testNormals(false)).isEmpty();
    }

    @Test
    void mimiisNoiseLevelsAreMachinesOfTheirOwn() throws Exception {
        files("-6_dB_fan/fan/id_00/normal/0.wav");
        assertThat(scan().clips()).extracting(SoundClip::machine).containsExactly(new MachineId("fan", "00"));
        files("-6_dB_fan/fan/id_00/normal/1.wav", "-6_dB_fan/fan/id_00/abnormal/0.wav",
            "6_dB_fan/fan/id_00/normal/0.wav", "6_dB_fan/fan/id_00/normal/1.wav",
            "6_dB_fan/fan/id_00/abnormal/0.wav", "6_dB_pump/pump/id_00/normal/0.wav");
        assertThat(scan().clips()).extracting(clip -> clip.machine().toString()).containsExactly("fan 00_-6_dB",
            "fan 00_-6_dB", "fan 00_-6_dB", "fan 00_6_dB", "fan 00_6_dB", "fan 00_6_dB", "pump 00");
        assertThat(testNormals(true)).as("the same recording at every level")
            .containsExactly("-6_dB_fan/fan/id_00/normal/0.wav", "6_dB_fan/fan/id_00/normal/0.wav");
    }

    @Test
    void heldOutClipsAreNormalOnesOfTheTrainingAndStayWhenMachinesAreAdded() throws Exception {
        for (int i = 0; i < 10; i++) {
            files("fan/train/normal_id_00_0000000" + i + ".wav", "fan/train/anomaly_id_00_0000000" + i + ".wav",
                "fan/test/normal_id_00_0000000" + i + ".wav");
        }
        final List<String> alone = heldOut();
        assertThat(alone).hasSize(3).allMatch(path -> path.startsWith("fan/train/normal"));
        for (int i = 0; i < 5; i++) {
            files("drone/train/normal_id_00_0000000" + i + ".wav", "pump/train/normal_id_00_0000000" + i + ".wav",
                "pump/held-out/normal_id_00_0000000" + i + ".wav");
        }
        assertThat(heldOut()).filteredOn(path -> path.startsWith("fan")).isEqualTo(alone);
        assertThat(heldOut()).filteredOn(path -> path.startsWith("drone")).hasSize(2);
        assertThat(heldOut()).filteredOn(path -> path.startsWith("pump")).as("held out by hand, no more of them")
            .hasSize(5).allMatch(path -> path.startsWith("pump/held-out"));
        assertThatThrownBy(() -> scan().withHeldOut(1, 0, warning -> { })).isInstanceOf(AsdException.class);
    }

    private List<String> heldOut() throws AsdException {
        final Dataset marked = scan().withHeldOut(0.3, 7, warning -> { });
        return relative(new Dataset(
            marked.clips().stream().filter(clip -> clip.split() == Split.HELD_OUT).toList(), List.of(), ""));
    }

    @Test
    void readsGivenFilesRelativeToTheirCommonFolder() throws Exception {
        final List<Path> given = List.of(m_folder.resolve("p/b/ok1.wav"), m_folder.resolve("p/a/bad1.wav"));
        final NamingScheme pattern = new PatternScheme("^(?<id>\\w+)/(?<label>ok|bad)");
        final Dataset found = Dataset.of(given, List.of(pattern));
        assertThat(found.clips()).extracting(SoundClip::machine).containsExactly(new MachineId("p", "a"),
            new MachineId("p", "b"));
    }

    @Test
    void sayWhatIsWrongWithTheFolder() throws Exception {
        fails(m_folder.resolve("none"), "no existing folder");
        fails(m_folder, "holds no sound files");
        files("x/strange.wav");
        fails(m_folder.resolve("x/strange.wav"), "not a folder");
        assertThatThrownBy(this::scan).isInstanceOf(AsdException.class).hasMessageContaining("strange.wav")
            .hasMessageContaining("fan/train/normal_id_00_00000000.wav").hasMessageContaining("MIMII");
    }

    @Test
    void followsLinksButNotInCircles() throws Exception {
        files("real/fan/train/normal_id_00_00000000.wav");
        final Path set = Files.createDirectories(m_folder.resolve("set"));
        try {
            Files.createSymbolicLink(set.resolve("linked"), m_folder.resolve("real"));
            Files.createSymbolicLink(m_folder.resolve("real/circle"), m_folder.resolve("real"));
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "links cannot be made here: " + e);
        }
        assertThat(Dataset.scan(set, AUTOMATIC, ProgressMonitor.NONE, warning -> { }).clips()).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsNamedAndCounted() throws Exception {
        files("fan/train/normal_id_00_00000000.wav", "fan/train/a.m4a", "fan/train/b.M4A", "fan/train/c.opus");
        final List<String> warnings = new ArrayList<>();
        Dataset.scan(m_folder, AUTOMATIC, ProgressMonitor.NONE, warnings::add);
        assertThat(warnings).singleElement().asString().startsWith("2 .m4a files, 1 .opus file: not supported")
            .contains("a.m4a").contains("ffmpeg");
    }

    @Test
    void aFolderOfOtherFormatsAloneSaysSo() throws Exception {
        files("a.m4a");
        fails(m_folder, "holds no sound files that can be read (.wav, ");
        fails(m_folder, "1 .m4a file: not supported");
    }

    @Test
    void whatMayNotBeOpenedIsAWarningAndNotTheEnd() throws Exception {
        files("fan/train/normal_id_00_00000000.wav");
        try {
            Files.createSymbolicLink(m_folder.resolve("fan/gone"), m_folder.resolve("nowhere"));
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "links cannot be made here: " + e);
        }
        final List<String> warnings = new ArrayList<>();
        assertThat(Dataset.scan(m_folder, AUTOMATIC, ProgressMonitor.NONE, warnings::add).clips()).hasSize(1);
        assertThat(warnings).singleElement().asString().contains("fan/gone").contains("is missing");
    }

    @Test
    void canBeCancelled() throws Exception {
        files("fan/train/normal_id_00_00000000.wav");
        final ProgressMonitor cancelled = new ProgressMonitor() {
            @Override
            public void report(final double fraction, final String message) {
                // nobody looks
            }

            @Override
            public void checkCanceled() {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> Dataset.scan(m_folder, AUTOMATIC, cancelled, warning -> { }))
            .isInstanceOf(CancellationException.class);
    }

    private List<String> testNormals(final boolean balanced) throws AsdException {
        final Dataset found =
            Dataset.scan(m_folder, List.of(new MimiiScheme(balanced)), ProgressMonitor.NONE, warning -> { });
        return found.clips().stream().filter(c -> c.split() == Split.TEST && c.label() == Label.NORMAL)
            .map(c -> NamingScheme.slashed(m_folder.relativize(c.path()))).toList();
    }

    private Dataset scan() throws AsdException {
        return Dataset.scan(m_folder, AUTOMATIC, ProgressMonitor.NONE, warning -> { });
    }

    private static void fails(final Path folder, final String reason) {
        assertThatThrownBy(() -> Dataset.scan(folder, AUTOMATIC, ProgressMonitor.NONE, warning -> { }))
            .isInstanceOf(AsdException.class).hasMessageContaining(reason);
    }

    private List<String> relative(final Dataset found) {
        return found.clips().stream().map(c -> NamingScheme.slashed(m_folder.relativize(c.path())))
            .collect(Collectors.toList());
    }

    private void files(final String... names) throws IOException {
        for (final String name : names) {
            final Path file = m_folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
    }
}
