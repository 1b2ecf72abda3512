package org.geco.asd.methods.geco;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.nn.resnet.ResNet18;

/**
 * The sizes of GeCo's network and of what it sees.
 *
 * @param baseWidth channels of ResNet-18's first stage, 64 in the paper
 * @param patchFrames frames of a patch, 65 in the paper; a multiple of the PAE's block of 5
 */
public record GecoArchitecture(int baseWidth, int patchFrames) {
    /** The paper's ResNet-18 on 65 frames. */
    public static final GecoArchitecture PAPER = new GecoArchitecture(64, 65);

    /** @return the feature extractor */
    ResNet18 network() {
        return new ResNet18(baseWidth);
    }

    void check() throws AsdException {
        Checks.range(baseWidth >= 1, "GeCo's base width", baseWidth, "1 or more, e.g. 64");
        Checks.range(patchFrames >= 1, "GeCo's number of frames in a patch", patchFrames, "1 or more, e.g. 65");
    }
}
