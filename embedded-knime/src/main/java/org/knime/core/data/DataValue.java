package org.knime.core.data;

import java.net.URL;

import javax.swing.Icon;
import javax.swing.ImageIcon;

import org.knime.core.data.renderer.DataValueRendererFamily;

/** What can be read from a cell. */
public interface DataValue {

    /** Icon, renderers and comparator of the plain value. */
    UtilityFactory UTILITY = new UtilityFactory();

    /** @return the cell itself */
    default DataCell materializeDataCell() {
        if (this instanceof DataCell cell) {
            return cell;
        }
        throw new UnsupportedOperationException(getClass() + " isn't a cell");
    }

    /** Icon, renderers and comparator of a value. */
    class UtilityFactory {

        /** Made by values only. */
        protected UtilityFactory() {
        }

        /** @return a 16x16 icon, null for the default */
        public Icon getIcon() {
            return null;
        }

        /**
         * @param spec the column to be shown
         * @return its renderers, null for the default
         */
        protected DataValueRendererFamily getRendererFamily(final DataColumnSpec spec) {
            return null;
        }

        /** @return the natural order, null if there is none */
        protected DataValueComparator getComparator() {
            return null;
        }

        /**
         * @param className the path is relative to this class
         * @param path of the image
         * @return the icon, null if there is none
         */
        protected static Icon loadIcon(final Class<?> className, final String path) {
            final URL url = className.getResource(path);
            return url == null ? null : new ImageIcon(url);
        }
    }
}
