// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** What happens in the Kafka topics, told in single lines: nothing is said that did not come from a record. */
@NullMarked
package dev.racewire.app.demo.narrate;

import org.jspecify.annotations.NullMarked;
