package io.zhixing.city.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.city.CityFailure;
import io.zhixing.city.sample.Campaign;

/**
 * The campaign report: every figure of the article beside what the services computed, in both languages. A figure no
 * service has is said to be not recorded yet and never gets a number.
 */
public final class CampaignReport {

    private static final String NOT_RECORDED_ZH = "尚未记录";
    private static final String NOT_RECORDED_EN = "not recorded yet";

    private final Map<String, ArticleFigure> article;
    private final Map<String, ComputedFigure> computed;
    private final double scale;

    public CampaignReport(List<ArticleFigure> article, Map<String, ComputedFigure> computed, double scale) {
        this.article = article.stream().collect(
                Collectors.toMap(ArticleFigure::code, figure -> figure, (one, same) -> one, LinkedHashMap::new));
        this.computed = computed;
        this.scale = scale;
    }

    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("== “两学一做”学习教育情况 / Two Studies, One Action: campaign report ==");
        lines.add("   " + Campaign.FROM + " – " + Campaign.TO + "，示例城市，规模 " + scale + " / sample city, scale " + scale);
        for (var paragraph : Paragraph.ALL) {
            lines.add("");
            lines.add(paragraph.zh(code -> value(code, NOT_RECORDED_ZH)));
            lines.add(paragraph.en(code -> value(code, NOT_RECORDED_EN)));
            paragraph.codes().forEach(code -> lines.add(line(code)));
        }
        lines.add("");
        return lines;
    }

    /** {@code {"figures":[…]}} over all services, as they computed them. */
    public void writeTo(Path file) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(),
                    Map.of("figures", List.copyOf(computed.values())));
        } catch (IOException failure) {
            throw new CityFailure("无法写入报告文件 " + file + "（" + failure.getMessage() + "）",
                    "The report cannot be written to " + file);
        }
    }

    private String value(String code, String absent) {
        var figure = computed.get(code);
        if (figure == null) {
            return "（" + absent + "）";
        }
        return figure.value() == null ? "—" : Numbers.text(figure.value(), figure.unit());
    }

    private String line(String code) {
        var stated = article.get(code);
        var figure = computed.get(code);
        var label = stated == null
                ? figure == null ? code : figure.labelZh() + " " + figure.labelEn()
                : stated.zh() + " " + stated.en();
        return "  · " + label + "：" + beside(stated) + computed(figure);
    }

    private String beside(ArticleFigure stated) {
        if (stated == null) {
            return "";
        }
        if (stated.isRequirement() || !stated.scales()) {
            return "文章 article " + stated.stated() + " | ";
        }
        return "文章 article " + stated.stated() + " | 本规模 at this scale " + stated.statedAt(scale) + " | ";
    }

    private String computed(ComputedFigure figure) {
        if (figure == null) {
            return NOT_RECORDED_ZH + " / " + NOT_RECORDED_EN;
        }
        var value = "计算 computed " + value(figure.code(), "");
        return figure.denominator() == null
                ? value
                : value + " (%,d / %,d)".formatted(figure.numerator(), figure.denominator());
    }
}
