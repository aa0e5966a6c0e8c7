package io.zhixing.project.figures;

import jakarta.inject.Singleton;

import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.figures.FiguresQuery;
import io.zhixing.platform.sql.Sql;

/** Net sums over the journal, never balances: a clawback raises the parent's credits a second time. */
@Singleton
class MoneySums {

    private static final String SQL = """
            with asked as (select ?::text as path_from, ?::text as path_to, ?::date as first, ?::date as last, ?::date as known),
            allocated as (
              select coalesce(sum(e.net_fen), 0)::bigint as fen from asked
              join fund_allocation a on a.organization_path >= asked.path_from and a.organization_path < asked.path_to
                and a.source_category = 'POVERTY_SPECIAL'
              join allocation_entry e on e.allocation_id = a.id and e.occurred_on between asked.first and asked.last and e.recorded_on <= asked.known),
            invested as (
              select sum(e.net_fen)::bigint as fen from asked
              join project p on p.organization_path >= asked.path_from and p.organization_path < asked.path_to and p.category = 'ASSISTANCE'
              join project_investment e on e.project_id = p.id and e.occurred_on between asked.first and asked.last and e.recorded_on <= asked.known
              group by p.id),
            settled as (
              select coalesce(sum(e.net_fen) filter (where o.kind = 'LAND_PENSION_RETAINED'), 0)::bigint as pension,
                     coalesce(sum(e.net_fen) filter (where o.kind = 'LAND_COMPENSATION_ARREARS'), 0)::bigint as arrears
              from asked join obligation o on o.organization_path >= asked.path_from and o.organization_path < asked.path_to
              join payment_entry e on e.obligation_id = o.id and e.occurred_on between asked.first and asked.last and e.recorded_on <= asked.known)
            select (select fen from allocated), (select coalesce(sum(fen), 0)::bigint from invested),
                   (select count(*) from invested where fen > 0), pension, arrears from settled""";

    private final Sql database;

    MoneySums(Sql database) {
        this.database = database;
    }

    /** In fen, but for the number of projects. */
    record Sums(long allocated, long invested, long projects, long pension, long arrears) {}

    Sums of(FiguresQuery asked) {
        var range = PathRange.subtree(asked.organization().path());
        return database.one(SQL,
                row -> new Sums(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                range.from(), range.to(), asked.from(), asked.to(), asked.knownUntil());
    }
}
