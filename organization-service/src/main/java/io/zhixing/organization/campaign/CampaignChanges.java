package io.zhixing.organization.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.campaign.CampaignAction.ActionKind;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

/** What key tasks and actions said before, from when on they say something else, why, and by whom. */
@RequestScoped
public class CampaignChanges {

    /** Seen above and below the owner, as what has changed: row-level security scopes it. */
    public static final Listing<CampaignChange> LISTING = Listing
            .of(CampaignChange.class, """
                    h.version, h.changed_on, h.reason, h.title_before, h.title, h.deadline_before, h.deadline, h.kind_before, h.kind,
                    h.entered_by, h.entered_at""", "campaign_change h", CampaignChanges::read)
            .orderedBy("version", "h.version", "bigint")
            .filter("resourceType", "h.resource_type = ?")
            .filter("resource", "h.resource_id = ?");

    private final Sql database;
    private final Caller caller;

    CampaignChanges(Sql database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** @param on business day from which on it holds */
    public record Why(LocalDate on, String reason) {}

    /** @param version after the change */
    public record Of(String resourceType, UUID resource, long version, String path) {}

    /** What can change, each null where it is not there. */
    public record Said(String title, LocalDate deadline, ActionKind kind) {}

    /** Needs the transaction of the change; {@code CORRECTION_CHANGES_NOTHING} where both say the same. */
    public void keep(Of of, Why why, Said before, Said after) {
        if (after.equals(before)) {
            throw OrganizationProblems.CORRECTION_CHANGES_NOTHING.about();
        }
        boolean titled = !before.title().equals(after.title());
        boolean dated = !Objects.equals(before.deadline(), after.deadline());
        boolean kinded = before.kind() != after.kind();
        database.update(
                """
                insert into campaign_change (resource_type, resource_id, version, organization_path, changed_on, reason, title_before, title,
                  deadline_before, deadline, kind_before, kind, entered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                of.resourceType(), of.resource(), of.version(), of.path(), why.on(), why.reason(),
                titled ? before.title() : null, titled ? after.title() : null, dated ? before.deadline() : null,
                dated ? after.deadline() : null, kinded ? before.kind() : null, kinded ? after.kind() : null,
                caller.name());
    }

    private static CampaignChange read(ResultSet row) throws SQLException {
        return new CampaignChange(row.getLong("version"), row.getObject("changed_on", LocalDate.class),
                row.getString("reason"), row.getString("title_before"), row.getString("title"),
                row.getObject("deadline_before", LocalDate.class), row.getObject("deadline", LocalDate.class),
                kind(row.getString("kind_before")), kind(row.getString("kind")), row.getString("entered_by"),
                row.getTimestamp("entered_at").toInstant());
    }

    private static ActionKind kind(String constant) {
        return constant == null ? null : ActionKind.valueOf(constant);
    }
}
