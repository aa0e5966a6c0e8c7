package io.zhixing.city.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

import io.zhixing.city.CityFailure;
import io.zhixing.city.Terminal;
import io.zhixing.city.sample.Division;
import io.zhixing.city.sample.Member;
import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.SampleCity;
import io.zhixing.city.sample.Session;

/**
 * Loads a sample city through the public interface, stage by stage, with a fixed number of calls under way. Every key
 * follows from the seed, so a load that was cut off goes on where it stood when it is started again.
 */
public final class CityLoader {

    private static final int CALLS_UNDER_WAY = 8;
    private static final Duration DIRECTORY_PATIENCE = Duration.ofSeconds(60);
    private static final int DIRECTORY_PAUSE_MILLIS = 100;

    private final SampleCity city;
    private final Api api;
    private final Terminal terminal;
    private final String keyPrefix;
    private final AtomicReferenceArray<String> organizationIds;
    private final AtomicReferenceArray<String> organizationTags;
    private final AtomicReferenceArray<String> memberIds;

    public CityLoader(SampleCity city, Api api, Terminal terminal) {
        this.city = city;
        this.api = api;
        this.terminal = terminal;
        this.keyPrefix = "city-" + city.seed() + "-" + city.scale() + "-";
        this.organizationIds = new AtomicReferenceArray<>(city.organizations().size());
        this.organizationTags = new AtomicReferenceArray<>(city.organizations().size());
        this.memberIds = new AtomicReferenceArray<>(city.members().size());
    }

    /** Returns when every call was answered with success; ends with the first call that was refused. */
    public void load() {
        inPool(pool -> {
            loadRegister(pool);
            stage(pool, "学习活动", "study sessions", city.sessions(), this::record);
        });
    }

    /** Only what others lean on, organizations, members and posts; returns when the session service knows the hosts. */
    public void loadRegister() {
        inPool(this::loadRegister);
    }

    private void loadRegister(ExecutorService pool) {
        loadDivisions(pool);
        loadOrganizations(pool);
        stage(pool, "党员", "members", city.members(), this::enrol);
        activateOrganizations(pool);
        stage(pool, "书记任职", "secretaries", city.posts().all(), post -> api.post("/organization/v1/posts",
                Requests.post(post, idOf(post.holder()), idOf(post.organization())), key("post", post.index()),
                null));
        awaitDirectory(pool);
    }

    private static void inPool(Consumer<ExecutorService> work) {
        var pool = Executors.newFixedThreadPool(CALLS_UNDER_WAY, task -> {
            var thread = new Thread(task, "loader");
            thread.setDaemon(true);
            return thread;
        });
        try {
            work.accept(pool);
        } finally {
            pool.shutdownNow();
        }
    }

    /** The service's id of a member, once enrolled. */
    public String idOf(Member member) {
        return memberIds.get(member.index());
    }

    public String idOf(Organization organization) {
        return organizationIds.get(organization.index());
    }

    private void loadDivisions(ExecutorService pool) {
        var bar = terminal.bar("行政区划", "divisions", city.divisions().all().size());
        for (var level : Division.Level.values()) {
            var ofLevel = city.divisions().all().stream().filter(one -> one.level() == level).toList();
            each(pool, ofLevel, bar, one -> api.post("/organization/v1/divisions", Requests.division(one),
                    keyPrefix + "division-" + one.code(), null));
        }
        bar.end();
    }

    private void loadOrganizations(ExecutorService pool) {
        var bar = terminal.bar("党组织", "organizations", city.organizations().size());
        for (var level : levels()) {
            each(pool, level, bar, this::create);
        }
        bar.end();
    }

    private void activateOrganizations(ExecutorService pool) {
        var bar = terminal.bar("党组织启用", "activations", city.organizations().size());
        for (var level : levels()) {
            each(pool, level, bar,
                    one -> api.post("/organization/v1/organizations/" + idOf(one) + "/transitions",
                            Requests.activation(one), key("activation", one.index()),
                            organizationTags.get(one.index())));
        }
        bar.end();
    }

    /** Superiors before those below them. */
    private List<List<Organization>> levels() {
        var levels = new ArrayList<List<Organization>>();
        for (var one : city.organizations()) {
            while (levels.size() <= one.depth()) {
                levels.add(new ArrayList<>());
            }
            levels.get(one.depth()).add(one);
        }
        return levels;
    }

    private void create(Organization one) {
        var answer = api.post("/organization/v1/organizations",
                Requests.organization(one, one.parent() == null ? null : idOf(one.parent())),
                key("organization", one.index()), null);
        organizationIds.set(one.index(), answer.body().path("id").asText());
        organizationTags.set(one.index(), answer.etag());
    }

    private void enrol(Member one) {
        var answer = api.post("/organization/v1/members", Requests.member(one, idOf(one.branch())),
                key("member", one.index()), null);
        memberIds.set(one.index(), answer.body().path("id").asText());
    }

    private void record(Session session) {
        var convener = city.posts().secretaryOn(session.host(), session.heldOn());
        api.post("/session/v1/study-sessions", Requests.session(session, city.attendance().of(session), convener,
                idOf(session.host()), this::idOf), key("session", session.index()), null);
    }

    /** A session can be recorded once the session service has heard of its host; that takes about a second. */
    private void awaitDirectory(ExecutorService pool) {
        var hosts = city.organizations().stream().filter(Organization::isBranch).toList();
        stage(pool, "等待组织目录", "waiting for the directory", hosts, host -> {
            long deadline = System.nanoTime() + DIRECTORY_PATIENCE.toNanos();
            while (api.get("/session/v1/study-sessions?limit=1&organization=" + idOf(host)).status() != 200) {
                if (System.nanoTime() > deadline) {
                    throw new CityFailure("学习活动服务一分钟内仍未收到党组织 " + host.code(),
                            "The session service has not heard of organization " + host.code() + " within a minute");
                }
                pause();
            }
        });
    }

    private static void pause() {
        try {
            Thread.sleep(DIRECTORY_PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CityFailure("载入已中断", "The load was interrupted");
        }
    }

    private <T> void stage(ExecutorService pool, String zh, String en, List<T> items, Consumer<T> call) {
        var bar = terminal.bar(zh, en, items.size());
        each(pool, items, bar, call);
        bar.end();
    }

    /** Takes the items in their order, several at a time; the first failure stops all. */
    private static <T> void each(ExecutorService pool, List<T> items, Terminal.Bar bar, Consumer<T> call) {
        var next = new AtomicInteger();
        var workers = new ArrayList<Future<?>>();
        for (int i = 0; i < CALLS_UNDER_WAY; i++) {
            workers.add(pool.submit(() -> {
                for (int at = next.getAndIncrement(); at < items.size(); at = next.getAndIncrement()) {
                    try {
                        call.accept(items.get(at));
                    } catch (RuntimeException failure) {
                        next.set(items.size());
                        throw failure;
                    }
                    bar.step();
                }
            }));
        }
        workers.forEach(CityLoader::await);
    }

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof CityFailure known) {
                throw known;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CityFailure("载入已中断", "The load was interrupted");
        }
    }

    private String key(String kind, int index) {
        return keyPrefix + kind + "-" + index;
    }
}
