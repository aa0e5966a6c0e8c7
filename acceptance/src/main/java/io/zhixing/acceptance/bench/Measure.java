package io.zhixing.acceptance.bench;

import java.util.Map;

import io.zhixing.city.launch.Service;

/** Something that the service does, and the SQL it must be compared with. */
interface Measure {

    /** Short name in the results. */
    String code();

    String zh();

    String en();

    /** What the reference does, in a sentence. */
    String reference();

    /** The service that is measured, whose JVM's processor time is counted. */
    Service measured();

    Side service();

    Side sql();

    /** Returns when nothing that the calls have caused is still being done. */
    void settle() throws Exception;

    /** Rows that one call adds, by table, for the service and for the reference; empty for reading. */
    Map<String, RowsWritten> rows() throws Exception;

    /** Rows added to a table by one call of each side. */
    record RowsWritten(long service, long reference) {}
}
