package io.zhixing.acceptance.faults.intent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.acceptance.faults.intent.Entry.State;
import io.zhixing.city.launch.Service;

/**
 * What was meant and what was answered, a line for each, written before a call is sent and after its answer came. It
 * knows nothing from the services but their answers: what stands in their tables is held against it.
 */
public final class Ledger implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileChannel file;
    private final Map<Long, Entry> entries = new ConcurrentHashMap<>();
    private final Queue<Sending> sendings = new ConcurrentLinkedQueue<>();

    /** One sending of an intent. */
    public record Sending(Intent intent, Answer answer) {

        public Service service() {
            return intent.kind().service();
        }

        public String inWords() {
            return intent.kind() + " " + intent.key() + ": " + answer.inWords();
        }
    }

    public Ledger(Path file) {
        try {
            this.file = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Before the first sending. */
    void intend(Intent intent) {
        entries.put(intent.number(), new Entry(intent));
        line(Map.of("intent", intent.number(), "what", intent.kind(), "key", intent.key(), "mark", intent.mark(),
                "body", intent.bodyHash()));
    }

    /** After each sending. */
    void sent(Intent intent, Answer answer) {
        sendings.add(new Sending(intent, answer));
        line(Map.of("intent", intent.number(), "answer", answer.inWords(), "millis", answer.nanos() / 1_000_000));
    }

    void end(Intent intent, State state, Answer answer) {
        entries.get(intent.number()).end(state, answer);
        line(Map.of("intent", intent.number(), "outcome", state));
    }

    void remark(Intent intent, String words) {
        entries.get(intent.number()).remark(words);
        line(Map.of("intent", intent.number(), "remark", words));
    }

    Entry entry(Intent intent) {
        return entries.get(intent.number());
    }

    public Collection<Entry> entries() {
        return entries.values();
    }

    public long count(State state) {
        return entries.values().stream().filter(one -> one.state() == state).count();
    }

    /** What was sent from this moment on, by the clock of {@link System#nanoTime}. */
    public List<Sending> since(long nanos) {
        return sendings.stream().filter(one -> one.answer().at() >= nanos).toList();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void line(Map<String, ?> words) {
        try {
            file.write(ByteBuffer.wrap((JSON.writeValueAsString(words) + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
