package org.geco.asd.methods.pae;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/**
 * The sizes of a PAE (paper, section 3.2): of its windows, blocks and bottleneck, in frames and channels.
 *
 * @param heads attention heads of every block
 * @param mlpRatio width of the hidden layer of a block's MLP as a multiple of the block's channels
 */
public record PaeArchitecture(int blockFrames, int encoderWidth, int encoderBlocks, int bottleneck, int decoderWidth,
    int decoderBlocks, int heads, int mlpRatio) {
    /** Two blocks of 512 channels, a bottleneck of 64, two blocks of 256; 8 heads and MLP ratio 4 are our choice. */
    public static final PaeArchitecture PAPER = new PaeArchitecture(5, 512, 2, 64, 256, 2, 8, 4);

    /** A network of some hundred thousand parameters. */
    public static final PaeArchitecture SMALL = new PaeArchitecture(5, 128, 1, 16, 64, 1, 4, 4);

    /** Fails if no network of these sizes can be built. */
    public void check() throws AsdException {
        positive(blockFrames - 1, "block frames minus one");
        positive(encoderWidth, "encoder width");
        positive(encoderBlocks, "number of encoder blocks");
        positive(bottleneck, "bottleneck");
        positive(decoderWidth, "decoder width");
        positive(decoderBlocks, "number of decoder blocks");
        positive(heads, "number of heads");
        positive(mlpRatio, "MLP ratio");
        Checks.require(encoderWidth % heads == 0 && decoderWidth % heads == 0,
            "The PAE's encoder width " + encoderWidth + " and decoder width " + decoderWidth
                + " cannot both be shared by " + heads + " attention heads.",
            "Choose widths that are multiples of the number of heads.");
    }

    private static void positive(final int value, final String what) throws AsdException {
        Checks.range(value >= 1, "The PAE's " + what, value, "1 or more");
    }
}
