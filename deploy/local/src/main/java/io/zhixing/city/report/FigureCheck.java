package io.zhixing.city.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.zhixing.city.CityFailure;

/** Compares what the services computed with what the generator counted, once their projections have come to rest. */
public final class FigureCheck {

    private static final int PAUSE_MILLIS = 250;

    private FigureCheck() {}

    /**
     * Asks until every expected figure is there and right, or until the deadline: then the last answer, with its
     * differences, is what the services say.
     */
    public static Map<String, ComputedFigure> await(Map<String, String> expected,
            Supplier<Map<String, ComputedFigure>> figures, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var answer = figures.get();
            if (differences(expected, answer).isEmpty() || System.nanoTime() > deadline) {
                return answer;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new CityFailure("报告已中断", "The report was interrupted");
            }
        }
    }

    /** One line for each figure that is missing or has another value. */
    public static List<String> differences(Map<String, String> expected, Map<String, ComputedFigure> answer) {
        var differences = new ArrayList<String>();
        expected.forEach((code, value) -> {
            var figure = answer.get(code);
            if (figure == null || !value.equals(figure.value())) {
                differences.add(code + "：应为 expected " + value + "，实为 computed "
                        + (figure == null ? "无 nothing" : figure.value()));
            }
        });
        return differences;
    }
}
