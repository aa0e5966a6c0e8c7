package io.zhixing.acceptance.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import io.zhixing.acceptance.bench.Reading.Question;
import io.zhixing.acceptance.bench.Reading.Words;

/** What is asked of the register all day long. */
final class Readings {

    /** Members that are asked for by id: enough to lie all over the table. */
    private static final int MEMBERS = 20_000;

    private static final String MEMBER = """
            m.id, m.member_number, m.name, m.id_number_masked, m.sex_code, m.ethnicity_code, m.birth_date, m.member_type, m.joined_on,
            m.full_since, m.organization_id, m.status, m.on_roll_from, m.on_roll_to, m.version, m.organization_path
            """;
    private static final String BY_ID = "select " + MEMBER + " from party_member m where m.id = ?";
    /** As the service asks: with the standing, which the register shows beside its own columns. */
    private static final String BY_ID_SHOWN = """
            select m.id, m.member_number, m.name, m.id_number_masked, m.sex_code, m.ethnicity_code, m.birth_date, m.member_type,
            m.joined_on, m.full_since, m.organization_id, m.status, m.on_roll_from, m.on_roll_to, m.probation_until, m.group_id,
            m.exempt, m.version, m.standing, m.organization_path from party_member m where m.id = ?""";
    private static final String PAGE = "select " + MEMBER + """
            from party_member m where m.organization_path >= ? and m.organization_path < ?
            order by m.organization_path, m.id limit 51""";
    private static final String COUNTS = """
            select county, sector, sum(organizations), sum(members), sum(full_members)
            from (select county, sector, organizations, members, full_members from register_tally where organization_id = ?
                  union all select county, sector, organizations, members, full_members from register_delta
                  where organization_path >= ? and organization_path < ?) counted
            group by 1, 2 order by 1, 2""";

    private Readings() {}

    static Reading memberById(BenchCity city) throws SQLException {
        var members = SyntheticRegister.members(city, MEMBERS);
        return new Reading(city,
                new Words("member-by-id", "按标识读取党员", "member by id",
                        "the one row by its key, every column read; no row-level security, no sign-in, no scope, no standing"),
                BY_ID, () -> {
                    var id = any(members);
                    return new Question("/organization/v1/members/" + id, id);
                });
    }

    /** What the interface adds to the statements that it sends: no clause of the question differs from the service's. */
    static Reading memberByIdInScope(BenchCity city) throws SQLException {
        var members = SyntheticRegister.members(city, MEMBERS);
        return Reading.scoped(city,
                new Words("member-by-id-in-scope", "按标识读取党员（与服务所发语句相同）",
                        "member by id, beside the same statements",
                        "the one round trip that the service makes: the scope, the member under row-level security with his standing, the end of the transaction; no sign-in, no JSON"),
                BY_ID_SHOWN, () -> {
                    var id = any(members);
                    return new Question("/organization/v1/members/" + id, id);
                });
    }

    /** What a call costs that is signed in and asks the database nothing: no reading can be faster on this computer. */
    static Reading nothingAsked(BenchCity city) throws SQLException {
        var members = SyntheticRegister.members(city, MEMBERS);
        return new Reading(city,
                new Words("nothing-asked", "已登录但不访问数据库的调用", "a signed-in call that asks the database nothing",
                        "a member by id, as below: the answer is the list of columns of an import"),
                BY_ID, () -> new Question("/organization/v1/imports/templates/members", any(members)));
    }

    /** The first page of 50 members of a county, town or village. */
    static Reading pageOfSubtree(BenchCity city) throws SQLException {
        var subtrees = SyntheticRegister.subtrees(city);
        return new Reading(city,
                new Words("page-of-subtree", "任一层级下党员名册一页50人", "page of 50 members of a subtree",
                        "the one path-range query of 51 rows, every column read; no row-level security, no sign-in, no scope"),
                PAGE, () -> {
                    var subtree = any(subtrees);
                    return new Question("/organization/v1/members?limit=50&organization=" + subtree.id(),
                            subtree.from(), subtree.to());
                });
    }

    /** Organizations and members of a county, town or village by county of the area and sector. */
    static Reading countsOfRegister(BenchCity city) throws SQLException {
        var subtrees = SyntheticRegister.subtrees(city);
        return new Reading(city,
                new Words("counts-of-register", "任一层级按区划和领域的组织数、党员数", "counts of a subtree by county and sector",
                        "the same sum of kept counts; no row-level security, no sign-in, no scope"),
                COUNTS, () -> {
                    var subtree = any(subtrees);
                    return new Question(
                            "/organization/v1/register/counts?by=COUNTY&by=SECTOR&organization=" + subtree.id(),
                            UUID.fromString(subtree.id()), subtree.from(), subtree.to());
                });
    }

    private static <T> T any(List<T> all) {
        return all.get(ThreadLocalRandom.current().nextInt(all.size()));
    }
}
