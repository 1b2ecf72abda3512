package org.geco.asd.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYDataset;

/** What all charts look like. */
final class Charts {
    private static final float[][] DASHES = {null, {7, 4}, {2, 3}, {9, 3, 2, 3}};

    private Charts() { }

    /** @return how a curve is drawn, so that it is told apart in grey, too */
    static BasicStroke stroke(final int curve) {
        return new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES[curve % DASHES.length], 0);
    }

    static Sheet.Key key(final String name, final int curve) {
        return new Sheet.Key(name, Colour.ofCurve(curve), stroke(curve));
    }

    static NumberAxis axis(final String label) {
        final NumberAxis axis = new NumberAxis(label);
        look(axis);
        return axis;
    }

    static void look(final NumberAxis axis) {
        axis.setLabelFont(Sheet.font(Font.PLAIN, 12));
        axis.setLabelPaint(Colour.SOFT.color());
        axis.setTickLabelFont(Sheet.font(Font.PLAIN, 11));
        axis.setTickLabelPaint(Colour.SOFT.color());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setAutoRangeIncludesZero(false);
    }

    /** @return lines of the given curves; points, too, where a line has but one */
    static XYLineAndShapeRenderer lines(final XYDataset data) {
        final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        for (int i = 0; i < data.getSeriesCount(); i++) {
            renderer.setSeriesPaint(i, Colour.ofCurve(i).color());
            renderer.setSeriesStroke(i, stroke(i));
            renderer.setSeriesShapesVisible(i, data.getItemCount(i) == 1);
        }
        return renderer;
    }

    static JFreeChart chart(final String title, final XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(Colour.LINE.color());
        plot.setRangeGridlinePaint(Colour.LINE.color());
        plot.setDomainGridlineStroke(new BasicStroke());
        plot.setRangeGridlineStroke(new BasicStroke());
        plot.setOutlinePaint(Colour.LINE.color());
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        final JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(4, 8, 8, 12));
        final TextTitle text = new TextTitle(title, Sheet.font(Font.BOLD, 13));
        text.setPaint(Colour.INK.color());
        text.setHorizontalAlignment(HorizontalAlignment.LEFT);
        text.setPadding(4, 4, 8, 4);
        chart.setTitle(text);
        return chart;
    }
}
