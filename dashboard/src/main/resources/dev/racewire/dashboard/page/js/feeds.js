// SPDX-License-Identifier: Apache-2.0
// What we read: the feeds by country, language and kind, and how each fares. Loaded when it is unfolded.
import { h, fill, $ } from "./dom.js";
import { ask } from "./api.js";
import { t, num, countryName, languageName, ago } from "./words.js";
import { take } from "./cite.js";

let feeds = [];
let only = "";

export function start() {
  $("feeds").addEventListener("toggle", () => $("feeds").open && load());
}

export async function load() {
  if (!$("feeds").open) return;
  try {
    feeds = (await ask("feeds")).feeds;
  } catch (error) {
    fill($("feeds-body"), h("p", { class: "empty" }, error.message));
    return;
  }
  draw();
}

export function draw() {
  if (!$("feeds").open) return;
  const links = h("p", { class: "take" });
  take(links, "feeds", {});
  const shown = only ? feeds.filter((feed) => feed.health === only) : feeds;
  fill($("feeds-body"),
    h("div", { class: "groups" },
      group("health", (feed) => feed.health, (value) => t(`health.${value}`)),
      group("country", (feed) => feed.country, countryName),
      group("language", (feed) => feed.language, languageName),
      group("kind", (feed) => feed.kind, (value) => value)),
    h("div", { class: "row" }, h("label", { class: "field" }, h("span", {}, t("feeds.show")),
      h("select", { "data-key": "feeds-only", onchange: (event) => { only = event.target.value; draw(); } },
        ["", ...new Set(feeds.map((feed) => feed.health))].map((value) =>
          h("option", { value, selected: value === only }, value ? t(`health.${value}`) : t("feeds.all"))))), links),
    table(shown));
}

function group(name, of, text) {
  const counts = new Map();
  for (const feed of feeds) counts.set(of(feed), (counts.get(of(feed)) ?? 0) + 1);
  const top = [...counts].sort((a, b) => b[1] - a[1]);
  const rest = top.slice(8).reduce((sum, [, n]) => sum + n, 0);
  return h("div", {}, h("h3", {}, t(`feeds.by.${name}`)),
    h("ul", {}, top.slice(0, 8).map(([value, n]) => h("li", {}, h("span", {}, text(value)), h("b", {}, num(n)))),
      rest > 0 && h("li", {}, h("span", {}, t("feeds.others", { n: top.length - 8 })), h("b", {}, num(rest)))));
}

function table(shown) {
  return h("div", { class: "scroll tall", tabindex: 0, role: "group", "aria-label": t("feeds.title") },
    h("table", { class: "list" },
      h("thead", {}, h("tr", {}, ["outlet", "country", "language", "kind", "health", "read", "articles"].map((name) =>
        h("th", { scope: "col" }, t(`feeds.${name}`))))),
      h("tbody", {}, shown.map((feed) => h("tr", {},
        h("th", { scope: "row" }, feed.outlet, feed.stateMedia === "yes" && h("span", { class: "flag" }, t("flag.state"))),
        h("td", {}, countryName(feed.country)),
        h("td", {}, languageName(feed.language)),
        h("td", {}, feed.kind),
        h("td", { class: `health ${feed.health}` }, t(`health.${feed.health}`), feed.reason && h("small", {}, feed.reason)),
        h("td", {}, feed.lastRead ? ago(feed.lastRead) : "–"),
        h("td", { class: "n" }, num(feed.articles)))))));
}
