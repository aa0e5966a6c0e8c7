package io.zhixing.project.obligation;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Obligation", description = "欠款 What is owed", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4db","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4",
         "kind":"LAND_COMPENSATION_ARREARS","countyCode":"441223","creditorName":"示例村","documentNo":"示例〔2015〕8号",
         "aroseOn":"2015-10-01","dueFen":50000000,"settledFen":0,"outstandingFen":50000000,"state":"OPEN","version":1}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ObligationView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "所属组织 Owner organization", required = true) UUID organizationId,
        @Schema(description = "欠款种类 Kind", required = true) ObligationKind kind,
        @Schema(description = "县区代码 County code", required = true) String countyCode,
        @Schema(description = "债权单位 Creditor: a village or a group", required = true) String creditorName,
        @Schema(description = "文号 Number of the document") String documentNo,
        @Schema(description = "形成日期 Day on which it arose", required = true) LocalDate aroseOn,
        @Schema(description = "应付（分） Due, in fen", required = true, minimum = "1") long dueFen,
        @Schema(description = "已付（分） Settled, in fen", required = true, minimum = "0") long settledFen,
        @Schema(description = "未付（分） Outstanding, in fen", required = true, minimum = "0") long outstandingFen,
        @Schema(description = "状态 State", required = true) ObligationState state,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
