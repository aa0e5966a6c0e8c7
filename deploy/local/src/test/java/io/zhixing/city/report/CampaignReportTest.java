package io.zhixing.city.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignReportTest {

    private static final ComputedFigure ORGANIZATIONS = new ComputedFigure("ORG_COUNT", "党组织数", "Party organizations",
            "444", "ORGANIZATION", null, null, "organization");
    private static final ComputedFigure ATTENDANCE = new ComputedFigure("ATTENDANCE_RATE", "到会率", "Attendance rate",
            "91.30", "PERCENT", 1_826L, 2_000L, "session");

    @TempDir
    Path folder;

    @Test
    void shows_the_articles_value_the_scaled_value_and_the_computed_one_side_by_side() {
        // When
        var report = text(Map.of("ORG_COUNT", ORGANIZATIONS));

        // Then
        assertTrue(
                report.contains("党组织数 Party organizations：文章 article 8,885 | 本规模 at this scale 444 | 计算 computed 444"),
                report);
    }

    @Test
    void says_not_recorded_yet_for_what_no_service_has_and_gives_it_no_number() {
        // When
        var report = text(Map.of("ORG_COUNT", ORGANIZATIONS));

        // Then
        var absent = report.lines().filter(line -> line.contains("帮扶项目数")).toList();
        assertEquals(1, absent.size());
        assertTrue(absent.get(0).endsWith("尚未记录 / not recorded yet"), absent.get(0));
        assertTrue(report.contains("帮扶项目（尚未记录）个"), report);
        assertTrue(report.contains("（not recorded yet） members took the examination"), report);
    }

    @Test
    void names_every_figure_of_the_article_once() {
        // When
        var report = text(Map.of());

        // Then
        for (var figure : ArticleFigure.all()) {
            assertEquals(1, report.lines().filter(line -> line.startsWith("  · " + figure.zh() + " ")).count(),
                    figure.code());
        }
        assertFalse(report.contains("computed"), report);
    }

    @Test
    void shows_a_rate_with_both_of_its_counts() {
        // When
        var report = text(Map.of("ATTENDANCE_RATE", ATTENDANCE));

        // Then
        assertTrue(report.contains("到会率 Attendance rate：计算 computed 91.30% (1,826 / 2,000)"), report);
    }

    @Test
    void writes_the_figures_as_the_services_computed_them() throws IOException {
        // When
        var file = folder.resolve("new/r.json");
        new CampaignReport(ArticleFigure.all(), Map.of("ORG_COUNT", ORGANIZATIONS), 0.05).writeTo(file);

        // Then
        var figures = new ObjectMapper().readTree(file.toFile()).path("figures");
        assertEquals(1, figures.size());
        assertEquals("ORG_COUNT", figures.path(0).path("code").asText());
        assertEquals("444", figures.path(0).path("value").asText());
    }

    @Test
    void tells_which_figures_differ_from_what_was_loaded() {
        // When
        var differences = FigureCheck.differences(Map.of("ORG_COUNT", "445", "MEMBER_COUNT", "9000"),
                Map.of("ORG_COUNT", ORGANIZATIONS));

        // Then
        assertEquals(2, differences.size());
        assertTrue(String.join("\n", differences).contains("ORG_COUNT：应为 expected 445，实为 computed 444"));
        assertEquals(List.of(),
                FigureCheck.differences(Map.of("ORG_COUNT", "444"), Map.of("ORG_COUNT", ORGANIZATIONS)));
    }

    private static String text(Map<String, ComputedFigure> computed) {
        return new CampaignReport(ArticleFigure.all(), computed, 0.05).lines().stream()
                .collect(Collectors.joining("\n"));
    }
}
