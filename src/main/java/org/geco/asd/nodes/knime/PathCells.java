package org.geco.asd.nodes.knime;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.StringValue;

/**
 * Paths in a table: text, or KNIME's type Path. That type is in a bundle of KNIME's that need not be installed, so that
 * its cells are asked by their methods' names.
 */
public final class PathCells {
    private static final String PATH_TYPE = "org.knime.filehandling.core.data.location.FSLocationValue";

    private PathCells() { }

    /** @return whether cells of a type hold paths, or text that may be some */
    public static boolean isPath(final DataType type) {
        final Class<? extends DataValue> value = type.getPreferredValueClass();
        return type.isCompatible(StringValue.class) || value != null && value.getName().equals(PATH_TYPE);
    }

    /** @return the path or URL in a cell that is not missing; an AsdException if it is not on this computer */
    public static String text(final DataCell cell) throws AsdException {
        if (cell instanceof final StringValue text) {
            return text.getStringValue();
        }
        try {
            final Object location = ask(cell, "getFSLocation");
            final String path = ask(location, "getPath").toString();
            return switch (ask(location, "getFileSystemCategory").toString()) {
                case "LOCAL", "CUSTOM_URL" -> path;
                case "RELATIVE" -> "knime://" + ((Optional<?>)ask(location, "getFileSystemSpecifier")).orElseThrow()
                    + (path.startsWith("/") ? "" : "/") + path.replace('\\', '/');
                default -> throw new AsdException("The path '" + path + "' is not on this computer.",
                    "Transfer the files to a folder of this computer before, e.g. with the node Transfer Files.");
            };
        } catch (final ReflectiveOperationException e) {
            throw new AsdException("The cell '" + cell + "' holds no path that can be read.", e,
                "Make text of it before, with the node Path to String.");
        }
    }

    private static Object ask(final Object object, final String method)
        throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        return object.getClass().getMethod(method).invoke(object);
    }
}
