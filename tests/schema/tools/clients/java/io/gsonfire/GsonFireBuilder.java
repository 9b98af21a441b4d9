package io.gsonfire;

import com.google.gson.GsonBuilder;

/** In place of the package gson-fire, which Debian does not have. It adds nothing here: no object has a discriminator. */
public class GsonFireBuilder {
    public GsonBuilder createGsonBuilder() {
        return new GsonBuilder();
    }
}
