package org.geco.asd.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.geco.asd.common.ProgressMonitor;

/** What a job says while it runs: how far it is, and in the end why it failed. All of it goes into a file. */
final class JobLog {
    private static final int LAST_LINES = 3;
    private static final int LONGEST = 500;
    private static final Pattern DONE = Pattern.compile("(?:Recording|Network \\d+ of \\d+, epoch) (\\d+) of (\\d+)");
    private static final Pattern KILLED = Pattern.compile(".* Application has been killed\\. Reason: (.+)");
    private static final Pattern ERROR = Pattern.compile("(\\S+ \\S+ ERROR \\S+: |Caused by: )");

    /** Notices of the log's other levels, of Java and of what logs; traces; where the job is. */
    private static final Pattern NO_REASON = Pattern.compile("\\S+ \\S+ (TRACE|DEBUG|INFO|WARN) .*|\\s+at .*|"
        + "\\s*\\.\\.\\. \\d+ .*|WARNING: .*|(log4j|SLF4J): ?.*|Picked up .*|Using Spark's default log4j .*|"
        + "(Setting|To adjust) (default log|logging) level .*|(Driver|Executor) stacktrace:.*|\\s*|"
        + DONE + "|\\d+ of \\d+ (recordings to do|networks to train)");

    private final Path m_file;
    private final ProgressMonitor m_progress;
    private final Deque<String> m_last = new ArrayDeque<>();
    private boolean m_isUsage;
    private Optional<String> m_killed = Optional.empty();

    JobLog(final Path file, final ProgressMonitor progress) {
        m_file = file;
        m_progress = progress;
    }

    /** Starts to listen to a process, which must be listened to while it runs. */
    Thread listen(final Process process) {
        final Thread listener = new Thread(() -> hear(process), "Spark's output");
        listener.setDaemon(true);
        listener.start();
        return listener;
    }

    /** Waits until all is heard that a process said that ended; what it left behind may go on talking. */
    static void end(final Thread listener) {
        try {
            listener.join(TimeUnit.SECONDS.toMillis(2));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(final Process process) {
        try (BufferedReader reader = process.inputReader();
                PrintWriter file = new PrintWriter(Files.newBufferedWriter(m_file), true)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                file.println(line);
                line(line);
            }
        } catch (final IOException e) {
            line("What it says can no longer be read: " + e.getMessage());
        }
    }

    /** Takes a line. */
    synchronized void line(final String line) {
        final Matcher done = DONE.matcher(line);
        if (done.matches()) {
            m_progress.report(Double.parseDouble(done.group(1)) / Double.parseDouble(done.group(2)), line);
        }
        final Matcher killed = KILLED.matcher(line);
        if (killed.matches()) {
            m_killed = Optional.of(killed.group(1)); // what follows is what that leads to
        }
        m_isUsage |= line.startsWith("Usage: ");
        if (!m_isUsage && !NO_REASON.matcher(line).matches()) {
            final String reason = ERROR.matcher(line).replaceFirst("").strip();
            m_last.remove(reason);
            m_last.add(reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason);
            if (m_last.size() > LAST_LINES) {
                m_last.remove();
            }
        }
    }

    /** @return the last that was said and may tell why the job failed */
    synchronized String reason() {
        return m_killed.orElseGet(() -> m_last.isEmpty() ? "it does not say why" : String.join(" / ", m_last));
    }
}
