package io.zhixing.city.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixing.city.CityFailure;
import io.zhixing.city.load.Api;
import io.zhixing.city.sample.Campaign;

/** Asks every service for its figures of the city in the campaign, as the city office would. */
public final class FigureReader {

    private final Api api;
    private final List<String> services;

    public FigureReader(Api api, List<String> services) {
        this.api = api;
        this.services = services;
    }

    /** By code, in the order of the services. */
    public Map<String, ComputedFigure> read(String organization) {
        var figures = new LinkedHashMap<String, ComputedFigure>();
        for (var service : services) {
            for (var figure : of(service, organization)) {
                figures.put(figure.code(), figure);
            }
        }
        return figures;
    }

    private List<ComputedFigure> of(String service, String organization) {
        var path = "/" + service + "/v1/figures?organization=" + organization + "&from=" + Campaign.FROM + "&to="
                + Campaign.TO;
        var answer = api.get(path);
        if (answer.status() != 200) {
            throw new CityFailure("无法取得数据：" + path + " → " + answer.status() + " " + answer.body(),
                    "The figures cannot be read");
        }
        var figures = new ArrayList<ComputedFigure>();
        for (var figure : answer.body().path("figures")) {
            figures.add(new ComputedFigure(figure.path("code").asText(), figure.path("labelZh").asText(),
                    figure.path("labelEn").asText(), text(figure.path("value")), figure.path("unit").asText(),
                    count(figure.path("numerator")), count(figure.path("denominator")), service));
        }
        return figures;
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? null : value.asText();
    }

    private static Long count(JsonNode value) {
        return value.isNumber() ? value.asLong() : null;
    }
}
