package io.zhixing.organization.compliance;

import java.time.LocalDate;
import java.util.UUID;

import io.zhixing.platform.list.Listing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "OrganizationRule", description = "规则 A dated rule with its source", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4d9","code":"BRANCH_MOST_MEMBERS","appliesTo":"BRANCH","threshold":50,"severity":"WARNING",
         "effectiveFrom":"2018-10-28","source":"中国共产党支部工作条例（试行）, 2018, art. 4","certainty":"A"}""")
record RuleView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "代码 Code", required = true) String code,
        @Schema(description = "适用对象 Whom it concerns: a type of organization, or members", required = true) String appliesTo,
        @Schema(description = "数值 Threshold", required = true) long threshold,
        @Schema(description = "约束程度 How binding it is", required = true) Compliance.Severity severity,
        @Schema(description = "生效日 First day in force", required = true) LocalDate effectiveFrom,
        @Schema(description = "失效日 First day no longer in force") LocalDate effectiveTo,
        @Schema(description = "依据 Source", required = true) String source,
        @Schema(description = "确定程度：A原文，B多方一致，C实践 Certainty: A read, B several texts agree, C practice", required = true) String certainty) {

    static final Listing<RuleView> LISTING = Listing.of(RuleView.class, "r.*", "organization_rule r",
            row -> new RuleView(row.getObject("id", UUID.class), row.getString("code"), row.getString("applies_to"),
                    row.getLong("value"), Compliance.Severity.valueOf(row.getString("severity")),
                    row.getObject("effective_from", LocalDate.class), row.getObject("effective_to", LocalDate.class),
                    row.getString("source"), row.getString("certainty")))
            .orderedBy("code", "r.code", "text", "r.effective_from", "date", "r.id", "uuid")
            .filter("code", "r.code = ?")
            .filter("on", "r.effective_from <= ? and (r.effective_to is null or r.effective_to > ?)");
}
