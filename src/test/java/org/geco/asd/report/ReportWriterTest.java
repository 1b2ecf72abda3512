package org.geco.asd.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.files.IfExists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {

    @TempDir
    private Path m_home;

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(m_home)) {
            return files.filter(Files::isRegularFile).map(f -> m_home.relativize(f).toString().replace('\\', '/'))
                .sorted().toList();
        }
    }

    private Path write(final Report report, final String folder, final IfExists ifExists) throws AsdException {
        return ReportWriter.write(report, m_home.resolve(folder), ifExists, ProgressMonitor.NONE);
    }

    @Test
    void writesPageAndChallengeFilesOfEveryScore() throws Exception {
        final Path page = write(SampleReport.labelled(), "deep/report", IfExists.FAIL);

        assertThat(page).isEqualTo(m_home.toRealPath().resolve("deep/report/report.html")).isRegularFile();
        assertThat(files()).contains("deep/report/result.csv", "deep/report/anomaly_score_fan_id_00.csv",
            "deep/report/PAE_score/result.csv", "deep/report/GeCo_score/anomaly_score_pump_id_00.csv").hasSize(16);
    }

    @Test
    void challengeFilesHaveTheChallengesShape() throws Exception {
        final MachineId fan = new MachineId("fan", "00");
        final List<ScoredClip> clips = List.of(clip("/a/normal_id_00_0.wav", fan, Label.NORMAL, 0.25),
            clip("/a/odd, name.wav", fan, Label.NORMAL, 3), clip("/a/anomaly_id_00_0.wav", fan, Label.ANOMALY, 2),
            clip("/a/train/x.wav", fan, Label.ANOMALY, 4), clip("/a/test/x.wav", fan, Label.ANOMALY, 5),
            clip("/a/n.wav", new MachineId("pump", "01"), Label.NORMAL, 1));
        write(Report.of(SampleReport.SETTINGS, List.of("score"), clips), "report", IfExists.FAIL);

        assertThat(m_home.resolve("report/anomaly_score_fan_id_00.csv")).hasContent("""
            normal_id_00_0.wav,0.25
            "odd, name.wav",3.0
            anomaly_id_00_0.wav,2.0
            /a/train/x.wav,4.0
            /a/test/x.wav,5.0
            """);
        assertThat(Files.readString(m_home.resolve("report/result.csv"))).isEqualTo("""
            fan
            id,AUC,pAUC
            00,0.8333333333333334,0.8245614035087718
            Average,0.8333333333333334,0.8245614035087718

            pump
            id,AUC,pAUC
            01,,
            Average,,

            """);
    }

    @Test
    void clipsOfSectionsHaveTheFilesOfLaterYears() throws Exception {
        final MachineId fan = new MachineId("fan", "03");
        final List<String> paths = List.of("/fan/test/section_03_0000.wav", "/fan/test/section_03_0001.wav",
            "/fan/source_test/section_03_source_test_0000.wav");
        final List<ScoredClip> clips = paths.stream().map(path -> clip(path, fan, Label.UNKNOWN, 1)).toList();
        final List<ScoredClip> decisions = paths.stream().map(path -> new ScoredClip(path, fan, Label.UNKNOWN,
            List.of(Outcome.number(0.5), Outcome.number(path.contains("0001") ? 1 : 0)))).toList();

        write(Report.of(SampleReport.SETTINGS, List.of("score"), clips).judged(decisions, Map.of()), "report",
            IfExists.FAIL);

        assertThat(files()).containsExactly("report/anomaly_score_fan_section_03_source_test.csv",
            "report/anomaly_score_fan_section_03_test.csv", "report/decision_result_fan_section_03_source_test.csv",
            "report/decision_result_fan_section_03_test.csv", "report/report.html");
        assertThat(m_home.resolve("report/decision_result_fan_section_03_test.csv")).hasContent("""
            section_03_0000.wav,0
            section_03_0001.wav,1
            """);
    }

    private static ScoredClip clip(final String path, final MachineId machine, final Label label,
        final double score) {
        return new ScoredClip(path, machine, label, List.of(Outcome.number(score)));
    }

    @Test
    void withoutLabelsThereIsNoResultFile() throws Exception {
        write(SampleReport.unlabelled(), "report", IfExists.FAIL);
        assertThat(files()).noneMatch(f -> f.endsWith("result.csv"))
            .contains("report/anomaly_score_compressor_id_hall_3.csv");
    }

    @Test
    void machinesWhoseNamesLookAlikeGetDifferentFiles() throws Exception {
        final List<ScoredClip> clips = List.of(clip("a", new MachineId("f/n", "0"), Label.NORMAL, 1),
            clip("b", new MachineId("f:n", "0"), Label.NORMAL, 2), clip("c", new MachineId("..", ".."),
                Label.NORMAL, 3));
        write(Report.of(SampleReport.SETTINGS, List.of("score"), clips), "report", IfExists.FAIL);
        assertThat(files()).containsExactly("report/anomaly_score___id__.csv",
            "report/anomaly_score_f_n_id_0.csv", "report/anomaly_score_f_n_id_0_2.csv", "report/report.html");
    }

    @Test
    void existingReportIsReplacedAsAWholeIfWanted() throws Exception {
        write(SampleReport.labelled(), "report", IfExists.FAIL);
        assertThatThrownBy(() -> write(SampleReport.unlabelled(), "report", IfExists.FAIL))
            .isInstanceOf(AsdException.class).hasMessageContaining("already exists");
        assertThat(files()).hasSize(16);

        write(SampleReport.unlabelled(), "report", IfExists.OVERWRITE);
        assertThat(files()).allMatch(f -> f.endsWith("report.html") || f.contains("compressor"));
    }

    @Test
    void folderWithOtherFilesIsNeverReplaced() throws Exception {
        Files.createDirectories(m_home.resolve("report/sub"));
        Files.writeString(m_home.resolve("report/sub/thesis.txt"), "years of work");
        assertThatThrownBy(() -> write(SampleReport.labelled(), "report", IfExists.OVERWRITE))
            .isInstanceOf(AsdException.class).hasMessageContaining("thesis.txt");
        assertThat(files()).containsExactly("report/sub/thesis.txt");
    }

    @Test
    void emptyFolderMayBeUsedAndAFileMayNot() throws Exception {
        Files.createDirectory(m_home.resolve("empty"));
        write(SampleReport.unlabelled(), "empty", IfExists.FAIL);
        assertThat(m_home.resolve("empty/report.html")).exists();

        Files.writeString(m_home.resolve("file"), "");
        assertThatThrownBy(() -> write(SampleReport.unlabelled(), "file", IfExists.OVERWRITE))
            .isInstanceOf(AsdException.class).hasMessageContaining("is a file");
        assertThatThrownBy(() -> write(SampleReport.unlabelled(), "file/report", IfExists.OVERWRITE))
            .isInstanceOf(AsdException.class).hasMessageContaining("cannot be written");
    }

    @Test
    void cancellingLeavesTheEarlierReportAndNothingElse() throws Exception {
        write(SampleReport.unlabelled(), "report", IfExists.FAIL);
        final List<String> before = files();
        for (int after = 0; after < 12; after++) {
            final Path folder = m_home.resolve("report");
            final ProgressMonitor impatient = new CancelledAfter(after);
            assertThatThrownBy(
                () -> ReportWriter.write(SampleReport.labelled(), folder, IfExists.OVERWRITE, impatient))
                .isInstanceOf(CancellationException.class);
            assertThat(files()).isEqualTo(before);
            assertThat(m_home.toFile().list()).containsExactly("report");
        }
    }

    private static final class CancelledAfter implements ProgressMonitor {

        private int m_left;

        CancelledAfter(final int checks) {
            m_left = checks;
        }

        @Override
        public void report(final double fraction, final String message) {
            assertThat(fraction).isBetween(0.0, 1.0);
        }

        @Override
        public void checkCanceled() {
            if (m_left-- == 0) {
                throw new CancellationException();
            }
        }
    }
}
