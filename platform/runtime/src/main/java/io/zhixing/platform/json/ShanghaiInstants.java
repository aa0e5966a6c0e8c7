package io.zhixing.platform.json;

import java.io.IOException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.zhixing.platform.time.Shanghai;

/** Instants with Shanghai's offset, so that a reader sees the day that counts. */
class ShanghaiInstants extends StdScalarSerializer<Instant> {

    ShanghaiInstants() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(Shanghai.format(instant));
    }
}
