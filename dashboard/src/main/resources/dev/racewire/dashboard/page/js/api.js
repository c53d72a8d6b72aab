// SPDX-License-Identifier: Apache-2.0
// Questions to the API. A refusal becomes an Error with the problem document's own words.

const ROOT = "/api/v1/";

/** The address of an answer, for links. */
export function link(resource, params = {}, format = "") {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== "" && value !== undefined) query.set(name, value);
  if (format) query.set("format", format);
  const text = query.toString();
  return ROOT + resource + (text ? `?${text}` : "");
}

/** @returns {Promise<any>} */
export async function ask(resource, params = {}) {
  const response = await fetch(link(resource, params), { headers: { Accept: "application/json" } });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.detail ?? body.title ?? `HTTP ${response.status}`);
  return body;
}

/** Runs the latest of several questions; the answers of earlier ones are thrown away. */
export function latest() {
  let turn = 0;
  return async (question, use) => {
    const mine = ++turn;
    const answer = await question();
    if (mine === turn) use(answer);
  };
}

/**
 * The live stream. After a cut the browser comes back by itself with the id of the last event; where the server refuses
 * that id, `lost` is called, and the page starts from a fresh answer.
 */
export function listen(params, { change, lost, state }) {
  const source = new EventSource(link("stream", params));
  source.addEventListener("article", (event) => change("article", JSON.parse(event.data)));
  source.addEventListener("gone", (event) => change("gone", JSON.parse(event.data)));
  source.addEventListener("open", () => state(true));
  source.addEventListener("error", () => {
    state(false);
    if (source.readyState === EventSource.CLOSED) lost();
  });
  return () => source.close();
}
