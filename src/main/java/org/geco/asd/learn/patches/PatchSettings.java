package org.geco.asd.learn.patches;

import org.geco.asd.learn.MethodSettings;
import org.geco.asd.nn.classify.HeadSettings;
import org.geco.asd.nn.features.FeatureExtractor;

/** The settings of a method that recognises machines in patches of clips, in the mean of some networks. */
public interface PatchSettings extends MethodSettings {
    /** @return what makes embeddings; a record that says its sizes */
    FeatureExtractor network();

    /** @return frames of a patch */
    int patchFrames();

    /** @return samples of the waveform that the network hears beside each frame: 0 or the clips' hop */
    default int samples() {
        return 0;
    }

    /** @return how machines are recognised */
    HeadSettings head();

    /** @return what the network is given */
    InputSettings input();

    /** @return how clips are scored */
    ScoringSettings scoring();

    @Override
    default boolean hearsWaveforms() {
        return samples() > 0;
    }

    @Override
    default int leastFrames() {
        return patchFrames();
    }
}
