package org.geco.asd.nodes.table;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The score of one member of an ensemble in a column of its own, e.g. "GeCo score (member 2)": a run of "GeCo score".
 * Notes behind it stay with the score: "Fused (member 2) (a note)" is a run of "Fused (a note)".
 */
public record MemberScore(String score, int member) {
    private static final Pattern NAME = Pattern.compile("(.*\\S) \\(member ([1-9]\\d?)\\)( .*)?");

    /** @return the column's name */
    public String column() {
        return score + " (member " + member + ")";
    }

    /** @return what a column of this name is; empty if it is of no single member */
    public static Optional<MemberScore> of(final String column) {
        final Matcher name = NAME.matcher(column);
        return name.matches() ? Optional.of(new MemberScore(
            name.group(1) + Optional.ofNullable(name.group(3)).orElse(""), Integer.parseInt(name.group(2))))
            : Optional.empty();
    }
}
