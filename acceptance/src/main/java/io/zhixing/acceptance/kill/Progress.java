package io.zhixing.acceptance.kill;

import java.util.function.BooleanSupplier;

/** How far a stage was when somebody died, and the sign that the dead one works again. */
record Progress(long written, BooleanSupplier sign) {

    static Progress of(CrashingCity city, Victim victim, Stage stage) {
        long written = city.rows(stage);
        if (victim != Victim.KAFKA) {
            return new Progress(written, () -> city.rows(stage) > written);
        }
        // Rows are written without the broker too; what waited for it must go.
        var last = city.text(stage.service(), "select coalesce(max(seq), 0) from outbox");
        return new Progress(written,
                () -> city.text(stage.service(), "select count(*) from outbox where seq <= " + last).equals("0"));
    }

    boolean goesOn() {
        return sign.getAsBoolean();
    }
}
