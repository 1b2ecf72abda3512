package org.geco.asd.learn.patches;

import java.util.Optional;
import java.util.SplittableRandom;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.Batches;
import org.geco.asd.learn.PartClips;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.Mixup;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.tensor.HostArray;

/** The batches of one epoch: random orders of clips, a random patch of each, its reconstruction. For one thread. */
public final class PatchBatches implements Batches {
    private final PartClips m_clips;
    private final ClipSource m_source;
    private final ClassifyingNetwork.Shape m_shape;
    private final FrameLayout m_layout;
    private final int m_originals;
    private final Optional<? extends Remake> m_remake;
    private final Optional<Mixup> m_mixup;
    private final boolean m_removesMean;
    private final Seeds m_seeds;
    private final HostArray m_batch;
    private final float[] m_patches;
    private final int m_steps;
    private int m_step;
    private SplittableRandom m_random;
    private int[] m_order;
    private int m_next;
    private ReadAhead m_ahead;

    /** Of a training's clips, for batches of a shape; with what is made of each patch, if anything. */
    public PatchBatches(final PatchSettings settings, final PartClips clips, final Optional<? extends Remake> remake,
        final ClassifyingNetwork.Shape shape, final Seeds seeds) {
        m_clips = clips;
        m_source = clips.trainingClips();
        m_shape = shape;
        m_layout = new FrameLayout(clips.mel().mels(), settings.samples());
        m_originals = settings.training().batchSize();
        m_steps = steps(settings, clips);
        m_remake = remake;
        m_mixup = Optional.of(settings.input().mixup()).filter(alpha -> alpha > 0)
            .map(alpha -> new Mixup(alpha, seeds));
        m_removesMean = settings.input().removesMean();
        m_seeds = seeds;
        m_batch = new HostArray(shape.batch(), shape.frames(), shape.mels(), 1);
        m_patches = new float[m_originals * patchSize()];
    }

    /** @return steps in an epoch */
    public static int steps(final PatchSettings settings, final PartClips clips) {
        return (int)settings.training().steps((long)clips.training().length * settings.input().clipPatches());
    }

    private int patchSize() {
        return m_shape.frames() * m_shape.mels();
    }

    @Override
    public void startEpoch(final int epoch) {
        m_random = m_seeds.stream("patches", epoch);
        m_mixup.ifPresent(mixup -> mixup.startEpoch(epoch));
        m_step = 0;
        startOrder();
    }

    @Override
    public double done() {
        return (double)m_step / m_steps;
    }

    @Override
    public boolean hasNext() {
        return m_step < m_steps;
    }

    /** All clips in a new order. */
    private void startOrder() {
        if (m_ahead != null) {
            m_ahead.close();
        }
        m_order = Seeds.permutation(m_source.size(), m_random);
        m_next = 0;
        m_ahead = new ReadAhead(m_source, m_order);
    }

    /** @return the next batch of the epoch; an AsdException if a clip cannot be read */
    public Sample next(final ProgressMonitor progress) throws AsdException {
        m_step++;
        final int[] classes = new int[m_originals];
        final String[] types = new String[m_originals];
        final float[][] means = new float[m_removesMean ? m_originals : 0][];
        for (int i = 0; i < m_originals; i++) {
            final int clip = nextClip();
            classes[i] = m_clips.classOf(m_source.machine(clip));
            types[i] = m_source.machine(clip).type();
            final Spectrogram spectrogram = m_ahead.next(progress);
            if (m_removesMean) {
                means[i] = TemporalMean.of(spectrogram);
            }
            final int start = m_random.nextInt(spectrogram.frames() - m_shape.frames() + 1);
            m_layout.copy(spectrogram, start, m_shape.frames(), m_patches, i * patchSize());
        }
        fill(m_patches, means, 0);
        if (m_remake.isPresent()) {
            fill(m_remake.get().apply(m_patches, types, m_random), means, m_patches.length);
        }
        final Optional<Mixup.Pairs> mixed = m_mixup.map(mixup -> mixup.next(m_originals));
        mixed.ifPresent(this::mix);
        return new Sample(m_batch.upload(), classes, mixed);
    }

    /** The originals in dB are not needed any more. */
    private void mix(final Mixup.Pairs pairs) {
        System.arraycopy(m_batch.values(), 0, m_patches, 0, m_patches.length);
        pairs.mix(m_patches, patchSize(), m_batch.values(), m_batch.values().length - m_patches.length);
    }

    private int nextClip() {
        if (m_next == m_order.length) {
            startOrder();
        }
        return m_order[m_next++];
    }

    /** A reconstruction lacks what its original lacks: the mean of the original's clip. */
    private void fill(final float[] patches, final float[][] means, final int at) {
        System.arraycopy(patches, 0, m_batch.values(), at, patches.length);
        for (int i = 0; i < means.length; i++) {
            m_layout.remove(means[i], m_batch.values(), at + i * patchSize(), m_shape.frames());
        }
        m_layout.standardise(m_clips.standardisation(), m_batch.values(), at, m_originals * m_shape.frames());
    }

    @Override
    public void close() {
        if (m_ahead != null) {
            m_ahead.close();
        }
        m_batch.close();
    }
}
