package io.zhixing.organization.register;

import java.time.LocalDate;
import java.util.UUID;

import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.Sector;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Of each figure of a row of the yearly table the list that has exactly as many rows; each row of these names its history, and
 * the history of an organization the document of each change.
 */
@Schema(name = "YearlyRecords", description = "各数字的明细，行数即该数字；明细每行附其历史 Of each figure the list that has as many rows; each row of it links its history")
record YearlyRecords(
        @Schema(description = "基层党委 Primary committees", required = true) String primaryCommittees,
        @Schema(description = "党总支 General branches", required = true) String generalBranches,
        @Schema(description = "党支部 Branches", required = true) String branches,
        @Schema(description = "在册党员 Members on the roll", required = true) String members,
        @Schema(description = "正式党员 Full members among them", required = true) String fullMembers,
        @Schema(description = "本年入党 Who joined in the year", required = true) String joined,
        @Schema(description = "本年启用 Organizations that took up work", required = true) String begun,
        @Schema(description = "本年撤销、合并 Organizations dissolved or merged", required = true) String ended) {

    private static final String ORGANIZATIONS = "/organization/v1/organizations/";

    /** @param sector null for the row of those without one */
    static YearlyRecords of(UUID organization, LocalDate last, String county, Sector sector) {
        var where = "&county=" + county + (sector == null ? "&withoutSector=true" : "&sector=" + sector);
        var tree = ORGANIZATIONS + organization + "/subtree?on=" + last + "&state=ACTIVE" + where + "&type=";
        var roll = ORGANIZATIONS + organization + "/roll?on=" + last + where;
        var turns = "/organization/v1/organization-turns?organization=" + organization + "&from="
                + last.withDayOfYear(1) + "&to=" + last + where + "&turn=";
        return new YearlyRecords(tree + OrganizationType.PRIMARY_COMMITTEE, tree + OrganizationType.GENERAL_BRANCH,
                tree + OrganizationType.BRANCH, roll, roll + "&fullBy=" + last,
                roll + "&joinedFrom=" + last.withDayOfYear(1) + "&joinedTo=" + last,
                turns + OrganizationTurns.Turn.BEGUN, turns + OrganizationTurns.Turn.ENDED);
    }
}
