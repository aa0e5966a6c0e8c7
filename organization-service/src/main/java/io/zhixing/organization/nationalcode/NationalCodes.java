package io.zhixing.organization.nationalcode;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

/** The national code lists by which members are described. They come with migrations and nobody writes them. */
@ApplicationScoped
public class NationalCodes {

    /** Reference data: everybody who may call sees all of it. */
    static final Listing<NationalCode> LISTING = Listing
            .of(NationalCode.class, "c.list, c.code, c.name_zh, c.name_en, c.standard, c.certainty", "national_code c",
                    row -> new NationalCode(CodeList.valueOf(row.getString("list")), row.getString("code"),
                            row.getString("name_zh"), row.getString("name_en"), row.getString("standard"),
                            row.getString("certainty")))
            .orderedBy("code", "c.list", "text", "c.code", "text")
            .filter("list", "c.list = any (?)")
            .filter("code", "c.code = ?");

    private final Sql database;
    private volatile Map<CodeList, Set<String>> codes;

    NationalCodes(Sql database) {
        this.database = database;
    }

    /** Read once, at the first question. */
    public boolean has(CodeList list, String code) {
        if (codes == null) {
            codes = read();
        }
        return codes.get(list).contains(code);
    }

    private Map<CodeList, Set<String>> read() {
        var read = new EnumMap<CodeList, Set<String>>(CodeList.class);
        for (var list : CodeList.values()) {
            read.put(list, new HashSet<>());
        }
        database.grouped("select list, code from national_code", row -> CodeList.valueOf(row.getString("list")),
                row -> row.getString("code")).forEach((list, found) -> read.get(list).addAll(found));
        return read;
    }
}
