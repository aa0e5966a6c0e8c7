package io.zhixing.city.sample;

/** An administrative division (行政区划); {@code notAPlace} marks a statistical unit that gets no organization. */
public record Division(String code, String name, Level level, String parentCode, boolean notAPlace) {

    public enum Level {
        CITY,
        COUNTY,
        TOWN,
        VILLAGE
    }
}
