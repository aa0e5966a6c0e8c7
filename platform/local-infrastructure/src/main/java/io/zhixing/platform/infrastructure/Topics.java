package io.zhixing.platform.infrastructure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The suite's topics and who reads them; the restricted one is for organization-service alone. Infrastructure makes
 * them, and beside each the dead letters of each reader: {@code <topic>.dead-letter.<service>}.
 */
public final class Topics {

    private static final Map<String, List<String>> READERS = Map.of(
            "organization.events.v1", List.of("session", "evaluation", "poverty-project"),
            "session.events.v1", List.of("evaluation", "poverty-project"),
            "evaluation.events.v1", List.of("organization", "poverty-project"),
            "poverty-project.events.v1", List.of("evaluation"),
            "evaluation.member-standing.v1", List.of("organization"));
    private static final String DEAD_LETTER = ".dead-letter.";
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);
    private static final int LARGEST_DEAD_LETTER = 16 * 1024 * 1024;

    private Topics() {}

    public static List<String> all() {
        return Stream.concat(events(), READERS.entrySet().stream().flatMap(topic -> topic.getValue().stream()
                .map(reader -> deadLetters(topic.getKey(), reader))).sorted()).toList();
    }

    /** What one service needs when it is alone: every topic, its own dead letters, and its own topic if the suite has none of it. */
    public static List<String> of(String service) {
        var own = service + ".events.v1";
        var read = READERS.entrySet().stream().filter(topic -> topic.getValue().contains(service))
                .map(Map.Entry::getKey);
        return Stream.of(events(), Stream.of(own),
                Stream.concat(read, Stream.of(own)).map(topic -> deadLetters(topic, service)))
                .flatMap(topics -> topics).distinct().toList();
    }

    private static String deadLetters(String topic, String reader) {
        return topic + DEAD_LETTER + reader;
    }

    private static Stream<String> events() {
        return READERS.keySet().stream().sorted();
    }

    /** Events are kept for ever, since consumers are rebuilt from them; dead letters until somebody has looked. */
    static Map<String, String> settings(String topic) {
        return topic.contains(DEAD_LETTER)
                ? Map.of("cleanup.policy", "delete", "retention.ms", String.valueOf(DEAD_LETTERS_KEPT.toMillis()),
                        "max.message.bytes", String.valueOf(LARGEST_DEAD_LETTER))
                : Map.of("cleanup.policy", "delete", "retention.ms", "-1");
    }
}
