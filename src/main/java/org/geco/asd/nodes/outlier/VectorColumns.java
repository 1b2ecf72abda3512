package org.geco.asd.nodes.outlier;

import org.geco.asd.nodes.knime.InputColumns;
import org.knime.core.data.collection.CollectionDataValue;

/** The columns of vectors of a node's first connected table, as choices in the dialog. */
final class VectorColumns extends InputColumns {
    static final String TITLE = "Vectors";

    VectorColumns() {
        super(CollectionDataValue.class);
    }
}
