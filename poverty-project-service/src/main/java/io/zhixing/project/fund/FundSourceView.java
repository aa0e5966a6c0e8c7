package io.zhixing.project.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FundSource", description = "资金来源 A fund source", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4d1","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","code":"2016-ZX-01",
         "name":"2016年脱贫专项资金","category":"POVERTY_SPECIAL","level":"PROVINCE","fiscalYear":2016,"documentNo":"示例〔2016〕1号",
         "appropriationFen":2640000000,"availableFrom":"2016-01-01","availableTo":"2017-12-31","purposes":["ROAD"],
         "state":"DRAFT","stateOn":"2016-03-01","version":1}""")
record FundSourceView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "所属组织 Owner organization", required = true) UUID organizationId,
        @Schema(description = "编码 Code", required = true) String code,
        @Schema(description = "名称 Name", required = true) String name,
        @Schema(description = "资金类别 Category", required = true) FundSource.FundCategory category,
        @Schema(description = "资金层级 Level", required = true) FundSource.FundLevel level,
        @Schema(description = "年度 Fiscal year", required = true) int fiscalYear,
        @Schema(description = "文号 Number of the document", required = true) String documentNo,
        @Schema(description = "金额（分），冲销后为0 Amount in fen, 0 when it was reversed", required = true, minimum = "0") long appropriationFen,
        @Schema(description = "可用起始日 First day of availability", required = true) LocalDate availableFrom,
        @Schema(description = "可用截止日 Last day of availability", required = true) LocalDate availableTo,
        @Schema(description = "用途 Purposes it may be spent on", required = true) List<String> purposes,
        @Schema(description = "状态 State", required = true) FundSource.FundSourceState state,
        @Schema(description = "状态日期 Business day of the last step", required = true) LocalDate stateOn,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
