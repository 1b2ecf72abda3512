package org.geco.asd.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Align;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** A clip's spectrogram, and over the same time where it is unusual. */
public final class SpectrogramPicture {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 270;

    private SpectrogramPicture() { }

    /** A spectrogram, or other values of its frames and bands, with a title. */
    public record Layer(String title, Spectrogram values) { }

    /** @return a PNG file of layers of the same clip, with a frame around some seconds, none if there are 0 */
    public static byte[] png(final String title, final List<Layer> layers, final double from, final double seconds) {
        return new Sheet(title, List.of(), 1, WIDTH, HEIGHT,
            layers.stream().map(layer -> chart(layer, from, seconds)).toList()).png();
    }

    private static JFreeChart chart(final Layer layer, final double from, final double seconds) {
        final MelSettings mel = layer.values().settings();
        final NumberAxis time = Charts.axis("Time (s)");
        time.setTickLabelInsets(new RectangleInsets(2, 20, 2, 20)); // room between the numbers
        time.setRange(0, layer.values().frames() * (double)mel.hop() / mel.sampleRate());
        final XYPlot plot = new XYPlot(null, time, new MelAxis(mel), new XYLineAndShapeRenderer());
        final JFreeChart chart = Charts.chart(layer.title(), plot);
        plot.setBackgroundImage(SpectrogramImage.of(layer.values()));
        plot.setBackgroundImageAlpha(1);
        plot.setBackgroundImageAlignment(Align.FIT);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        if (seconds > 0) {
            plot.addDomainMarker(new IntervalMarker(from, from + seconds, new Color(0, true), new BasicStroke(1),
                Color.WHITE, new BasicStroke(1.5f), 1));
        }
        return chart;
    }

    /** Mel bands from bottom to top, labelled with round frequencies. */
    private static final class MelAxis extends NumberAxis {
        private static final long serialVersionUID = 1L;
        private static final double[] ROUND = {100, 500, 1000, 2000, 4000, 8000, 16000};

        private final transient MelSettings m_mel;

        MelAxis(final MelSettings mel) {
            super("Frequency (Hz)");
            m_mel = mel;
            Charts.look(this);
            setRange(0, mel.mels());
        }

        @Override
        @SuppressWarnings("rawtypes")
        public List refreshTicks(final Graphics2D g, final AxisState state, final Rectangle2D area,
            final RectangleEdge edge) {
            final double[] centres = m_mel.centres();
            final List<NumberTick> ticks = new ArrayList<>();
            for (final double hz : ROUND) {
                final int found = Arrays.binarySearch(centres, hz);
                final int above = found < 0 ? -found - 1 : found;
                if (above > 0 && above < centres.length) {
                    final double share = (hz - centres[above - 1]) / (centres[above] - centres[above - 1]);
                    ticks.add(new NumberTick(above - 0.5 + share, String.valueOf((int)hz), TextAnchor.CENTER_RIGHT,
                        TextAnchor.CENTER_RIGHT, 0));
                }
            }
            return ticks;
        }
    }
}
