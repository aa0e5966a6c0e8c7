package io.zhixing.city.load;

import java.util.Map;

import io.zhixing.city.sample.SampleCity;
import io.zhixing.city.sample.Term;

/** The terms of all committees by import, then the postponements that the superior's office approves. */
final class TermLoad {

    private static final int ROWS_PER_FILE = 20_000;
    private static final String COLUMNS = "organizationCode,number,electedOn,years,endedOn\r\n";

    private final SampleCity city;
    private final Api loader;
    private final Api office;
    private final String keyPrefix;

    TermLoad(SampleCity city, Api loader, Api office, String keyPrefix) {
        this.city = city;
        this.loader = loader;
        this.office = office;
        this.keyPrefix = keyPrefix;
    }

    void load(Crew crew) {
        var terms = city.terms();
        crew.job("届期", "terms of committees", terms.size(), bar -> {
            var ids = ImportCall.ids(new ImportCall(loader, "organization", "committee-terms", "text/csv",
                    ROWS_PER_FILE).load(terms.size(), COLUMNS, (place, file) -> row(terms.get(place), file),
                            keyPrefix + "terms", bar, ImportCall.Again.NEVER));
            terms.stream().filter(term -> term.postponedUntil() != null).forEach(term -> postpone(term, ids));
        });
    }

    private void postpone(Term term, Map<String, String> ids) {
        office.post("/organization/v1/committee-terms/" + ids.get(term.organization().code() + "/" + term.number())
                + "/transitions",
                Body.of("transition", "postpone", "on", term.postponedOn().toString(), "until",
                        term.postponedUntil().toString(), "comment", "村组撤并，经批准延期换届"),
                keyPrefix + "postpone-" + term.index(), "\"v1\"");
    }

    private static void row(Term term, StringBuilder file) {
        Rows.add(file, term.organization().code(), term.number(), term.electedOn(), term.years(), term.endedOn());
    }
}
