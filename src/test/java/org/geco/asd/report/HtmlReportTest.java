package org.geco.asd.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.audio.Section;
import org.geco.asd.audio.WavWriter;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.ScoredClip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    @Test
    void showsEveryMachineWithItsNumbersForEachScore() {
        final Report report = SampleReport.labelled();
        final String html = HtmlReport.render(report);

        assertThat(html).contains("<h1>Anomalous sounds</h1>", "Two pumps and two fans.", "PAE score", "GeCo score");
        report.evaluations().forEach(evaluation -> {
            assertThat(html).contains(percent(evaluation.means().arithmetic().auc()));
            evaluation.machines().filter(m -> m.metrics().auc().isPresent()).forEach(
                m -> assertThat(html).contains(percent(m.metrics().auc()), percent(m.metrics().partialAuc())));
        });
        assertThat(html.split("<svg class=\"roc\"", -1)).hasSize(1 + 3);
        assertThat(html.split("<svg class=\"distribution\"", -1)).hasSize(1 + 4 * 3);
        assertThat(html).doesNotContain("{{").doesNotContain("NaN");
    }

    private static String percent(final Outcome<Double> value) {
        return String.format(Locale.ROOT, "%.2f", 100 * value.value());
    }

    @Test
    void tellsWhatToBewareOf() {
        assertThat(HtmlReport.render(SampleReport.labelled()))
            .contains("on pump 00, a single clip can move the AUC by up")
            .contains("less than one false alarm on pump 00").contains("No AUC on pump 04")
            .contains("1 of 412 clips lack a score").contains("the file is empty");
    }

    @Test
    void withoutLabelsItRanks() {
        final String html = HtmlReport.render(SampleReport.unlabelled());
        assertThat(html).contains("no labels").doesNotContain("class=\"roc\"").doesNotContain("pAUC");
        final int first = html.indexOf("<b>anomaly_id_hall 3_");
        assertThat(first).as("an unusual clip leads the ranking").isPositive()
            .isLessThan(html.indexOf("<b>normal_id_hall"));
    }

    @Test
    void theFirstClipsCanBeSeenAndHeardWithinTheMegabytes(@TempDir final Path folder) throws Exception {
        final short[] second = new short[16000];
        for (int i = 0; i < second.length; i++) {
            second[i] = (short)(5000 * Math.sin(i * 0.1));
        }
        final Path wav = folder.resolve("tone.wav");
        try (OutputStream out = Files.newOutputStream(wav)) {
            WavWriter.write(out, second, 16000);
        }
        final Report all = SampleReport.labelled().heard(first(path -> Section.whole(wav)), 25, ProgressMonitor.NONE);
        assertThat(all.heard()).hasSize(20).extracting(HeardClip::rank).startsWith(1, 2, 3);
        final Report few = SampleReport.labelled().heard(first(path -> Section.whole(wav)), 1, ProgressMonitor.NONE);
        assertThat(few.heard()).hasSizeBetween(2, 19).isEqualTo(all.heard().subList(0, few.heard().size()));
        final String html = HtmlReport.render(all);
        assertThat(html.split("<audio controls", -1)).hasSize(1 + 20);
        assertThat(html).contains("src=\"data:audio/wav;base64,UklGR", "src=\"data:image/png;base64,iVBOR")
            .doesNotContain("=&quot;", "&#39;data");
        final Report silent =
            SampleReport.labelled().heard(first(path -> Section.whole(Path.of(path))), 25, ProgressMonitor.NONE);
        assertThat(silent.heard()).as("no such files").isEmpty();
        assertThat(HtmlReport.render(silent)).contains("Of the most anomalous clips, 20 cannot be heard here: ")
            .doesNotContain("<audio");
        assertThat(html).doesNotContain("cannot be heard here");
    }

    private static HeardClip.Source first(final HeardClip.Sounds sounds) {
        return new HeardClip.Source(sounds, ChannelChoice.single(1));
    }

    @Test
    void theLightOfAMachineIsRedIfChanceDoesNotExplainItsAlarms() {
        final Report report = SampleReport.unlabelled().judged(lights(), trends());
        assertThat(report.lights()).extracting(light -> light.machine().id() + " " + light.state()).containsExactly(
            "broken RED", "suspect YELLOW", "healthy GREEN", "unknown GREY");
        assertThat(HtmlReport.render(report)).contains("6 of 20 clips called anomalous", "look at it now",
            "listen to it", "as usual", "not judged", "less than one of 100 reports of a healthy machine",
            "<polyline points=\"3.0,16.3 60.0,13.0 117.0,3.0\"/>",
            "median 4.0 standard deviations above the usual, the last of 3 days");
        assertThat(HtmlReport.render(SampleReport.unlabelled())).doesNotContain("Machines at a glance");
    }

    private static Map<MachineId, Trend> trends() {
        final LocalDate day = LocalDate.of(2026, 11, 26);
        return Map.of(new MachineId("fan", "broken"),
            new Trend(new TreeMap<>(Map.of(day.minusDays(2), 0.0, day.minusDays(1), 1.0, day, 4.0))));
    }

    private static List<ScoredClip> lights() {
        final List<ScoredClip> clips = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clips.add(judged("healthy", 0.05 + 0.04 * i, false));
            clips.add(judged("suspect", i == 0 ? 0.04 : 0.5, i == 0));
            clips.add(judged("broken", i < 6 ? 0.03 : 0.5, i < 6));
        }
        clips.add(new ScoredClip("?", new MachineId("fan", "unknown"), Label.UNKNOWN,
            List.of(Outcome.failed("no threshold"), Outcome.failed("no threshold"))));
        return clips;
    }

    private static ScoredClip judged(final String id, final double pValue, final boolean isAnomalous) {
        return new ScoredClip("clip", new MachineId("fan", id), Label.UNKNOWN,
            List.of(Outcome.number(pValue), Outcome.number(isAnomalous ? 1 : 0)));
    }

    @Test
    void tellsWhatItWasMadeOf() {
        assertThat(HtmlReport.render(SampleReport.labelled())).contains("GeCo for KNIME ", "none of the scores",
            "<td class=\"num\">100</td><td class=\"num\">80</td><td class=\"num\">0</td><td class=\"num\">0</td>");
        final List<ScoredClip> one = List.of(new ScoredClip("a", new MachineId("fan", "0"), Label.UNKNOWN,
            List.of(Outcome.number(1))));
        assertThat(HtmlReport.render(Report.of(SampleReport.SETTINGS, List.of("Anomaly score (γ chosen with labels)"),
            one))).contains("(γ chosen with labels): its numbers are better than");
    }

    @Test
    void requestsNothing() {
        final String html = HtmlReport.render(SampleReport.labelled());
        assertThat(html).contains("default-src 'none'");
        assertThat(html).doesNotContain("http://", "https://", " src=", " href=", "url(", "@import");
    }

    @Test
    void textOfTheUserNeverBecomesMarkup() {
        final String evil = "</script><script>alert(\"1\")</script> & 'x' $1 {{style}}";
        final ReportSettings settings = new ReportSettings(evil, evil, evil, 0.1, 10);
        final List<ScoredClip> clips = List.of(
            new ScoredClip(evil, new MachineId(evil, evil), Label.NORMAL, List.of(Outcome.number(1))),
            new ScoredClip(evil, new MachineId(evil, evil), Label.ANOMALY, List.of(Outcome.number(2))),
            new ScoredClip(evil, new MachineId(evil, evil), Label.NORMAL, List.of(Outcome.failed(evil))));
        final String html = HtmlReport.render(Report.of(settings, List.of(evil), clips));
        assertThat(html).doesNotContain("<script>alert").doesNotContain("alert(\"1\")");
        assertThat(html).contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; $1 {{style}}");
        assertThat(html.split("<script>", -1)).hasSize(2);
    }

    @Test
    void isTheSameEveryTime() {
        final Locale locale = Locale.getDefault();
        final String first = HtmlReport.render(SampleReport.labelled());
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(HtmlReport.render(SampleReport.labelled())).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void anEmptyTableAndEqualScoresStillGiveAPage() {
        assertThat(HtmlReport.render(Report.of(SampleReport.SETTINGS, List.of("s"), List.of()))).contains("no labels");
        final MachineId fan = new MachineId("fan", "00");
        final List<ScoredClip> equal =
            List.of(new ScoredClip("a", fan, Label.NORMAL, List.of(Outcome.number(0))),
                new ScoredClip("b", fan, Label.ANOMALY, List.of(Outcome.number(0))));
        assertThat(HtmlReport.render(Report.of(SampleReport.SETTINGS, List.of("s"), equal))).contains("50.00")
            .doesNotContain("NaN").doesNotContain("Infinity");
    }

    /** Writes the pages for a look at them if a folder is named: {@code -Dreport.look=FOLDER}. */
    @Test
    void look() throws IOException {
        final String folder = System.getProperty("report.look");
        assumeTrue(folder != null, "no folder named by -Dreport.look");
        Files.writeString(Path.of(folder, "labelled.html"), HtmlReport.render(SampleReport.labelled()));
        final Report heard = SampleReport.unlabelled()
            .heard(first(path -> Section.whole(Path.of(folder, "clip.wav"))), 2, ProgressMonitor.NONE)
            .judged(lights(), trends());
        Files.writeString(Path.of(folder, "judged.html"), HtmlReport.render(heard));
        Files.writeString(Path.of(folder, "unlabelled.html"), HtmlReport.render(SampleReport.unlabelled()));
    }
}
