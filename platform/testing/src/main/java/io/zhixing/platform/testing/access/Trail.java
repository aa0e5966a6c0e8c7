package io.zhixing.platform.testing.access;

import io.zhixing.platform.testing.database.Database;

/** The changes that the six organizations have seen: whoever is refused leaves none. */
final class Trail {

    private final Database within;
    private final long before;

    private Trail(Database within) {
        this.within = within;
        this.before = changes();
    }

    static Trail of(Neighbourhood around) {
        return new Trail(Database.asApplication()
                .within(around.sites().stream().map(Neighbourhood.Site::path).toArray(String[]::new)));
    }

    void expectUnchanged(Findings findings) {
        long written = changes() - before;
        if (written != 0) {
            findings.faults().add("those who were refused have left %d changes".formatted(written));
        }
    }

    private long changes() {
        return within.query("select count(*) from change", row -> row.getLong(1)).get(0);
    }
}
