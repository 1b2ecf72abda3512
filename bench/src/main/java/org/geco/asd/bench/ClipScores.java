package org.geco.asd.bench;

import org.geco.asd.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.geco.GecoScorer;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.pae.PaeScorer;

/** Scoring of clips of 10 s with networks of the paper's size, one after the other. */
final class ClipScores {

    /** Each frame of a clip is predicted once. */
    static final int WINDOWS = Trainings.CLIP_FRAMES;

    /** Patches of a clip. */
    static final int PATCHES = 5;

    private static final int CLIPS = 16;

    private ClipScores() {
    }

    /** Scores one clip after the other. */
    interface Scoring extends AutoCloseable {

        /**
         * @return the next clip's score
         * @throws AsdException if it fails
         */
        double next() throws AsdException;

        @Override
        void close();
    }

    static Scoring pae() throws AsdException {
        final PaeScorer scorer = new PaeScorer(Trainings.paeModel());
        return scoring((clip, machine) -> scorer.score(machine.type(), clip), scorer::close);
    }

    static Scoring geco() throws AsdException {
        final GecoScorer scorer = new GecoScorer(Trainings.gecoModel());
        return scoring((clip, machine) -> scorer.score(machine, clip, "clip").score(), scorer::close);
    }

    @FunctionalInterface
    private interface Work {
        double score(Spectrogram clip, MachineId machine) throws AsdException;
    }

    private static Scoring scoring(final Work work, final Runnable close) {
        final SyntheticClips clips = new SyntheticClips(CLIPS, Trainings.CLIP_FRAMES, 1);
        return new Scoring() {

            private int m_next;

            @Override
            public double next() throws AsdException {
                m_next = (m_next + 1) % CLIPS;
                return work.score(clips.load(m_next), clips.machine(m_next));
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }
}
