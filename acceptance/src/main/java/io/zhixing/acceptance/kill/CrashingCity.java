package io.zhixing.acceptance.kill;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.zhixing.acceptance.Superuser;
import io.zhixing.acceptance.Waiting;
import io.zhixing.city.CityFailure;
import io.zhixing.city.Terminal;
import io.zhixing.city.launch.City;
import io.zhixing.city.launch.DataFolder;
import io.zhixing.city.launch.Lineup;
import io.zhixing.city.launch.Outages;
import io.zhixing.city.launch.Persona;
import io.zhixing.city.launch.Ports;
import io.zhixing.city.launch.Service;
import io.zhixing.city.load.Api;
import io.zhixing.city.load.CityLoader;
import io.zhixing.city.load.Tokens;
import io.zhixing.city.report.ComputedFigure;
import io.zhixing.city.report.FigureReader;
import io.zhixing.city.sample.SampleCity;

/** A small city whose parts are killed while it is loaded, and started again. */
public final class CrashingCity implements AutoCloseable {

    private static final String CITY_CODE = "001";
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final SampleCity sample;
    private final HttpClient http = Api.client();
    private final Terminal terminal = new Terminal(System.out, false);
    private final CompletableFuture<Void> death = new CompletableFuture<>();
    private final DataFolder data;
    private final Ports ports;
    private final City city;
    private final Superuser superuser;
    private final Thread endWithUs;
    private CompletableFuture<Void> load;

    /**
     * Starts the whole suite, empty.
     *
     * @param folder emptied first
     * @param root of the project
     */
    public CrashingCity(Path folder, Path root, int portBase, SampleCity sample) {
        this.sample = sample;
        ports = new Ports(portBase);
        data = DataFolder.open(folder);
        superuser = new Superuser(data, ports);
        city = new City(data, ports, root, Lineup.whole(), death::completeExceptionally);
        endWithUs = new Thread(city::kill, "end-of-crashing-city");
        city.endLeftovers();
        data.empty();
        data.requireOwnVersions();
        city.requireStartable();
        Runtime.getRuntime().addShutdownHook(endWithUs);
        var personas = Persona.of(sample);
        city.startInfrastructure(personas, Map.of());
        city.startServices(personas);
    }

    public SampleCity sample() {
        return sample;
    }

    /** Lets the load begin; it tries its calls again for as long as a restart may take. */
    public CrashingCity loading() {
        var loader = new CityLoader(sample, this::api, terminal);
        load = CompletableFuture.runAsync(loader::load);
        return this;
    }

    /**
     * Kill -9 for the victim once the stage has come so far, and its start after that. Fails when the stage was over
     * before: then nothing would have been shown.
     */
    public Death killing(Victim victim, Stage stage, double share) {
        long all = stage.rows(sample);
        long wanted = (long) (all * share);
        Waiting.until(PATIENCE, LOOK, () -> load.isDone() || rows(stage) >= wanted);
        requireLoading(victim);
        terminal.say("kill -9 %s（%s）/ amid the %s".formatted(victim.label(), stage.zh(), stage.en()));
        if (victim == Victim.POSTGRESQL) {
            terminal.say("pg_ctl 将报无进程可停，属正常 / pg_ctl will complain that there is nothing left to stop, as it must");
        }
        long killedAt = System.nanoTime();
        victim.kill(outages());
        // A dead database tells what it holds only after it has risen; of the others it is asked at once.
        var atDeath = victim == Victim.POSTGRESQL ? null : Progress.of(this, victim, stage);
        victim.restart(outages());
        double upAgain = seconds(killedAt);
        var progress = atDeath == null ? Progress.of(this, victim, stage) : atDeath;
        terminal.say("%s %.1f 秒后重新就绪，死时已写入 %,d/%,d / up again after %2$.1f s, %3$,d of %4$,d were written"
                .formatted(victim.label(), upAgain, progress.written(), all));
        if (progress.written() >= all) {
            throw new IllegalStateException("The stage of the " + stage.en() + " was over before " + victim.label()
                    + " could be killed: take a larger city");
        }
        Waiting.until(PATIENCE, LOOK, () -> load.isCompletedExceptionally() || progress.goesOn());
        double worksOn = seconds(killedAt);
        terminal.say("%s %.1f 秒后继续工作 / at work again %2$.1f s after its death".formatted(victim.label(), worksOn));
        return new Death(victim, stage, progress.written(), all, upAgain, worksOn);
    }

    /** Until the load has had all its answers; fails with what refused it, or with a death that nobody asked for. */
    public void loaded() {
        try {
            CompletableFuture.anyOf(load, death).get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failure);
        } catch (TimeoutException late) {
            throw new IllegalStateException("The load did not end within " + 2 * PATIENCE.toSeconds() + " s", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CityFailure("载入已中断", "The load was interrupted");
        }
    }

    /** What all four services compute of the city, as the city office sees it. */
    public Map<String, ComputedFigure> figures() {
        return new FigureReader(api("city-office"), Service.prefixes()).read(CITY_CODE);
    }

    long count(Service service, String table) {
        return superuser.number(service, "select count(*) from " + table);
    }

    /** The one value of a query, put as the superuser: it sees all rows. */
    String text(Service service, String query) {
        return superuser.text(service, query);
    }

    String kafka() {
        return "127.0.0.1:" + ports.kafka();
    }

    @Override
    public void close() {
        superuser.close();
        city.stop();
        data.close();
        Runtime.getRuntime().removeShutdownHook(endWithUs);
    }

    long rows(Stage stage) {
        return count(stage.service(), stage.table());
    }

    private Outages outages() {
        return city.outages();
    }

    private void requireLoading(Victim victim) {
        if (load.isDone()) {
            load.join();   // why it was refused, if it was
            throw new IllegalStateException("The load was over before " + victim + " could be killed");
        }
    }

    private Api api(String client) {
        return new Api(http, city.front(), new Tokens(http, city.issuer(), client), PATIENCE);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
