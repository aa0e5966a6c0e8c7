package io.zhixing.acceptance.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import io.zhixing.acceptance.bench.SyntheticRegister.Subtree;
import io.zhixing.city.launch.Service;

/** The first page of 50 members of a county, town or village, each time another one. */
final class PageOfSubtree implements Measure {

    private static final String SQL = """
            select m.id, m.member_number, m.name, m.id_number_masked, m.sex_code, m.ethnicity_code, m.birth_date, m.member_type, m.joined_on,
              m.full_since, m.organization_id, m.status, m.on_roll_from, m.on_roll_to, m.version, m.organization_path
            from party_member m where m.organization_path >= ? and m.organization_path < ?
            order by m.organization_path, m.id limit 51""";
    private static final int COLUMNS = 16;

    private final BenchCity city;
    private final List<Subtree> subtrees;

    PageOfSubtree(BenchCity city) throws SQLException {
        this.city = city;
        this.subtrees = SyntheticRegister.subtrees(city);
    }

    @Override
    public String code() {
        return "page-of-subtree";
    }

    @Override
    public String zh() {
        return "任一层级下党员名册一页50人";
    }

    @Override
    public String en() {
        return "page of 50 members of a subtree";
    }

    @Override
    public String reference() {
        return "the one path-range query of 51 rows, every column read; no row-level security, no sign-in, no scope";
    }

    @Override
    public Side service() {
        return () -> () -> {
            var request = city.request(Service.ORGANIZATION, "/organization/v1/members?limit=50&organization="
                    + any().id()).GET().build();
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
                    statement.setString(1, subtree.from());
                    statement.setString(2, subtree.to());
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
