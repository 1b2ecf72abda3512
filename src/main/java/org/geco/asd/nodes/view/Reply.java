package org.geco.asd.nodes.view;

import java.util.Optional;

import org.geco.asd.common.Outcome;
import org.geco.asd.files.Json;

/** Answers to pages. */
public final class Reply {
    private record Text(Optional<?> value, Optional<String> problem) { }

    private Reply() { }

    /** @return the answer as JSON; if there is none, what is wrong, in words for the user */
    public static String of(final Outcome.Attempt<?> attempt) {
        final Outcome<?> outcome = Outcome.attempt(attempt);
        return Json.text(outcome.isPresent() ? new Text(Optional.of(outcome.value()), Optional.empty())
            : new Text(Optional.empty(), Optional.of(outcome.reason())));
    }
}
