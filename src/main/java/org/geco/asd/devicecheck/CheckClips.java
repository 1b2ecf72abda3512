package org.geco.asd.devicecheck;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.audio.Section;
import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Clip;
import org.geco.asd.files.IfExists;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.simulator.MachineSoundSimulator;
import org.geco.asd.simulator.MachineType;
import org.geco.asd.simulator.SimulatorSettings;

/** Sounds of two simulated fans, the same on every computer. */
record CheckClips(List<Clip> clips) implements ClipSource {
    private static final double SNR_DB = 6;

    /** Writes the sounds into a folder, and reads them again as any others. */
    static CheckClips simulate(final CheckSize size, final Path folder) throws AsdException {
        final SimulatorSettings settings = new SimulatorSettings(List.of(MachineType.FAN), 2, size.clips(), 0, 0,
            size.seconds(), SNR_DB, 1, 0);
        final Features.Extractor extractor =
            new Features.Extractor(new Features(MelSettings.PAPER, ChannelChoice.MEAN, AudioFiles.ENOUGH));
        final List<Clip> clips = new ArrayList<>();
        for (final MachineSoundSimulator.Clip clip : MachineSoundSimulator.write(settings,
            MachineSoundSimulator.output(folder, IfExists.OVERWRITE), ProgressMonitor.NONE)) {
            final Path file = clip.clip().path();
            clips.add(new Clip(clip.clip().machine(), extractor.of(Section.whole(file), facts -> { }),
                file.getFileName().toString()));
        }
        return new CheckClips(List.copyOf(clips));
    }

    @Override
    public int size() {
        return clips.size();
    }

    @Override
    public MachineId machine(final int index) {
        return clips.get(index).machine();
    }

    @Override
    public String name(final int index) {
        return clips.get(index).name();
    }

    @Override
    public Spectrogram load(final int index) {
        return clips.get(index).spectrogram();
    }
}
