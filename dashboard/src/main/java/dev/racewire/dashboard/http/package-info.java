// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The HTTP server around the resources, the stream and the page. */
@NullMarked
package dev.racewire.dashboard.http;

import org.jspecify.annotations.NullMarked;
