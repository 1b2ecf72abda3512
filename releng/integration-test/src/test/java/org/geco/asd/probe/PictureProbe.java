package org.geco.asd.probe;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.geco.asd.pictures.TrainingCurve;
import org.geco.asd.pictures.TrainingCurve.Course;

/** Runs inside the plug-in: draws a picture. Returns its bytes. */
public final class PictureProbe implements Callable<byte[]> {

    @Override
    public byte[] call() {
        return TrainingCurve.png("PAE",
            List.of(new Course("fan", new double[]{1, 2}, Map.of("Loss", new double[]{3, 2}), 2)));
    }
}
