package org.geco.asd.nodes.detector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.detector.Detector;
import org.geco.asd.files.WholeFile;
import org.geco.asd.nodes.detector.DetectorWriterNodeParameters.IfFileExists;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeLogger;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Detector Writer. */
public final class DetectorWriterNodeFactory extends DefaultNodeFactory {
    private static final NodeLogger LOGGER = NodeLogger.getLogger(DetectorWriterNodeFactory.class);
    private static final String PREVIOUS = ".previous";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Detector Writer") //
        .icon("../../../../../icons/detectorwriter.png") //
        .shortDescription("Writes a detector to one file: for tonight, for another computer, for next year.") //
        .fullDescription("""
            <p>Writes all of a detector to one file, which the node <i>Detector Reader</i> reads. The file appears
            complete or not at all: a run at the same time reads the old or the new one, never half of one. A file that
            has this detector already stays as it is, and so does the older one beside it.</p>
            <p>It is a zip of JSON texts and of NumPy's arrays (docs/models.md), sealed with a checksum.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p.addInputPort("Detector", "From Detector Composer.", DetectorPortObject.TYPE)) //
        .model(NodeFailures.guarded(DetectorWriterNodeParameters.class, DetectorWriterNodeFactory::configure,
            DetectorWriterNodeFactory::execute)) //
        .nodeType(NodeType.Sink) //
        .keywords("model", "deployment", "file", "anomaly detection", "sound");

    /** Creates the factory. */
    public DetectorWriterNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws InvalidSettingsException {
        final DetectorWriterNodeParameters parameters = input.getParameters();
        parameters.m_output.check();
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output) throws AsdException {
        final DetectorWriterNodeParameters parameters = input.getParameters();
        final DetectorPortObject detector = input.getInPortObject(0);
        final Path file = parameters.m_output.path();
        write(detector.model(), file, parameters.m_ifExists);
        LOGGER.info("The detector is " + file);
        new KnimeProgress(input.getExecutionContext()).report(1, "The detector is " + file);
    }

    private static void write(final Detector detector, final Path file, final IfFileExists ifExists)
        throws AsdException {
        if (Files.isDirectory(file)) {
            throw new AsdException("'" + file + "' is a folder.", "Name a file in it, e.g. '"
                + file.resolve("pumps.detector") + "'.");
        }
        final boolean exists = Files.exists(file);
        if (exists && ifExists == IfFileExists.FAIL) {
            throw new AsdException("The file '" + file + "' exists already.",
                "Choose another file, or to replace it.");
        }
        if (exists && (ifExists == IfFileExists.KEEP || Outcome.attempt(() -> Detector.read(file)).toOptional()
            .flatMap(Detector::provenance).equals(detector.provenance()))) {
            return;
        }
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            if (exists && ifExists == IfFileExists.KEEP_PREVIOUS) {
                // copied, so that there is a detector at any time
                Files.copy(file, file.resolveSibling(file.getFileName() + PREVIOUS),
                    StandardCopyOption.REPLACE_EXISTING);
            }
            WholeFile.write(file, detector::write);
        } catch (final IOException e) {
            throw new AsdException("The file '" + file + "' cannot be written: " + e.getMessage(), e,
                "Choose a place that you may write to, on a disk with free space.");
        }
    }
}
