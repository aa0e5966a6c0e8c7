package io.zhixing.bakery;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/v1/breads")
public class BreadResource {

    private final BakeBread bakeBread;

    BreadResource(BakeBread bakeBread) {
        this.bakeBread = bakeBread;
    }

    @POST
    public String bake() {
        return bakeBread.handle().id();
    }
}
