package org.geco.asd.methods.classifier;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.nn.optim.Adam;
import org.geco.asd.nn.optim.Optimizer;
import org.geco.asd.nn.optim.Sgd;
import org.geco.asd.nn.tensor.Parameters;

/** What changes the weights; momentum and weight decay are SGD's. */
public record OptimizerSettings(Form form, double momentum, double weightDecay) {
    /** Which optimiser. */
    public enum Form {
        /** Stochastic gradient descent with classical momentum and weight decay. */
        SGD,

        /** Adam with its usual constants. */
        ADAM
    }

    /** GeCo's. */
    public static final OptimizerSettings SGD = new OptimizerSettings(Form.SGD, 0.9, 1e-4);

    /** Adam. */
    public static final OptimizerSettings ADAM = new OptimizerSettings(Form.ADAM, 0.9, 1e-4);

    Optimizer of(final Parameters parameters) {
        return form == Form.ADAM ? new Adam(parameters) : new Sgd(parameters, momentum, weightDecay);
    }

    void check() throws AsdException {
        Checks.range(momentum >= 0 && momentum < 1, "The classifier's momentum", momentum,
            "a number from 0 to below 1, e.g. 0.9");
        Checks.range(weightDecay >= 0 && weightDecay < 1, "The classifier's weight decay", weightDecay,
            "a small number, e.g. 0.0001");
    }
}
