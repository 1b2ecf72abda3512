package org.geco.asd.pictures;

import java.awt.Color;
import java.util.Locale;

/** The colours of pictures and of charts in the report's light theme; the colour-blind can tell curves apart. */
public enum Colour {
    INK(0x1C2733), SOFT(0x566573), LINE(0xDDE3E9), WASH(0xEEF2F6), //
    S0(0x1F5FAE), S1(0x7A4AA8), S2(0x0B7F74), S3(0x9A5B00), S4(0xA83A6B), S5(0x4F6228), //
    NORMAL(0x4A86BD), ANOMALY(0xCC5A1E), UNKNOWN(0x94A1AE);

    private static final Colour[] CURVES = {S0, S1, S2, S3, S4, S5};

    private final Color m_color;

    Colour(final int rgb) {
        m_color = new Color(rgb);
    }

    /** @return the colour of a curve: the first always the same, the others follow in turn */
    static Colour ofCurve(final int index) {
        return CURVES[index == 0 ? 0 : 1 + (index - 1) % (CURVES.length - 1)];
    }

    Color color() {
        return m_color;
    }

    /** @return its declaration in a style sheet, e.g. {@code --s0: #1f5fae} */
    public String css() {
        return String.format(Locale.ROOT, "--%s: #%06x", name().toLowerCase(Locale.ROOT), m_color.getRGB() & 0xFFFFFF);
    }
}
