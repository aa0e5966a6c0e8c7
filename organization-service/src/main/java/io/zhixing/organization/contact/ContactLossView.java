package io.zhixing.organization.contact;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ContactLoss", description = "失联党员 A member out of contact", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4ee","memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","lastContactOn":"2015-03-01",
         "note":"外出务工后电话停机","state":"LOST","version":1}""")
record ContactLossView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "党员 Member", required = true) UUID memberId,
        @Schema(description = "最后联系日期 Day of the last contact", required = true) LocalDate lastContactOn,
        @Schema(description = "情况 What is known", required = true) String note,
        @Schema(description = "恢复联系日期 Day on which he was found") LocalDate foundOn,
        @Schema(description = "状态 State", required = true) ContactLoss.ContactState state,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
