package org.geco.asd.methods.pae;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.geco.asd.clips.ClipChecks;
import org.geco.asd.clips.ClipSource;
import org.geco.asd.clips.HeldOut;
import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;

/**
 * The clips of one machine type, read once before training.
 *
 * @param type the machine type
 * @param ids IDs of its machines, ascending
 * @param training indices of the clips to train on, ascending
 * @param frames number of frames of each of them
 * @param heldOut indices of the clips that are only predicted, ascending
 * @param standardisation of the clips to train on
 */
record TypeClips(String type, List<String> ids, int[] training, int[] frames, int[] heldOut,
    Standardisation standardisation) {

    /**
     * Reads all clips of a machine type and checks them.
     *
     * @param type the machine type
     * @param clips indices of its clips, ascending
     * @param source all clips
     * @param mel the settings that all spectrograms must have
     * @param settings how the PAE is trained
     * @param progress is asked at every clip
     * @param warnings hears of machines with too few clips
     * @throws AsdException if a clip cannot be trained on
     */
    static TypeClips read(final String type, final int[] clips, final ClipSource source, final MelSettings mel,
        final PaeSettings settings, final ProgressMonitor progress, final Consumer<String> warnings)
        throws AsdException {
        final boolean[] isHeldOut = HeldOut.choose(clips.length, i -> source.machine(clips[i]),
            settings.training().stop().heldOutShare(), new Seeds(settings.training().seed()).part(type), warnings);
        final int held = (int)IntStream.range(0, clips.length).filter(i -> isHeldOut[i]).count();
        final Standardisation.Estimator estimator = new Standardisation.Estimator();
        final int[] training = new int[clips.length - held];
        final int[] frames = new int[training.length];
        final int[] heldOut = new int[held];
        final TreeSet<String> ids = new TreeSet<>();
        int n = 0;
        try (ReadAhead ahead = new ReadAhead(source, clips)) {
            for (int i = 0; i < clips.length; i++) {
                progress.checkCanceled();
                progress.report((double)i / clips.length,
                    "Reading " + type + ", clip " + (i + 1) + " of " + clips.length);
                final Spectrogram clip = ahead.next(progress);
                final String name = source.name(clips[i]);
                ClipChecks.sameMel(mel, source.name(0), clip.settings(), name);
                ClipChecks.frames(clip, name, "a PAE", settings.architecture().blockFrames());
                ClipChecks.numbers(clip, name);
                ids.add(source.machine(clips[i]).id());
                if (isHeldOut[i]) {
                    heldOut[i - n] = clips[i];
                    continue;
                }
                estimator.add(clip.values());
                training[n] = clips[i];
                frames[n++] = clip.frames();
            }
        }
        return new TypeClips(type, List.copyOf(ids), training, frames, heldOut, estimator.result());
    }

    /** @return the same clips for a network that was trained with this standardisation */
    TypeClips with(final Standardisation other) {
        return new TypeClips(type, ids, training, frames, heldOut, other);
    }
}
