// SPDX-License-Identifier: Apache-2.0
// What the reader has chosen. It lives in the address and nowhere else: the address bar is the permalink.

export const WINDOWS = ["1h", "24h", "7d", "30d"];
export const MEASURES = ["stories", "articles", "publishers", "share", "change"];

const DEFAULTS = {
  window: "7d", from: "", to: "", measure: "stories", country: "", topic: "", language: "", outletCountry: "", by: "", q: "",
  rivalry: "", stateMedia: "", sameFeeds: "", sort: "", ui: "", theme: "",
};

const listeners = new Set();
let state = read();

function read() {
  const given = new URLSearchParams(location.search);
  const next = { ...DEFAULTS };
  for (const name of Object.keys(DEFAULTS)) if (given.has(name)) next[name] = given.get(name);
  if (!MEASURES.includes(next.measure)) next.measure = DEFAULTS.measure;
  return next;
}

export const get = () => state;

/** Takes the changes over, writes the address and tells everybody which names changed. */
export function set(changes, { replace = false } = {}) {
  const next = { ...state, ...changes };
  const changed = Object.keys(next).filter((name) => next[name] !== state[name]);
  if (!changed.length) return;
  state = next;
  history[replace ? "replaceState" : "pushState"](null, "", address());
  tell(changed);
}

export function follow(listener) {
  listeners.add(listener);
}

function tell(changed) {
  for (const listener of listeners) listener(new Set(changed), state);
}

function address() {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) if (value && value !== DEFAULTS[name]) query.set(name, value);
  const text = query.toString();
  return text ? `?${text}` : location.pathname;
}

addEventListener("popstate", () => {
  const before = state;
  state = read();
  tell(Object.keys(state).filter((name) => state[name] !== before[name]));
});

/** The span of time as the API takes it. */
export function span() {
  if (state.from && state.to) return { from: state.from, to: state.to };
  return { window: state.window };
}

/** The day up to the end of the span: what surges is always told of it. */
export const lastDay = () => (state.from && state.to ? { window: "24h", to: state.to } : { window: "24h" });

/** The filters that hold for the whole page, without the chosen cell. */
export function filter() {
  const { language, outletCountry, by, q, rivalry, stateMedia, sameFeeds } = state;
  return { ...span(), language, outletCountry, by, q, rivalry, stateMedia, sameFeeds };
}

/** The same with the chosen cell. */
export const cell = () => ({ ...filter(), country: state.country, topic: state.topic });
