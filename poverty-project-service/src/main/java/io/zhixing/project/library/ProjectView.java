package io.zhixing.project.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ServiceProject", description = "帮扶项目 A project", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4d5","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d6","code":"2016-441223-0001",
         "name":"示例村道路硬化","category":"ASSISTANCE","nature":"NEW","countyCode":"441223","areaCode":"441223100","purposeCode":"ROAD",
         "implementingUnit":"示例村委会","tasks":"硬化村道1.2公里","beneficiaries":"全村农户","benefitMechanism":"改善出行",
         "planStart":"2016-06-01","planEnd":"2016-12-31","libraryYear":2016,"hasPerformanceTarget":true,"budgetFen":0,
         "state":"DRAFT","stateOn":"2016-04-01","version":1}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "所在组织 Territorial organization", required = true) UUID organizationId,
        @Schema(description = "帮扶组织 Assisting organization") UUID assistingOrganizationId,
        @Schema(description = "编码 Code", required = true) String code,
        @Schema(description = "名称 Name", required = true) String name,
        @Schema(description = "项目类别 Category", required = true) ProjectCategory category,
        @Schema(description = "项目性质 Nature", required = true) ProjectNature nature,
        @Schema(description = "县区代码 County code", required = true) String countyCode,
        @Schema(description = "地点代码 Division code of the place", required = true) String areaCode,
        @Schema(description = "用途 Purpose", required = true) String purposeCode,
        @Schema(description = "实施单位 Implementing unit", required = true) String implementingUnit,
        @Schema(description = "建设任务 Tasks") String tasks,
        @Schema(description = "受益对象 Beneficiaries") String beneficiaries,
        @Schema(description = "带贫减贫机制 Participation and benefit mechanism") String benefitMechanism,
        @Schema(description = "计划开工日 Planned start", required = true) LocalDate planStart,
        @Schema(description = "计划完工日 Planned end", required = true) LocalDate planEnd,
        @Schema(description = "入库年度 Year of the library", required = true) int libraryYear,
        @Schema(description = "有无绩效目标 Whether it has a performance target", required = true) boolean hasPerformanceTarget,
        @Schema(description = "预算合计（分） Budgets together, in fen", required = true, minimum = "0") long budgetFen,
        @Schema(description = "状态 State", required = true) ProjectState state,
        @Schema(description = "状态日期 Business day of the last step", required = true) LocalDate stateOn,
        @Schema(description = "预算 Its budgets; in the answer of one project alone") List<BudgetShare> budgets,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {

    @Schema(name = "BudgetShare", description = "预算份额 Money of one allocation for the project", examples = """
            {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4da","fundAllocationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","amountFen":3252700}""")
    record BudgetShare(
            @Schema(description = "标识 Id of the budget", required = true) UUID id,
            @Schema(description = "资金分配 Allocation", required = true) UUID fundAllocationId,
            @Schema(description = "金额（分） Amount in fen", required = true, minimum = "1") long amountFen) {}

    static ProjectView read(ResultSet row) throws SQLException {
        return new ProjectView(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class),
                row.getObject("assisting_organization_id", UUID.class), row.getString("code"), row.getString("name"),
                ProjectCategory.valueOf(row.getString("category")), ProjectNature.valueOf(row.getString("nature")),
                row.getString("county_code"), row.getString("area_code"), row.getString("purpose_code"),
                row.getString("implementing_unit"), row.getString("tasks"), row.getString("beneficiaries"),
                row.getString("benefit_mechanism"), row.getObject("plan_start", LocalDate.class),
                row.getObject("plan_end", LocalDate.class), row.getInt("library_year"),
                row.getBoolean("has_performance_target"), row.getLong("budget_fen"),
                ProjectState.valueOf(row.getString("status")), row.getObject("status_on", LocalDate.class),
                null, row.getLong("version"));
    }
}
