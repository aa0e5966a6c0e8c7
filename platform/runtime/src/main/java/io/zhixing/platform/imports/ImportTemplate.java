package io.zhixing.platform.imports;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ImportTemplate", description = "导入模板 The columns of a kind", examples = """
        {"kind":"members","csv":"memberNumber,name\\r\\n","columns":[{"name":"memberNumber","label":"党员编号","required":true,
         "description":"党员编号 Member number"}]}""")
public record ImportTemplate(
        @Schema(description = "种类 Kind", required = true) String kind,
        @Schema(description = "空白CSV文件 An empty CSV file", required = true) String csv,
        @Schema(description = "各列 Columns", required = true) List<TemplateColumn> columns) {

    @Schema(name = "ImportTemplateColumn", description = "一列 One column; its name or its label may stand in the header")
    public record TemplateColumn(
            @Schema(description = "英文列名 English name", required = true) String name,
            @Schema(description = "中文列名 Chinese label", required = true) String label,
            @Schema(description = "是否必有 Whether a file without it is refused", required = true) boolean required,
            @Schema(description = "说明 What it holds", required = true) String description) {}

    static ImportTemplate of(ImportKind<?> kind, boolean chinese) {
        var columns = new ImportColumns(kind);
        var header = columns.templateHeader(chinese).stream().collect(Collectors.joining(",", "", "\r\n"));
        return new ImportTemplate(kind.name(), header, columns.all().stream().map(column -> {
            var described = column.component().getAccessor().getAnnotation(Schema.class);
            return new TemplateColumn(column.name(), column.label(), column.required(),
                    described == null ? column.label() : described.description() + values(column));
        }).toList());
    }

    private static String values(ImportColumns.Column column) {
        var type = column.component().getType();
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(String::valueOf)
                        .collect(Collectors.joining("|", " (", ")"))
                : "";
    }
}
