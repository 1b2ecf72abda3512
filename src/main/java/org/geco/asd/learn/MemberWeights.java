package org.geco.asd.learn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.geco.asd.files.Archive;
import org.geco.asd.files.ArchiveWriter;
import org.geco.asd.files.DamagedException;
import org.geco.asd.nn.tensor.Weights;

/** The weights of all members in a model's file: in folders 1, 2 and so on, or in none if there is one only. */
public final class MemberWeights {
    private MemberWeights() { }

    /** Writes the weights of each member; all names start with the folder, e.g. {@code weights/}. */
    public static void write(final List<Weights> members, final ArchiveWriter archive, final String folder)
        throws IOException {
        for (int i = 0; i < members.size(); i++) {
            members.get(i).write(archive, folder(folder, i, members.size()));
        }
    }

    /** @return what {@link #write} wrote; damaged if a member has no arrays */
    public static List<Weights> read(final int members, final Archive archive, final String folder)
        throws DamagedException {
        final List<Weights> weights = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            weights.add(Weights.read(archive, folder(folder, i, members)));
        }
        return weights;
    }

    private static String folder(final String folder, final int member, final int members) {
        return members == 1 ? folder : folder + (member + 1) + "/";
    }
}
