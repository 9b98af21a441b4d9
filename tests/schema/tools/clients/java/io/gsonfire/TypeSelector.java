package io.gsonfire;

/** Imported by every client, and used for objects with a discriminator only. */
public interface TypeSelector<T> {}
