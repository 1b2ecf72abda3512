package org.knime.node.parameters.widget.choices.util;

/** Says which input port columns are taken from. */
public interface InputTableIndexHolder {

    /** @return the port, from 0 */
    default int getInputTableIndex() {
        return 0;
    }
}
