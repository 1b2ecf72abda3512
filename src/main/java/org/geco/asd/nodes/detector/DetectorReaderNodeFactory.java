package org.geco.asd.nodes.detector;

import org.geco.asd.common.AsdException;
import org.geco.asd.detector.Detector;
import org.geco.asd.nodes.knime.NodeFailures;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Detector Reader. */
public final class DetectorReaderNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Detector Reader") //
        .icon("../../../../../icons/detectorreader.png") //
        .shortDescription("Reads a detector from the file that Detector Writer wrote.") //
        .fullDescription("""
            <p>Reads a detector: everything that the <i>Detector Predictor</i> needs to judge recordings. It is the same
            as the one that was written, bit for bit. A file that is cut off, changed, or of a later version of the
            extension is refused. Open the output port to see which machines it knows, what it was learned from and
            when.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p.addOutputPort("Detector", "For Detector Predictor.", DetectorPortObject.TYPE)) //
        .model(NodeFailures.guarded(DetectorReaderNodeParameters.class, DetectorReaderNodeFactory::configure,
            DetectorReaderNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("model", "deployment", "file", "anomaly detection", "sound");

    /** Creates the factory. */
    public DetectorReaderNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws InvalidSettingsException {
        final DetectorReaderNodeParameters parameters = input.getParameters();
        parameters.m_input.check();
        output.setOutSpec(0, null); // known when it is read
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output) throws AsdException {
        final DetectorReaderNodeParameters parameters = input.getParameters();
        output.setOutData(0,
            new DetectorPortObject(Detector.read(parameters.m_input.path()), input.getExecutionContext()));
    }
}
