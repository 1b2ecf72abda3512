package org.geco.asd.methods.geco;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.learn.patches.Remake;

/**
 * Makes x̃ from x: in every block of frames one random frame is replaced by the prediction of the PAE of the patch's
 * own machine type (paper, section 3.2: "one random frame out of every 5 frames").
 */
final class Reconstruction implements Remake {
    private final FrameReconstructor m_pae;
    private final int m_patchFrames;
    private final int m_mels;

    Reconstruction(final FrameReconstructor pae, final int patchFrames, final int mels) throws AsdException {
        m_pae = pae;
        m_patchFrames = patchFrames;
        m_mels = mels;
        if (patchFrames % pae.blockFrames() != 0) {
            throw new AsdException("GeCo's patches of " + patchFrames
                + " frames cannot be cut into the PAE's blocks of "
                + pae.blockFrames() + " frames.", "Choose a multiple of " + pae.blockFrames() + ", e.g. "
                + 13 * pae.blockFrames() + ".");
        }
    }

    /** With predicted frames at places drawn at random. */
    @Override
    public float[] apply(final float[] patches, final String[] types, final SplittableRandom random)
        throws AsdException {
        final float[] result = patches.clone();
        final int blocks = m_patchFrames / m_pae.blockFrames();
        final int[] masked = new int[types.length * blocks];
        for (int i = 0; i < masked.length; i++) {
            masked[i] = random.nextInt(m_pae.blockFrames());
        }
        for (final Map.Entry<String, List<Integer>> type : patchesByType(types).entrySet()) {
            predict(type.getKey(), type.getValue(), masked, patches, result);
        }
        return result;
    }

    private static Map<String, List<Integer>> patchesByType(final String[] types) {
        final Map<String, List<Integer>> patches = new TreeMap<>();
        for (int i = 0; i < types.length; i++) {
            patches.computeIfAbsent(types[i], t -> new ArrayList<>()).add(i);
        }
        return patches;
    }

    private void predict(final String type, final List<Integer> which, final int[] masked, final float[] patches,
        final float[] result) throws AsdException {
        final int patchSize = m_patchFrames * m_mels;
        final int blocks = m_patchFrames / m_pae.blockFrames();
        final float[] input = new float[which.size() * patchSize];
        final int[] positions = new int[which.size() * blocks];
        for (int i = 0; i < which.size(); i++) {
            System.arraycopy(patches, which.get(i) * patchSize, input, i * patchSize, patchSize);
            System.arraycopy(masked, which.get(i) * blocks, positions, i * blocks, blocks);
        }
        final float[] predicted = m_pae.predict(type, input, positions);
        for (int b = 0; b < positions.length; b++) {
            final int patch = which.get(b / blocks);
            final int frame = b % blocks * m_pae.blockFrames() + positions[b];
            System.arraycopy(predicted, b * m_mels, result, patch * patchSize + frame * m_mels, m_mels);
        }
    }
}
