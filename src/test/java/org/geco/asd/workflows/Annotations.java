package org.geco.asd.workflows;

import org.knime.core.node.NodeSettingsWO;

/** Writes texts on the workflow's canvas the way KNIME stores them. */
final class Annotations {

    private Annotations() {
    }

    /** Where an annotation stands, in pixels. */
    record Box(int x, int y, int width, int height) {
    }

    /** How an annotation looks; a colour of -1 is KNIME's "none". */
    enum Style {
        /** A node's label. */
        UNDER_NODE("CENTER", 0, 16777215, 0, -1),
        /** A note on the canvas. */
        NOTE("LEFT", 2, 16777215, 0x2A7F9E, 12);

        private final String m_alignment;

        private final int m_borderSize;

        private final int m_background;

        private final int m_borderColor;

        private final int m_fontSize;

        Style(final String alignment, final int borderSize, final int background, final int borderColor,
            final int fontSize) {
            m_alignment = alignment;
            m_borderSize = borderSize;
            m_background = background;
            m_borderColor = borderColor;
            m_fontSize = fontSize;
        }
    }

    static void write(final NodeSettingsWO settings, final String text, final Box box, final Style style) {
        settings.addString("text", text);
        settings.addString("contentType", "text/plain");
        settings.addInt("bgcolor", style.m_background);
        settings.addInt("x-coordinate", box.x());
        settings.addInt("y-coordinate", box.y());
        settings.addInt("width", box.width());
        settings.addInt("height", box.height());
        settings.addString("alignment", style.m_alignment);
        settings.addInt("borderSize", style.m_borderSize);
        settings.addInt("borderColor", style.m_borderColor);
        settings.addInt("defFontSize", style.m_fontSize);
        settings.addInt("annotation-version", 20230412);
        settings.addNodeSettings("styles");
    }
}
