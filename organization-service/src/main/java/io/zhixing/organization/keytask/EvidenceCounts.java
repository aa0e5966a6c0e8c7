package io.zhixing.organization.keytask;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.campaign.Campaign;
import io.zhixing.organization.term.Postponement;
import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;

/** Counts, over an organization and all below it, what shows on a day that a key task is done. */
@ApplicationScoped
class EvidenceCounts {

    /** Of the branches those whose sheet, of a screening that began in the campaign's days, was reviewed by the day. */
    private static final String SCREENING = """
            select count(*) filter (where exists (
                     select from screening_sheet s join screening r on r.id = s.screening_id
                     where s.organization_id = o.id and s.state = 'REVIEWED' and s.stepped_on <= a.on_day
                       and r.from_day between a.campaign_from and a.campaign_to)),
                   count(*)
            from party_organization o
            where o.organization_path >= a.path_from and o.organization_path < a.path_to and o.type = 'BRANCH'
              and o.state in ('PREPARING', 'ACTIVE') and o.established_on <= a.on_day""";

    /** Of the terms that ran on the day those not overdue: not ended yet, or postponed with an approval of that day or before. */
    private static final String ELECTIONS = """
            select count(*) filter (where t.ends_on > a.on_day or %s >= a.on_day), count(*)
            from committee_term t join party_organization o on o.id = t.organization_id
            where o.organization_path >= a.path_from and o.organization_path < a.path_to and o.state in ('PREPARING', 'ACTIVE')
              and coalesce(t.held_from, t.elected_on) <= a.on_day and (t.ended_on is null or t.ended_on > a.on_day)"""
            .formatted(Postponement.until("t", "a.on_day"));

    /** Of the members on the rolls of branches that had closed a month by the day those who were in no arrears. */
    private static final String DUES = """
            select d.in_no_arrears, d.on_roll from dues_evidence(a.path_from, a.path_to, a.on_day) d""";

    private static final Map<EvidenceKind, String> BY_KIND = Map.of(EvidenceKind.SCREENING, SCREENING,
            EvidenceKind.ELECTIONS, ELECTIONS, EvidenceKind.DUES, DUES);
    /** The days and the range of paths for which each is counted stand in {@code a}. */
    private static final String EACH = """
            select a.place, e.numerator, e.denominator
            from unnest(?::integer[], ?::date[], ?::date[], ?::date[], ?::text[], ?::text[])
              as a (place, on_day, campaign_from, campaign_to, path_from, path_to)
            cross join lateral (%s) as e (numerator, denominator)""";

    private final Sql database;

    EvidenceCounts(Sql database) {
        this.database = database;
    }

    record Counted(long numerator, long denominator) {}

    /**
     * What is asked for.
     *
     * @param path of the organization, whose subtree counts
     */
    record Asked(EvidenceKind kind, Campaign campaign, String path, LocalDate on) {}

    /** Null when the evidence is stated in words. */
    Counted of(Asked asked) {
        return ofEach(List.of(asked)).get(0);
    }

    /** The same for each, in order, by one statement a kind. */
    List<Counted> ofEach(List<Asked> asked) {
        var counted = new Counted[asked.size()];
        BY_KIND.forEach((kind, sql) -> count(sql,
                IntStream.range(0, counted.length).filter(i -> asked.get(i).kind() == kind).boxed().toList(), asked,
                counted));
        return Arrays.asList(counted);
    }

    private void count(String sql, List<Integer> places, List<Asked> asked, Counted[] counted) {
        if (places.isEmpty()) {
            return;
        }
        database.map(EACH.formatted(sql), row -> row.getInt(1), row -> new Counted(row.getLong(2), row.getLong(3)),
                Batch.of(places).column("integer", place -> place).column("date", place -> asked.get(place).on())
                        .column("date", place -> asked.get(place).campaign().fromDay())
                        .column("date", place -> asked.get(place).campaign().toDay())
                        .column("text", place -> PathRange.subtree(asked.get(place).path()).from())
                        .column("text", place -> PathRange.subtree(asked.get(place).path()).to()))
                .forEach((place, found) -> counted[place] = found);
    }
}
