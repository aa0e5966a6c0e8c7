package io.zhixing.organization.group;

import java.time.LocalDate;
import java.util.UUID;

import io.zhixing.organization.group.PartyGroup.GroupState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PartyGroup", description = "党小组 A Party group", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e2","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","name":"第一党小组",
         "leaderMemberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","formedOn":"2012-03-01","state":"OPEN","version":1}""")
record PartyGroupView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "所在支部 Branch", required = true) UUID organizationId,
        @Schema(description = "名称 Name", required = true) String name,
        @Schema(description = "组长 Leader") UUID leaderMemberId,
        @Schema(description = "成立日期 Day it was formed", required = true) LocalDate formedOn,
        @Schema(description = "撤销日期 Day it was closed") LocalDate closedOn,
        @Schema(description = "状态 State", required = true) GroupState state,
        @Schema(description = "所延续的党小组 Group of the merged branch that goes on as this one, from the day it was formed") UUID continuesId,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
