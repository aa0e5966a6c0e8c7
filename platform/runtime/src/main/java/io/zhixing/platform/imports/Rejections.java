package io.zhixing.platform.imports;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is wrong with the rejected rows of a file that is read again; memory does not grow with rows. */
final class Rejections {

    private static final int AT_ONCE = 500;

    private final ImportResults results;
    private final UUID job;
    private Map<Long, List<ImportResult.RowError>> some = Map.of();
    private long reach;

    Rejections(ImportResults results, UUID job) {
        this.results = results;
        this.job = job;
    }

    /**
     * @param row not before the one that was asked for last
     * @return null of a row that was not rejected
     */
    List<ImportResult.RowError> of(long row) {
        while (row > reach) {
            some = results.rejected(job, reach, AT_ONCE);
            reach = some.size() < AT_ONCE ? Long.MAX_VALUE : Collections.max(some.keySet());
        }
        return some.get(row);
    }
}
