package io.zhixing.organization.residence;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ResidenceRegistration", description = "居住地报到 A registration at the residence", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4ed","memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4",
         "homeId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","residenceId":"01912d68-783e-7a0f-8000-0f54b3b0a4d6",
         "registeredOn":"2016-03-01","state":"REGISTERED","version":1}""")
record ResidenceView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "党员 Member", required = true) UUID memberId,
        @Schema(description = "所在支部 Home branch", required = true) UUID homeId,
        @Schema(description = "居住地党组织 Organization where he lives", required = true) UUID residenceId,
        @Schema(description = "报到日期 Registered on", required = true) LocalDate registeredOn,
        @Schema(description = "合并前已报到的，最初报到日期 First day of the same registration, when it went on after a merger of home or residence") LocalDate registeredSince,
        @Schema(description = "结束日期 First day no longer registered") LocalDate endedOn,
        @Schema(description = "最近反馈年度 Year of the newest note") Integer feedbackYear,
        @Schema(description = "最近反馈 Newest note") String feedback,
        @Schema(description = "状态 State", required = true) ResidenceState state,
        @Schema(description = "所延续的报到 The same registration until it ended by a merger of home or residence as this one began") UUID continuesId,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
