package org.geco.asd.probe;

import java.util.concurrent.Callable;

import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Runs inside the plug-in: starts ND4J and multiplies two matrices with its native code. */
public final class NativeCodeProbe implements Callable<String> {

    @Override
    public String call() throws Exception {
        Nd4jRuntime.start();
        final INDArray product = Nd4j.createFromArray(new float[][]{{1, 2}, {3, 4}})
            .mmul(Nd4j.createFromArray(new float[][]{{5}, {6}}));
        return product.getFloat(0) + " " + product.getFloat(1);
    }
}
