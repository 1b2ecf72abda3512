package org.geco.asd.methods.geco;

import java.util.Optional;
import java.util.function.Consumer;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.clips.ClipSubset;
import org.geco.asd.clips.HeldOut;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.learn.checkpoint.Fingerprint;

/**
 * Everything that a training needs, looked at and found usable.
 *
 * @param clips what is trained on, standardised as the network wants it
 * @param heldOut what is only measured
 * @param start the model to start from
 * @param fingerprint of settings, clips and models
 */
record GecoData(TrainingSet clips, TrainingSet heldOut, Optional<WarmStart> start, Fingerprint fingerprint) {

    /**
     * @param settings of the training
     * @param source all clips
     * @param pae makes reconstructions
     * @param model the model to start from
     * @param progress is asked at every clip
     * @param warnings hears of what the user should know
     * @return the data of the training
     * @throws AsdException if a clip or a model is unusable
     */
    static GecoData of(final GecoSettings settings, final ClipSource source,
        final Optional<FrameReconstructor> pae, final Optional<GecoModel> model, final ProgressMonitor progress,
        final Consumer<String> warnings) throws AsdException {
        final boolean[] isHeldOut = HeldOut.choose(source.size(), source::machine,
            settings.training().stop().heldOutShare(), new Seeds(settings.training().seed()).part("GeCo"), warnings);
        final TrainingSet own = TrainingSet.inspect(ClipSubset.of(source, isHeldOut, false),
            settings.architecture(), progress);
        if (pae.isPresent()) {
            for (final MachineId machine : own.classes()) {
                pae.get().check(machine.type(), own.mel());
            }
        }
        final Optional<WarmStart> start =
            model.isEmpty() ? Optional.empty() : Optional.of(new WarmStart(model.get(), settings, own, warnings));
        final TrainingSet clips = start.map(warm -> warm.standardised(own)).orElse(own);
        final TrainingSet heldOut =
            clips.measured(ClipSubset.of(source, isHeldOut, true), settings.architecture(), progress);
        return new GecoData(clips, heldOut, start, GecoFingerprint.of(settings, own, pae, model));
    }
}
