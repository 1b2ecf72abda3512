package org.geco.asd.nodes.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.embedded.data.DataRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.MissingCell;
import org.knime.core.data.renderer.DataValueRenderer;

class SpectrogramRendererTest {

    @TempDir
    private Path m_folder;

    @Test
    void theRendererPaintsTheCellAndTheReasonOfAMissingOne() throws Exception {
        try (DataRepository repository = new DataRepository(m_folder)) {
            final SpectrogramCell cell =
                SpectrogramCells.cell(SpectrogramCells.context(repository), "a", ramp());
            final BufferedImage painted = paint(cell);
            assertThat(brightness(painted, 100, 78)).isGreaterThan(brightness(painted, 100, 2) + 0.3);
            final BufferedImage missing = paint(new MissingCell("too short"));
            assertThat(brightness(missing, 199, 79)).isGreaterThan(0.99);
            assertThat(missing.getSubimage(0, 0, 100, 20).getRGB(0, 0, 100, 20, null, 0, 100)).as("text")
                .contains(0xFF000000);
        }
    }

    private static BufferedImage paint(final Object value) {
        final DataValueRenderer renderer = new SpectrogramRendererFactory()
            .createRenderer(new DataColumnSpecCreator("Log-Mel", SpectrogramCell.TYPE).createSpec());
        final Component component = renderer.getRendererComponent(value);
        final Dimension size = renderer.getPreferredSize();
        component.setSize(size);
        final BufferedImage image = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
        component.paint(image.createGraphics());
        return image;
    }

    /** Loud low bands, louder with time. */
    private static Spectrogram ramp() {
        final float[] values = new float[90 * 128];
        for (int frame = 0; frame < 90; frame++) {
            for (int band = 0; band < 128; band++) {
                values[frame * 128 + band] = -20 - band * 0.4f + frame * 0.2f;
            }
        }
        return new Spectrogram(MelSettings.PAPER, 90, values);
    }

    private static double brightness(final BufferedImage image, final int x, final int y) {
        return luminance(image.getRGB(x, y));
    }

    private static double luminance(final int rgb) {
        return (0.2126 * (rgb >> 16 & 0xFF) + 0.7152 * (rgb >> 8 & 0xFF) + 0.0722 * (rgb & 0xFF)) / 255;
    }
}
