package org.geco.embedded.parameters;

import org.knime.node.parameters.NodeParameters;

/** Fields of a superclass are stored too, and first. */
class InheritedParameters implements NodeParameters {

    int m_inherited = 3;
}
