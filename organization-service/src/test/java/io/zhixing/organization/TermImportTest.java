package io.zhixing.organization;

import static io.zhixing.organization.Register.TERMS;
import static io.zhixing.organization.Row.csv;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TermImportTest {

    private static final String HEADER = "组织编码,组织名称,届次,当选日期,年限,结束日期,年限不一致的原因";

    private Register.Organization committee;
    private Register.Organization branch;

    @BeforeEach
    void settle() {
        committee = Register.committee();
        branch = Register.below(committee, "BRANCH");
    }

    @Test
    void terms_follow_each_other_in_one_file_and_a_second_import_changes_nothing() {
        // Given
        var file = csv(HEADER, branch.code() + ",示例,1,2011-03-01,3,2014-03-01,", branch.code() + ",示例,2,2014-03-01,3,,",
                committee.code() + ",示例,1,2013-05-01,4,,");
        // When
        var job = Imports.of("committee-terms").ended(file);
        var stored = Stored.below(committee);
        var again = Imports.of("committee-terms").ended(file);
        // Then
        assertEquals(List.of("CREATED", "CREATED", "CREATED"), Imports.of("committee-terms").results(job));
        assertEquals(List.of("UNCHANGED", "UNCHANGED", "UNCHANGED"), Imports.of("committee-terms").results(again));
        assertEquals(stored, Stored.below(committee));
        List<String> ids = Imports.of("committee-terms").page(job).path("items.resourceId");
        assertEquals(List.of("committee-term-changed.v1"),
                OutboxProbe.eventsOf(ids.get(1)).stream().map(event -> event.name()).toList());
        Register.get(Register.officer(), TERMS + "?openOn=2016-01-01&organization=" + committee.code()).then()
                .body("items.number", is(List.of(1, 2)));
    }

    @Test
    void each_refused_term_has_the_code_of_the_single_call_and_writes_nothing() {
        // Given
        var other = Register.below(committee, "BRANCH");
        Imports.of("committee-terms").ended(csv(HEADER, branch.code() + ",示例,2,2014-03-01,3,,")).then()
                .body("created", is(1));
        var before = Stored.below(committee);
        var rows = List.of(term(branch, 2, "2014-03-02", "3", "", ""), term(branch, 3, "2017-03-01", "3", "", ""),
                term(branch, 1, "2012-03-01", "3", "2014-03-02", ""), term(other, 1, "2010-06-30", "3", "", ""),
                term(other, 1, "2999-01-01", "3", "", ""), term(other, 1, "2014-03-01", "5", "", ""),
                term(other, 1, "2014-03-01", "3", "2014-03-01", ""));
        // When
        var results = rows.stream().map(row -> Imports.of("committee-terms")
                .results(Imports.of("committee-terms").ended(csv(HEADER, row.row()))).get(0)).toList();
        var dry = rows.stream().map(row -> Imports.of("committee-terms")
                .results(Imports.of("committee-terms").dry().ended(csv(HEADER, row.row()))).get(0)).toList();
        // Then
        assertEquals(rows.stream().map(row -> Row.refusal(Register.post(TERMS, row.body()))).toList(), results);
        assertEquals(results, dry);
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void a_row_of_an_organization_that_is_gone_is_refused_at_the_column_that_names_it() {
        // Given
        var gone = Turn.active(Register.below(committee, "PRIMARY_COMMITTEE"));
        Turn.of(gone, "dissolve", "2016-03-01", Turn.because("撤销")).then().statusCode(200);
        // When
        var job = Imports.of("committee-terms").ended(csv(HEADER, gone.code() + ",示例,1,2014-03-01,4,,"));
        // Then
        assertEquals(List.of("REJECTED ORGANIZATION_NOT_IN_PLACE"), Imports.of("committee-terms").results(job));
        Imports.of("committee-terms").page(job).then().body("items[0].errors.column",
                is(List.of("organizationCode")));
    }

    @Test
    void a_term_is_recorded_by_the_superior_alone_and_out_of_sight_nothing_is() {
        // Given
        var own = Tokens.of("CAMPAIGN_OFFICER", branch.code());
        var elsewhere = Tokens.of("CAMPAIGN_OFFICER", Register.committee().code());
        var file = csv(HEADER, branch.code() + ",示例,1,2014-03-01,3,,");
        // When
        var byItself = Imports.by(own, "committee-terms").ended(file);
        var byOthers = Imports.by(elsewhere, "committee-terms").ended(file);
        // Then
        assertEquals(List.of("REJECTED FORBIDDEN"), Imports.by(own, "committee-terms").results(byItself));
        assertEquals(List.of("REJECTED REFERENCE_UNKNOWN"),
                Imports.by(elsewhere, "committee-terms").results(byOthers));
    }

    @Test
    void a_hundred_terms_cost_as_many_statements_as_one() {
        // Given
        var one = csv(HEADER, branch.code() + ",示例,1,2010-08-01,3,2010-09-01,");
        var many = csv(HEADER, IntStream.range(2, 102).mapToObj(i -> branch.code() + ",示例," + i + ","
                + Register.SET_UP.plusMonths(2L + i) + ",3," + Register.SET_UP.plusMonths(3L + i) + ",")
                .toArray(String[]::new));
        // When
        var ofOne = Row.statements("committee-terms", one, "committee_term|party_organization|organization_rule");
        var ofMany = Row.statements("committee-terms", many, "committee_term|party_organization|organization_rule");
        // Then
        assertEquals(ofOne, ofMany);
        Register.get(Register.officer(), TERMS + "?count=true&organization=" + branch.code()).then().body("total",
                is(101));
    }

    private record Stated(String row, Body body) {}

    private static Stated term(Register.Organization of, int number, String electedOn, String years, String endedOn,
            String reason) {
        var body = Register.term(of, number, electedOn, Integer.parseInt(years));
        return new Stated(String.join(",", of.code(), "示例", "" + number, electedOn, years, endedOn, reason),
                endedOn.isEmpty() ? body : body.with("endedOn", endedOn));
    }
}
