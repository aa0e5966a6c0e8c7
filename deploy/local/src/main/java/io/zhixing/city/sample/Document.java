package io.zhixing.city.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A document of the campaign: its plan, guidance for one sector, or a work guide.
 *
 * @param sector null when it is for all
 * @param mustBeAcknowledged whether every committee acknowledges it
 */
public record Document(int index, String kind, String title, String sector, boolean mustBeAcknowledged) {

    public static final LocalDate DRAFTED = LocalDate.of(2016, 3, 5);
    public static final LocalDate ISSUED = LocalDate.of(2016, 3, 15);
    public static final LocalDate DUE = LocalDate.of(2016, 4, 15);

    private static final List<String> SECTORS = List.of("RURAL", "URBAN_COMMUNITY", "CITY_ORGAN",
            "STATE_OWNED_ENTERPRISE", "EDUCATION", "NON_PUBLIC_ENTERPRISE", "SOCIAL_ORGANIZATION");
    private static final List<String> NAMES = List.of("农村", "社区", "机关", "国有企业", "教育系统", "非公经济", "社会组织");

    public static final List<Document> ALL = Stream.of(
            Stream.of(new Document(1, "PLAN", "“两学一做”学习教育实施方案", null, true)),
            IntStream.range(0, SECTORS.size()).mapToObj(i -> new Document(2 + i, "SECTOR_GUIDANCE",
                    NAMES.get(i) + "党组织学习教育指导意见", SECTORS.get(i), false)),
            Stream.of(new Document(9, "WORK_GUIDE", "学习教育工作指引", null, false))).flatMap(all -> all).toList();

    public String number() {
        return "示学组〔2016〕" + index + "号";
    }

    public LocalDate acknowledgedOn(Organization organization) {
        return ISSUED.plusDays(1 + organization.index() % 20);
    }
}
