package io.zhixing.acceptance.faults.oracle;

import java.util.ArrayList;
import java.util.List;

/** Judges a city by all properties; it knows nothing of what was done to it. */
public final class Oracle {

    public static final List<Property> PROPERTIES = List.of(new OnceOrNot(), new SameAnswer(),
            new VersionsWithoutGap(), new EveryChangePublished(), new OrderOfVersions(), new FoldOfEvents(),
            new EveryEventAccounted(), new MoneyBalances(), new TrailIsWhole(), new BackInTime(), new NothingLeaks(),
            new HonestAnswers());

    private Oracle() {}

    /** A line for each violation, the property's code before it. */
    public static List<String> judge(Evidence evidence) {
        var violations = new ArrayList<String>();
        for (var property : PROPERTIES) {
            property.violations(evidence).forEach(one -> violations.add(property.code() + " " + one));
        }
        return violations;
    }
}
