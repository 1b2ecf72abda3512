package org.geco.asd.nodes.geco;

import java.util.List;

import org.geco.asd.audio.Heard;
import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Clip;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.geco.GecoScorer;
import org.geco.asd.methods.geco.Occlusion;
import org.geco.asd.nodes.view.Picture;

/**
 * Where in a clip its score comes from, for the page.
 *
 * @param map in % of the score
 * @param from where the part that carries most begins, in s
 * @param lowBand its lowest band
 * @param highBand the band above its highest
 * @param share of the score that goes if this part alone is replaced
 */
record OccludedClip(Picture map, double from, double to, int lowBand, int highBand, double share) {
    private static final int PERCENT = 100;

    static OccludedClip of(final GecoModel model, final Clip scored, final List<Spectrogram> normal)
        throws AsdException {
        try (GecoScorer scorer = new GecoScorer(model)) {
            return of(scored.spectrogram(), Occlusion.where(scorer, scored, normal));
        }
    }

    private static OccludedClip of(final Spectrogram clip, final Occlusion.Result where) {
        final float[] percent = new float[where.falls().length];
        for (int i = 0; i < percent.length; i++) {
            percent[i] = (float)(PERCENT * where.falls()[i] / where.score());
        }
        final double hop = clip.settings().hop() / (double)clip.settings().sampleRate();
        final Occlusion.Area most = where.most();
        return new OccludedClip(
            Picture.of(new Spectrogram(clip.settings(), clip.frames(), percent), Heard.LONGEST),
            most.frame() * hop, (most.frame() + most.frames()) * hop, most.band(), most.band() + most.bands(),
            (where.score() - where.without()) / where.score());
    }
}
