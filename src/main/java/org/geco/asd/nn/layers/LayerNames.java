package org.geco.asd.nn.layers;

/** Names of a layer's arrays in a model. */
final class LayerNames {

    private LayerNames() {
    }

    static String weight(final String layer) {
        return layer + ".conv.weight";
    }

    static String gain(final String layer) {
        return layer + ".norm.gain";
    }

    static String shift(final String layer) {
        return layer + ".norm.shift";
    }

    static String mean(final String layer) {
        return layer + ".norm.mean";
    }

    static String variance(final String layer) {
        return layer + ".norm.variance";
    }
}
