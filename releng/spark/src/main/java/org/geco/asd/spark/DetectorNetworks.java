package org.geco.asd.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.spark.broadcast.Broadcast;
import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.Part;
import org.geco.asd.methods.autoencoder.AutoencoderLearner;
import org.geco.asd.methods.autoencoder.AutoencoderModel;
import org.geco.asd.methods.classifier.ClassifierLearner;
import org.geco.asd.methods.classifier.ClassifierModel;
import org.geco.asd.methods.geco.GecoLearner;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.geco.GecoSettings;
import org.geco.asd.methods.pae.PaeLearner;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeSettings;

/** The networks of a detector like another one. */
final class DetectorNetworks extends Networks {
    private static final long serialVersionUID = 1L;

    private final Broadcast<byte[]> m_like;
    private final Broadcast<TrainingClips> m_clips;
    private final Integer m_paeEpochsOrNull;
    private transient Detector m_detector;

    /**
     * @param like a detector's file
     * @param folder which each worker has mounted
     * @param paeEpochs of GeCo's own PAE, if not as many as so many clips are trained for
     */
    DetectorNetworks(final Broadcast<byte[]> like, final Broadcast<TrainingClips> clips, final Path folder,
        final Optional<Integer> paeEpochs) {
        super(folder);
        m_like = like;
        m_clips = clips;
        m_paeEpochsOrNull = paeEpochs.orElse(null);
    }

    @Override
    ClipSource clips(final Method<?> method) {
        return m_clips.value().of(method.learner().training().stop());
    }

    @Override
    Collection<MachineId> machines() {
        return m_clips.value().machines();
    }

    private synchronized Detector detector() throws AsdException {
        if (m_detector == null) {
            m_detector = JobOptions.detector("the detector", m_like.value());
        }
        return m_detector;
    }

    @Override
    List<Of> models() throws AsdException {
        final List<Of> models = new ArrayList<>();
        for (int i = 0; i < detector().parts().size(); i++) {
            final Part part = detector().parts().get(i);
            if (part instanceof final Part.Geco geco && geco.learned().withPae() && pae().isEmpty()) {
                models.add(new Of("PAE of " + part.score(), i, true));
            }
            if (!(part instanceof Part.Statistics)) {
                models.add(part instanceof Part.Pae ? 0 : models.size(), new Of(part.score(), i, false));
            }
        }
        return models;
    }

    /** @return the detector's own PAE */
    private Optional<Part.Pae> pae() throws AsdException {
        return detector().parts().stream().filter(Part.Pae.class::isInstance).map(Part.Pae.class::cast).findFirst();
    }

    @Override
    Optional<Of> paeFor(final Of geco) throws AsdException {
        final Part part = detector().parts().get(geco.part());
        if (geco.isPaeOfGeco() || !(part instanceof final Part.Geco known) || !known.learned().withPae()) {
            return Optional.empty();
        }
        final Optional<Part.Pae> own = pae();
        return models().stream().filter(model -> own.isPresent() ? own.get().score().equals(model.name())
            : model.isPaeOfGeco() && model.part() == geco.part()).findFirst();
    }

    @Override
    Method<?> method(final Of model, final Optional<FrameReconstructor> pae) throws AsdException {
        final Part part = detector().parts().get(model.part());
        if (model.isPaeOfGeco()) {
            return new Method<>(new PaeLearner(paeOf(((Part.Geco)part).learned().settings())), PaeModel::read);
        } else if (part instanceof final Part.Pae of) {
            return new Method<>(new PaeLearner(of.learned().settings()), PaeModel::read);
        } else if (part instanceof final Part.Geco of) {
            return new Method<>(new GecoLearner(of.learned().settings(), pae), GecoModel::read);
        } else if (part instanceof final Part.Classifier of) {
            return new Method<>(new ClassifierLearner(of.learned().settings()), ClassifierModel::read);
        }
        return new Method<>(new AutoencoderLearner(((Part.Autoencoder)part).learned().settings()),
            AutoencoderModel::read);
    }

    /** As the node PAE Learner trains by itself, with GeCo's seed. */
    private PaeSettings paeOf(final GecoSettings geco) {
        final Map<String, Long> types = m_clips.value().clips().stream().filter(clip -> !clip.heldOut())
            .map(clip -> clip.clip().machine()).collect(Collectors.groupingBy(MachineId::type, Collectors.counting()));
        final PaeSettings usual = PaeSettings.automatic(types.values().stream().mapToInt(Long::intValue).sum(),
            types.values().stream().mapToInt(Long::intValue).min().orElse(1));
        final PaeSettings settings = m_paeEpochsOrNull == null ? usual : usual.withEpochs(m_paeEpochsOrNull);
        return settings.with(settings.training().withSeed(geco.training().seed()));
    }
}
