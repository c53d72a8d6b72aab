// SPDX-License-Identifier: Apache-2.0
// Light, dark, or as the system has it.
import { h, fill, $ } from "./dom.js";
import { t } from "./words.js";
import * as state from "./state.js";

const listeners = new Set();
const system = matchMedia("(prefers-color-scheme: dark)");

export function draw() {
  const chosen = state.get().theme;
  document.documentElement.dataset.theme = chosen || (system.matches ? "dark" : "light");
  fill($("theme"), ["", "light", "dark"].map((name) =>
    h("option", { value: name, selected: name === chosen }, t(`theme.${name || "system"}`))));
}

/** Calls back when colours change, for what is painted rather than styled. */
export function follow(listener) {
  listeners.add(listener);
}

/** A colour of the style sheet. */
export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export function start() {
  $("theme").addEventListener("change", (event) => state.set({ theme: event.target.value }, { replace: true }));
  system.addEventListener("change", changed);
  state.follow((names) => names.has("theme") && changed());
  draw();
}

function changed() {
  draw();
  for (const listener of listeners) listener();
}
