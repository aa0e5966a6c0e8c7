package io.zhixing.organization.term;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.organization.rule.Rules;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.time.Shanghai;

@ApplicationScoped
public class Terms implements PanacheRepositoryBase<CommitteeTerm, UUID> {

    private static final String POSTPONED_UNTIL = Postponement.until("t", "?");
    /** On a day its organization had it. */
    private static final String HELD = "coalesce(t.held_from, t.elected_on) <= ? and (t.ended_on is null or t.ended_on > ?)";

    private final Rules rules;
    private final Clock clock;
    private final Sql database;

    Terms(Rules rules, Clock clock, Sql database) {
        this.rules = rules;
        this.clock = clock;
        this.database = database;
    }

    /** How long before its end a term is due soon, by the rule of today. */
    TermStanding.Lead lead() {
        return new TermStanding.Lead(rule("TERM_DUE_SOON_MONTHS"));
    }

    private long rule(String code) {
        return rules.inForce(code, "ELECTION", Shanghai.today(clock)).orElseThrow().value();
    }

    Listing<TermView> listing() {
        var lead = lead();
        var today = Shanghai.today(clock);
        return Listing.of(TermView.class, """
                t.id, t.organization_id, t.number, t.elected_on, t.held_from, t.years, t.ends_on, t.deviation_reason,
                t.deviation_source, t.extended_until, t.extension_reason, t.ended_on, t.election_id, t.version""",
                "committee_term t join party_organization o on o.id = t.organization_id",
                row -> view(row, today, lead))
                .scopedBy("o.organization_path")
                .orderedBy("organization", "o.organization_path", "text", "t.number", "integer", "t.id", "uuid")
                .filter("openOn", HELD)
                .filter("dueOn", "t.ends_on > ? and t.ends_on <= (?::date + make_interval(months => " + lead.months()
                        + ")) and " + HELD)
                .filter("overdueOn",
                        "t.ends_on <= ? and coalesce(" + POSTPONED_UNTIL + " < ?, true) and " + HELD)
                .filter("postponedOn", "t.ends_on <= ? and " + POSTPONED_UNTIL + " >= ? and " + HELD)
                .filter("postponedTooLong",
                        "(t.extended_until is not null and t.extended_until > t.ends_on + make_interval(months => "
                                + rule("TERM_POSTPONED_MONTHS") + ")) = ?");
    }

    CommitteeTerm locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The term that runs; locked, so that one election ends it. */
    public Optional<CommitteeTerm> running(UUID organization) {
        return find("organizationId = ?1 and endedOn is null", organization).withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    boolean isRunning(UUID organization) {
        return find("organizationId = ?1 and endedOn is null", organization).firstResultOptional().isPresent();
    }

    /** The last day on which a term of this organization ended; empty when none has. */
    Optional<LocalDate> endedLast(UUID organization) {
        return find("organizationId = ?1 and endedOn is not null order by endedOn desc", organization)
                .firstResultOptional().map(CommitteeTerm::endedOn);
    }

    /** Whether a term ran in this organization on that day or later. */
    boolean ranSince(UUID organization, LocalDate day) {
        return count("organizationId = ?1 and (endedOn is null or endedOn > ?2)", organization, day) > 0;
    }

    /** Writes a term that came by a merger, postponed from the first day on when it was so before. */
    void takeOver(CommitteeTerm term) {
        persistAndFlush(term);
        database.update(
                """
                insert into term_postponement (term_id, version, approved_on, until_day)
                select id, version, held_from, extended_until from committee_term where id = ? and extended_until is not null""",
                term.id());
    }

    /** The number of the newest term; 0 when there is none. */
    int newestNumber(UUID organization) {
        return find("organizationId = ?1 order by number desc", organization).firstResultOptional()
                .map(CommitteeTerm::number).orElse(0);
    }

    private static TermView view(ResultSet row, LocalDate today, TermStanding.Lead lead) throws SQLException {
        var endsOn = row.getObject("ends_on", LocalDate.class);
        var extendedUntil = row.getObject("extended_until", LocalDate.class);
        var endedOn = row.getObject("ended_on", LocalDate.class);
        return new TermView(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class),
                row.getInt("number"), row.getObject("elected_on", LocalDate.class),
                row.getObject("held_from", LocalDate.class), row.getInt("years"), endsOn,
                row.getString("deviation_reason"), row.getString("deviation_source"), extendedUntil,
                row.getString("extension_reason"), endedOn, row.getObject("election_id", UUID.class),
                TermStanding.on(today, lead, endsOn, extendedUntil, endedOn), row.getLong("version"));
    }
}
