package io.zhixing.city.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The 115 divisions of the city from the public list, and village-level ones that are generated: three digits behind
 * the code of their town, spread evenly over all towns that are places.
 */
public final class Divisions {

    private static final String LIST = "/zhaoqing-divisions.csv";

    private final List<Division> all;

    private Divisions(List<Division> all) {
        this.all = all;
    }

    static Divisions of(double scale) {
        var all = new ArrayList<>(published());
        all.addAll(villages(towns(all), Campaign.scaled(Campaign.VILLAGES, scale)));
        return new Divisions(List.copyOf(all));
    }

    /** Parents come before their children. */
    public List<Division> all() {
        return all;
    }

    public List<Division> of(Division.Level level) {
        return all.stream().filter(division -> division.level() == level && !division.notAPlace()).toList();
    }

    List<Division> children(String parentCode) {
        return all.stream().filter(division -> parentCode.equals(division.parentCode()) && !division.notAPlace())
                .toList();
    }

    private static List<Division> towns(List<Division> published) {
        return published.stream().filter(division -> division.level() == Division.Level.TOWN && !division.notAPlace())
                .toList();
    }

    private static List<Division> villages(List<Division> towns, int count) {
        var villages = new ArrayList<Division>();
        for (int i = 0; i < count; i++) {
            var town = towns.get(i % towns.size());
            int number = i / towns.size() + 1;
            villages.add(new Division(town.code() + "%03d".formatted(number), town.name() + "示例" + number + "村",
                    Division.Level.VILLAGE, town.code(), false));
        }
        return villages;
    }

    private static List<Division> published() {
        try (var lines = new BufferedReader(
                new InputStreamReader(Divisions.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1))
                    .map(cell -> new Division(cell[0], cell[1], Division.Level.valueOf(cell[2]),
                            cell[3].isEmpty() ? null : cell[3], Boolean.parseBoolean(cell[4])))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
