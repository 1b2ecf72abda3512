package org.geco.asd.nodes.pae;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Clip;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.ErrorMap;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeReconstructor;
import org.geco.asd.nodes.view.Picture;
import org.geco.asd.nodes.view.ShownClip;

/** What the PAE made of a clip, for the page; the numbers are those of {@link ErrorMap}. */
record PredictedClip(Picture predicted, Picture error, double worst, double worstSeconds,
    double worstError, double meanError) {

    /** @return the levels of a clip's spectrogram as a model predicts them */
    static float[] predicted(final Clip clip, final PaeModel model) throws AsdException {
        try (PaeReconstructor pae = new PaeReconstructor(model)) {
            return pae.predict(clip);
        }
    }

    /** @return of a clip and its spectrogram as predicted, of the same size */
    static PredictedClip of(final Spectrogram clip, final float[] predicted) {
        final ErrorMap map = ErrorMap.of(clip, predicted, Picture.frames(clip, ShownClip.LONGEST));
        return new PredictedClip(
            Picture.of(new Spectrogram(clip.settings(), clip.frames(), predicted), ShownClip.LONGEST),
            Picture.of(map.errors(), ShownClip.LONGEST), map.worst(), map.worstSeconds(), map.worstError(),
            map.meanError());
    }
}
