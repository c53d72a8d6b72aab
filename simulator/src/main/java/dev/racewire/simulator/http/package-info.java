// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** A small HTTP/1.1 server that can also break every rule of HTTP. */
@NullMarked
package dev.racewire.simulator.http;

import org.jspecify.annotations.NullMarked;
