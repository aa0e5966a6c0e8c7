package io.zhixing.city;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.zhixing.city.launch.DataFolder;
import io.zhixing.city.launch.Service;
import io.zhixing.city.load.Api;
import io.zhixing.city.load.CityLoader;
import io.zhixing.city.load.Tokens;
import io.zhixing.city.report.ArticleFigure;
import io.zhixing.city.report.CampaignReport;
import io.zhixing.city.report.ComputedFigure;
import io.zhixing.city.report.FigureCheck;
import io.zhixing.city.report.FigureReader;
import io.zhixing.city.sample.Expectations;
import io.zhixing.city.sample.SampleCity;

/**
 * The sample city of a data folder: which one it is, whether it is loaded, its report. A load that was cut off goes on;
 * a loaded city is not loaded again.
 */
final class SampleLoad {

    private static final String RECORD = "sample-city.json";
    private static final String ROOT = "001";
    private static final Duration CALL_PATIENCE = Duration.ofSeconds(60);
    private static final Duration PROJECTION_PATIENCE = Duration.ofSeconds(60);

    private final DataFolder data;
    private final SampleCity city;
    private final boolean loadedBefore;

    private SampleLoad(DataFolder data, SampleCity city, boolean loadedBefore) {
        this.data = data;
        this.city = city;
        this.loadedBefore = loadedBefore;
    }

    /** The city the folder holds already, else the one asked for; fails when they contradict each other. */
    static SampleLoad of(DataFolder data, Options options) {
        var record = data.read(RECORD).orElse(Map.of());
        if (record.isEmpty()) {
            return new SampleLoad(data, SampleCity.of(options.seed(), options.scale()), false);
        }
        double scale = Double.parseDouble(record.get("scale"));
        long seed = Long.parseLong(record.get("seed"));
        if (options.askedScale().orElse(scale) != scale || options.askedSeed().orElse(seed) != seed) {
            throw new CityFailure(CityFailure.WRONG_OPTIONS,
                    "数据文件夹里已有规模 " + scale + "、种子 " + seed + " 的城市；请用 --fresh 重建，或用 --data 另选文件夹",
                    "The data folder holds a city of scale " + scale + " and seed " + seed
                            + "; start anew with --fresh, or choose another folder with --data");
        }
        return new SampleLoad(data, SampleCity.of(seed, scale), "loaded".equals(record.get("state")));
    }

    SampleCity city() {
        return city;
    }

    /** The ids of those members whom personas are, by member number; empty before the first load is done. */
    Map<String, String> personaMembers() {
        var members = new LinkedHashMap<>(data.read(RECORD).orElse(Map.of()));
        members.keySet().removeIf(key -> !key.startsWith("ZX"));
        return members;
    }

    boolean isLoaded() {
        return loadedBefore;
    }

    /** @param personaMembers member numbers whose ids are kept for the sign-in page */
    void load(HttpClient http, URI front, URI issuer, Terminal terminal, Iterable<String> personaMembers) {
        terminal.say("载入示例城市（规模 " + city.scale() + "，种子 " + city.seed() + "）/ Loading the sample city");
        data.write(RECORD, record("loading"));
        var loader = new CityLoader(city,
                caller -> new Api(http, front, new Tokens(http, issuer, caller), CALL_PATIENCE), terminal);
        loader.load();
        var record = record("loaded");
        for (var number : personaMembers) {
            city.members().stream().filter(one -> one.memberNumber().equals(number)).findFirst()
                    .ifPresent(one -> record.put(number, loader.idOf(one)));
        }
        data.write(RECORD, record);
    }

    /**
     * Prints the report and writes it where asked. After a load the figures must be those of the generator; later the
     * city may have been used, and they are only shown.
     */
    void report(HttpClient http, URI front, URI issuer, Terminal terminal, Options options) {
        var office = new Api(http, front, new Tokens(http, issuer, "city-office"), CALL_PATIENCE);
        var reader = new FigureReader(office, Service.prefixes());
        var expected = Expectations.of(city);
        var patience = loadedBefore ? Duration.ZERO : PROJECTION_PATIENCE;
        var figures = FigureCheck.await(expected, () -> reader.read(ROOT), patience);
        var report = new CampaignReport(ArticleFigure.all(), figures, city.scale());
        report.lines().forEach(terminal::say);
        if (options.report() != null) {
            report.writeTo(options.report());
        }
        compare(expected, figures, terminal);
    }

    private void compare(Map<String, String> expected, Map<String, ComputedFigure> figures, Terminal terminal) {
        var differences = FigureCheck.differences(expected, figures);
        if (differences.isEmpty()) {
            terminal.say("核对：各项数据与生成器的预期一致 / Checked: every figure equals what the generator counted");
        } else if (loadedBefore) {
            terminal.say("与初次载入不同（数据已被使用）/ Not as first loaded, the data has been used: " + differences);
        } else {
            throw new CityFailure(CityFailure.FIGURES_DIFFER, "数据与生成器的预期不符：" + String.join("；", differences),
                    "The figures differ from what the generator counted");
        }
    }

    private Map<String, String> record(String state) {
        var record = new LinkedHashMap<String, String>();
        record.put("seed", Long.toString(city.seed()));
        record.put("scale", Double.toString(city.scale()));
        record.put("state", state);
        return record;
    }
}
