package org.geco.asd.methods.classifier;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.nn.features.FeatureExtractor;
import org.geco.asd.nn.mobile.MobileNetV2;
import org.geco.asd.nn.resnet.ResNet18;
import org.geco.asd.nn.stgram.StgramMfn;

/**
 * A network and what it sees.
 *
 * @param width channels of the layers as a multiple of the original's
 * @param patchFrames frames of a patch
 */
public record ClassifierArchitecture(Network network, double width, int patchFrames) {
    /** What makes embeddings of patches. */
    public enum Network {
        /** GeCo's, without its PAE: the plain baseline of its paper (He et al. 2016). */
        RES_NET_18,

        /** As in the challenge's baseline of 2021 and, by its name, in Giri et al. 2020 (Sandler et al. 2018). */
        MOBILE_NET_V2,

        /** Hears the waveform, too: Liu et al. 2022, see {@link StgramMfn}. */
        STGRAM_MFN
    }

    private static final int RES_NET_WIDTH = 64;
    private static final double MOST = 4;

    /** The hop of STgram-MFN's source: its first convolution has a kernel of 1,024 samples and this stride. */
    private static final int STGRAM_HOP = 512;

    FeatureExtractor extractor() {
        return switch (network) {
            case RES_NET_18 -> new ResNet18((int)Math.max(1, Math.round(RES_NET_WIDTH * width)));
            case MOBILE_NET_V2 -> new MobileNetV2(width);
            case STGRAM_MFN -> new StgramMfn(width, STGRAM_HOP);
        };
    }

    /** @return samples that the network hears beside each frame */
    int samples() {
        return network == Network.STGRAM_MFN ? STGRAM_HOP : 0;
    }

    /** Fails for spectrograms of another hop than the network was made for. */
    void check(final MelSettings mel) throws AsdException {
        Checks.require(samples() == 0 || samples() == mel.hop(), "STgram-MFN was made for a hop of " + samples()
            + " samples, and the spectrograms have one of " + mel.hop() + ".",
            "Extract the spectrograms with a hop of " + samples() + " samples.", "Or choose another network.");
    }

    void check() throws AsdException {
        Checks.range(width > 0 && width <= MOST, "The classifier's width", width,
            "above 0 to " + MOST + ", e.g. 1 for the original network");
        Checks.range(patchFrames >= 1, "The classifier's number of frames in a patch", patchFrames,
            "1 or more, e.g. 64");
    }
}
