package org.geco.asd.learn;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

import org.geco.asd.clips.ClipChecks;
import org.geco.asd.clips.ClipSource;
import org.geco.asd.clips.HeldOut;
import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Provenance;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;

/** Looks once at each clip of a part: that it is usable, what it adds to the statistics, what it holds. */
final class PartReader {

    private final Learner<?> m_learner;

    private final ClipSource m_source;

    private final MelSettings m_mel;

    private final Standardisation.Estimator m_statistics;

    private final Map<MachineId, Content> m_machines = new TreeMap<>();

    private final Content m_all = new Content();

    /** Clips and a checksum of what they hold, in their order. */
    private static final class Content {

        private final CRC32 m_sum = new CRC32();

        private int m_count;

        void add(final long checksum) {
            m_sum.update(ByteBuffer.allocate(Long.BYTES).putLong(checksum).flip());
            m_count++;
        }

        String text() {
            return Long.toHexString(m_sum.getValue());
        }
    }

    /**
     * @param learner what is wanted of the clips
     * @param source all clips
     * @param mel the settings that all spectrograms must have
     */
    PartReader(final Learner<?> learner, final ClipSource source, final MelSettings mel) {
        m_learner = learner;
        m_source = source;
        m_mel = mel;
        m_statistics = new Standardisation.Estimator(learner.standardisesBands() ? mel.mels() : 1);
    }

    /**
     * @param name of the part
     * @param clips indices of its clips, ascending
     * @param progress is asked at every clip
     * @param warnings hears of machines with too few clips
     * @return the clips
     * @throws AsdException if one is unusable
     */
    PartClips read(final PartName name, final int[] clips, final ProgressMonitor progress,
        final Consumer<String> warnings) throws AsdException {
        final TrainingSettings settings = m_learner.training();
        final boolean[] isHeldOut = HeldOut.choose(clips.length, i -> m_source.machine(clips[i]),
            settings.stop().heldOutShare(), new Seeds(settings.seed()).part(name.ofSeeds()), warnings);
        final int[] frames = new int[clips.length];
        try (ReadAhead ahead = new ReadAhead(m_source, clips)) {
            for (int i = 0; i < clips.length; i++) {
                progress.checkCanceled();
                progress.report((double)i / clips.length, "Reading clip " + (i + 1) + " of " + clips.length
                    + (name.part().isEmpty() ? "" : " of " + name.part()));
                final Spectrogram clip = ahead.next(progress);
                frames[i] = clip.frames();
                add(clips[i], clip, isHeldOut[i]);
            }
        }
        return new PartClips(name, m_source, m_mel, List.copyOf(m_machines.keySet()),
            IntStream.range(0, clips.length).filter(i -> !isHeldOut[i]).map(i -> clips[i]).toArray(),
            IntStream.range(0, clips.length).filter(i -> !isHeldOut[i]).map(i -> frames[i]).toArray(),
            IntStream.range(0, clips.length).filter(i -> isHeldOut[i]).map(i -> clips[i]).toArray(),
            m_statistics.result(), contents(), m_all.text());
    }

    private void add(final int index, final Spectrogram clip, final boolean isHeldOut) throws AsdException {
        ClipChecks.sameMel(m_mel, m_source.name(0), clip.settings(), m_source.name(index));
        ClipChecks.frames(clip, m_source.name(index), m_learner.method(), m_learner.leastFrames());
        ClipChecks.numbers(clip, m_source.name(index));
        final MachineId machine = m_source.machine(index);
        final long checksum = checksum(clip);
        m_all.add((long)machine.toString().hashCode() << Integer.SIZE | checksum);
        if (!isHeldOut) {
            m_machines.computeIfAbsent(machine, m -> new Content()).add(checksum);
            m_statistics.add(clip.values());
        }
    }

    private static long checksum(final Spectrogram clip) {
        final ByteBuffer bytes = ByteBuffer.allocate(clip.values().length * Float.BYTES);
        bytes.asFloatBuffer().put(clip.values());
        final CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }

    private List<Provenance.Clips> contents() {
        final List<Provenance.Clips> contents = new ArrayList<>();
        m_machines.forEach(
            (machine, content) -> contents.add(new Provenance.Clips(machine, content.m_count, content.text())));
        return contents;
    }
}
