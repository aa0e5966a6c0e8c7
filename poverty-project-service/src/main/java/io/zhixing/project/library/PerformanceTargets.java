package io.zhixing.project.library;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.time.Ids;

/** What projects are to reach, and reached. */
@Singleton
public class PerformanceTargets {

    private static final String FROM = "performance_target t";

    private static final Listing<TargetView> COLUMNS = Listing.of(TargetView.class,
            "t.id, t.project_id, t.kind, t.indicator, t.unit, t.target_value, t.actual_value", FROM,
            PerformanceTargets::read);

    /** By the projects' territory. */
    static final Listing<TargetView> LISTING = by("t.organization_path");

    /** By the organization that assists in the projects (结对帮扶). */
    static final Listing<TargetView> ASSISTED = by("t.assisting_path");

    private final Sql database;

    PerformanceTargets(Sql database) {
        this.database = database;
    }

    private static Listing<TargetView> by(String path) {
        return COLUMNS.from(FROM).scopedBy(path)
                .orderedBy("organization", path, "text", "t.id", "uuid")
                .filter("project", "t.project_id = ?");
    }

    /** One target; {@code value} is a decimal, never money. */
    public record Target(TargetKind kind, String indicator, String unit, BigDecimal value) {}

    /** The actual value of the target with this kind and indicator. */
    public record Actual(TargetKind kind, String indicator, BigDecimal value) {}

    void add(ServiceProject project, List<Target> targets) {
        if (targets.isEmpty()) {
            return;
        }
        database.update("""
                insert into performance_target (project_id, organization_path, assisting_path, id, kind, indicator, unit, target_value)
                select ?, ?, ?, t.* from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::numeric[]) as t""",
                project.id(), project.path(), project.assistingPath(),
                Batch.of(targets).column("uuid", one -> Ids.next()).column("text", one -> one.kind().name())
                        .column("text", Target::indicator).column("text", Target::unit)
                        .column("numeric", Target::value));
    }

    /** How many targets of the project took their actual value. */
    int reach(ServiceProject project, List<Actual> actuals) {
        return database.update("""
                update performance_target t set actual_value = a.value
                from unnest(?::text[], ?::text[], ?::numeric[]) as a (kind, indicator, value)
                where t.project_id = ? and t.kind = a.kind and t.indicator = a.indicator""",
                Batch.of(actuals).column("text", one -> one.kind().name()).column("text", Actual::indicator)
                        .column("numeric", Actual::value),
                project.id());
    }

    boolean isAnyWithoutValue(ServiceProject project) {
        return database.one(
                "select exists (select from performance_target where project_id = ? and actual_value is null)",
                row -> row.getBoolean(1), project.id());
    }

    private static TargetView read(ResultSet row) throws SQLException {
        var actual = row.getBigDecimal("actual_value");
        return new TargetView(row.getObject("id", UUID.class), row.getObject("project_id", UUID.class),
                TargetKind.valueOf(row.getString("kind")), row.getString("indicator"), row.getString("unit"),
                row.getBigDecimal("target_value").stripTrailingZeros().toPlainString(),
                actual == null ? null : actual.stripTrailingZeros().toPlainString());
    }
}
