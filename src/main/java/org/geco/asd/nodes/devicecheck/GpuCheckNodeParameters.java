package org.geco.asd.nodes.devicecheck;

import org.geco.asd.common.AsdException;
import org.geco.asd.devicecheck.CheckSize;
import org.geco.asd.nn.runtime.device.DeviceChoice;
import org.geco.asd.nodes.knime.DeviceParameters;
import org.geco.asd.nodes.knime.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of the node GPU Check. */
final class GpuCheckNodeParameters implements NodeParameters {
    private static final String DEVICE = "Device to check";

    @Section(title = "Check")
    interface Check { }

    /** How large the networks are. The names are stored in workflows. */
    enum Size {
        @Label(value = "Small", description = "Small networks and few clips: half a minute.")
        QUICK,

        @Label(value = "The paper's", description = "The paper's networks and batches: some minutes on the CPU.")
        PAPER;

        CheckSize size() {
            return CheckSize.valueOf(name());
        }
    }

    @Widget(title = DEVICE, description = """
        What is compared with the CPU: <i>gpu:0</i> with the number of the GPU; <i>cpu</i> compares the CPU with itself.
        """)
    @ChoicesProvider(DeviceParameters.Devices.class)
    @Layout(Check.class)
    String m_device = "gpu:0";

    @Widget(title = "Networks", description = "How large the networks are. Speeds mean something with the paper's.")
    @Layout(Check.class)
    Size m_size = Size.PAPER;

    @Widget(title = "Report file", description = """
        Where the report (Markdown) is written: a path, or a URL such as <i>knime://knime.workflow/../gpu-check.md</i>.
        """)
    @TextInputWidget(patternValidation = Limits.IsNamed.class)
    @Layout(Check.class)
    String m_report = "geco-gpu-check.md";

    DeviceChoice device() throws AsdException {
        return DeviceChoice.parse(m_device, "setting " + DEVICE);
    }
}
