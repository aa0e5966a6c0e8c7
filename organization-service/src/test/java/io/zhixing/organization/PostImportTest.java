package io.zhixing.organization;

import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.POSTS;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PostImportTest {

    private static final String HEADER = "党员编号,姓名,组织编码,职务,任职日期,离任日期,任职依据\r\n";

    @Test
    void secretaries_follow_each_other_in_one_file_and_a_second_import_changes_nothing() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var former = memberNumber(branch);
        var next = memberNumber(branch);
        var file = HEADER + row(former, branch, "书记", "2014-03-01", "2016-05-01")
                + row(next, branch, "书记", "2016-05-01", "") + row(former, branch, "组织委员", "2014-03-01", "");
        // When
        var job = Imports.of("posts").ended(file);
        var stored = Stored.below(committee);
        var again = Imports.of("posts").ended(file);
        // Then
        assertEquals(List.of("CREATED", "CREATED", "CREATED"), Imports.of("posts").results(job));
        assertEquals(List.of("UNCHANGED", "UNCHANGED", "UNCHANGED"), Imports.of("posts").results(again));
        assertEquals(3, stored.posts());
        assertEquals(stored, Stored.below(committee));
        List<String> ids = Imports.of("posts").page(job).path("items.resourceId");
        assertEquals("2016-05-01",
                OutboxProbe.ofTheService().event(ids.get(0), "post-taken.v1").payload().path("to").asText());
        Register.get(Register.officer(), POSTS + "/" + ids.get(1)).then().body("post", is("SECRETARY"))
                .body("basis", is("ELECTED")).body("version", is(1));
    }

    @Test
    void each_refused_row_has_its_code() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var holder = memberNumber(branch);
        var other = memberNumber(branch);
        Imports.of("posts").ended(HEADER + row(holder, branch, "书记", "2014-03-01", "")).then().body("created", is(1));
        var before = Stored.below(committee);
        // When
        var job = Imports.of("posts").ended(HEADER + row(other, branch, "书记", "2015-01-01", "")
                + row(holder, branch, "书记", "2016-01-01", "") + row(holder, branch, "书记", "2014-03-01", "2015-01-01")
                + row("NOBODY", branch, "书记", "2012-01-01", "") + row(other, branch, "委员", "2010-06-30", "")
                + row(other, branch, "委员", "2999-01-01", "") + row(other, branch, "委员", "2014-01-01", "2014-01-01"));
        // Then
        assertEquals(List.of("REJECTED SECRETARY_ALREADY_HELD", "REJECTED POST_ALREADY_HELD",
                "REJECTED POST_ALREADY_HELD", "REJECTED REFERENCE_UNKNOWN", "REJECTED DAYS_INCONSISTENT",
                "REJECTED DAY_IN_FUTURE", "REJECTED DAYS_INCONSISTENT"),
                Imports.of("posts").results(job));
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void a_branch_imports_its_other_posts_and_its_superior_the_secretary() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var member = memberNumber(branch);
        var secretary = Tokens.of("BRANCH_SECRETARY", branch.code());
        var file = HEADER + row(member, branch, "书记", "2014-03-01", "")
                + row(member, branch, "宣传委员", "2014-03-01", "");
        // When
        var byItself = Imports.by(secretary, "posts").ended(file);
        // Then
        assertEquals(List.of("REJECTED FORBIDDEN", "CREATED"), Imports.by(secretary, "posts").results(byItself));
    }

    private static String memberNumber(Register.Organization branch) {
        var text = MemberText.full(branch.id());
        Register.post(MEMBERS, text).then().statusCode(201);
        return text.get("memberNumber");
    }

    private static String row(String member, Register.Organization organization, String post, String from, String to) {
        return "%s,示例,%s,%s,%s,%s,选举\r\n".formatted(member, organization.code(), post, from, to);
    }
}
