package io.zhixing.organization.figures;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.structure.OrganizationPeriods;
import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.figures.Figure;
import io.zhixing.platform.figures.FigureDefinition;
import io.zhixing.platform.figures.FiguresQuery;
import io.zhixing.platform.sql.Sql;

/** The number of organizations at work on the last day, by that day's tree: one index range over the periods. */
@ApplicationScoped
class OrganizationStock {

    private static final FigureDefinition ORGANIZATIONS = new FigureDefinition("党组织数", "Party organizations",
            "ORGANIZATION", FigureDefinition.Tree.ON_DAY,
            "期末日运行中的基层党委、党总支和党支部，按当日的组织树；市、县委员会、党工委和党组不计，党小组不计。",
            "Primary committees, general branches and branches active on the last day, by the tree of that day; city and county committees,"
                    + " working committees and leading groups are not among them, Party groups never.",
            null);
    private static final String TYPES = "type=PRIMARY_COMMITTEE&type=GENERAL_BRANCH&type=BRANCH";

    private final OrganizationPeriods periods;
    private final Sql database;

    OrganizationStock(OrganizationPeriods periods, Sql database) {
        this.periods = periods;
        this.database = database;
    }

    Figure figure(FiguresQuery query) {
        var id = query.organization().id();
        var known = query.asOf() == null ? "" : "&asOf=" + query.asOf();
        var then = periods.pathOn(id, query.to(), query.knownUntil());
        // Before it was set up there was no tree of its own to show; today's shows that none was at work.
        return then.isPresent()
                ? Figure.count("ORG_COUNT", ORGANIZATIONS, count(query, PathRange.subtree(then.get())),
                        "/organization/v1/organizations/" + id + "/subtree?state=ACTIVE&" + TYPES + "&on=" + query.to()
                                + known)
                : Figure.count("ORG_COUNT", ORGANIZATIONS, 0, "/organization/v1/organizations?organization=" + id + "&"
                        + TYPES + "&activeOn=" + query.to() + known);
    }

    private long count(FiguresQuery query, PathRange range) {
        return database.one("""
                select count(*) from organization_period
                where path_then >= ? and path_then < ? and type in ('PRIMARY_COMMITTEE', 'GENERAL_BRANCH', 'BRANCH') and state = 'ACTIVE'
                  and valid_from <= ? and (valid_to is null or valid_to > ?
                    or end_known_at >= (?::date + 1)::timestamp at time zone 'Asia/Shanghai')
                  and state_known_at < (?::date + 1)::timestamp at time zone 'Asia/Shanghai'""", row -> row.getLong(1),
                range.from(), range.to(), query.to(), query.to(), query.knownUntil(), query.knownUntil());
    }
}
