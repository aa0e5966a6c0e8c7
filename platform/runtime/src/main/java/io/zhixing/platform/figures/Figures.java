package io.zhixing.platform.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Figures", description = "数据 A service's part of the campaign report", examples = """
        {"organization":{"id":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","code":"001"},"from":"2016-02-28","to":"2017-04-26",
         "freshness":[{"source":"organization","appliedUntil":"2026-09-01T08:30:02+08:00","parkedKeys":0}],"figures":[]}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figures(
        @Schema(description = "组织 Organization whose subtree is counted", required = true) Subject organization,
        @Schema(description = "起始日 First day, Asia/Shanghai, included", required = true) LocalDate from,
        @Schema(description = "截止日 Last day, Asia/Shanghai, included", required = true) LocalDate to,
        @Schema(description = "知悉日 Knowledge day: what was entered later does not count; absent for all known now") LocalDate asOf,
        @Schema(description = "新鲜度 Up to when other services' events have been applied", required = true) List<Freshness> freshness,
        @Schema(description = "各项数据 The figures", required = true) List<Figure> figures) {

    @Schema(name = "FiguresSubject", description = "所统计的组织 The organization counted")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subject(
            @Schema(description = "标识 Id", required = true) UUID id,
            @Schema(description = "编码 Code, where the caller named it by code") String code) {}

    @Schema(name = "Freshness", description = "某一来源的新鲜度 Freshness of one source")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Freshness(
            @Schema(description = "来源 Publisher", required = true) String source,
            @Schema(description = "已应用至 Instant of the newest event applied", required = true) Instant appliedUntil,
            @Schema(description = "搁置的键数 Aggregates that wait for an operator", required = true, minimum = "0") long parkedKeys) {}
}
