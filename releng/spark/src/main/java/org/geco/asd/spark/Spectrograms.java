package org.geco.asd.spark;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.geco.asd.audio.SoundFacts;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.detector.Recording;
import org.geco.asd.engine.NamedClip;
import org.geco.asd.engine.Recordings;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.Spectrogram;

/** The spectrograms of recordings, one after the other, on a worker. */
record Spectrograms(Features features, Cut cut) {
    /** What takes them. */
    interface To {
        /**
         * Takes the next clip's, or why there is none.
         *
         * @param facts what is known of its sound, if it could be read
         */
        void accept(Recordings.Piece piece, Outcome<Spectrogram> spectrogram, Optional<SoundFacts> facts)
            throws AsdException;
    }

    /** Computes those of recordings, in their order. */
    void of(final List<NamedClip> recordings, final To to) throws AsdException {
        final Features.Extractor extractor = new Features.Extractor(features);
        final Recordings pieces = new Recordings(recordings, LocalFiles::of, cut.cutting());
        for (Optional<Recording<Recordings.Piece>> next = pieces.next(); next.isPresent(); next = pieces.next()) {
            final Recordings.Piece piece = next.get().of();
            final AtomicReference<SoundFacts> facts = new AtomicReference<>();
            final Outcome<Spectrogram> spectrogram =
                next.get().sound().flatMap(sound -> Outcome.attempt(() -> extractor.of(sound, facts::set)));
            if (piece.last()) {
                LocalFiles.done(piece.clip().path(), piece.file());
            }
            to.accept(piece, spectrogram, Optional.ofNullable(facts.get()));
        }
    }
}
