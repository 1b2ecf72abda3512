package org.geco.asd.engine;

import java.util.List;
import java.util.Locale;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.Dataset;
import org.geco.asd.dataset.MimiiScheme;
import org.geco.asd.dataset.NamingScheme;
import org.geco.asd.dataset.PlainScheme;
import org.geco.asd.dataset.PublicScheme;
import org.geco.asd.dataset.Split;

/** How the machine of a recording is found in its path. */
public final class Names {
    public static final String AUTOMATIC = "automatic";

    /** For the help text. */
    public static final String DESCRIPTION = "How a path tells its machine: automatic (whichever of the"
        + " public schemes most files follow), dcase2020, dcase2021, mimii, folders (the folders in the chosen one are"
        + " the machines), or one file name with the machine in braces, for example {pump7}_2026-11-26_0830.wav.";

    private Names() { }

    /** @return the schemes to be tried; an AsdException if the text means none */
    public static List<NamingScheme> schemes(final String text) throws AsdException {
        return schemes(text, Split.TEST);
    }

    /** The same for recordings of this split, where their names do not tell it. */
    public static List<NamingScheme> schemes(final String text, final Split split) throws AsdException {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case AUTOMATIC -> Dataset.publicSchemes(true);
            case "dcase2020" -> List.of(PublicScheme.DCASE2020);
            case "dcase2021" -> List.of(PublicScheme.DCASE2021);
            case "mimii" -> List.of(new MimiiScheme(true));
            case "folders" -> List.of(PlainScheme.folders(split));
            default -> List.of(PlainScheme.example(text, split));
        };
    }
}
