package io.zhixing.city.launch;

import java.util.ArrayList;
import java.util.List;

/** What a newcomer needs once the city stands: where to look, and a first call that works as it is. */
record Addresses(Ports ports, String issuer) {

    /** Whose first call is spelled out. */
    static final String FIRST = "city-office";

    /** Two commands: a token for the persona, and its first call. */
    List<String> curl(Persona who) {
        return List.of(
                "TOKEN=$(curl -s -d grant_type=client_credentials -d client_id=" + who.client() + " -d client_secret="
                        + who.client()
                        + " " + issuer + "/token | grep -o '\"access_token\" *: *\"[^\"]*\"' | cut -d'\"' -f4)",
                "curl -s -H \"Authorization: Bearer $TOKEN\" " + who.firstCall().arguments(ports.frontAddress()));
    }

    List<String> lines(List<Persona> personas) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("入口页面 Entry page   " + ports.frontAddress() + "/");
        lines.add("Swagger UI            " + ports.frontAddress() + "/organization/q/swagger-ui/");
        lines.add("身份服务 Identity      " + issuer);
        lines.add("");
        lines.add(
                "身份 Personas（Swagger UI 点 Authorize 后选择 / press Authorize in Swagger UI and choose; client_id zhixing-swagger-ui）");
        personas.forEach(
                one -> lines
                        .add("  %-22s %s / %s — %s%n%25s%s".formatted(one.client(), one.zh(), one.en(), one.rights(),
                                "", called(one.firstCall()))));
        lines.add("");
        lines.add(
                "第一次调用 First call（换一个身份：换两处其名和末尾的调用 / for another persona put its name in both places and its call at the end）");
        curl(personas.stream().filter(one -> one.client().equals(FIRST)).findFirst().orElseThrow())
                .forEach(line -> lines.add("  " + line));
        lines.add("");
        return lines;
    }

    private String called(FirstCall call) {
        return call.arguments(ports.frontAddress())
                + (call.status() == 200 ? "" : "  # %d：此身份看不到数据 / sees no data".formatted(call.status()));
    }
}
