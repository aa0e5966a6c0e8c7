package io.zhixing.organization.figures;

import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.figures.Figure;
import io.zhixing.platform.figures.FigureDefinition;
import io.zhixing.platform.figures.FiguresQuery;

/**
 * This service's figures of the campaign report. They are stocks of the last day of the period, counted by an index
 * range over the path: docs/adr/0006.
 */
@ApplicationScoped
public class OrganizationFigures {

    private static final FigureDefinition ORGANIZATIONS = new FigureDefinition("党组织数", "Party organizations",
            "ORGANIZATION",
            FigureDefinition.Tree.ON_DAY, "期末日运行中的基层党委、党总支和党支部；市、县委员会、党工委和党组不计，党小组不计。",
            "Primary committees, general branches and branches active on the last day; city and county committees, working committees and"
                    + " leading groups are not among them, Party groups never.",
            null);
    private static final FigureDefinition MEMBERS = new FigureDefinition("党员数", "Party members on the roll", "MEMBER",
            FigureDefinition.Tree.ON_DAY, "期末日在册的正式党员和预备党员。",
            "Full and probationary members on a roll on the last day.", null);

    private final AgroalDataSource database;

    OrganizationFigures(AgroalDataSource database) {
        this.database = database;
    }

    public List<Figure> of(FiguresQuery query) {
        var organization = "organization=" + query.organization().id();
        var known = query.asOf() == null ? "" : "&asOf=" + query.asOf();
        return List.of(
                Figure.count("ORG_COUNT", ORGANIZATIONS, count(query, """
                        select count(*) from party_organization
                        where organization_path >= ? and organization_path < ? and type in ('PRIMARY_COMMITTEE', 'GENERAL_BRANCH', 'BRANCH')
                          and activated_on <= ? and (dissolved_on is null or dissolved_on > ?)
                          and activation_entered_at < (?::date + 1)::timestamp at time zone 'Asia/Shanghai'"""),
                        "/organization/v1/organizations?" + organization
                                + "&type=PRIMARY_COMMITTEE&type=GENERAL_BRANCH&type=BRANCH&activeOn=" + query.to()
                                + known),
                Figure.count("MEMBER_COUNT", MEMBERS,
                        count(query,
                                """
                        select count(*) from roll_period
                        where organization_path >= ? and organization_path < ? and on_roll_from <= ? and (on_roll_to is null or on_roll_to > ?)
                          and entered_at < (?::date + 1)::timestamp at time zone 'Asia/Shanghai'"""),
                        "/organization/v1/members?" + organization + "&onRollOn=" + query.to() + known));
    }

    private long count(FiguresQuery query, String sql) {
        var range = PathRange.subtree(query.organization().path());
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            statement.setString(1, range.from());
            statement.setString(2, range.to());
            statement.setObject(3, query.to());
            statement.setObject(4, query.to());
            statement.setObject(5, query.knownUntil());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
