package org.geco.embedded.runner.registry;

import java.util.List;
import java.util.Set;

/**
 * What a bundle registers in its {@code plugin.xml}.
 *
 * @param bundle the bundle's symbolic name
 * @param factories class names of its node factories
 * @param portTypes its port types
 * @param cells its cell types with their serializers
 * @param renderers its renderers
 */
public record Plugin(String bundle, Set<String> factories, List<PortTypeEntry> portTypes, List<CellEntry> cells,
    List<RendererEntry> renderers) {

    /**
     * A port type; all but name and colour are class names.
     *
     * @param name the type's name
     * @param color as {@code #rrggbb}
     * @param objectClass the port object
     * @param objectSerializer its serializer
     * @param specClass the port object's spec
     * @param specSerializer its serializer
     */
    public record PortTypeEntry(String name, String color, String objectClass, String objectSerializer,
        String specClass, String specSerializer) {
    }

    /**
     * A cell class with its serializer; both are class names.
     *
     * @param cellClass the cell
     * @param serializerClass its serializer
     */
    public record CellEntry(String cellClass, String serializerClass) {
    }

    /**
     * A renderer of a value; both are class names.
     *
     * @param valueClass the value
     * @param factoryClass the renderer's factory
     */
    public record RendererEntry(String valueClass, String factoryClass) {
    }
}
