package org.knime.core.webui.page;

/** A page that is a file of the bundle. */
public final class FromFilePage extends Page {

    FromFilePage(final Class<?> bundleClass, final String basePath, final String relativeFilePath) {
        super(relativeFilePath, () -> bundleClass.getClassLoader().getResourceAsStream(
            basePath + "/" + relativeFilePath));
    }
}
