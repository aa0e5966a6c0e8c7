package io.zhixing.organization;

import static io.zhixing.organization.Documenting.ACKNOWLEDGEMENTS;
import static io.zhixing.organization.Documenting.DOCUMENTS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CampaignDocumentTest {

    private CampaignCounty here;

    @BeforeEach
    void settle() {
        here = CampaignCounty.with("BRANCH");
    }

    @Test
    void a_draft_is_its_offices_own_and_read_below_once_another_person_has_issued_it() {
        // Given
        var id = Campaigning.made(DOCUMENTS, Documenting.document(here.campaign(), here.county()));
        var below = Tokens.of("CAMPAIGN_OFFICER", here.branch().code());
        // When
        var drafted = Register.get(below, DOCUMENTS + "/" + id);
        var byDrafter = Register.step(officer(), DOCUMENTS + "/" + id, "\"v1\"", stepOf("issue", "2016-03-05"));
        var early = Documenting.issue(id, "2016-02-29");
        var issued = Documenting.issue(id, "2016-03-05");
        var read = Register.get(below, DOCUMENTS + "/" + id);
        var byBelow = Register.step(below, DOCUMENTS + "/" + id, "\"v2\"",
                stepOf("withdraw", "2016-03-06").with("comment", "有误"));
        // Then
        refused(drafted, 404, "NOT_FOUND");
        refused(byDrafter, 409, "DRAFTER_ISSUES");
        refused(early, 422, "TRANSITION_DAY_INVALID");
        issued.then().statusCode(200).body("state", is("ISSUED")).body("issuedOn", is("2016-03-05"));
        read.then().statusCode(200);
        refused(byBelow, 403, "FORBIDDEN");
    }

    @Test
    void a_draft_is_changed_and_what_is_issued_is_not() {
        // Given
        var id = Campaigning.made(DOCUMENTS, Documenting.document(here.campaign(), here.county()));
        // When
        var changed = Register.patch(officer(), DOCUMENTS + "/" + id, "\"v1\"", new Body().with("title", "修订稿"));
        var unchanged = Register.patch(officer(), DOCUMENTS + "/" + id, "\"v2\"", new Body().with("title", "修订稿"));
        var backwards = Register.patch(officer(), DOCUMENTS + "/" + id, "\"v2\"",
                new Body().with("inForceTo", "2016-03-09"));
        Documenting.issue(id, "2016-03-05").then().statusCode(200);
        var before = Stored.below(here.county());
        var issued = Register.patch(officer(), DOCUMENTS + "/" + id, "\"v3\"", new Body().with("title", "再改"));
        // Then
        changed.then().statusCode(200).body("title", is("修订稿")).body("reference", is("示例文件"));
        refused(unchanged, 422, "CORRECTION_CHANGES_NOTHING");
        refused(backwards, 422, "DAYS_INCONSISTENT");
        refused(issued, 409, "DOCUMENT_IMMUTABLE");
        assertEquals(before, Stored.below(here.county()));
        Register.get(officer(), DOCUMENTS + "/" + id).then().body("title", is("修订稿")).body("version", is(3));
    }

    @Test
    void who_has_rewritten_a_draft_does_not_issue_his_own_text_and_neither_does_the_first_drafter() {
        // Given
        var id = Campaigning.made(DOCUMENTS, Documenting.document(here.campaign(), here.county()));
        var address = DOCUMENTS + "/" + id;
        var rewriter = Tokens.grant("CAMPAIGN_OFFICER", Register.ROOT).subject("rewriter").token();
        Register.patch(rewriter, address, "\"v1\"", new Body().with("title", "他人的文稿")).then().statusCode(200);
        var before = Stored.below(here.county());
        // When
        var byRewriter = Register.step(rewriter, address, "\"v2\"", stepOf("issue", "2016-03-05"));
        var byDrafter = Register.step(officer(), address, "\"v2\"", stepOf("issue", "2016-03-05"));
        // Then
        refused(byRewriter, 409, "DRAFTER_ISSUES");
        refused(byDrafter, 409, "DRAFTER_ISSUES");
        assertEquals(before, Stored.below(here.county()));
        Register.get(rewriter, address + "/transitions").then()
                .body("transitions.find { it.name == 'issue' }.reasons.code", is(List.of("DRAFTER_ISSUES")));
        Documenting.issue(id, "2016-03-05").then().statusCode(200).body("title", is("他人的文稿"));
    }

    @Test
    void a_document_is_superseded_by_one_of_its_kind_or_withdrawn_with_a_reason() {
        // Given
        var first = Documenting.issued(Documenting.document(here.campaign(), here.county()), "2016-03-05");
        var draft = Campaigning.made(DOCUMENTS, Documenting.document(here.campaign(), here.county()));
        var guide = Documenting.issued(Documenting.document(here.campaign(), here.county()).with("kind", "WORK_GUIDE"),
                "2016-03-05");
        var second = Documenting.issued(Documenting.document(here.campaign(), here.county()), "2016-06-01");
        // When
        var byDraft = Documenting.take(first, stepOf("supersede", "2016-06-01").with("successorId", draft));
        var byGuide = Documenting.take(first, stepOf("supersede", "2016-06-01").with("successorId", guide));
        var byNothing = Documenting.take(first, stepOf("supersede", "2016-06-01"));
        var byItself = Documenting.take(first, stepOf("supersede", "2016-06-01").with("successorId", first));
        var superseded = Documenting.take(first, stepOf("supersede", "2016-06-01").with("successorId", second));
        var unfounded = Documenting.take(second, stepOf("withdraw", "2016-07-01"));
        var withdrawn = Documenting.take(second, stepOf("withdraw", "2016-07-01").with("comment", "另行部署"));
        // Then
        List.of(byDraft, byGuide, byNothing, byItself)
                .forEach(answer -> refused(answer, 409, "DOCUMENT_SUCCESSOR_UNFIT"));
        superseded.then().statusCode(200).body("state", is("SUPERSEDED")).body("endedOn", is("2016-06-01"))
                .body("successorId", is(second));
        refused(unfounded, 422, "STEP_REASON_REQUIRED");
        withdrawn.then().statusCode(200).body("state", is("WITHDRAWN"));
        inForce("2016-05-31").then().body("items.id", is(List.of(first, guide)));
        inForce("2016-06-01").then().body("items.id", is(List.of(guide, second)));
        inForce("2016-07-01").then().body("items.id", is(List.of(guide)));
    }

    @Test
    void what_cannot_be_drafted_is_refused_and_nothing_is_written() {
        // Given
        var good = Documenting.document(here.campaign(), here.county());
        Campaigning.made(DOCUMENTS, good);
        var before = Stored.below(here.county());
        // When
        var sameNumber = Register.post(DOCUMENTS, good.with("title", "第二份"));
        var empty = Register.post(DOCUMENTS, Documenting.document(here.campaign(), here.county()).without("reference"));
        var unguided = Register.post(DOCUMENTS,
                Documenting.document(here.campaign(), here.county()).with("kind", "SECTOR_GUIDANCE"));
        var nowhere = Register.post(DOCUMENTS, Documenting.guidance(here.campaign(), here.county(), "[\"SPACE\"]"));
        var nobody = Register.post(DOCUMENTS,
                Documenting.acknowledgedBy(Documenting.document(here.campaign(), here.county()), "[\"CLUB\"]"));
        var none = Register.post(DOCUMENTS,
                Documenting.acknowledgedBy(Documenting.document(here.campaign(), here.county()), "[]"));
        var elsewhere = Register.post(DOCUMENTS,
                Documenting.document(Campaigning.opened(here.town()), here.county()));
        var tomorrow = Register.post(DOCUMENTS,
                Documenting.document(here.campaign(), here.county()).with("draftedOn", "2999-01-01"));
        // Then
        refused(sameNumber, 409, "DOCUMENT_NUMBER_TAKEN");
        refused(empty, 422, "DOCUMENT_CONTENT_MISSING");
        refused(unguided, 422, "DOCUMENT_SECTORS_MISSING");
        nowhere.then().statusCode(400);
        nobody.then().statusCode(400);
        refused(none, 400, "VALIDATION_FAILED");
        refused(elsewhere, 422, "CAMPAIGN_ELSEWHERE");
        refused(tomorrow, 422, "DAY_IN_FUTURE");
        Register.get(officer(), DOCUMENTS + "?count=true&issuer=" + here.county().id()).then().body("total", is(1));
        assertEquals(before.steps(), Stored.below(here.county()).steps());
    }

    @Test
    void each_obliged_organization_acknowledges_once_and_the_others_are_found() {
        // Given
        var id = Documenting.issued(
                Documenting.acknowledgedBy(Documenting.document(here.campaign(), here.county()),
                        "[\"PRIMARY_COMMITTEE\"]"),
                "2016-03-05");
        var secretary = Tokens.of("BRANCH_SECRETARY", here.town().code());
        // When
        var first = Register.post(secretary, ACKNOWLEDGEMENTS, Documenting.acknowledgement(id, here.town()));
        var again = Register.post(ACKNOWLEDGEMENTS, Documenting.acknowledgement(id, here.town()));
        var unobliged = Register.post(ACKNOWLEDGEMENTS, Documenting.acknowledgement(id, here.branch()));
        var early = Register.post(ACKNOWLEDGEMENTS,
                Documenting.acknowledgement(id, here.other()).with("on", "2016-03-04"));
        var tomorrow = Register.post(ACKNOWLEDGEMENTS,
                Documenting.acknowledgement(id, here.other()).with("on", "2999-01-01"));
        // Then
        first.then().statusCode(201).body("arrangement", is("四月十日前传达"));
        refused(again, 409, "ACKNOWLEDGED_BEFORE");
        refused(unobliged, 422, "NOT_OBLIGED");
        refused(early, 422, "DAYS_INCONSISTENT");
        refused(tomorrow, 422, "DAY_IN_FUTURE");
        standings(id, "limit=200").then()
                .body("items.organizationId", is(List.of(here.county().id(), here.town().id(), here.other().id())))
                .body("items.acknowledged", is(List.of(false, true, false)));
        standings(id, "acknowledged=true").then().body("items.organizationId", is(List.of(here.town().id())));
        standings(id, "acknowledged=false&organization=" + here.other().code()).then().body("items.organizationId",
                is(List.of(here.other().id())));
        standings(id, "overdueOn=2016-04-15").then().body("items", empty());
        standings(id, "overdueOn=2016-04-16").then().body("items.organizationId",
                is(List.of(here.county().id(), here.other().id())));
        assertEquals(1, acknowledgements(id));
    }

    @Test
    void only_the_sectors_that_are_named_must_acknowledge() {
        // Given
        var code = Register.codeBelow(here.town());
        var rural = Register.post(Register.ORGANIZATIONS,
                Register.organization(code, "BRANCH", here.town().id()).with("sector", "RURAL")).<String>path("id");
        var id = Documenting.issued(Documenting.document(here.campaign(), here.county()).raw("mustAcknowledge",
                "{\"types\":[\"BRANCH\"],\"sectors\":[\"RURAL\"]}"), "2016-03-05");
        // When
        var list = standings(id, "limit=200");
        var unobliged = Register.post(ACKNOWLEDGEMENTS, Documenting.acknowledgement(id, here.branch()));
        // Then
        list.then().body("items.organizationId", is(List.of(rural)));
        refused(unobliged, 422, "NOT_OBLIGED");
    }

    @Test
    void nobody_acknowledges_a_draft_or_what_holds_no_more() {
        // Given
        var body = Documenting.acknowledgedBy(Documenting.document(here.campaign(), here.county()),
                "[\"PRIMARY_COMMITTEE\"]");
        var draft = Campaigning.made(DOCUMENTS, body);
        // When
        var ofDraft = Register.post(ACKNOWLEDGEMENTS, Documenting.acknowledgement(draft, here.town()));
        var unseen = Register.post(Tokens.of("CAMPAIGN_OFFICER", here.town().code()), ACKNOWLEDGEMENTS,
                Documenting.acknowledgement(draft, here.town()));
        Documenting.issue(draft, "2016-03-05").then().statusCode(200);
        Documenting.take(draft, stepOf("withdraw", "2016-03-20").with("comment", "有误")).then().statusCode(200);
        var ofWithdrawn = Register.post(ACKNOWLEDGEMENTS, Documenting.acknowledgement(draft, here.town()));
        // Then
        refused(ofDraft, 409, "DOCUMENT_NOT_ISSUED");
        refused(unseen, 422, "REFERENCE_UNKNOWN");
        refused(ofWithdrawn, 409, "DOCUMENT_NOT_ISSUED");
        assertEquals(0, acknowledgements(draft));
    }

    @Test
    void of_many_who_acknowledge_for_one_organization_at_once_one_does() {
        // Given
        var id = Documenting.issued(
                Documenting.acknowledgedBy(Documenting.document(here.campaign(), here.county()),
                        "[\"PRIMARY_COMMITTEE\"]"),
                "2016-03-05");
        // When
        var answers = Race.of(8, i -> Register.post(ACKNOWLEDGEMENTS, Documenting.acknowledgement(id, here.town())));
        // Then
        assertEquals(1, Race.won(answers).size());
        assertEquals(List.of("ACKNOWLEDGED_BEFORE"), Race.lost(answers));
        assertEquals(1, acknowledgements(id));
    }

    @Test
    void of_many_who_issue_one_draft_at_once_one_does() {
        // Given
        var id = Campaigning.made(DOCUMENTS, Documenting.document(here.campaign(), here.county()));
        var issuer = Tokens.grant("CAMPAIGN_OFFICER", Register.ROOT).subject("issuer").token();
        // When
        var answers = Race.of(6,
                i -> Register.step(issuer, DOCUMENTS + "/" + id, "\"v1\"", stepOf("issue", "2016-03-05")));
        // Then
        assertEquals(List.of(200, 412, 412, 412, 412, 412),
                answers.stream().map(Response::statusCode).sorted().toList());
    }

    @Test
    void who_has_not_acknowledged_is_one_statement_a_page_and_never_a_count() {
        // Given
        var id = Documenting.issued(
                Documenting.acknowledgedBy(Documenting.document(here.campaign(), here.county()),
                        "[\"PRIMARY_COMMITTEE\"]"),
                "2016-03-05");
        // When
        var page = Statements.of(Database.asApplication(),
                () -> standings(id, "acknowledged=false").then().statusCode(200));
        var acknowledging = Statements.of(Database.asApplication(),
                () -> Register.post(ACKNOWLEDGEMENTS, Documenting.acknowledgement(id, here.town())).then()
                        .statusCode(201));
        // Then: the scope; the document, the page; and document, organization, row, the audit entry
        assertEquals(1 + 2, page.count(), page.toString());
        assertEquals(1 + 4, acknowledging.count(), acknowledging.toString());
    }

    private Response inForce(String day) {
        return Register.get(officer(), DOCUMENTS + "?campaign=" + here.campaign() + "&inForceOn=" + day);
    }

    private static Response standings(String document, String filter) {
        return Register.get(officer(), DOCUMENTS + "/" + document + "/acknowledgements?" + filter);
    }

    private int acknowledgements(String document) {
        return Database.asApplication().within(Register.path(here.county())).query(
                "select 1 from document_acknowledgement where document_id = ?::uuid", row -> row.getInt(1),
                document).size();
    }
}
