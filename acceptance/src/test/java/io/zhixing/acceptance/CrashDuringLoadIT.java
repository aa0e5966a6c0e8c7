package io.zhixing.acceptance;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.zhixing.city.launch.Service;
import io.zhixing.city.report.FigureCheck;
import io.zhixing.city.sample.Expectations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writers and consumers die by kill -9 while a city is loaded: organization-service among members, session-service as
 * the consumer of members and as the writer of sessions, evaluation-service as the consumer of sessions. The load goes
 * on by its idempotency keys. What stands in the end must be what would stand without any death.
 */
@Timeout(300)
class CrashDuringLoadIT {

    private static final double SCALE = 0.01;
    private static final Duration REST = Duration.ofSeconds(60);
    /** Versions of a resource that are not 1…n, each once. */
    private static final String GAPS = """
            select count(*) from (select from change where op <> 'MOVE' group by resource_type, resource_id
              having min(version) <> 1 or max(version) <> count(*)) broken""";

    private static CrashingCity city;

    @BeforeAll
    static void kill_services_while_the_city_is_loaded() throws Exception {
        city = new CrashingCity(Path.of("target/crashing-city").toAbsolutePath(), SCALE);
        long members = city.sample().members().size();
        long sessions = city.sample().sessions().size();
        city.loading()
                .killing(Service.ORGANIZATION, Service.ORGANIZATION, "party_member", members / 10)
                .killing(Service.SESSION, Service.ORGANIZATION, "party_member", members / 5)
                .killing(Service.SESSION, Service.SESSION, "study_session", sessions / 10)
                .killing(Service.EVALUATION, Service.SESSION, "study_session", sessions / 5)
                .loaded();
    }

    @AfterAll
    static void stop() {
        if (city != null) {
            city.close();
        }
    }

    @Test
    void the_figures_are_those_the_generator_counted() {
        // Given
        var expected = Expectations.of(city.sample());

        // When
        var figures = FigureCheck.await(expected,
                () -> city.figures(List.of(Service.ORGANIZATION.prefix(), Service.SESSION.prefix())), REST);

        // Then
        assertEquals(List.of(), FigureCheck.differences(expected, figures));
    }

    @ParameterizedTest
    @MethodSource("loaded")
    void every_row_that_was_sent_is_there_once(Service service, String table, long sent) throws SQLException {
        // When
        long rows = city.count(service, table);

        // Then
        assertEquals(sent, rows);
    }

    static Stream<Arguments> loaded() {
        var sample = city.sample();
        return Stream.of(
                Arguments.of(Service.ORGANIZATION, "party_organization", sample.organizations().size()),
                Arguments.of(Service.ORGANIZATION, "party_member", sample.members().size()),
                Arguments.of(Service.ORGANIZATION, "post", sample.posts().all().size()),
                Arguments.of(Service.SESSION, "study_session", sample.sessions().size()),
                Arguments.of(Service.SESSION, "attendance", sample.sessions().stream()
                        .mapToLong(session -> sample.attendance().of(session).size()).sum()),
                Arguments.of(Service.SESSION, "lecture",
                        sample.sessions().stream().mapToLong(session -> session.lectures().size()).sum()));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void no_version_is_missing_or_there_twice_and_nothing_waits_to_be_sent(Service service) {
        eventually(REST, () -> assertEquals(0, city.count(service, "outbox")));
        eventually(() -> assertEquals("0", city.text(service, GAPS)));
        eventually(() -> assertEquals(0, city.count(service, "parked_event")));
    }

    @ParameterizedTest
    @EnumSource(names = {"ORGANIZATION", "SESSION"})
    void the_topic_has_every_version_and_the_first_of_each_in_order(Service service) throws SQLException {
        // Given
        var changed = city.text(service, """
                select coalesce(sum(versions), 0) from (select max(version) as versions from change
                  where op <> 'MOVE' group by resource_type, resource_id) each""");

        // When
        var versions = TopicVersions.read(city.kafka(), service.prefix() + ".events.v1");

        // Then
        assertEquals(Map.of(), versions.outOfOrder());
        assertEquals(Long.parseLong(changed), versions.distinct());
    }

    @ParameterizedTest
    @MethodSource("projections")
    void a_projection_holds_what_its_source_holds(Service source, String table, Service reader, String projection) {
        eventually(REST, () -> assertEquals(
                city.text(source, "select md5(string_agg(id || ' ' || version, ',' order by id)) from " + table),
                city.text(reader, "select md5(string_agg(id || ' ' || version, ',' order by id)) from " + projection)));
    }

    static Stream<Arguments> projections() {
        return Stream.of(
                Arguments.of(Service.ORGANIZATION, "party_organization", Service.SESSION, "organization_ref"),
                Arguments.of(Service.ORGANIZATION, "party_member", Service.SESSION, "member_ref"),
                Arguments.of(Service.ORGANIZATION, "post", Service.SESSION, "post_ref"),
                Arguments.of(Service.ORGANIZATION, "party_organization", Service.EVALUATION, "organization_ref"),
                Arguments.of(Service.ORGANIZATION, "party_member", Service.EVALUATION, "member_ref"),
                Arguments.of(Service.SESSION, "study_session", Service.EVALUATION, "study_session_ref"),
                Arguments.of(Service.ORGANIZATION, "party_organization", Service.POVERTY_PROJECT, "organization_ref"));
    }
}
