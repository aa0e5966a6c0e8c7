package io.zhixing.acceptance.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells in a file that a defect has really taken hold: one that never did would be called caught or missed for nothing. */
final class Struck {

    private static final Map<String, Path> FILES = new ConcurrentHashMap<>();

    private Struck() {}

    static void writesTo(String defect, String file) {
        FILES.put(defect, Path.of(file));
    }

    /** The first time only; later ones are no news. */
    static void by(Defect defect) {
        var file = FILES.remove(defect.name());
        if (file != null) {
            try {
                Files.writeString(file, defect.name());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
