package io.zhixing.city;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.city.report.ComputedFigure;
import io.zhixing.city.report.FigureCheck;
import io.zhixing.city.sample.Expectations;
import io.zhixing.city.sample.SampleCity;

/** Compares a report file with what the generator counts for the same scale and seed, apart from any running city. */
public final class CheckReport {

    private CheckReport() {}

    /** Arguments: report file, scale, seed. Exit code 3 when a figure is missing or differs. */
    public static void main(String[] arguments) throws IOException {
        var expected = Expectations
                .of(SampleCity.of(Long.parseLong(arguments[2]), Double.parseDouble(arguments[1])));
        var differences = FigureCheck.differences(expected, figures(Path.of(arguments[0])));
        differences.forEach(System.err::println);
        if (!differences.isEmpty()) {
            System.exit(CityFailure.FIGURES_DIFFER);
        }
        System.out.println(expected.size() + " figures as generated: " + expected);
    }

    private static Map<String, ComputedFigure> figures(Path file) throws IOException {
        var report = new ObjectMapper().readValue(file.toFile(),
                new TypeReference<Map<String, List<ComputedFigure>>>() {
                });
        var figures = new LinkedHashMap<String, ComputedFigure>();
        report.get("figures").forEach(figure -> figures.put(figure.code(), figure));
        return figures;
    }
}
