package io.zhixing.city.load;

import java.util.function.Function;

import io.zhixing.city.Terminal;
import io.zhixing.city.sample.Member;
import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.SampleCity;

/**
 * Loads a sample city through the public interface, stage by stage. Every key follows from the seed, so a load that was
 * cut off goes on where it stood when it is started again.
 */
public final class CityLoader {

    private final SampleCity city;
    private final Terminal terminal;
    private final Function<String, Api> callers;
    private final String keyPrefix;
    private final RegisterLoad register;

    /** @param callers the interface as a persona of this name calls it */
    public CityLoader(SampleCity city, Function<String, Api> callers, Terminal terminal) {
        this.city = city;
        this.terminal = terminal;
        this.callers = callers;
        this.keyPrefix = "city-" + city.seed() + "-" + city.scale() + "-";
        this.register = new RegisterLoad(city, callers.apply("loader"), callers.apply("city-office"), keyPrefix);
    }

    /** Returns when every call was answered with success; ends with the first call that was refused. */
    public void load() {
        try (var crew = new Crew(terminal)) {
            var loader = callers.apply("loader");
            register.load(crew);
            var office = callers.apply("city-office");
            new TermLoad(city, loader, office, keyPrefix).load(crew);
            new StudyLoad(city, loader, keyPrefix).load(crew);
            new AppraisalLoad(city, loader, office, keyPrefix).load(crew);
            new DuesLoad(city, loader, register::idOf, keyPrefix).load(crew);
            new StayLoad(city, loader, keyPrefix).load(crew);
            new ScreeningLoad(city, loader, office, register::idOf, keyPrefix).load(crew);
            new TransferLoad(city, loader, office, keyPrefix).load(crew);
            var campaign = new CampaignLoad(city, office, register::idOf, keyPrefix).load();
            new DocumentLoad(city, loader, office, register::idOf, keyPrefix).load(crew, campaign);
            new KeyTaskLoad(city, loader, office, register::idOf, keyPrefix).load(crew, campaign);
            money().load(crew);
        }
    }

    /** Only what others lean on: organizations, members and posts; returns when the session service knows the branches. */
    public void loadRegister() {
        var loader = callers.apply("loader");
        try (var crew = new Crew(terminal)) {
            register.load(crew);
            crew.stage("等待组织目录", "waiting for the directory",
                    city.organizations().stream().filter(Organization::isBranch).toList(),
                    branch -> loader.awaitKnown("/session/v1/study-sessions?limit=1&organization="
                            + branch.code()));
        }
    }

    /** Only the money, for a city whose register is loaded. */
    public void loadMoney() {
        try (var crew = new Crew(terminal)) {
            money().load(crew);
        }
    }

    private FundingLoad money() {
        return new FundingLoad(city, new FundingLoad.Callers(callers.apply("loader"), callers.apply("fund-approver"),
                callers.apply("fund-cashier")), register::idOf, keyPrefix);
    }

    public String idOf(Organization organization) {
        return register.idOf(organization);
    }

    /** The service's id of a member, once enrolled. */
    public String idOf(Member member) {
        return register.idOf(member);
    }
}
