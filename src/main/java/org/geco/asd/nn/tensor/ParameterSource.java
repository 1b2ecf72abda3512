package org.geco.asd.nn.tensor;

/** Where a layer gets its parameters: of a network in training, or of a finished one. */
@FunctionalInterface
public interface ParameterSource {
    /** @return the parameter of this name and shape, which starts so unless it was trained */
    Parameter add(String name, Initializer initializer, long... shape);
}
