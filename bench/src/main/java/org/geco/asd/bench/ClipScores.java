package org.geco.asd.bench;

import java.util.List;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Clip;
import org.geco.asd.methods.autoencoder.AutoencoderScorer;
import org.geco.asd.methods.autoencoder.AutoencoderSettings;
import org.geco.asd.methods.classifier.ClassifierScorer;
import org.geco.asd.methods.geco.GecoScorer;
import org.geco.asd.methods.pae.PaeScorer;

/** Scoring of clips of 10 s with networks of the paper's size, as the predictors do it. */
final class ClipScores {

    /** Each frame of a clip is predicted once. */
    static final int WINDOWS = Trainings.CLIP_FRAMES;

    /** Clips that are scored at once. */
    static final int GROUP = 8;

    /** 5 patches of each clip of a group. */
    static final int PATCHES = 5 * GROUP;

    /** 32 patches of each clip, as the challenge's MobileNetV2 has it. */
    static final int MOBILE_PATCHES = 32 * GROUP;

    private static final int CLIPS = 16;

    private ClipScores() {
    }

    /** Scores clips over and over. */
    interface Scoring extends AutoCloseable {

        /**
         * @return the score of the next clip, or of one of the next group
         * @throws AsdException if it fails
         */
        double next() throws AsdException;

        @Override
        void close();
    }

    static Scoring pae() throws AsdException {
        final PaeScorer scorer = new PaeScorer(Trainings.paeModel());
        final SyntheticClips source = new SyntheticClips(CLIPS, Trainings.CLIP_FRAMES, 1);
        return scoring(i -> scorer.score(source.machine(i), source.load(i), source.name(i)).score(), scorer::close);
    }

    static Scoring autoencoder(final AutoencoderSettings settings) throws AsdException {
        final AutoencoderScorer scorer = new AutoencoderScorer(Trainings.autoencoderModel(settings));
        final SyntheticClips source = new SyntheticClips(CLIPS, Trainings.CLIP_FRAMES, 1);
        return scoring(i -> scorer.score(source.machine(i), source.load(i), source.name(i)).score(), scorer::close);
    }

    static Scoring mobile(final double width) throws AsdException {
        final ClassifierScorer scorer = new ClassifierScorer(Trainings.mobileModel(width));
        final List<Clip> group = group(new SyntheticClips(GROUP, Trainings.CLIP_FRAMES, 1));
        return scoring(i -> scorer.score(group).get(0).get().score(), scorer::close);
    }

    static Scoring geco() throws AsdException {
        final GecoScorer scorer = new GecoScorer(Trainings.gecoModel());
        final List<Clip> group = group(new SyntheticClips(GROUP, Trainings.CLIP_FRAMES, 1));
        return scoring(i -> scorer.score(group).get(0).get().score(), scorer::close);
    }

    static Scoring stgram() throws AsdException {
        final ClassifierScorer scorer = new ClassifierScorer(Trainings.stgramModel());
        final List<Clip> group = group(new SyntheticClips(GROUP, Trainings.CLIP_FRAMES, 1).withWaveforms());
        return scoring(i -> scorer.score(group).get(0).get().score(), scorer::close);
    }

    private static List<Clip> group(final SyntheticClips source) {
        return IntStream.range(0, source.size())
            .mapToObj(i -> new Clip(source.machine(i), source.load(i), source.name(i))).toList();
    }

    @FunctionalInterface
    private interface Work {
        double score(int clip) throws AsdException;
    }

    private static Scoring scoring(final Work work, final Runnable close) {
        return new Scoring() {

            private int m_next;

            @Override
            public double next() throws AsdException {
                m_next = (m_next + 1) % CLIPS;
                return work.score(m_next);
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }
}
