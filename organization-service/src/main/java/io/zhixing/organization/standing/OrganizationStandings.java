package io.zhixing.organization.standing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.sql.Sql;

/** What came back of an organization, in one statement; what is seen of it follows the organization. */
@ApplicationScoped
class OrganizationStandings {

    private final Sql database;

    OrganizationStandings(Sql database) {
        this.database = database;
    }

    /** A mistake is a new round that supersedes: the newest confirmed one holds (domain.md 4.1). */
    OrganizationStanding of(UUID organization) {
        return database.one("""
                select (select count(*) from correction_period_ref c join party_member m on m.id = c.member_id
                        where m.organization_path = p.organization_path and m.organization_id = o.id and c.state = 'OPEN') as under_correction,
                  a.year, a.as_of, a.changed_on as confirmed_on, a.roll, a.eligible, a.took_part, a.graded, a.excellent, a.qualified,
                  a.basically_qualified, a.unqualified, c.year as case_year, c.category, c.state, c.changed_on
                from (select ?::uuid as id) o left join party_organization p on p.id = o.id
                left join lateral (select * from appraisal_round_ref r where r.organization_id = o.id and r.state = 'CONFIRMED'
                  order by r.year desc, r.changed_on desc, r.id desc limit 1) a on true
                left join lateral (select * from rectification_ref r where r.organization_id = o.id
                  order by r.changed_on desc, r.id desc limit 1) c on true""",
                row -> new OrganizationStanding(organization, row.getLong("under_correction"), appraisal(row),
                        rectification(row)),
                organization);
    }

    private static OrganizationStanding.Appraisal appraisal(ResultSet row) throws SQLException {
        return row.getObject("as_of") == null
                ? null
                : new OrganizationStanding.Appraisal(row.getInt("year"), row.getObject("as_of", LocalDate.class),
                        row.getObject("confirmed_on", LocalDate.class), row.getInt("roll"), number(row, "eligible"),
                        number(row, "took_part"), number(row, "graded"), number(row, "excellent"),
                        number(row, "qualified"), number(row, "basically_qualified"), number(row, "unqualified"));
    }

    private static OrganizationStanding.Rectification rectification(ResultSet row) throws SQLException {
        return row.getString("state") == null
                ? null
                : new OrganizationStanding.Rectification(number(row, "case_year"), row.getString("category"),
                        row.getString("state"), row.getObject("changed_on", LocalDate.class));
    }

    private static Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
