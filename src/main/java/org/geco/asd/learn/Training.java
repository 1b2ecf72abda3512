package org.geco.asd.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.concurrent.SideBySide;
import org.geco.asd.detect.Model;
import org.geco.asd.detect.Provenance;
import org.geco.asd.learn.checkpoint.CheckpointLock;
import org.geco.asd.learn.checkpoint.Fingerprint;
import org.geco.asd.learn.history.OrderedReports;
import org.geco.asd.learn.history.TrainingListener;
import org.geco.asd.learn.stop.TimeBudget;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.nn.runtime.Nd4jRuntime;

/**
 * A training of any method: looks at each clip once, trains the parts, some at once, goes on from checkpoints or from a
 * finished model, and makes the model. Each part's result, reports and checkpoints are those of a training on its own.
 */
public final class Training<M extends Model> {
    /** Share of the progress that goes to reading all clips once. */
    private static final double READING = 0.05;

    /** Share of the progress after which the model is made. */
    private static final double TRAINED = 0.97;

    private final Learner<M> m_learner;
    private final ClipSource m_source;
    private final TrainingOptions<M> m_options;
    private final ProgressMonitor m_progress;
    private final TrainingListener m_listener;
    private final MemoryBudget m_memory;
    private final Optional<PartName> m_only;

    /** What one part starts with. */
    private record Plan(PartClips clips, Optional<WarmStart> start, Fingerprint fingerprint) { }

    private Training(final Learner<M> learner, final ClipSource source, final Optional<PartName> only,
        final TrainingOptions<M> options, final ProgressMonitor progress, final TrainingListener listener) {
        m_learner = learner;
        m_source = source;
        m_options = options;
        m_only = only;
        m_memory = MemoryBudget.of(learner.training().memoryMegabytes());
        m_progress = progress;
        m_listener = listener;
    }

    /** Trains from random weights, without checkpoints; fails if a setting or a clip is unusable. */
    public static <M extends Model> M run(final Learner<M> learner, final ClipSource source,
        final ProgressMonitor progress, final TrainingListener listener) throws AsdException {
        return run(learner, source, TrainingOptions.none(), progress, listener);
    }

    /**
     * Trains, or trains a finished model further, or goes on with a training that was interrupted; then the model is
     * the one of a training that was not. The same settings and normal clips give the same model, bit for bit, on the
     * same kind of machine.
     *
     * @param listener hears of every epoch, also of those before a checkpoint, and of warnings
     * @throws AsdException if a setting or a clip is unusable, or does not fit the model or the checkpoints
     */
    public static <M extends Model> M run(final Learner<M> learner, final ClipSource source,
        final TrainingOptions<M> options, final ProgressMonitor progress, final TrainingListener listener)
        throws AsdException {
        return run(learner, source, Optional.empty(), options, progress, listener).get();
    }

    /**
     * Trains one part as {@link #run} does among the others, whose models {@link Learner#joined} makes one.
     *
     * @return the model of this part; or why there is none: no clip of it can be trained on
     */
    public static <M extends Model> Outcome<M> part(final PartName part, final Learner<M> learner,
        final ClipSource source, final TrainingOptions<M> options, final ProgressMonitor progress,
        final TrainingListener listener) throws AsdException {
        return run(learner, source, Optional.of(part), options, progress, listener);
    }

    private static <M extends Model> Outcome<M> run(final Learner<M> learner, final ClipSource source,
        final Optional<PartName> only, final TrainingOptions<M> options, final ProgressMonitor progress,
        final TrainingListener listener) throws AsdException {
        learner.checkAll(source, options.model());
        final String name = PartName.ofLock(learner.method());
        final CheckpointLock lock = options.checkpoints().open(name, (Record)learner.settings(), progress);
        try {
            final Training<M> training = new Training<>(learner, source, only, options, progress, listener);
            return training.m_memory.guard(learner.work(), training::run);
        } finally {
            lock.close();
        }
    }

    private Outcome<M> run() throws AsdException {
        Nd4jRuntime.start();
        m_learner.training().warning().ifPresent(m_listener::warning);
        final MelSettings mel = m_source.load(0).settings();
        final Outcome<List<Plan>> planned = plans(mel);
        return planned.isPresent() ? Outcome.of(run(mel, planned.value())) : planned.map(none -> null);
    }

    private M run(final MelSettings mel, final List<Plan> plans) throws AsdException {
        final List<TrainingLoop.Result> results = train(plans);
        final List<Learner.LearnedPart> parts = IntStream.range(0, plans.size())
            .mapToObj(i -> new Learner.LearnedPart(plans.get(i).clips(), results.get(i).weights())).toList();
        final M model = m_learner.model(new Learner.Learned<>(mel, parts, m_options.model(),
            provenance(mel, plans, results)), m_progress.part(TRAINED, 1));
        if (results.stream().allMatch(TrainingLoop.Result::complete)) {
            // else parts that were stopped go on from here, and the others need not be trained again
            plans.forEach(p -> m_options.checkpoints().complete(p.clips().name().ofCheckpoints(), p.fingerprint()));
        }
        return model;
    }

    /** Looks at each clip once; there is at least one plan, or a reason why there is none. */
    private Outcome<List<Plan>> plans(final MelSettings mel) throws AsdException {
        final Map<String, List<Integer>> byPart = new TreeMap<>();
        for (int i = 0; i < m_source.size(); i++) {
            for (final String part : m_learner.parts(m_source.machine(i))) {
                if (m_only.isEmpty() || m_only.get().part().equals(part)) {
                    byPart.computeIfAbsent(part, p -> new ArrayList<>()).add(i);
                }
            }
        }
        final List<Outcome<PartClips>> read = new ArrayList<>();
        for (final Map.Entry<String, List<Integer>> part : byPart.entrySet()) {
            final double from = READING * read.size() / byPart.size();
            read.add(new PartReader(m_learner, m_source, mel).read(new PartName(m_learner.method(), part.getKey()),
                part.getValue().stream().mapToInt(Integer::intValue).toArray(),
                m_progress.part(from, from + READING / byPart.size()), m_listener::warning));
        }
        return plans(read);
    }

