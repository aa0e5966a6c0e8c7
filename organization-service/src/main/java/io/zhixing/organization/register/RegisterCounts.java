package io.zhixing.organization.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.contract.Label;
import io.zhixing.platform.sql.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the register holds today, from counts that the database keeps: docs/adr/0015. */
@ApplicationScoped
class RegisterCounts {

    private final Sql database;

    RegisterCounts(Sql database) {
        this.database = database;
    }

    @Schema(description = "分组依据 What counts are told apart by")
    enum Grouping {
        @Label(zh = "县级区划", en = "County of the area code")
        COUNTY,
        @Label(zh = "领域", en = "Sector")
        SECTOR,
        @Label(zh = "类型", en = "Type")
        TYPE
    }

    @Schema(name = "RegisterCount", description = "一组数目 Counts of one group")
    record Count(
            @Schema(description = "县级区划代码 County, first six digits of the area code") String county,
            @Schema(description = "领域，没有时不填 Sector; absent for organizations without one") Sector sector,
            @Schema(description = "类型 Type") OrganizationType type,
            @Schema(description = "运行中的党组织数 Active organizations", required = true, minimum = "0") long organizations,
            @Schema(description = "在册党员数 Members on the roll", required = true, minimum = "0") long members,
            @Schema(description = "其中正式党员数 Full members among them", required = true, minimum = "0") long fullMembers) {}

    @Schema(name = "RegisterCounts", description = "党组织和党员的数目 Counts of organizations and members below an organization", examples = """
            {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","groups":[
             {"county":"441202","sector":"RURAL","type":"BRANCH","organizations":12,"members":240,"fullMembers":232}]}""")
    record Counts(
            @Schema(description = "党组织 Organization whose subtree is counted", required = true) UUID organizationId,
            @Schema(description = "各组 The groups", required = true) List<Count> groups) {}

    /** One read by key of what is folded, and of the few rows that are not yet. A call asks nothing behind it. */
    Counts below(Access.Located organization, Set<Grouping> by) {
        var range = PathRange.subtree(organization.path());
        return new Counts(organization.id(), database.lastly().list("""
                select case when ? then county end, case when ? then sector end, case when ? then type end,
                       sum(organizations), sum(members), sum(full_members)
                from (select county, sector, type, organizations, members, full_members from register_tally where organization_id = ?
                      union all
                      select county, sector, type, organizations, members, full_members from register_delta
                      where organization_path >= ? and organization_path < ?) counted
                group by 1, 2, 3 having sum(organizations) <> 0 or sum(members) <> 0 order by 1, 2, 3""",
                RegisterCounts::count, by.contains(Grouping.COUNTY), by.contains(Grouping.SECTOR),
                by.contains(Grouping.TYPE), organization.id(), range.from(), range.to()));
    }

    private static Count count(ResultSet row) throws SQLException {
        var sector = row.getString(2);
        var type = row.getString(3);
        return new Count(row.getString(1), sector == null || sector.equals("-") ? null : Sector.valueOf(sector),
                type == null ? null : OrganizationType.valueOf(type), row.getLong(4), row.getLong(5), row.getLong(6));
    }

    static Set<Grouping> all() {
        return EnumSet.allOf(Grouping.class);
    }
}
