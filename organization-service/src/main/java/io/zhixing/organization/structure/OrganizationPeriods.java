package io.zhixing.organization.structure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What organizations were, and where, on any day. Who sees an organization today sees its past. */
@ApplicationScoped
public class OrganizationPeriods {

    static final Listing<OrganizationPeriod> LISTING = Listing
            .of(OrganizationPeriod.class, "p.*", "organization_period p", OrganizationPeriods::read)
            .scopedBy("p.organization_path")
            .orderedBy("tree", "p.path_then", "text", "p.organization_id", "uuid", "p.valid_from", "date")
            .orderedBy("day", "p.valid_from", "date", "p.organization_id", "uuid")
            .filter("of", "p.organization_id = ?")
            .filter("within", "p.path_then >= ? and p.path_then < rtrim(?, '/') || '0'")
            .filter("places", "p.path_then = any (?)")
            .filter("parent", "p.parent_id = ?")
            .filter("type", "p.type = any (?)")
            .filter("county", "left(p.area_code, 6) = ?")
            .filter("sector", "p.sector = any (?)")
            .filter("withoutSector", "(p.sector is null) = ?")
            .filter("state", "p.state = any (?)")
            .filter("on", "p.valid_from <= ? and (p.valid_to is null or p.valid_to > ?)")
            .filter("begunOn", "p.valid_from <= ?")
            .filter("notEnded", """
                    p.valid_to is null or p.valid_to > split_part(?, '/', 1)::date
                    or p.end_known_at >= (split_part(?, '/', 2)::date + 1)::timestamp at time zone 'Asia/Shanghai'""")
            .filter("asOf", "p.state_known_at < (?::date + 1)::timestamp at time zone 'Asia/Shanghai'");

    private static final LocalDate ALL_KNOWN = LocalDate.of(9999, 12, 31);

    private final Sql database;

    OrganizationPeriods(Sql database) {
        this.database = database;
    }

    @Schema(name = "OrganizationPeriod", description = "某一时段的党组织 An organization as it was from a day on", examples = """
            {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","code":"001002003","name":"示例支部委员会","type":"BRANCH","kind":"STANDARD",
             "areaCode":"441202001","parentId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","state":"ACTIVE","from":"2012-01-04","to":"2016-03-01",
             "history":"/organization/v1/organizations/01912d68-783e-7a0f-8000-0f54b3b0a4d2/changes"}""")
    record OrganizationPeriod(
            @Schema(description = "标识 Id", required = true) UUID id,
            @Schema(description = "编码 Code then", required = true) String code,
            @Schema(description = "名称 Name then", required = true) String name,
            @Schema(description = "类型 Type then", required = true) OrganizationType type,
            @Schema(description = "支部类别 Kind then") BranchKind kind,
            @Schema(description = "领域 Sector then") Sector sector,
            @Schema(description = "区划 Division then", required = true) String areaCode,
            @Schema(description = "上级 Superior then") UUID parentId,
            @Schema(description = "状态 State then", required = true) OrganizationState state,
            @Schema(description = "起始日 First day", required = true) LocalDate from,
            @Schema(description = "截止日 First day on which it was so no longer; none while it is so") LocalDate to,
            @Schema(description = "其全部变动 All its changes, each with reason and document", required = true) String history) {}

    /** Its path key on that day by the tree of that day; empty before it was set up, or when the caller does not see it. */
    public Optional<String> pathOn(UUID organization, LocalDate day) {
        return pathOn(organization, day, ALL_KNOWN);
    }

    /** The same as far as was known by the end of another day: one whose merger was entered later stood in its own place still. */
    public Optional<String> pathOn(UUID organization, LocalDate day, LocalDate known) {
        return database.first("""
                select path_then from organization_period
                where organization_id = ? and valid_from <= ? and (valid_to is null or valid_to > ?
                  or end_known_at >= (?::date + 1)::timestamp at time zone 'Asia/Shanghai')
                order by valid_from limit 1""", row -> row.getString(1), organization, day, day, known);
    }

    /** What stands against a day as known on another: periods that had ended by the one, as far as the other knew of it. */
    static String notEnded(LocalDate day, String asOf) {
        return day + "/" + asOf;
    }

    private static OrganizationPeriod read(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        var sector = row.getString("sector");
        var id = row.getObject("organization_id", UUID.class);
        return new OrganizationPeriod(id, row.getString("code"),
                row.getString("name"), OrganizationType.valueOf(row.getString("type")),
                kind == null ? null : BranchKind.valueOf(kind), sector == null ? null : Sector.valueOf(sector),
                row.getString("area_code"), row.getObject("parent_id", UUID.class),
                OrganizationState.valueOf(row.getString("state")), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class), "/organization/v1/organizations/" + id + "/changes");
    }
}
