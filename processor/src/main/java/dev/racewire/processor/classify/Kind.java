// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

/** What a term of the taxonomy is for. Terms of one layer hide each other: the leftmost and longest stands. */
enum Kind {
    /** Names artificial intelligence, or a lab or product that stands for it. */
    GATE("gate", 0),
    /** Names a country or its people. */
    NAME("country", 1),
    /** Names a state's government, leader, ministry, agency or forces. */
    STATE("country", 1),
    /** Names a national body without its country. */
    HOME("country", 1),
    /** Names a company, lab, university or product of a country. */
    COMPANY("country", 1),
    /** Looks like a country's word and is none. */
    HIDE("veto", 1),
    /** Sets countries against each other. */
    RIVALRY("rivalry", 2),
    /** Shows that somebody does something. */
    MOVE("move", 3),
    /** Shows a kind of article that is out of scope. */
    ASIDE("veto", 4),
    /** Is asked for by other terms' near and not. */
    CUE("cue", 5),
    /** Speaks for a topic; each topic has a layer of its own. */
    TOPIC("topic", 6);

    private final String label;
    private final int layer;

    Kind(String label, int layer) {
        this.label = label;
        this.layer = layer;
    }

    /** Name in evidence. */
    String label() {
        return label;
    }

    /** Number of its layer; topics count on from theirs. */
    int layer() {
        return layer;
    }

    boolean country() {
        return layer == 1 && this != HIDE;
    }
}
