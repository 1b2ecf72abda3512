package org.geco.asd.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.geco.asd.cluster.ClusterTrainer;
import org.geco.asd.cluster.TrainingReport;
import org.geco.asd.common.AsdException;
import org.geco.asd.files.WholeFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains what a learner's node handed over. */
@Command(name = "learn", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Trains what the node of a learner handed over, each network in a task of its own:"
        + " FOLDER/" + ClusterTrainer.MODEL + " and, with its history, FOLDER/" + ClusterTrainer.REPORT + ".")
final class LearnJob implements Callable<Integer> {
    @Option(names = "--method", required = true, paramLabel = "METHOD", description = "What is trained: PAE.")
    private String m_method;

    @Option(names = "--training", required = true, paramLabel = "FOLDER", description = "What the node wrote: settings,"
        + " spectrograms; the driver and each worker have it mounted under the same path. Checkpoints go there, too.")
    private String m_training;

    @Spec
    private CommandSpec m_spec;

    @Override
    public Integer call() throws AsdException {
        final Path folder = JobOptions.mounted("--training", m_training);
        final HandedNetworks networks = new HandedNetworks(m_method, folder);
        try {
            networks.create();
            new NetworkRounds(JobOptions.spark(), networks, this::tell, warning -> {
                // the reports have them
            }).run(networks.every());
            final List<TrainingReport> reports = new ArrayList<>();
            for (final Networks.Network network : networks.of(networks.model())) {
                reports.add(TrainingReport.read(networks.report(network)));
            }
            checkTrained(reports);
            TrainingReport.of(reports).write(folder.resolve(ClusterTrainer.REPORT));
            WholeFile.write(folder.resolve(ClusterTrainer.MODEL), networks.joined(networks.model())::write);
            return 0;
        } catch (final IOException e) {
            throw new AsdException("The folder '" + folder + "' cannot be used: " + e.getMessage(), e,
                "Check that you may write there, and that there is room.");
        }
    }

    /** If nothing could be trained, the first reason is told, as on one computer. */
    private static void checkTrained(final List<TrainingReport> reports) throws AsdException {
        if (reports.stream().allMatch(report -> report.epochs().isEmpty())) {
            final List<String> said = reports.get(0).warnings();
            throw new AsdException(said.get(said.size() - 1));
        }
    }

    private void tell(final String text) {
        m_spec.commandLine().getErr().println(text);
    }
}
