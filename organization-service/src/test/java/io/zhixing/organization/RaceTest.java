package io.zhixing.organization;

import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.ORGANIZATIONS;
import static io.zhixing.organization.Register.POSTS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RaceTest {

    private static final int CALLERS = 8;

    @Test
    void of_many_secretaries_at_once_one_takes_the_post() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var members = IntStream.range(0, CALLERS).mapToObj(i -> Register.member(branch)).toList();
        var before = Stored.below(committee);
        // When
        var answers = Race.of(CALLERS,
                i -> Register.post(POSTS, Register.secretary(members.get(i), branch, "2014-03-01")));
        // Then
        oneWins(answers, "SECRETARY_ALREADY_HELD", "post-taken.v1");
        var after = Stored.below(committee);
        assertEquals(before.posts() + 1, after.posts());
        assertEquals(before.changes() + 1, after.changes());
    }

    @Test
    void of_many_organizations_with_one_code_at_once_one_is_made() {
        // Given
        var committee = Register.committee();
        var code = Register.codeBelow(committee);
        var before = Stored.below(committee);
        // When
        var answers = Race.of(CALLERS,
                i -> Register.post(ORGANIZATIONS, Register.organization(code, "BRANCH", committee.id())));
        // Then
        oneWins(answers, "ORGANIZATION_CODE_TAKEN", "organization-created.v1");
        var after = Stored.below(committee);
        assertEquals(before.organizations() + 1, after.organizations());
        assertEquals(before.changes() + 1, after.changes());
    }

    @Test
    void of_many_members_with_one_id_number_at_once_one_is_enrolled() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var one = MemberText.full(branch.id());
        var before = Stored.below(committee);
        // When
        var answers = Race.of(CALLERS, i -> Register.post(MEMBERS, MemberText.full(branch.id())
                .with("idNumber", one.get("idNumber")).with("birthDate", one.get("birthDate"))));
        // Then
        oneWins(answers, "ID_NUMBER_TAKEN", "member-enrolled.v1");
        oneMember(before, Stored.below(committee));
    }

    @Test
    void of_many_members_with_one_number_at_once_one_is_enrolled() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var number = "R-" + Register.codeBelow(branch);
        var before = Stored.below(committee);
        // When
        var answers = Race.of(CALLERS,
                i -> Register.post(MEMBERS, MemberText.full(branch.id()).with("memberNumber", number)));
        // Then
        oneWins(answers, "MEMBER_NUMBER_TAKEN", "member-enrolled.v1");
        oneMember(before, Stored.below(committee));
    }

    @Test
    void children_made_at_once_have_places_of_their_own() {
        // Given
        var committee = Register.committee();
        var codes = IntStream.range(0, CALLERS).mapToObj(i -> Register.codeBelow(committee)).toList();
        // When
        var answers = Race.of(CALLERS,
                i -> Register.post(ORGANIZATIONS, Register.organization(codes.get(i), "BRANCH", committee.id())));
        // Then
        assertEquals(CALLERS, Race.won(answers).size());
        var paths = answers.stream().map(answer -> event(answer, "organization-created.v1").payload().path("path")
                .asText()).distinct().toList();
        assertEquals(CALLERS, paths.size());
    }

    @Test
    void of_many_who_activate_one_organization_at_once_one_does() {
        // Given
        var committee = Register.committee();
        // When
        var answers = Race.of(CALLERS, i -> Register.activate(committee, committee.etag(), "2012-01-04"));
        // Then
        var statuses = answers.stream().map(Response::statusCode).sorted().toList();
        assertEquals(200, statuses.get(0));
        assertEquals(List.of(412), statuses.subList(1, CALLERS).stream().distinct().toList());
        assertEquals(List.of(1L, 2L), OutboxProbe.ofTheService().events(committee.id(), 2).stream()
                .map(TopicEvent::version).toList());
        assertEquals(1, Stored.below(committee).steps());
    }

    private static void oneWins(List<Response> answers, String refusal, String event) {
        var won = Race.won(answers);
        assertEquals(1, won.size());
        assertEquals(List.of(refusal), Race.lost(answers));
        assertEquals(1, event(won.get(0), event).version());
    }

    private static void oneMember(Stored before, Stored after) {
        assertEquals(before.members() + 1, after.members());
        assertEquals(before.rollPeriods() + 1, after.rollPeriods());
        assertEquals(before.changes() + 1, after.changes());
    }

    private static TopicEvent event(Response created, String name) {
        return OutboxProbe.ofTheService().event(created.path("id"), name);
    }
}
