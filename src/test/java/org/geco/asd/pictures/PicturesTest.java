package org.geco.asd.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Evaluator;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.pictures.SpectrogramPicture.Layer;
import org.geco.asd.pictures.TrainingCurve.Course;
import org.junit.jupiter.api.Test;

/** Sizes of the pictures, and where they have which colours. */
class PicturesTest {

    private static BufferedImage image(final byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** The share of a rectangle, given in shares of the picture, that has the colour. */
    private static double share(final BufferedImage image, final Colour colour, final double left, final double top,
        final double right, final double bottom) {
        final int wanted = colour.color().getRGB();
        int found = 0;
        int all = 0;
        for (int y = (int)(top * image.getHeight()); y < bottom * image.getHeight(); y++) {
            for (int x = (int)(left * image.getWidth()); x < right * image.getWidth(); x++) {
                found += image.getRGB(x, y) == wanted ? 1 : 0;
                all++;
            }
        }
        return found / (double)all;
    }

    private static Course course(final String name, final int epochs, final int kept) {
        final Map<String, double[]> losses = new LinkedHashMap<>();
        losses.put("Training loss", IntStream.range(0, epochs).mapToDouble(i -> 40 * Math.exp(-i / 9.0) + 8).toArray());
        losses.put("Held-out loss",
            IntStream.range(0, epochs).mapToDouble(i -> 42 * Math.exp(-i / 9.0) + 11 + 0.01 * i * i).toArray());
        return new Course(name, IntStream.rangeClosed(1, epochs).asDoubleStream().toArray(), losses, kept);
    }

    @Test
    void aTrainingsLossesFallFromTheUpperLeftToTheRight() throws Exception {
        final BufferedImage image = image(TrainingCurve.png("PAE", List.of(course("fan", 40, 17))));
        assertThat(image.getWidth()).isEqualTo(780);
        assertThat(image.getHeight()).isEqualTo(474);
        assertThat(share(image, Colour.S0, 0, 0.2, 0.2, 0.5)).as("high at first").isPositive();
        assertThat(share(image, Colour.S0, 0.5, 0.2, 1, 0.5)).as("low later").isZero();
        assertThat(share(image, Colour.S0, 0.5, 0.5, 1, 1)).isPositive();
        assertThat(share(image, Colour.S1, 0.5, 0.5, 1, 1)).as("held out").isPositive();
        assertThat(share(image, Colour.INK, 0.3, 0.3, 0.6, 0.9)).as("the kept epoch's line").isPositive();
    }

    @Test
    void eachTrainingIsAChartUpToTwelve() throws Exception {
        final List<Course> courses = IntStream.range(0, 14).mapToObj(i -> course("type " + i, 1 + i, 1)).toList();
        final BufferedImage image = image(TrainingCurve.png("PAE", courses));
        assertThat(image.getWidth()).isEqualTo(940);
        assertThat(image.getHeight()).isEqualTo(74 + 6 * 280);
        assertThat(share(image, Colour.S0, 0, 0.05, 0.5, 0.2)).as("one epoch is a dot").isPositive();
    }

    @Test
    void goodScoresHaveASteepCurveAndDistributionsApart() throws Exception {
        final List<ScoredClip> clips = new ArrayList<>();
        final Random random = new Random(0);
        for (int i = 0; i < 200; i++) {
            final Label label = i % 2 == 0 ? Label.NORMAL : Label.ANOMALY;
            clips.add(new ScoredClip("clip " + i, new MachineId("fan", i < 100 ? "00" : "02"), label,
                List.of(Outcome.of(random.nextGaussian()), Outcome.of(random.nextGaussian() + i % 2 * 4))));
        }
        clips.add(new ScoredClip("clip", new MachineId("pump", "00"), Label.NORMAL,
            List.of(Outcome.of(1.0), Outcome.of(2.0))));
        final Evaluator evaluator = new Evaluator(0.1);
        final List<String> scores = List.of("PAE score", "Anomaly score");
        final BufferedImage image = image(DetectionPicture.png(scores,
            List.of(evaluator.evaluate(clips, 0), evaluator.evaluate(clips, 1))));
        assertThat(image.getHeight()).isEqualTo(74 + 3 * 270);
        assertThat(share(image, Colour.WASH, 0.05, 0.1, 0.2, 0.35)).as("the part of the pAUC").isGreaterThan(0.1);
        assertThat(share(image, Colour.S0, 0.2, 0.25, 0.48, 0.35)).as("the main score is far above").isZero();
        assertThat(share(image, Colour.S1, 0.2, 0.15, 0.48, 0.35)).as("the other is chance").isPositive();
        assertThat(share(image, Colour.NORMAL, 0.5, 0.1, 0.75, 0.35)).isGreaterThan(0.03);
        assertThat(share(image, Colour.ANOMALY, 0.75, 0.1, 1, 0.35)).isGreaterThan(0.03);
        assertThat(share(image, Colour.NORMAL, 0.5, 0.7, 1, 1)).as("one class has a distribution").isPositive();
    }

    @Test
    void withoutALabelThereIsATitleOnly() throws Exception {
        final List<ScoredClip> clips = List.of(
            new ScoredClip("clip", new MachineId("fan", "00"), Label.UNKNOWN, List.of(Outcome.of(1.0))));
        final BufferedImage image =
            image(DetectionPicture.png(List.of("PAE score"), List.of(new Evaluator(0.1).evaluate(clips, 0))));
        assertThat(image.getHeight()).isEqualTo(74);
    }

    @Test
    void aSpectrogramHasLowFrequenciesBelowAndAFrameAroundTheWorstSecond() throws Exception {
        final Spectrogram ramp = ramp();
        final BufferedImage image = image(SpectrogramPicture.png("fan 00, a.wav",
            List.of(new Layer("Log-Mel spectrogram", ramp), new Layer("Squared error", ramp)), 1, 0.5));
        assertThat(image.getWidth()).isEqualTo(920);
        assertThat(image.getHeight()).isEqualTo(50 + 2 * 270);
        assertThat(image.getRGB(860, 250) & 0xFF00).as("green, of a bright colour").isGreaterThan(0xE000);
        assertThat(image.getRGB(860, 100) & 0xFF00).isLessThan(0x6000);
        assertThat(IntStream.range(80, 890).filter(x -> image.getRGB(x, 130) == 0xFFFFFFFF).count())
            .as("both sides of the frame").isBetween(2L, 8L);
    }

    /** Loud low bands, louder with time. */
    static Spectrogram ramp() {
        final float[] values = new float[90 * 128];
        for (int frame = 0; frame < 90; frame++) {
            for (int band = 0; band < 128; band++) {
                values[frame * 128 + band] = -20 - band * 0.4f + frame * 0.2f;
            }
        }
        return new Spectrogram(MelSettings.PAPER, 90, values);
    }
}
