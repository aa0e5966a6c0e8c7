package io.zhixing.platform.rate;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.zhixing.platform.sql.Sql;

/** How often each caller has called, counted by the database and its clock: all instances of a service count together. */
@Singleton
class CallRates {

    private final Sql database;

    /** The pipeline's connections: what is counted stays counted, whatever becomes of the call. */
    CallRates(@DataSource("pipeline") AgroalDataSource database) {
        this.database = new Sql(database);
    }

    /**
     * Counts one call in the minute that began with the caller's first one.
     *
     * @param most calls in a minute
     * @return 0, or in how many seconds a call will be let in again
     */
    long take(String caller, String name, int most) {
        return database.one(
                """
                insert into call_rate as r (caller, name) values (?, ?)
                on conflict on constraint call_rate_pk do update set
                  calls = case when r.began_at > clock_timestamp() - interval '1 minute' then r.calls + 1 else 1 end,
                  began_at = case when r.began_at > clock_timestamp() - interval '1 minute' then r.began_at else clock_timestamp() end
                returning case when calls > ? then
                  greatest(1, ceil(extract(epoch from began_at + interval '1 minute' - clock_timestamp())))::bigint else 0 end""",
                row -> row.getLong(1), caller, name, most);
    }
}
