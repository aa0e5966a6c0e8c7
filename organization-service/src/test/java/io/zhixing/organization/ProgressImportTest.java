package io.zhixing.organization;

import static io.zhixing.organization.KeyTasking.above;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports of key tasks from a file of the county office. */
@QuarkusTest
class ProgressImportTest {

    private static final String KIND = "key-task-reports";
    private static final String HEADER = "活动代码,任务序号,组织编码,组织名称,启动日期,上报日期,完成情况说明";

    private Register.Organization county;
    private Register.Organization town;
    private Register.Organization first;
    private Register.Organization second;
    private String campaign;
    private String campaignId;
    private String task;

    @BeforeEach
    void settle() {
        county = Register.committee();
        town = Register.below(county, "PRIMARY_COMMITTEE");
        first = Register.below(town, "GENERAL_BRANCH");
        second = Register.below(town, "GENERAL_BRANCH");
        var body = Campaigning.campaign(county);
        campaign = body.get("code");
        campaignId = Campaigning.made(Campaigning.CAMPAIGNS, body);
        task = Campaigning.made(KeyTasking.TASKS, KeyTasking.task(campaignId, 1,
                "STATED", "PRIMARY_COMMITTEE", "GENERAL_BRANCH"));
    }

    @Test
    void a_row_starts_and_reports_and_one_that_is_refused_has_the_code_of_the_single_call_and_leaves_nothing() {
        // Given
        var branch = Register.below(town, "BRANCH");
        var file = Row.csv(HEADER, row(first, "2016-03-10", "2016-05-01", "已完成"), row(second, "", "2016-05-01", ""),
                row(town, "", "2016-05-01", "已完成"), row(branch, "", "2016-05-01", "已完成"),
                row(county, "2016-02-27", "2016-05-01", "已完成"),
                row(first, "", "2016-05-01", "已完成").replace(campaign, "NONE"),
                row(second, "", "2016-05-01", "已完成").replace(",1,", ",2,"),
                row(second, "", "2999-05-01", "已完成").replace(second.code(), "999999998"));
        var before = Stored.below(county);
        // When
        var dry = imports().dry().ended(file);
        var unchanged = Stored.below(county);
        var real = imports().ended(file);
        // Then
        assertEquals(
                List.of("CREATED", "REJECTED KEY_TASK_STATEMENT_REQUIRED", "REJECTED KEY_TASK_CHILDREN_UNCONFIRMED",
                        "REJECTED NOT_OBLIGED", "REJECTED TRANSITION_DAY_INVALID", "REJECTED REFERENCE_UNKNOWN",
                        "REJECTED REFERENCE_UNKNOWN", "REJECTED REFERENCE_UNKNOWN"),
                imports().results(real));
        assertEquals(imports().results(real), imports().results(dry));
        assertEquals(before, unchanged);
        Register.get(officer(), KeyTasking.PROGRESS + "?task=" + task + "&state=NOT_STARTED&organization="
                + county.code()).then().body("items.organizationId", is(List.of(county.id(), town.id(), second.id())));
        Register.get(officer(), KeyTasking.address(task, first)).then().body("state", is("REPORTED"))
                .body("statement", is("已完成")).body("evidenceOn", is("2016-05-01")).body("version", is(2));
        Register.get(officer(), KeyTasking.address(task, first) + "/history").then()
                .body("items.step", is(List.of("start", "report"))).body("items.on",
                        is(List.of("2016-03-10", "2016-05-01")));
        List<String> ids = imports().page(real).path("items.resourceId");
        assertEquals(List.of("IN_PROGRESS", "REPORTED"), OutboxProbe.ofTheService().events(ids.get(0), 2).stream()
                .map(event -> event.payload().path("state").asText()).toList());
    }