    private Outcome<List<Plan>> plans(final List<Outcome<PartClips>> read) throws AsdException {
        final List<Plan> plans = new ArrayList<>();
        for (final Outcome<PartClips> clips : read) {
            if (clips.isPresent()) {
                checkHeldOut(clips.value());
                m_learner.check(clips.value(), m_options.model(), m_listener::warning);
                clips.value().name().all(m_learner.members()).filter(name -> m_only.map(name::equals).orElse(true))
                    .forEach(name -> plans.add(plan(clips.value().with(name))));
            } else if (read.stream().anyMatch(Outcome::isPresent)) {
                m_listener.warning(clips.reason());
            }
        }
        return plans.isEmpty() ? read.get(0).map(clips -> plans) : Outcome.of(plans);
    }

    /** Else early stopping would never stop, and nobody would know. */
    private void checkHeldOut(final PartClips clips) throws AsdException {
        final int patience = m_learner.training().stop().patience();
        Checks.require(patience == 0 || clips.heldOut().length > 0, "The patience is " + patience
            + " epochs, but no clips for " + clips.name().inWords()
            + " are held out to see when training gets no better.",
            "Hold clips out, or choose a patience of 0.");
    }

    private Plan plan(final PartClips clips) {
        final Optional<WarmStart> start = m_options.model().flatMap(model -> m_learner.start(model, clips));
        Fingerprint fingerprint = Fingerprint.of(clips.name().ofCheckpointsInWords())
            .with((Record)m_learner.settings()) //
            .with("spectrograms", clips.mel()) //
            .with("training clips", clips.training().length) //
            .with("machines", clips.machines()) //
            .with("content of the clips", clips.content()) //
            .with("model to start from", start.map(model -> Fingerprint.checksum(model.weights())).orElse("none"));
        for (final Map.Entry<String, String> trait : m_learner.traits().entrySet()) {
            fingerprint = fingerprint.with(trait.getKey(), trait.getValue());
        }
        // weights belong to the scale that they were trained on
        return new Plan(start.map(model -> clips.with(model.standardisation())).orElse(clips), start, fingerprint);
    }

    private List<TrainingLoop.Result> train(final List<Plan> plans) throws AsdException {
        final Resources resources = Resources.of(m_learner, plans.stream().map(Plan::clips).toList(), m_memory,
            Runtime.getRuntime().availableProcessors());
        final TimeBudget time = TimeBudget.of(m_learner.training().stop());
        final Pace pace = new Pace(m_learner.work(), m_learner.training(),
            plans.stream().map(plan -> m_learner.steps(plan.clips())).toList(), resources.atOnce(), time,
            System::nanoTime);
        final OrderedReports reports = new OrderedReports(m_listener, plans.size());
        final List<SideBySide.Piece<TrainingLoop.Result>> pieces = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            final int index = i;
            // each part gets its share of the time that is left for those that have not begun
            final int rounds = (plans.size() - index + resources.atOnce() - 1) / resources.atOnce();
            pieces.add(part -> {
                final TrainingLoop.Result result = train(plans.get(index), resources.cacheBytes(), time.share(rounds),
                    pace.of(index), part, reports.of(index));
                pace.of(index).finished();
                reports.finished(index);
                return result;
            });
        }
        return new SideBySide<>(pieces, m_progress.part(READING, TRAINED)).run(resources.atOnce());
    }

    private TrainingLoop.Result train(final Plan plan, final long cacheBytes, final TimeBudget time,
        final Pace.Part pace, final ProgressMonitor progress, final TrainingListener listener) throws AsdException {
        final PartName name = plan.clips().name();
        final TrainingLoop.Task task = new TrainingLoop.Task(name, plan.fingerprint(), m_learner.training(),
            m_learner.metrics(), m_learner.heldOutMetric(), plan.clips().heldOut().length > 0);
        return new TrainingLoop(task, m_options.checkpoints().store(name.ofCheckpoints(), plan.fingerprint()), time,
            pace, progress, listener).run(() -> {
                // making it takes seconds: a user who cancelled need not wait for it
                progress.report(0, "Building the network");
                progress.checkCanceled();
                final Trainee trainee = m_learner.trainee(plan.clips().kept(cacheBytes), seeds(name), progress);
                plan.start().ifPresent(model -> trainee.session()
                    .load(model.over(trainee.session().weights(), plan.clips().machines())));
                return trainee;
            });
    }

    private Seeds seeds(final PartName name) {
        return new Seeds(m_learner.training().seed()).part(name.ofSeeds());
    }

    private Provenance provenance(final MelSettings mel, final List<Plan> plans,
        final List<TrainingLoop.Result> results) {
        final List<Provenance.Part> parts = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            final PartClips clips = plans.get(i).clips();
            final TrainingLoop.Result result = results.get(i);
            parts.add(new Provenance.Part(clips.name().inTable(), m_learner.training().seed(), result.last().epoch(),
                result.last().kept(), m_learner.steps(clips), result.seconds(), m_learner.bytes(clips),
                result.last().stopped()));
        }
        return Provenance.now(Optional.of(mel),
            plans.stream().flatMap(plan -> plan.clips().contents().stream()).distinct().toList(), parts);
    }
}
