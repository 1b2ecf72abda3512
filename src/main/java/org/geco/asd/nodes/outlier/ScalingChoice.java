package org.geco.asd.nodes.outlier;

import org.geco.asd.outlier.OutlierSettings.Scaling;
import org.knime.node.parameters.widget.choices.Label;

/** What vectors are made before they are compared. The names are stored in workflows. */
enum ScalingChoice {
    @Label(value = "None", description = "They are compared as they are.")
    NONE,

    @Label(value = "By deviation", description = """
        Each value is divided by its standard deviation over the normal clips, so that all count alike.
        """)
    DEVIATION,

    @Label(value = "To unit length", description = """
        Each vector is divided by its length, so that only its direction counts: for embeddings.
        """)
    UNIT_LENGTH;

    Scaling meaning() {
        return Scaling.valueOf(name());
    }
}