    @Test
    void the_same_file_again_changes_nothing_and_what_was_returned_is_corrected() {
        // Given
        var file = Row.csv(HEADER, row(first, "", "2016-05-01", "已完成"), row(second, "", "2016-05-01", "已完成"));
        imports().ended(file).then().body("created", is(2));
        // When
        var again = imports().results(imports().ended(file));
        above(task, town, first, stepOf("return", "2016-05-02").with("comment", "材料不全")).then().statusCode(200);
        above(task, town, second, stepOf("confirm", "2016-05-02")).then().statusCode(200);
        var confirmed = imports().results(imports().ended(Row.csv(HEADER, row(second, "", "2016-05-01", "已完成"))));
        var corrections = Row.csv(HEADER, row(first, "", "2016-05-03", "已补充"), row(second, "", "2016-05-03", "已补充"));
        var dry = imports().results(imports().dry().ended(corrections));
        var corrected = imports().results(imports().ended(corrections));
        // Then
        assertEquals(List.of("UNCHANGED", "UNCHANGED"), again);
        assertEquals(List.of("UNCHANGED"), confirmed);
        assertEquals(List.of("UPDATED", "REJECTED TRANSITION_NOT_AVAILABLE"), corrected);
        assertEquals(corrected, dry);
        Register.get(officer(), KeyTasking.address(task, first)).then().body("state", is("REPORTED"))
                .body("statement", is("已补充"));
        Register.get(officer(), KeyTasking.address(task, first) + "/history").then().body("items.step",
                is(List.of("start", "report", "return", "resume", "report")));
        Register.get(officer(), KeyTasking.address(task, second)).then().body("state", is("CONFIRMED"))
                .body("statement", is("已完成"));
    }

    @Test
    void who_sent_the_file_confirms_nothing_of_it_and_a_town_reports_for_its_own_only() {
        // Given
        var officer = Tokens.grant("CAMPAIGN_OFFICER", town.code()).subject("sender").token();
        var file = Row.csv(HEADER, row(first, "", "2016-05-01", "已完成"), row(county, "", "2016-05-01", "已完成"));
        // When
        var results = Imports.by(officer, KIND).results(Imports.by(officer, KIND).ended(file));
        var bySender = KeyTasking.take(officer, task, first, stepOf("confirm", "2016-05-02"));
        var byOther = above(task, town, first, stepOf("confirm", "2016-05-02"));
        // Then
        assertEquals(List.of("CREATED", "REJECTED REFERENCE_UNKNOWN"), results);
        refused(bySender, 409, "SUBMITTER_APPROVES");
        byOther.then().statusCode(200);
    }

    @Test
    void the_evidence_of_each_row_is_that_of_its_own_organization() {
        // Given
        Campaigning.made(KeyTasking.TASKS, KeyTasking.task(campaignId, 2, "ELECTIONS", "GENERAL_BRANCH"));
        Register.post(Register.TERMS, Register.term(first, 1, "2014-03-01", 3)).then().statusCode(201);
        var file = Row.csv(HEADER, row(first, "", "2016-05-01", "").replace(",1,", ",2,"),
                row(second, "", "2016-05-01", "").replace(",1,", ",2,"), row(second, "", "2016-05-01", "已完成"));
        // When
        var results = imports().results(imports().ended(file));
        // Then
        assertEquals(List.of("CREATED", "CREATED", "CREATED"), results);
        Register.get(officer(), KeyTasking.PROGRESS + "?campaign=" + campaignId + "&state=REPORTED&organization="
                + town.code()).then().body("items.organizationId", is(List.of(first.id(), second.id(), second.id())))
                .body("items.number", is(List.of(2, 1, 2))).body("items[0].numerator", is(1))
                .body("items[0].denominator", is(1)).body("items[1].denominator", nullValue())
                .body("items[2].denominator", is(0));
    }

    @Test
    void ten_rows_cost_as_many_statements_as_one() {
        // Given
        var many = IntStream.range(0, 10).mapToObj(i -> row(Register.below(town, "GENERAL_BRANCH"), "", "2016-05-01",
                "已完成")).toArray(String[]::new);
        // When
        var tables = "key_task\\w*|step_history|party_organization|campaign";
        var ofOne = Row.statements(KIND, Row.csv(HEADER, row(first, "", "2016-05-01", "已完成")), tables);
        var ofMany = Row.statements(KIND, Row.csv(HEADER, many), tables);
        // Then
        assertEquals(asOne(ofOne), asOne(ofMany));
    }

    /** A list of values is one question, however long it is. */
    private static List<String> asOne(List<String> statements) {
        return statements.stream().map(sql -> sql.replaceAll("in \\((\\$\\d+,?)+\\)", "in (…)")).sorted().toList();
    }

    private Imports imports() {
        return Imports.by(Tokens.of("CAMPAIGN_OFFICER", county.code()), KIND);
    }

    private String row(Register.Organization organization, String startedOn, String reportedOn, String statement) {
        return String.join(",", campaign, "1", organization.code(), "示例组织", startedOn, reportedOn, statement);
    }
}
