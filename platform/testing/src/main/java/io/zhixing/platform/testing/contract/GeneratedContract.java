package io.zhixing.platform.testing.contract;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** The contract that the build writes from the code, beside the one that is committed. */
final class GeneratedContract {

    /** Where {@code quarkus.smallrye-openapi.store-schema-directory} puts it. */
    static final Path WRITTEN = Path.of("target/openapi/openapi.yaml");

    static final String REMEDY = "run the tests once, then, in the service's folder: cp " + WRITTEN + " "
            + Contract.COMMITTED + " and commit it after reading the difference.";

    private GeneratedContract() {}

    /** Empty when both are equal byte for byte; else the first difference and the remedy. */
    static String difference(byte[] committed, byte[] written) {
        if (Arrays.equals(committed, written)) {
            return "";
        }
        var old = new String(committed, StandardCharsets.UTF_8).split("\n", -1);
        var now = new String(written, StandardCharsets.UTF_8).split("\n", -1);
        int line = 0;
        while (line < old.length && line < now.length && old[line].equals(now[line])) {
            line++;
        }
        return "%s is not what the code says, first at line %d:%n  committed: %s%n  generated: %s%nRemedy: %s"
                .formatted(
                        Contract.COMMITTED, line + 1, line < old.length ? old[line] : "(end)",
                        line < now.length ? now[line] : "(end)",
                        REMEDY);
    }
}
