// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.api;

import java.util.Set;

/** A kind of question under {@code /api/v1/}. */
interface Resource {

    /** Its path below {@code /api/v1/}. */
    String name();

    /** Names of the parameters that it understands. */
    Set<String> parameters();

    /**
     * The answer.
     *
     * @param rest what follows the resource's name in the path, without the slash; empty when nothing does
     * @throws Problem when the question can't be answered
     */
    Answer answer(String rest, Parameters parameters);
}
