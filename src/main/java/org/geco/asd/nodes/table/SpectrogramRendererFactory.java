package org.geco.asd.nodes.table;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import org.geco.asd.common.AsdException;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.pictures.SpectrogramImage;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.renderer.AbstractDataValueRendererFactory;
import org.knime.core.data.renderer.AbstractPainterDataValueRenderer;
import org.knime.core.data.renderer.DataValueRenderer;

/** Shows spectrogram cells as pictures. */
public final class SpectrogramRendererFactory extends AbstractDataValueRendererFactory {
    private static final String DESCRIPTION = "Spectrogram";

    @Override
    public String getDescription() {
        return DESCRIPTION;
    }

    @Override
    public DataValueRenderer createRenderer(final DataColumnSpec colSpec) {
        return new SpectrogramRenderer();
    }

    private static final class SpectrogramRenderer extends AbstractPainterDataValueRenderer {
        private static final long serialVersionUID = 1L;

        private static final int WIDTH = 200;
        private static final int HEIGHT = 80;

        private transient BufferedImage m_image;
        private String m_text = "";

        @Override
        public String getDescription() {
            return DESCRIPTION;
        }

        @Override
        protected void setValue(final Object value) {
            m_image = null;
            m_text = value == null ? "" : value.toString();
            if (value instanceof SpectrogramValue cell) {
                try {
                    final Spectrogram spectrogram = cell.getSpectrogram();
                    m_image = SpectrogramImage.of(spectrogram);
                } catch (AsdException e) {
                    m_text = e.getMessage();
                }
            }
            setToolTipText(m_text);
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(WIDTH, HEIGHT);
        }

        @Override
        protected void paintComponent(final Graphics graphics) {
            // the component has no look and feel that would paint its background
            graphics.setColor(getBackground() == null ? Color.WHITE : getBackground());
            graphics.fillRect(0, 0, getWidth(), getHeight());
            if (m_image == null) {
                graphics.setColor(getForeground() == null ? Color.BLACK : getForeground());
                graphics.drawString(m_text, 2, graphics.getFontMetrics().getAscent() + 2);
                return;
            }
            final Graphics2D smooth = (Graphics2D)graphics.create();
            smooth.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            smooth.drawImage(m_image, 0, 0, getWidth(), getHeight(), null);
            smooth.dispose();
        }
    }
}
