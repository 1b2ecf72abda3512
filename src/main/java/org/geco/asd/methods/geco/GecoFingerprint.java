package org.geco.asd.methods.geco;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.checkpoint.Fingerprint;

/** What decides how GeCo comes out of its training. */
final class GecoFingerprint {

    private GecoFingerprint() {
    }

    /**
     * @param settings of the training
     * @param clips what is trained on
     * @param pae makes the reconstructions
     * @param start the model to start from
     * @return the fingerprint
     */
    static Fingerprint of(final GecoSettings settings, final TrainingSet clips, final Optional<FrameReconstructor> pae,
        final Optional<GecoModel> start) {
        final TrainingSettings training = settings.training();
        return Fingerprint.of("GeCo") //
            .with("base width", settings.architecture().baseWidth()) //
            .with("frames in a patch", settings.architecture().patchFrames()) //
            .with("patches per clip", settings.architecture().patchesPerClip()) //
            .with("epochs", training.epochs()) //
            .with("batch size", training.batchSize()) //
            .with("learning rate", training.learningRate() + ", " + training.rates()) //
            .with("momentum", settings.momentum()) //
            .with("weight decay", settings.weightDecay()) //
            .with("λ", settings.lambda()) //
            .with("contrastive loss", settings.form()) //
            .with("temperature", settings.temperature()) //
            .with("held-out share", training.stop().heldOutShare()) //
            .with("patience", training.stop().patience()) //
            .with("random seed", training.seed()) //
            .with("PAE model", pae.map(FrameReconstructor::fingerprint).orElse("none")) //
            .with("spectrograms", clips.mel()) //
            .with("training clips", clips.size()) //
            .with("machines",
                clips.classes().stream().map(MachineId::toString).collect(Collectors.joining(", "))) //
            .with("content of the clips", content(clips)) //
            .with("model to start from",
                start.map(model -> Fingerprint.checksum(model.weights())).orElse("none"));
    }

    /** Machines in the clips' order, mean and deviation of each band: other clips give another number. */
    private static String content(final TrainingSet clips) {
        final float[] mean = clips.bands().mean();
        final float[] deviation = clips.bands().deviation();
        final ByteBuffer buffer = ByteBuffer.allocate((clips.size() + 2 * mean.length) * Integer.BYTES);
        for (int i = 0; i < clips.size(); i++) {
            buffer.putInt(clips.classOf(i));
        }
        for (int b = 0; b < mean.length; b++) {
            buffer.putFloat(mean[b]).putFloat(deviation[b]);
        }
        final CRC32 sum = new CRC32();
        sum.update(buffer.array());
        return Long.toHexString(sum.getValue());
    }
}
