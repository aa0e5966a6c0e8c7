package io.zhixing.city;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import io.zhixing.city.launch.City;
import io.zhixing.city.launch.DataFolder;
import io.zhixing.city.launch.Lineup;
import io.zhixing.city.launch.Persona;
import io.zhixing.city.launch.Ports;
import io.zhixing.city.launch.Signals;
import io.zhixing.city.load.Api;
import io.zhixing.city.sample.SampleCity;

/**
 * The one command: starts the city, loads and reports it, waits for the end, and leaves nothing running. The work is
 * done by one thread while this one waits for whatever ends it: the work, a signal, or a part that died.
 */
public final class Up {

    private static final long BASE_SPACE = 500_000_000;
    private static final double SPACE_OF_WHOLE_CITY = 12e9;

    private final Options options;
    private final Terminal terminal;
    private final Path root;
    /** The exit code, or why the city must end. */
    private final CompletableFuture<Integer> ending = new CompletableFuture<>();

    private Up(Options options, Terminal terminal, Path root) {
        this.options = options;
        this.terminal = terminal;
        this.root = root;
    }

    public static void main(String[] arguments) {
        var root = Path.of(System.getProperty("zhixing.root", ".")).toAbsolutePath().normalize();
        var caller = Path.of(System.getProperty("zhixing.caller", "")).toAbsolutePath();
        var terminal = new Terminal(System.out, Boolean.getBoolean("zhixing.terminal"));
        int code;
        try {
            var options = Options.parse(List.of(arguments), root, caller);
            if (options.help()) {
                terminal.say(Options.USAGE);
                code = 0;
            } else {
                code = new Up(options, terminal, root).run();
            }
        } catch (CityFailure failure) {
            code = tell(failure);
        }
        System.exit(code);
    }

    private int run() {
        try (var data = DataFolder.open(options.data())) {
            var city = new City(data, new Ports(options.portBase()), root,
                    Boolean.getBoolean("zhixing.large") ? Lineup.large() : Lineup.whole(),
                    ending::completeExceptionally);
            int left = city.endLeftovers();
            if (left > 0) {
                terminal.say("已结束上次遗留的 " + left + " 个进程 / Ended " + left + " processes that an earlier start had left");
            }
            if (options.fresh()) {
                data.empty();
            }
            data.requireOwnVersions();
            data.requireSpace(BASE_SPACE + (long) (options.city() ? SPACE_OF_WHOLE_CITY * options.scale() : 0));
            city.requireStartable();
            Signals.handle(ending::complete, code -> force(city, code));
            return live(city, data);
        }
    }

    /** Starts the city and keeps it until something ends it; then ends it in order. */
    private int live(City city, DataFolder data) {
        var work = new Thread(() -> work(city, data), "work");
        work.setDaemon(true);
        work.start();
        int code;
        try {
            code = ending.join();
        } catch (RuntimeException failed) {
            code = tell(failed.getCause());
        }
        terminal.say("正在停止 / Stopping");
        work.interrupt();
        city.stop();
        terminal.say("已停止 / Stopped");
        return code;
    }

    private void work(City city, DataFolder data) {
        try {
            long startedAt = System.nanoTime();
            var load = options.city() ? SampleLoad.of(data, options) : null;
            var sample = load == null ? SampleCity.of(options.seed(), options.scale()) : load.city();
            var personas = Persona.of(sample);
            terminal.say("启动 PostgreSQL、Kafka 与身份服务 / Starting PostgreSQL, Kafka and the identity provider");
            city.startInfrastructure(personas, load == null ? Map.of() : load.personaMembers());
            terminal.say("启动四个服务 / Starting the four services");
            city.startServices(personas);
            terminal.say("全部就绪，用时 %.1f 秒 / All healthy after %1$.1f s"
                    .formatted((System.nanoTime() - startedAt) / 1e9));
            if (load != null) {
                loadAndReport(load, city, personas);
            }
            if (options.exitAfterReport()) {
                ending.complete(0);
                return;
            }
            city.welcome(personas).forEach(terminal::say);
            terminal.say("按 Ctrl-C 停止；数据保留 / Ctrl-C stops; the data stays");
        } catch (RuntimeException failure) {
            ending.completeExceptionally(failure);
        }
    }

    private void loadAndReport(SampleLoad load, City city, List<Persona> personas) {
        var http = Api.client();
        if (!load.isLoaded()) {
            load.load(http, city.front(), city.issuer(), terminal,
                    personas.stream().map(Persona::memberNumber).filter(Objects::nonNull).toList());
            city.introduce(personas, load.personaMembers());
        }
        load.report(http, city.front(), city.issuer(), terminal, options);
    }

    private static void force(City city, int code) {
        city.kill();
        Runtime.getRuntime().halt(code);
    }

    /** The clear line, below what explains it; anything unexpected is shown as what it is. */
    private static int tell(Throwable failure) {
        if (failure instanceof CityFailure known) {
            known.details().forEach(System.err::println);
            System.err.println(known.line());
            return known.exitCode();
        }
        failure.printStackTrace();
        System.err.println("启动器出错 / The launcher failed: " + failure);
        return CityFailure.FAILED;
    }
}
