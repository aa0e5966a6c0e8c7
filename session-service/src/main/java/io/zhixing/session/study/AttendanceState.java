package io.zhixing.session.study;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Attendance as it counts. */
@Schema(description = "出勤状态 Attendance as it counts")
public enum AttendanceState {
    @Label(zh = "出席", en = "Present")
    PRESENT,
    @Label(zh = "缺席", en = "Absent")
    ABSENT,
    @Label(zh = "请假", en = "On leave")
    ON_LEAVE,
    @Label(zh = "免予参加", en = "Exempt")
    EXEMPT,
    @Label(zh = "列席", en = "Guest")
    GUEST,
    @Label(zh = "待名册确认", en = "Waits for the directory")
    PENDING_DIRECTORY,
    @Label(zh = "不在应到名册", en = "On no roll of the host that day")
    NOT_DUE
}
