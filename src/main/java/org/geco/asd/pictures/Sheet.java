package org.geco.asd.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import javax.imageio.ImageIO;

import org.jfree.chart.JFreeChart;

/** Charts of one size in rows below a title and the names of their curves. */
record Sheet(String title, List<Key> keys, int columns, int width, int height, List<JFreeChart> charts) {
    private static final int MARGIN = 20;

    /** A colour with its meaning. */
    record Key(String name, Colour colour, BasicStroke stroke) { }

    static Font font(final int style, final float size) {
        return new Font(Font.SANS_SERIF, style, 1).deriveFont(size);
    }

    /** @return a PNG file */
    byte[] png() {
        final int header = keys.isEmpty() ? 40 : 64;
        final int rows = (charts.size() + columns - 1) / columns;
        final BufferedImage image = new BufferedImage(columns * width + MARGIN, header + rows * height + MARGIN / 2,
            BufferedImage.TYPE_INT_RGB);
        final Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        drawHeader(g);
        for (int i = 0; i < charts.size(); i++) {
            charts.get(i).draw(g, new Rectangle2D.Double(MARGIN / 2.0 + i % columns * width,
                header + i / columns * height, width, height));
        }
        g.dispose();
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (final IOException e) {
            throw new UncheckedIOException(e); // memory can be written to
        }
        return out.toByteArray();
    }

    private void drawHeader(final Graphics2D g) {
        g.setColor(Colour.INK.color());
        g.setFont(font(Font.BOLD, 17));
        g.drawString(title, MARGIN, 28);
        g.setFont(font(Font.PLAIN, 13));
        int x = MARGIN;
        for (final Key key : keys) {
            g.setColor(key.colour().color());
            g.setStroke(key.stroke());
            g.draw(new Line2D.Double(x, 46, x + 24, 46));
            g.setColor(Colour.SOFT.color());
            g.drawString(key.name(), x + 32, 51);
            x += 52 + g.getFontMetrics().stringWidth(key.name());
        }
    }
}
