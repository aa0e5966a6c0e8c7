package io.zhixing.platform.testing.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The contract that the build writes from the code, beside the one that is committed. */
final class GeneratedContract {

    /** Where {@code quarkus.smallrye-openapi.store-schema-directory} puts it. */
    static final Path WRITTEN = Path.of("target/openapi/openapi.yaml");

    static final String REMEDY = "run the tests once, then, in the service's folder: cp " + WRITTEN + " "
            + Contract.COMMITTED + " and commit it after reading the difference.";

    private GeneratedContract() {}

    static List<String> differences() {
        if (!Files.exists(WRITTEN)) {
            return List.of(WRITTEN + " was not written: the class must be a @QuarkusTest");
        }
        if (!Files.exists(Contract.COMMITTED)) {
            return List.of(Contract.COMMITTED + " is missing");
        }
        try {
            return difference(Files.readAllBytes(Contract.COMMITTED), Files.readAllBytes(WRITTEN));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Empty when both are equal byte for byte; else the first line that differs. */
    static List<String> difference(byte[] committed, byte[] written) {
        if (Arrays.equals(committed, written)) {
            return List.of();
        }
        var old = lines(committed);
        var now = lines(written);
        int line = 0;
        while (line < old.length && line < now.length && old[line].equals(now[line])) {
            line++;
        }
        return List.of("first difference at line " + (line + 1),
                "committed: " + (line < old.length ? old[line] : "(end)"),
                "generated: " + (line < now.length ? now[line] : "(end)"));
    }

    /** The contracts of the services beside this one, as far as they are committed. */
    static List<Contract> siblings() {
        var here = Path.of("").toAbsolutePath();
        try (var folders = Files.list(here.getParent())) {
            return folders.filter(folder -> !folder.equals(here)).map(folder -> folder.resolve(Contract.COMMITTED))
                    .filter(Files::exists).sorted().map(GeneratedContract::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Contract read(Path file) {
        try {
            return Contract.of(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String[] lines(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).split("\n", -1);
    }
}
