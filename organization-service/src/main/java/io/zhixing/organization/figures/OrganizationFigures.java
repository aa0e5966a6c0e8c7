package io.zhixing.organization.figures;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.figures.Figure;
import io.zhixing.platform.figures.FigureDefinition;
import io.zhixing.platform.figures.FiguresQuery;
import io.zhixing.platform.sql.Sql;

/**
 * This service's figures of the campaign report. Organizations and members are stocks of the last day of the period, counted
 * by an index range over the path: organizations by the tree of that day, members by today's (docs/adr/0006).
 */
@ApplicationScoped
public class OrganizationFigures {

    private static final FigureDefinition MEMBERS = new FigureDefinition("党员数", "Party members on the roll", "MEMBER",
            FigureDefinition.Tree.TODAY, "期末日在册的正式党员和预备党员。",
            "Full and probationary members on a roll on the last day.", null);

    private final OrganizationStock stock;
    private final CampaignFigures campaigns;
    private final Sql database;

    OrganizationFigures(OrganizationStock stock, CampaignFigures campaigns, Sql database) {
        this.stock = stock;
        this.campaigns = campaigns;
        this.database = database;
    }

    public List<Figure> of(FiguresQuery query) {
        var organization = "organization=" + query.organization().id();
        var known = query.asOf() == null ? "" : "&asOf=" + query.asOf();
        return Stream.concat(Stream.of(
                stock.figure(query),
                Figure.count("MEMBER_COUNT", MEMBERS, members(query),
                        "/organization/v1/roll-periods?" + organization + "&onRollOn=" + query.to() + known)),
                campaigns.of(query).stream()).toList();
    }

    private long members(FiguresQuery query) {
        var range = PathRange.subtree(query.organization().path());
        return database.one("""
                select count(*) from roll_period
                where organization_path >= ? and organization_path < ? and on_roll_from <= ?
                  and (on_roll_to is null or on_roll_to > ?
                    or end_entered_at >= (?::date + 1)::timestamp at time zone 'Asia/Shanghai')
                  and entered_at < (?::date + 1)::timestamp at time zone 'Asia/Shanghai'""", row -> row.getLong(1),
                range.from(), range.to(), query.to(), query.to(), query.knownUntil(), query.knownUntil());
    }
}
