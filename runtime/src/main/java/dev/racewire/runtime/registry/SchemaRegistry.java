// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.runtime.registry;

import java.util.Optional;
import org.apache.avro.Schema;

/** What is asked of a schema registry. */
public interface SchemaRegistry {

    /** The id that the registry gives this schema in that subject; registering twice is the same as once. */
    int register(String subject, Schema schema) throws RegistryException;

    /** The schema of that id; empty when the registry knows none. */
    Optional<Schema> schema(int id) throws RegistryException;
}
