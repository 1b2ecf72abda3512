package org.geco.asd.nodes.logmel;

import org.knime.node.parameters.widget.choices.Label;

/** How long a frame is. The names are stored in workflows. */
enum WindowLength {
    @Label("16")
    SAMPLES_16(16),

    @Label("32")
    SAMPLES_32(32),

    @Label("64")
    SAMPLES_64(64),

    @Label("128")
    SAMPLES_128(128),

    @Label("256")
    SAMPLES_256(256),

    @Label("512")
    SAMPLES_512(512),

    @Label("1024")
    SAMPLES_1024(1024),

    @Label("2048")
    SAMPLES_2048(2048),

    @Label("4096")
    SAMPLES_4096(4096);

    private final int m_samples;

    WindowLength(final int samples) {
        m_samples = samples;
    }

    int samples() {
        return m_samples;
    }
}
