package io.zhixing.organization.compliance;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What organizations are held against: which dated rule, and a select that judges one organization by it. */
@Schema(name = "ComplianceRule", description = "规则 A rule that organizations are held against")
enum OrganizationRule {
    @Label(zh = "党支部正式党员不少于规定人数", en = "A branch keeps the full members it needs")
    BRANCH_KEEPS_FULL_MEMBERS("BRANCH_KEEPS_FULL_MEMBERS", "p.type", SizeRules.ownFullMembers(">=")),
    @Label(zh = "党支部党员一般不超过规定人数", en = "A branch has generally no more members than the rule says")
    BRANCH_MOST_MEMBERS("BRANCH_MOST_MEMBERS", "p.type", SizeRules.ownMembers("<=")),
    @Label(zh = "党总支党员达到规定人数", en = "A general branch has the members it is set up for")
    GENERAL_BRANCH_LEAST_MEMBERS("GENERAL_BRANCH_LEAST_MEMBERS", "p.type", SizeRules.membersBelow(">=")),
    @Label(zh = "基层党委党员达到规定人数", en = "A primary committee has the members it is set up for")
    PRIMARY_COMMITTEE_LEAST_MEMBERS("PRIMARY_COMMITTEE_LEAST_MEMBERS", "p.type", SizeRules.membersBelow(">=")),
    @Label(zh = "正式党员达到规定人数的党支部设支部委员会", en = "A branch of enough full members has a committee")
    BRANCH_COMMITTEE_POSTS("BRANCH_COMMITTEE_POSTS", "p.type", SizeRules.posts(">=")),
    @Label(zh = "支部委员会委员一般不超过规定人数", en = "A branch's committee has generally no more posts than the rule says")
    BRANCH_COMMITTEE_MOST_POSTS("BRANCH_COMMITTEE_MOST_POSTS", "p.type", SizeRules.posts("<=")),
    @Label(zh = "正式党员不足规定人数的党支部只设书记、副书记", en = "A branch of few full members has a secretary, and a deputy if needed")
    BRANCH_WITHOUT_COMMITTEE_MOST_POSTS("BRANCH_WITHOUT_COMMITTEE_MOST_POSTS", "p.type",
            SizeRules.postsWithoutCommittee("<=")),
    @Label(zh = "联合党支部覆盖单位一般不超过规定个数", en = "A joint branch covers generally no more units than the rule says")
    JOINT_BRANCH_MOST_UNITS("JOINT_BRANCH_MOST_UNITS", "p.type", KindRules.UNITS),
    @Label(zh = "临时党支部一般不发展党员", en = "A temporary branch generally admits nobody")
    TEMPORARY_BRANCH_WITHOUT_ADMISSIONS("TEMPORARY_BRANCH_WITHOUT_ADMISSIONS", "p.type", KindRules.ADMISSIONS),
    @Label(zh = "临时党支部一般不处分处置党员", en = "A temporary branch generally disciplines nobody")
    TEMPORARY_BRANCH_WITHOUT_DISCIPLINE("TEMPORARY_BRANCH_WITHOUT_DISCIPLINE", "p.type", KindRules.DISCIPLINE),
    @Label(zh = "临时党支部一般不收缴党费", en = "A temporary branch generally collects no dues")
    TEMPORARY_BRANCH_WITHOUT_DUES("TEMPORARY_BRANCH_WITHOUT_DUES", "p.type", KindRules.DUES),
    @Label(zh = "临时党支部一般不进行选举", en = "A temporary branch generally elects nobody")
    TEMPORARY_BRANCH_WITHOUT_ELECTIONS("TEMPORARY_BRANCH_WITHOUT_ELECTIONS", "p.type", KindRules.ELECTIONS),
    @Label(zh = "书记不空缺超过规定月数", en = "No secretary's post is vacant longer than the rule says")
    SECRETARY_IN_POST("SECRETARY_VACANT_MONTHS", "p.type", OfficeRules.SECRETARY),
    @Label(zh = "任期届满按期换届，延期经批准", en = "An election is held before a term ends, or postponed with approval")
    TERM_ELECTION_IN_TIME("TERM_ELECTION_IN_TIME", "'ELECTION'", OfficeRules.TERM),
    @Label(zh = "延期换届一般不超过规定月数", en = "An election is generally postponed no longer than the rule says")
    TERM_POSTPONED_AT_MOST("TERM_POSTPONED_MONTHS", "'ELECTION'", OfficeRules.POSTPONEMENT),
    @Label(zh = "已结账月份党费交齐", en = "Dues are paid through the last closed month")
    DUES_PAID_THROUGH("DUES_PAID_PERCENT", "p.type", MembershipRules.DUES),
    @Label(zh = "集中排查按期结束", en = "A screening is closed by its last day")
    SCREENING_IN_TIME("SCREENING_IN_TIME", "'ORGANIZATION'", OfficeRules.SCREENING),
    @Label(zh = "组织关系转移及时办理", en = "A transfer waits no longer than the rule says")
    TRANSFERS_IN_TIME("TRANSFER_WAIT_DAYS", "'MEMBER'", MembershipRules.TRANSFERS),
    @Label(zh = "介绍信在有效期内办结", en = "A transfer ends while its letter is valid")
    LETTERS_VALID("TRANSFER_LETTER_DAYS", "'MEMBER'", MembershipRules.LETTERS),
    @Label(zh = "流动党员定期联系", en = "Floating members are contacted as often as the rule says")
    FLOATING_MEMBERS_CONTACTED("FLOATING_CONTACT_MONTHS", "'MEMBER'", MembershipRules.FLOATING),
    @Label(zh = "居住地报到及时确认", en = "Registrations at the residence are confirmed in time")
    RESIDENCES_CONFIRMED("RESIDENCE_CONFIRM_DAYS", "'MEMBER'", MembershipRules.RESIDENCES);

    private final String code;
    private final String appliesTo;
    private final String judged;

    /** @param code of its rows in the rule table; @param appliesTo SQL that finds them; @param judged see {@link Compliance} */
    OrganizationRule(String code, String appliesTo, String judged) {
        this.code = code;
        this.appliesTo = appliesTo;
        this.judged = judged;
    }

    String code() {
        return code;
    }

    String appliesTo() {
        return appliesTo;
    }

    String judged() {
        return judged;
    }
}
