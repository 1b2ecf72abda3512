package org.geco.asd.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.detect.Model;
import org.geco.asd.files.SafeName;
import org.geco.asd.learn.PartName;
import org.geco.asd.methods.pae.PaeModel;

/**
 * Networks that are trained apart: of each machine type, of each member of an ensemble; and where they are. Sent to
 * workers.
 */
abstract class Networks implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String m_folder;

    /**
     * A model that has networks.
     *
     * @param name what it is called here
     * @param part of the detector whose settings it has, if it is one's
     * @param isPaeOfGeco whether it is the PAE of GeCo in this part, which no part of the detector is
     */
    record Of(String name, int part, boolean isPaeOfGeco) implements Serializable { }

    /** A network of a model. */
    record Network(Of model, PartName name) implements Serializable {
        String text() {
            return (model.name() + " " + name.inTable()).strip();
        }
    }

    /** With a folder which each worker has mounted. */
    Networks(final Path folder) {
        m_folder = folder.toString();
    }

    /** @return the models in the order in which they need each other */
    abstract List<Of> models() throws AsdException;

    /** @return how the networks of a model are trained */
    abstract Method<?> method(Of model, Optional<FrameReconstructor> pae) throws AsdException;

    /** @return what networks of these settings are trained on */
    abstract ClipSource clips(Method<?> method) throws AsdException;

    /** @return the machines that have networks */
    abstract Collection<MachineId> machines() throws AsdException;

    /** @return the PAE that a model is trained with, if it is */
    Optional<Of> paeFor(final Of model) throws AsdException {
        return Optional.empty();
    }

    /** @return whether a model needs another one to be trained */
    final boolean needsAnother(final Of model) throws AsdException {
        return paeFor(model).isPresent();
    }

    /** @return the networks of a model */
    final List<Network> of(final Of model) throws AsdException {
        return method(model, Optional.empty()).networks(machines()).stream()
            .map(name -> new Network(model, name)).toList();
    }

    /** @return where all of it is */
    final Path folder() {
        return Path.of(m_folder);
    }

    private Path trained() {
        return folder().resolve("models");
    }

    /** Makes the folder of what is trained: one that a worker makes is not that of the others. */
    final void create() throws IOException {
        Files.createDirectories(trained());
    }

    /** @return where a network is, once it is trained */
    final Path file(final Network network) {
        return trained().resolve(SafeName.of(network.text()) + ".model");
    }

    /** @return where it is told how a network was trained, or why it could not be */
    final Path report(final Network network) {
        return trained().resolve(SafeName.of(network.text()) + ".json");
    }

    /** @return where a network's training is kept while it goes on */
    final Path checkpoints(final Network network) {
        return folder().resolve("checkpoints").resolve(SafeName.of(network.text()));
    }

    /** @return the PAE that a network is trained with, if it is */
    final Optional<PaeModel> paeFor(final Network network) throws AsdException {
        final Optional<Of> pae = paeFor(network.model());
        return pae.isEmpty() ? Optional.empty() : Optional.of((PaeModel)joined(pae.get()));
    }

    /** @return a model of all of its networks that could be trained */
    final Model joined(final Of model) throws AsdException {
        final List<Path> files = of(model).stream().map(this::file).filter(Files::exists).toList();
        Checks.require(!files.isEmpty(), "Nothing could be trained for \"" + model.name() + "\".",
            "See above why, and record other clips.");
        return method(model, Optional.empty()).joined(files);
    }
}
