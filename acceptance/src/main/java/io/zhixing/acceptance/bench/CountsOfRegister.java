package io.zhixing.acceptance.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import io.zhixing.acceptance.bench.SyntheticRegister.Subtree;
import io.zhixing.city.launch.Service;

/** Organizations and members of a county, town or village by county of the area and sector, each time another one. */
final class CountsOfRegister implements Measure {

    private static final String SQL = """
            select county, sector, sum(organizations), sum(members), sum(full_members)
            from (select county, sector, organizations, members, full_members from register_tally where organization_id = ?
                  union all select county, sector, organizations, members, full_members from register_delta
                  where organization_path >= ? and organization_path < ?) counted
            group by 1, 2 order by 1, 2""";
    private static final int COLUMNS = 5;

    private final BenchCity city;
    private final List<Subtree> subtrees;

    CountsOfRegister(BenchCity city) throws SQLException {
        this.city = city;
        this.subtrees = SyntheticRegister.subtrees(city);
    }

    @Override
    public String code() {
        return "counts-of-register";
    }

    @Override
    public String zh() {
        return "任一层级按区划和领域的组织数、党员数";
    }

    @Override
    public String en() {
        return "counts of a subtree by county and sector";
    }

    @Override
    public String reference() {
        return "the same sum of kept counts; no row-level security, no sign-in, no scope";
    }

    @Override
    public Side service() {
        return () -> () -> {
            var request = city.request(Service.ORGANIZATION,
                    "/organization/v1/register/counts?by=COUNTY&by=SECTOR&organization=" + any().id()).GET().build();
            var answer = city.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(request.uri() + " answered " + answer.statusCode());
            }
        };
    }

    @Override
    public Side sql() {
        return () -> {
            var connection = city.superuser(Service.ORGANIZATION);
            var statement = connection.prepareStatement(SQL);
            return new Side.Client() {
                @Override
                public void call() throws SQLException {
                    var subtree = any();
                    statement.setObject(1, UUID.fromString(subtree.id()));
                    statement.setString(2, subtree.from());
                    statement.setString(3, subtree.to());
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            for (int column = 1; column <= COLUMNS; column++) {
                                rows.getObject(column);
                            }
                        }
                    }
                }

                @Override
                public void close() throws SQLException {
                    connection.close();
                }
            };
        };
    }

    @Override
    public void settle() {}

    @Override
    public Service measured() {
        return Service.ORGANIZATION;
    }

    @Override
    public Map<String, RowsWritten> rows() {
        return Map.of();
    }

    private Subtree any() {
        return subtrees.get(ThreadLocalRandom.current().nextInt(subtrees.size()));
    }
}
