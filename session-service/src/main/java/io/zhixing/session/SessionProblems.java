package io.zhixing.session;

import static io.zhixing.platform.problem.Problem.en;
import static io.zhixing.platform.problem.Problem.zh;

import io.zhixing.platform.problem.Problem;

public enum SessionProblems implements Problem {
    ATTENDEE_REPEATED(409, zh("参加人员重复", "同一人在一次活动中只能登记一次：{0}。"),
            en("Attendee repeated", "A person attends a session once: {0}.")),
    CONVENER_NOT_OF_HOST(422,
            zh("召集人不属于主办组织", "据本服务所知，召集人当日既不在主办组织或其下级组织的名册上，也未在主办组织或其上级组织任职；若转接或任职刚刚登记，请稍后以同一幂等键重试。"),
            en("Convener not of the host",
                    "As far as is known here the convener was that day neither on a roll of the host or below it nor in a post at "
                            + "it or above it; if his transfer or post has just been entered, try again with the same key in a moment.")),
    CORRECTION_CHANGES_NOTHING(422, zh("没有可更正的内容", "所填内容与现有资料相同。"),
            en("Nothing to correct", "What was sent is what is written already.")),
    GROUND_WITHOUT_GUEST(422, zh("非列席人员无需依据", "列席依据只用于列席人员（GUEST）。"),
            en("Ground without a guest", "A ground is stated of a GUEST alone.")),
    GUEST_OF_OWN_BRANCH(422, zh("本组织党员不是列席人员", "该党员当日在主办组织名册上，请按本组织党员登记出勤。"),
            en("Guest of the own branch", "The member was on the host's roll that day: state his attendance instead.")),
    GUEST_WITHOUT_GROUND(422, zh("列席缺少依据", "当日不在主办组织名册上的人员须登记为列席并注明依据：流动、居住、职务、宣讲或联合活动。"),
            en("Guest without ground",
                    "Who was not on the host's roll that day is a GUEST with ground FLOATING, RESIDENCE, POST, TOUR or JOINT.")),
    HELD_IN_FUTURE(409, zh("活动尚未举行", "尚未结束的活动不能登记。"),
            en("Held in the future", "A session that has not ended yet cannot be recorded.")),
    LECTURER_REQUIRED(422, zh("缺少授课人", "党课或含听党课内容的活动至少须有一名授课人。"),
            en("Lecturer required", "A Party lecture, or a session with lecture content, needs at least one lecture.")),
    LECTURER_UNCLEAR(422, zh("授课人不明确", "授课人须为党员或外请人员之一，不能兼有或皆无。"),
            en("Lecturer unclear", "A lecture has either lecturerMemberId or externalLecturer.")),
    LECTURE_LONGER_THAN_SESSION(422, zh("授课长于活动", "授课{0}分钟，活动只有{1}分钟。"),
            en("Lecture longer than its session", "The lecture has {0} minutes, the session {1}.")),
    ORGANIZATION_NOT_ACTIVE(409, zh("组织未运行", "据本服务所知，主办组织在 {0} 尚未运行或已终止；若刚刚启用，请稍后以同一幂等键重试。"),
            en("Organization not active",
                    "As far as is known here the host was not at work on {0}; if it has just been activated, try again "
                            + "with the same key in a moment.")),
    PARTY_GROUP_NOT_OF_HOST(422,
            zh("党小组不属于主办组织", "据本服务所知，该党小组当日不是主办组织的党小组；若刚刚成立，请稍后以同一幂等键重试。"),
            en("Party group not of the host",
                    "As far as is known here the group was none of the host's that day; if it has just been formed, try again "
                            + "with the same key in a moment.")),
    RECORDER_VOIDS(409, zh("登记人不能作废", "须由登记人和最后更正人以外的人作废。"),
            en("Recorder voids", "Another person than recorded the session or corrected it last voids it.")),
    SESSION_ALREADY_RECORDED(409, zh("活动已登记", "主办组织已有此编号的活动，内容不同。"),
            en("Session already recorded", "The host has another session of this number.")),
    SESSION_ENDS_BEFORE_START(422, zh("结束早于开始", "活动结束时间须晚于开始时间。"),
            en("Ends before its start", "A session ends after its start.")),
    SESSION_VOIDED(409, zh("活动已作废", "已作废的活动不能更正，请另行登记。"),
            en("Session voided", "A voided session is not corrected: record the right one.")),
    STEP_REASON_REQUIRED(422, zh("须说明理由", "此步骤须在comment中说明理由。"),
            en("Reason required", "The step needs its reason in comment."));

    private final Definition definition;

    SessionProblems(int status, Text zh, Text en) {
        this.definition = new Definition(status, zh, en);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
