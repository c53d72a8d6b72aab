// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
/** The dashboard: a plain subscriber of the public Kafka topics that answers questions over HTTP and shows a page. */
@NullMarked
package dev.racewire.dashboard;

import org.jspecify.annotations.NullMarked;
