package org.geco.asd.nn.runtime.device;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.geco.asd.common.AsdException;

/** What to compute on. In text: {@code auto}, {@code cpu}, or {@code gpu:0} with the index, 0 for the others. */
public record DeviceChoice(Kind kind, int index) {
    /** Kinds of choices. */
    public enum Kind {
        /** A GPU if one can be used, otherwise the CPU. */
        AUTO,
        /** The CPU, whatever else there is. */
        CPU,
        /** This GPU or a failure. */
        GPU
    }

    /** The system property with the choice for the whole program. */
    public static final String PROPERTY = "org.geco.asd.device";

    /** The environment variable with the choice; the system property goes before it. */
    public static final String VARIABLE = "GECO_DEVICE";

    /** A GPU if one can be used, otherwise the CPU. */
    public static final DeviceChoice AUTO = new DeviceChoice(Kind.AUTO, 0);

    /** The CPU. */
    public static final DeviceChoice CPU = new DeviceChoice(Kind.CPU, 0);

    private static final Pattern GPU = Pattern.compile("gpu(?::?(\\d{1,3}))?");

    /** @return the GPU of this number, from 0 */
    public static DeviceChoice gpu(final int index) {
        return new DeviceChoice(Kind.GPU, index);
    }

    /**
     * @param text {@code auto}, {@code cpu}, {@code gpu} (the first one) or {@code gpu:n}, in any case; blank is auto
     * @param setting where the text comes from, for the message if it is something else
     */
    public static DeviceChoice parse(final String text, final String setting) throws AsdException {
        final String name = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        final Matcher gpu = GPU.matcher(name);
        if (gpu.matches()) {
            return gpu(gpu.group(1) == null ? 0 : Integer.parseInt(gpu.group(1)));
        }
        return switch (name) {
            case "", "auto" -> AUTO;
            case "cpu" -> CPU;
            default -> throw new AsdException("\"" + text + "\" is not a device (" + setting + ").",
                "Use auto, cpu, or gpu:0 with the number of the GPU.",
                "The node Compute Devices lists the devices of this computer.");
        };
    }

    /**
     * What the system property, or else the environment variable, says, or else automatic; a failure if that is no
     * device. Both are asked by name, and null if they are not set.
     */
    public static DeviceChoice configured(final UnaryOperator<String> properties,
        final UnaryOperator<String> environment) throws AsdException {
        final String property = properties.apply(PROPERTY);
        if (property != null && !property.isBlank()) {
            return parse(property, "system property " + PROPERTY);
        }
        return parse(environment.apply(VARIABLE), "environment variable " + VARIABLE);
    }

    @Override
    public String toString() {
        return kind == Kind.GPU ? "gpu:" + index : kind.name().toLowerCase(Locale.ROOT);
    }
}
