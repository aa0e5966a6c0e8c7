package io.zhixing.organization.screening;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ScreeningSheet", description = "支部排查表 A branch's sheet, with its progress", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4f0","screeningId":"01912d68-783e-7a0f-8000-0f54b3b0a4ef",
         "organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","state":"OPEN","members":21,"unchecked":3,"pending":2,"version":1}""")
record SheetView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "所属排查 Screening", required = true) UUID screeningId,
        @Schema(description = "支部 Branch", required = true) UUID organizationId,
        @Schema(description = "状态 State", required = true) SheetState state,
        @Schema(description = "党员数 Members on it", required = true, minimum = "0") long members,
        @Schema(description = "未排查数 Of these not checked yet", required = true, minimum = "0") long unchecked,
        @Schema(description = "待处理数 Of these with an action neither done nor handed on", required = true, minimum = "0") long pending,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
