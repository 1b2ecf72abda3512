package org.geco.asd.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;

/** The losses of trainings against their epochs, each training a chart, with the epoch that was kept. */
public final class TrainingCurve {
    private static final int MOST = 12;
    private static final BasicStroke DOTS = new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1,
        new float[]{2, 3}, 0);

    private TrainingCurve() { }

    /**
     * The course of a training.
     *
     * @param epochs 1 for the first
     * @param losses by name, in order, a value for each epoch, NaN where there is none
     * @param kept the epoch whose weights were kept
     */
    public record Course(String name, double[] epochs, Map<String, double[]> losses, int kept) { }

    /** @return a PNG file; of many courses, of at least one with the same losses, the first {@value #MOST} */
    public static byte[] png(final String title, final List<Course> courses) {
        final Set<String> losses = courses.get(0).losses().keySet();
        final List<String> names = List.copyOf(losses);
        final List<Sheet.Key> keys = losses.stream().map(name -> Charts.key(name, names.indexOf(name))).toList();
        final boolean one = courses.size() == 1;
        return new Sheet(title + (courses.size() > MOST ? " (the first " + MOST + " of " + courses.size() + ")" : ""),
            keys, one ? 1 : 2, one ? 760 : 460, one ? 400 : 280,
            courses.stream().limit(MOST).map(TrainingCurve::chart).toList()).png();
    }

    private static JFreeChart chart(final Course course) {
        final DefaultXYDataset data = new DefaultXYDataset();
        course.losses().forEach((name, values) -> data.addSeries(name, new double[][]{course.epochs(), values}));
        final NumberAxis epoch = Charts.axis("Epoch");
        epoch.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        final XYPlot plot = new XYPlot(data, epoch, Charts.axis("Loss"), Charts.lines(data));
        final ValueMarker kept = new ValueMarker(course.kept(), Colour.INK.color(), DOTS);
        kept.setAlpha(1);
        kept.setLabel("kept");
        kept.setLabelBackgroundColor(Color.WHITE);
        kept.setLabelFont(epoch.getTickLabelFont());
        kept.setLabelPaint(Colour.SOFT.color());
        kept.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        kept.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
        plot.addDomainMarker(kept);
        return Charts.chart(course.name(), plot);
    }
}
