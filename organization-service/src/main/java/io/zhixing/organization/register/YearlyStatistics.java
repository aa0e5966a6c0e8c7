package io.zhixing.organization.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.sql.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The yearly table of the register by county and sector. Stocks hold on the last day, by that day's tree, areas and
 * sectors; what happened in the year is counted where it stands today.
 */
@ApplicationScoped
class YearlyStatistics {

    private final Sql database;

    YearlyStatistics(Sql database) {
        this.database = database;
    }

    @Schema(name = "YearlyRow", description = "一个县级区划一个领域 One county and sector")
    record Row(
            @Schema(description = "县级区划代码 County, first six digits of the area code", required = true) String county,
            @Schema(description = "领域，没有时不填 Sector; absent for organizations without one") Sector sector,
            @Schema(description = "基层党委数 Primary committees at work on the last day", required = true, minimum = "0") long primaryCommittees,
            @Schema(description = "党总支数 General branches", required = true, minimum = "0") long generalBranches,
            @Schema(description = "党支部数 Branches", required = true, minimum = "0") long branches,
            @Schema(description = "在册党员数 Members on the roll on the last day", required = true, minimum = "0") long members,
            @Schema(description = "其中正式党员数 Full members among them", required = true, minimum = "0") long fullMembers,
            @Schema(description = "其中本年入党数 Those among them who joined in the year", required = true, minimum = "0") long joined,
            @Schema(description = "本年启用组织数 Organizations that took up work in the year", required = true, minimum = "0") long begun,
            @Schema(description = "本年撤销、合并组织数 Organizations dissolved or merged in the year", required = true, minimum = "0") long ended,
            @Schema(description = "组织明细，每个组织的变动与文号见其changes The organizations counted; each one's changes give reason and document", required = true) String organizations,
            @Schema(description = "各数字的明细 The records behind each figure", required = true) YearlyRecords records) {}

    @Schema(name = "YearlyStatistics", description = "年度统计表 The yearly table", examples = """
            {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","on":"2016-12-31","rows":[
             {"county":"441202","sector":"RURAL","primaryCommittees":4,"generalBranches":6,"branches":80,"members":1630,"fullMembers":1588,
              "joined":42,"begun":1,"ended":0,
              "organizations":"/organization/v1/organizations/01912d68-783e-7a0f-8000-0f54b3b0a4d3/subtree?on=2016-12-31&state=ACTIVE&county=441202&sector=RURAL",
              "records":{"primaryCommittees":"/organization/v1/organizations/01912d68-783e-7a0f-8000-0f54b3b0a4d3/subtree?on=2016-12-31&state=ACTIVE&county=441202&sector=RURAL&type=PRIMARY_COMMITTEE",
               "generalBranches":"/organization/v1/organizations/01912d68-783e-7a0f-8000-0f54b3b0a4d3/subtree?on=2016-12-31&state=ACTIVE&county=441202&sector=RURAL&type=GENERAL_BRANCH",
               "branches":"/organization/v1/organizations/01912d68-783e-7a0f-8000-0f54b3b0a4d3/subtree?on=2016-12-31&state=ACTIVE&county=441202&sector=RURAL&type=BRANCH",
               "members":"/organization/v1/organizations/01912d68-783e-7a0f-8000-0f54b3b0a4d3/roll?on=2016-12-31&county=441202&sector=RURAL",
               "fullMembers":"/organization/v1/organizations/01912d68-783e-7a0f-8000-0f54b3b0a4d3/roll?on=2016-12-31&county=441202&sector=RURAL&fullBy=2016-12-31",
               "joined":"/organization/v1/organizations/01912d68-783e-7a0f-8000-0f54b3b0a4d3/roll?on=2016-12-31&county=441202&sector=RURAL&joinedFrom=2016-01-01&joinedTo=2016-12-31",
               "begun":"/organization/v1/organization-turns?organization=01912d68-783e-7a0f-8000-0f54b3b0a4d3&from=2016-01-01&to=2016-12-31&county=441202&sector=RURAL&turn=BEGUN",
               "ended":"/organization/v1/organization-turns?organization=01912d68-783e-7a0f-8000-0f54b3b0a4d3&from=2016-01-01&to=2016-12-31&county=441202&sector=RURAL&turn=ENDED"}}]}""")
    record Table(
            @Schema(description = "党组织 Organization whose subtree is counted", required = true) UUID organizationId,
            @Schema(description = "期末日 Last day of the year", required = true) LocalDate on,
            @Schema(description = "各行 The rows, by county and sector", required = true) List<Row> rows) {}

