package io.zhixing.project.fund;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FundAllocation", description = "资金分配 An allocation of a source to a county", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","fundSourceId":"01912d68-783e-7a0f-8000-0f54b3b0a4d1",
         "organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","sourceCategory":"POVERTY_SPECIAL","countyCode":"441223",
         "documentNo":"示例〔2016〕2号","amountFen":300000000,"allocatedOn":"2016-03-10","version":1}""")
record FundAllocationView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "资金来源 Fund source", required = true) UUID fundSourceId,
        @Schema(description = "接收组织 Receiving organization", required = true) UUID organizationId,
        @Schema(description = "资金类别 Category of the source", required = true) FundSource.FundCategory sourceCategory,
        @Schema(description = "县区代码 County code", required = true) String countyCode,
        @Schema(description = "文号 Number of the document", required = true) String documentNo,
        @Schema(description = "金额（分），冲销后为0 Amount in fen, 0 when it was reversed", required = true, minimum = "0") long amountFen,
        @Schema(description = "下达日期 Day of the allocation", required = true) LocalDate allocatedOn,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
