package io.zhixing.session;

import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.access.AccessMatrix;
import io.zhixing.platform.testing.access.Call;
import io.zhixing.platform.testing.access.Neighbourhood;
import io.zhixing.platform.testing.access.TokenAttacks;
import io.zhixing.platform.testing.database.Rights;
import io.zhixing.platform.testing.database.SecondWall;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class AccessTest {

    private static final String FILE = """
            编号,主办组织,主办组织名称,活动类型,活动内容,开始时间,结束时间,主题记录,讨论记录,收获记录,出勤,授课
            M-001,%s,示例支部,专题学习讨论,集中学习,2016-09-20T09:00:00+08:00,2016-09-20T10:30:00+08:00,学党章党规,联系实际讨论,形成共识,M%s,
            """;

    @TestFactory
    Stream<DynamicTest> access() {
        var county = City.committee();
        var own = City.branchUnder(county);
        var sibling = City.branchUnder(county);
        var around = new Neighbourhood(site(own), site(county), site(City.branchUnder(own)), site(sibling),
                site(City.branchUnder(sibling)), site(City.branch()));
        var member = City.member(own);
        var session = held(own, member, "2016-09-20");
        held(own, member, "2016-10-20");
        return AccessMatrix.around(around)
                .record("getStudySession", Call.of(session))
                .record("listStudySessionHistory", Call.of(session))
                .record("getStudySessionTransitions", Call.of(session))
                .record("moveStudySession", Call.of(recordedByAnother(own, member)).ifMatch("\"v1\"")
                        .body("{\"transition\":\"void\",\"on\":\"2016-12-01\",\"comment\":\"重复登记\"}")
                        .as("BRANCH_SECRETARY"))
                .record("correctStudySession", Call.of(held(own, member, "2016-11-01")).ifMatch("\"v1\"")
                        .body("{\"reason\":\"登记有误\",\"place\":\"活动室\"}").as("BRANCH_CLERK"))
                .list("listStudySessions", session.toString())
                .list("listAttendances", session.toString())
                .list("listLectures", session.toString())
                .naming("recordStudySession",
                        Call.plain().body(SessionText.at(own).attended(member, "PRESENT").on("2016-11-20").body)
                                .as("BRANCH_CLERK"))
                .figures("getFigures")
                .imports("sessions", "BRANCH_CLERK",
                        FILE.formatted(own.code(), member.toString().substring(24)).replace("\n", "\r\n"))
                .checks();
    }

    @TestFactory
    Stream<DynamicTest> attacks() {
        return TokenAttacks.checks(SessionText.ADDRESS, () -> Tokens.grant("READER", "nowhere"));
    }

    @TestFactory
    Stream<DynamicTest> rights() {
        return Rights.checks();
    }

    @TestFactory
    Stream<DynamicTest> wall() {
        var branch = City.branch();
        var other = City.branch();
        held(branch, City.member(branch), "2016-09-20");
        held(other, City.member(other), "2016-09-20");
        return SecondWall.of(branch::path).checks();
    }

    private static Neighbourhood.Site site(City.Branch branch) {
        return new Neighbourhood.Site(branch.code(), branch.path());
    }

    /** Who calls in the matrix does not void what he recorded himself. */
    private static UUID recordedByAnother(City.Branch branch, UUID member) {
        return UUID.fromString(SessionText.at(branch).attended(member, "PRESENT").on("2016-11-02")
                .postWith(Voiding.by(Voiding.ANOTHER, "BRANCH_CLERK", branch), UUID.randomUUID().toString())
                .path("id"));
    }

    private static UUID held(City.Branch branch, UUID member, String day) {
        return SessionText.at(branch).attended(member, "PRESENT").lecture(member).on(day).recorded();
    }
}
