package io.zhixing.session.study;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/** An attendee by member number or id: {@code M0000001}, {@code M0000001:请假}, {@code M0000001:GUEST:JOINT}, or an object. */
record AttendeeCell(@NotBlank @Size(max = 64) String member, StatedAttendance state, @Size(max = 200) String reason,
        GuestGround ground) {

    @JsonCreator
    AttendeeCell(@JsonProperty("member") String member, @JsonProperty("state") StatedAttendance state,
            @JsonProperty("reason") String reason, @JsonProperty("ground") GuestGround ground) {
        this.member = member;
        this.state = state == null ? StatedAttendance.PRESENT : state;
        this.reason = reason;
        this.ground = ground;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static AttendeeCell of(String cell) {
        var parts = cell.split(":", 3);
        return new AttendeeCell(parts[0].strip(),
                parts.length < 2 ? null : Labelled.constant(StatedAttendance.class, parts[1].strip()), null,
                parts.length < 3 ? null : Labelled.constant(GuestGround.class, parts[2].strip()));
    }
}
