package io.zhixing.organization.division;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "行政区划 An administrative division", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4d1","code":"441202","name":"端州区","level":"COUNTY","parentCode":"441200",
         "notAPlace":false,"version":1}""")
record DivisionView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "区划代码 Code of GB/T 2260", required = true, pattern = "^([0-9]{6}|[0-9]{9}|[0-9]{12})$") String code,
        @Schema(description = "名称 Name", required = true) String name,
        @Schema(description = "级别 Level", required = true) Division.Level level,
        @Schema(description = "上级代码 Code of the division above") String parentCode,
        @Schema(description = "非地域 true: a statistical unit that is no place", required = true) boolean notAPlace,
        @Schema(description = "代码启用日期 First day on which the code is valid; absent: from the beginning") LocalDate validFrom,
        @Schema(description = "代码撤销日期 First day on which the code is no longer valid; absent: it is") LocalDate validTo,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