    /** @param pathThen path key on the last day; @param path path key of today */
    Table of(UUID organization, String pathThen, String path, int year) {
        var last = LocalDate.of(year, 12, 31);
        var then = PathRange.subtree(pathThen);
        var now = PathRange.subtree(path);
        var first = LocalDate.of(year, 1, 1);
        return new Table(organization, last,
                database.list("""
                with standing as (
                  select *, left(area_code, 6) as county, coalesce(sector, '-') as of_sector from organization_period
                  where path_then >= ? and path_then < ? and valid_from <= ? and (valid_to is null or valid_to > ?)),
                counted as (
                  select county, of_sector, count(*) filter (where type = 'PRIMARY_COMMITTEE') as committees,
                         count(*) filter (where type = 'GENERAL_BRANCH') as general, count(*) filter (where type = 'BRANCH') as branches,
                         0 as members, 0 as full_members, 0 as joined, 0 as begun, 0 as ended
                  from standing where state = 'ACTIVE' and type in ('PRIMARY_COMMITTEE', 'GENERAL_BRANCH', 'BRANCH') group by 1, 2
                  union all
                  select s.county, s.of_sector, 0, 0, 0, count(*), count(*) filter (where m.member_type = 'FULL' and m.full_since <= ?),
                         count(*) filter (where m.joined_on >= ? and m.joined_on <= ?), 0, 0
                  from standing s join roll_period r on r.organization_path = s.organization_path and r.organization_id = s.organization_id
                  join party_member m on m.id = r.member_id
                  where r.on_roll_from <= ? and (r.on_roll_to is null or r.on_roll_to > ?) group by 1, 2
                  union all
                  select left(o.area_code, 6), coalesce(o.sector, '-'), 0, 0, 0, 0, 0, 0, count(*) filter (where h.step = 'activate'),
                         count(*) filter (where h.step in ('dissolve', 'merge'))
                  from step_history h join party_organization o on o.id = h.resource_id
                  where h.resource_type = 'organization' and h.to_state in ('ACTIVE', 'DISSOLVED', 'MERGED')
                    and h.organization_path >= ? and h.organization_path < ? and h.taken_on >= ? and h.taken_on <= ?
                    and h.step in ('activate', 'dissolve', 'merge') group by 1, 2)
                select county, of_sector, sum(committees), sum(general), sum(branches), sum(members), sum(full_members), sum(joined),
                       sum(begun), sum(ended) from counted group by 1, 2 order by 1, 2""",
                        row -> counted(organization, last, row), then.from(), then.to(), last, last, last, first, last,
                        last, last, now.from(), now.to(), first, last));
    }

    private static Row counted(UUID organization, LocalDate last, ResultSet found) throws SQLException {
        var county = found.getString(1);
        var sector = found.getString(2).equals("-") ? null : Sector.valueOf(found.getString(2));
        return new Row(county, sector, found.getLong(3), found.getLong(4), found.getLong(5), found.getLong(6),
                found.getLong(7), found.getLong(8), found.getLong(9), found.getLong(10),
                records(organization, last, county, sector), YearlyRecords.of(organization, last, county, sector));
    }

    private static String records(UUID organization, LocalDate on, String county, Sector sector) {
        return "/organization/v1/organizations/" + organization + "/subtree?on=" + on
                + "&state=ACTIVE&type=PRIMARY_COMMITTEE&type=GENERAL_BRANCH&type=BRANCH&county=" + county
                + (sector == null ? "&withoutSector=true" : "&sector=" + sector);
    }
}
