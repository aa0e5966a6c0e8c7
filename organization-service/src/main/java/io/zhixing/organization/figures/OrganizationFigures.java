package io.zhixing.organization.figures;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.figures.Figure;
import io.zhixing.platform.figures.FigureDefinition;
import io.zhixing.platform.figures.FiguresQuery;

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
    private final AgroalDataSource database;

    OrganizationFigures(OrganizationStock stock, CampaignFigures campaigns, AgroalDataSource database) {
        this.stock = stock;
        this.campaigns = campaigns;
        this.database = database;
    }

    public List<Figure> of(FiguresQuery query) {
        var organization = "organization=" + query.organization().id();
        var known = query.asOf() == null ? "" : "&asOf=" + query.asOf();
        return Stream.concat(Stream.of(
                stock.figure(query),
                Figure.count("MEMBER_COUNT", MEMBERS,
                        count(query,
                                """
                        select count(*) from roll_period
                        where organization_path >= ? and organization_path < ? and on_roll_from <= ?
                          and (on_roll_to is null or on_roll_to > ?
                            or end_entered_at >= (?::date + 1)::timestamp at time zone 'Asia/Shanghai')
                          and entered_at < (?::date + 1)::timestamp at time zone 'Asia/Shanghai'""",
                                query.to(), query.to(), query.knownUntil(), query.knownUntil()),
                        "/organization/v1/roll-periods?" + organization + "&onRollOn=" + query.to() + known)),
                campaigns.of(query).stream()).toList();
    }

    private long count(FiguresQuery query, String sql, LocalDate... days) {
        var range = PathRange.subtree(query.organization().path());
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            statement.setString(1, range.from());
            statement.setString(2, range.to());
            for (int i = 0; i < days.length; i++) {
                statement.setObject(3 + i, days[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
