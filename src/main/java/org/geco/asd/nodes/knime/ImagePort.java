package org.geco.asd.nodes.knime;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

/** Output ports with a picture. */
public final class ImagePort {
    /** What all of them have. */
    public static final ImagePortObjectSpec SPEC = new ImagePortObjectSpec(PNGImageContent.TYPE);

    private ImagePort() { }

    /**
     * @param png draws a PNG file
     * @return the picture; a blank one, and a warning, if it cannot be drawn, e.g. because the computer has no fonts:
     *         what was computed must not be lost for it
     */
    public static ImagePortObject of(final Outcome.Attempt<byte[]> png, final NodeWarnings warnings) {
        byte[] file;
        try {
            file = png.get();
        } catch (final AsdException e) {
            warnings.add("There is no picture: " + e.oneLine());
            file = blank();
        } catch (final RuntimeException | LinkageError | InternalError e) {
            warnings.add("The picture could not be drawn: " + e);
            file = blank();
        }
        return new ImagePortObject(new PNGImageContent(file), SPEC);
    }

    private static byte[] blank() {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB), "png", out);
        } catch (final IOException e) {
            throw new UncheckedIOException(e); // memory can be written to
        }
        return out.toByteArray();
    }
}
