package io.zhixing.city.launch;

import java.util.ArrayList;
import java.util.List;

/** What a newcomer needs once the city stands: where to look, and a first call that works as it is. */
record Addresses(Ports ports, String issuer) {

    /** Two commands: a token for the client, and the figures of the whole city. */
    List<String> curl(String client) {
        return List.of(
                "TOKEN=$(curl -s -d grant_type=client_credentials -d client_id=" + client + " -d client_secret="
                        + client
                        + " " + issuer + "/token | grep -o '\"access_token\" *: *\"[^\"]*\"' | cut -d'\"' -f4)",
                "curl -s -H \"Authorization: Bearer $TOKEN\" '" + ports.frontAddress()
                        + "/organization/v1/organizations?organization=001'");
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
                one -> lines.add("  %-22s %s / %s — %s".formatted(one.client(), one.zh(), one.en(), one.rights())));
        lines.add("");
        lines.add("第一次调用 First call（client_id 可换成任一身份 / any persona may stand for client_id）");
        curl("city-office").forEach(line -> lines.add("  " + line));
        lines.add("");
        return lines;
    }
}
