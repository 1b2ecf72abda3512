package org.geco.asd.nodes.pae;

import org.geco.asd.methods.pae.PaeScoring.Coverage;
import org.knime.node.parameters.widget.choices.Label;

/** Which frames are predicted. The names are stored in workflows. */
enum FrameCoverage {
    @Label(value = "Each frame once", description = """
        The clip is cut into blocks of 5 frames, and each frame is predicted from the other 4 of its block.
        """)
    EACH_FRAME_ONCE,

    @Label(value = "Each frame from every window", description = """
        Each frame is predicted once from every window of 5 frames that holds it. Takes 5 times as long.
        """)
    EVERY_WINDOW,

    @Label(value = "Centre frames", description = """
        Each frame is predicted from the 2 before and the 2 after it. The first 2 and the last 2 of a clip are not.
        """)
    CENTRE_FRAME;

    Coverage coverage() {
        return Coverage.valueOf(name());
    }
}
