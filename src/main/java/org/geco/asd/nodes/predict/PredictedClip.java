package org.geco.asd.nodes.predict;

import org.geco.asd.audio.Heard;
import org.geco.asd.detect.ErrorMap;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.view.Picture;

/** What a model made of a clip, for the page; the numbers are those of {@link ErrorMap}. */
public record PredictedClip(Picture predicted, Picture error, double worst, double worstSeconds,
    double worstError, double meanError) {

    /** @return of a clip and its spectrogram as predicted, of the same size */
    public static PredictedClip of(final Spectrogram clip, final float[] predicted) {
        final ErrorMap map = ErrorMap.of(clip, predicted, Picture.frames(clip, Heard.LONGEST));
        return new PredictedClip(
            Picture.of(new Spectrogram(clip.settings(), clip.frames(), predicted), Heard.LONGEST),
            Picture.of(map.errors(), Heard.LONGEST), map.worst(), map.worstSeconds(), map.worstError(),
            map.meanError());
    }
}
