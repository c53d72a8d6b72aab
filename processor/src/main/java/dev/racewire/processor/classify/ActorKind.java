// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

/** By whom a country is in a story, strongest first. */
public enum ActorKind {
    /** Its government, leader, ministry, agency, parliament or armed forces. */
    STATE,
    /** A company, lab or university of it, or a product of one. */
    COMPANY,
    /** Its name alone. */
    NAME
}
