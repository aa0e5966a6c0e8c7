package io.zhixing.acceptance.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.zhixing.city.launch.Service;

/**
 * What the second wall costs: the same page of members through the interface, once with row-level security and once with
 * the superuser having switched it off on every table of the service. Nothing else differs, the scope of the query least.
 */
final class WalledPages implements Measure {

    private static final String GUARDED = """
            select c.oid::regclass::text from pg_class c
            where c.relrowsecurity and c.relnamespace = 'public'::regnamespace order by 1""";

    private final BenchCity city;
    private final Reading pages;
    private final List<String> tables = new ArrayList<>();
    private boolean standing = true;

    WalledPages(BenchCity city, Reading pages) throws SQLException {
        this.city = city;
        this.pages = pages;
        try (var connection = city.superuser(Service.ORGANIZATION);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(GUARDED)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        if (!tables.contains("party_member")) {
            throw new IllegalStateException("No row-level security on party_member: there is nothing to compare");
        }
    }

    @Override
    public String code() {
        return "page-of-subtree-wall";
    }

    @Override
    public String zh() {
        return "党员名册一页50人时行级安全的代价";
    }

    @Override
    public String en() {
        return "page of 50 members with the second wall, beside the same without it";
    }

    @Override
    public String reference() {
        return "no SQL: the same call of the interface with row-level security off on all " + tables.size()
                + " tables that have it";
    }

    @Override
    public Service measured() {
        return Service.ORGANIZATION;
    }

    @Override
    public Side service() {
        return () -> {
            stand(true);
            return pages.service().open();
        };
    }

    @Override
    public Side sql() {
        return () -> {
            stand(false);
            return pages.service().open();
        };
    }

    @Override
    public void settle() {
        pages.settle();
    }

    @Override
    public Map<String, RowsWritten> rows() {
        return Map.of();
    }

    /** Rounds come one after the other: the first client of a round sets what holds for it. */
    private synchronized void stand(boolean wanted) throws SQLException {
        if (standing != wanted) {
            try (var connection = city.superuser(Service.ORGANIZATION); var statement = connection.createStatement()) {
                for (var table : tables) {
                    statement.execute("alter table " + table + (wanted ? " enable" : " disable")
                            + " row level security");
                }
            }
            standing = wanted;
        }
    }
}
