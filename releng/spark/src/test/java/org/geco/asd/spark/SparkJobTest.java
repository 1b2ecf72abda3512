package org.geco.asd.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.audio.Section;
import org.geco.asd.audio.SoundFacts;
import org.geco.asd.cluster.FeatureCells;
import org.geco.asd.cluster.FeatureSettings;
import org.geco.asd.common.Outcome;
import org.geco.asd.engine.Engine;
import org.geco.asd.engine.SimulatedPlant;
import org.geco.asd.files.Csv;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.statistics.SpectralStatistics;
import org.geco.asd.statistics.StatisticsSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs, with all that belongs to Spark in this process. */
class SparkJobTest {
    private static final Features FEATURES =
        new Features(MelSettings.PAPER, ChannelChoice.single(1), AudioFiles.ENOUGH);

    @TempDir
    static Path temp;

    private static SimulatedPlant plant;

    private static SparkSession spark;

    private final StringWriter m_told = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        plant = SimulatedPlant.in(temp);
        spark = SparkSession.builder().master("local[2]").config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2").config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.adaptive.enabled", "false").getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private int run(final String... arguments) {
        return SparkJob.run(new PrintWriter(m_told, true), arguments);
    }

    private int score(final Path clips, final Path out, final String... more) {
        final List<String> arguments = new ArrayList<>(List.of("score", "--detector",
            plant.detector().toString(), "--clips", clips.toString(), "--out", out.toString()));
        arguments.addAll(Arrays.asList(more));
        return run(arguments.toArray(String[]::new));
    }

    private static String ofEngine(final Path clips, final String... more) {
        final StringWriter csv = new StringWriter();
        final List<String> arguments = new ArrayList<>(
            List.of("score", "--detector", plant.detector().toString(), "--clips", clips.toString()));
        arguments.addAll(Arrays.asList(more));
        assertThat(Engine.run(new PrintWriter(csv), new PrintWriter(new StringWriter()),
            arguments.toArray(String[]::new))).isZero();
        return csv.toString();
    }

    @Test
    void longRecordingsAreCutIntoClips() throws Exception {
        final Path out = temp.resolve("cut");

        assertThat(score(plant.tests(), out, "--clip-length", "0.3", "--per-task", "7")).isZero();
        assertThat(score(plant.tests(), out, "--clip-length", "0.3")).isZero();

        assertThat(m_told.toString()).contains("12 of 12 recordings", "0 of 12 recordings");
        assertThat(Files.readString(out.resolve("scores.csv")))
            .isEqualTo(ofEngine(plant.tests(), "--clip-length", "0.3")).hasLineCount(1 + 3 * 12);
    }

    @Test
    void scoresAreThoseOfTheEngineInTheSameOrderFromAnyTasksAndRounds() throws Exception {
        final String expected = ofEngine(plant.tests());

        assertThat(score(plant.tests(), temp.resolve("one"))).isZero();
        assertThat(score(plant.tests(), temp.resolve("many"), "--per-task", "1", "--per-round", "5")).isZero();

        assertThat(Files.readString(temp.resolve("one/scores.csv"))).isEqualTo(expected);
        assertThat(Files.readString(temp.resolve("many/scores.csv"))).isEqualTo(expected);
    }

    @Test
    void aJobThatIsStartedAgainDoesWhatIsMissingOnly() throws Exception {
        final Path clips = Files.createDirectories(temp.resolve("growing/fan/test"));
        copy("normal_id_00_00000000.wav", clips);
        copy("normal_id_01_00000001.wav", clips);
        final Path out = temp.resolve("again");
        assertThat(score(clips, out)).isZero();
        copy("normal_id_00_00000001.wav", clips);
        m_told.getBuffer().setLength(0);

        assertThat(score(clips, out)).isZero();

        assertThat(m_told.toString()).contains("1 of 3 recordings to do");
        assertThat(Files.readString(out.resolve("scores.csv"))).isEqualTo(ofEngine(clips));
    }

    @Test
    void aBadRecordingIsOneRowWithItsReason() throws Exception {
        final Path clips = Files.createDirectories(temp.resolve("bad/fan/test"));
        copy("normal_id_00_00000000.wav", clips);
        Files.writeString(clips.resolve("normal_id_00_00000001.wav"), "no sound");

        assertThat(score(clips, temp.resolve("bad-out"))).isZero();

        assertThat(Files.readString(temp.resolve("bad-out/scores.csv"))).isEqualTo(ofEngine(clips))
            .contains("00000001.wav,fan,00,,,,,");
    }

    @Test
    void aListOfRecordingsIsDoneInItsOrder() throws Exception {
        final Path list = temp.resolve("list.csv");
        Files.writeString(list, "Label,Machine ID,Machine type,Path\nx,01,fan," + test("normal_id_01_00000000.wav")
            + "\nx,00,fan," + test("anomaly_id_00_00000000.wav") + "\nx,00,fan," + temp.resolve("gone.wav")
            + "\nx,00,fan," + test("normal_id_01_00000000.wav") + "\nx,01,fan," + test("normal_id_01_00000000.wav")
            + "\n", StandardCharsets.UTF_8);

        assertThat(score(list, temp.resolve("listed"))).isZero();

        assertThat(Files.readAllLines(temp.resolve("listed/scores.csv"))).hasSize(6).satisfies(lines -> {
            assertThat(lines.get(1)).startsWith(test("normal_id_01_00000000.wav") + ",fan,01,");
            assertThat(lines.get(2)).startsWith(test("anomaly_id_00_00000000.wav") + ",fan,00,");
            assertThat(lines.get(3)).contains("gone.wav,fan,00,,,,,", "gone.wav");
            assertThat(lines.get(4)).startsWith(test("normal_id_01_00000000.wav") + ",fan,00,");
            assertThat(lines.get(5)).as("listed twice").isEqualTo(lines.get(1)).isNotEqualTo(lines.get(4));
        });
    }

    @Test
    void resultsOfAnotherDetectorAreNotMixed() throws Exception {
        final Path out = temp.resolve("mixed");
        assertThat(run("features", "--clips", plant.tests().toString(), "--out", out.toString())).isZero();

        assertThat(score(plant.tests(), out)).isEqualTo(1);

        assertThat(m_told.toString()).contains("has results of other work: features", "Choose another folder");
    }

    @Test
    void featuresAreThoseOfTheExtractor() throws Exception {
        final Path out = temp.resolve("features");

        assertThat(run("features", "--clips", plant.tests().toString(), "--out", out.toString(), "--per-task", "5"))
            .isZero();

        final Dataset<Row> rows = spark.read().parquet(out.resolve("results").toString());
        assertThat(rows.count()).isEqualTo(12);
        final Features.Extractor extractor = new Features.Extractor(FEATURES);
        for (final Row row : rows.collectAsList()) {
            final float[] expected = extractor.of(Section.whole(Path.of(row.getString(0))), cutOff -> { }).values();
            assertThat(row.getInt(row.fieldIndex("Frames")) * row.getInt(row.fieldIndex("Bands")))
                .isEqualTo(expected.length);
            final List<Float> values = row.getList(row.fieldIndex("Log-Mel"));
            assertThat(values.stream().map(Float::floatValue).toList()).isEqualTo(boxed(expected));
        }
    }

    @Test
    void statisticsAreOneVectorEach() {
        final Path out = temp.resolve("statistics");

        assertThat(run("features", "--features", "statistics", "--detector", plant.detector().toString(), "--clips",
            plant.tests().toString(), "--out", out.toString())).isZero();

        final Row row = spark.read().parquet(out.resolve("results").toString()).first();
        assertThat(row.getList(row.fieldIndex("Statistics"))).hasSize(4 * 128);
    }

    @Test
    void aProgramsSettingsGiveALineForEachRowOfItsList() throws Exception {
        final Features features =
            new Features(new MelSettings(8000, 512, 128, 40, 50, 3500), ChannelChoice.MEAN, 0.4);
        final StatisticsSettings statistics = new StatisticsSettings(List.of(0.0, 0.9), true, true);
        final List<String> sounds = List.of(test("normal_id_01_00000000.wav") + "#t=0.1,0.45",
            temp.resolve("gone, or \"not\".wav").toString(), test("normal_id_00_00000000.wav"),
            test("normal_id_01_00000000.wav") + "#t=0.1,0.45");
        final Path list = temp.resolve("sounds.csv");
        Files.writeString(list, "Path,Machine type,Machine ID\n"
            + sounds.stream().map(sound -> Csv.line(List.of(sound, "", "")) + "\n").collect(Collectors.joining()));
        for (final Optional<StatisticsSettings> asked : List.of(Optional.<StatisticsSettings>empty(),
            Optional.of(statistics))) {
            final Path out = temp.resolve("program" + asked.isPresent());
            final Path settings = temp.resolve("settings.json");
            Files.writeString(settings, new FeatureSettings(features, asked).text());

            assertThat(run("features", "--settings", settings.toString(), "--csv", "--clips", list.toString(), "--out",
                out.toString(), "--per-task", "1")).isZero();

            final List<String> expected = new ArrayList<>(List.of(Csv.line(FeatureCells.header())));
            for (final String sound : sounds) {
                expected.add(Csv.line(line(features, asked, sound)));
            }
            assertThat(Files.readAllLines(out.resolve("features.csv"))).isEqualTo(expected).hasSize(5);
            assertThat(expected.get(2)).contains(",,,", "does not exist").doesNotContain("8000");
        }
    }

    /** What this computer finds of a sound. */
    private static List<String> line(final Features features, final Optional<StatisticsSettings> statistics,
        final String sound) throws Exception {
        final AtomicReference<SoundFacts> facts = new AtomicReference<>();
        final Outcome<Spectrogram> found = Outcome.attempt(() -> new Features.Extractor(features)
            .of(Section.of(Path.of(Section.path(sound)), sound), facts::set));
        final List<String> line = new ArrayList<>(List.of(sound, "", ""));
        line.add(!found.isPresent() ? "" : statistics.isEmpty() ? FeatureCells.floats(boxed(found.value().values()))
            : FeatureCells.doubles(Arrays.stream(new SpectralStatistics(statistics.get()).of(found.value()).value())
                .boxed().toList()));
        for (int i = 0; i < FeatureCells.FACTS.size(); i++) {
            line.add(found.isPresent() ? FeatureCells.facts(facts.get()).get(i).toString() : "");
        }
        line.add(found.isPresent() ? "" : found.reason());
        return line;
    }

    @Test
    void settingsThatAreNoneAreRefused() throws Exception {
        final Path settings = Files.writeString(temp.resolve("wrong.json"),
            new FeatureSettings(FEATURES, Optional.empty()).text().replace("\"hop\"", "\"hip\""));
        assertThat(run("features", "--settings", settings.toString(), "--clips", plant.tests().toString(), "--out",
            temp.resolve("x").toString())).isEqualTo(1);
        assertThat(m_told.toString()).contains("wrong.json' cannot be used: features.mel.hop is missing");
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(score(temp.resolve("nowhere"), temp.resolve("x"))).isEqualTo(1);
        assertThat(m_told.toString()).contains("nowhere", "does not exist").hasLineCount(1);
    }

    private static List<Float> boxed(final float[] values) {
        final List<Float> list = new ArrayList<>();
        for (final float value : values) {
            list.add(value);
        }
        return list;
    }

    private static String test(final String name) {
        return plant.tests().resolve(name).toString();
    }

    private static void copy(final String name, final Path to) throws Exception {
        Files.copy(plant.tests().resolve(name), to.resolve(name));
    }
}
