package io.zhixing.session.study;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a recorder says of one attendee. */
@Schema(description = "登记的出勤 Attendance as stated")
public enum StatedAttendance {
    @Label(zh = "出席", en = "Present")
    PRESENT,
    @Label(zh = "缺席", en = "Absent")
    ABSENT,
    @Label(zh = "请假", en = "On leave")
    ON_LEAVE,
    @Label(zh = "免予参加", en = "Exempt")
    EXEMPT,
    @Label(zh = "列席", en = "Guest")
    GUEST
}
