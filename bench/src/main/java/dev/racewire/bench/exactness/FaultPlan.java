// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import java.time.Duration;

/**
 * What happens in a run. The same seed leads to the same news, faults and pauses.
 *
 * @param seed seed
 * @param articles how many articles are shown
 * @param faults how many faults there are
 * @param instances how many instances share the work
 * @param session after how much silence the group gives an instance up
 */
record FaultPlan(long seed, int articles, int faults, int instances, Duration session) {}
