// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

/** Which text of an article words stand in. */
public enum TextField {
    TITLE,
    SUMMARY
}
