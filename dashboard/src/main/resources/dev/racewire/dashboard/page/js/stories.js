// SPDX-License-Identifier: Apache-2.0
// The latest stories of the chosen cell, newest first; each with its copies folded and its reasons a click away.
import { h, fill, $ } from "./dom.js";
import { t, isKnown, topicTitle, countryName, languageName, isProven, ago, moment } from "./words.js";
import { marked, why } from "./why.js";
import * as state from "./state.js";

const open = new Set();
let stories = [];
let next = null;
let known = null;
let paused = false;
let waiting = 0;
let actions = {};

/** @param {{more: Function, resume: Function}} given what the buttons do */
export function start(given) {
  actions = given;
  $("stories-more").addEventListener("click", () => actions.more(next));
  setInterval(times, 20000);
}

export const isPaused = () => paused;

/** Takes an answer in; `added` puts it behind what stands there. */
export function show(answer, { added = false } = {}) {
  stories = added ? [...stories, ...answer.stories] : answer.stories;
  next = answer.next ?? null;
  waiting = 0;
  draw();
}

/** Counts what arrived while the reader had it paused. */
export function hold() {
  waiting++;
  pause();
}

/** From now on nothing is "new". */
export function forget() {
  known = null;
}

export function draw() {
  const fresh = known ? new Set(stories.map((s) => s.storyId).filter((id) => !known.has(id))) : new Set();
  known = new Set([...(known ?? []), ...stories.map((s) => s.storyId)]);
  pause();
  fill($("stories"), stories.length
    ? h("ol", { class: "stories" }, stories.map((story) => h("li", { class: [fresh.has(story.storyId) && "fresh", !isProven(story.lead.language) && "greyed"].filter(Boolean).join(" ") }, card(story))))
    : h("p", { class: "empty" }, t("stories.empty")));
  const more = $("stories-more");
  more.hidden = !next;
  more.textContent = t("stories.more");
}

function pause() {
  let button = $("stories-take").querySelector(".pause");
  if (!button) {
    button = h("button", { type: "button", class: "quiet pause", onclick: toggle });
    $("stories-take").prepend(button);
  }
  button.setAttribute("aria-pressed", String(paused));
  button.textContent = !paused ? t("stories.pause") : waiting ? t("stories.waiting", { n: waiting }) : t("stories.paused");
}

function toggle() {
  paused = !paused;
  pause();
  if (!paused) actions.resume();
}

function times() {
  for (const node of $("stories").querySelectorAll("time")) node.textContent = ago(node.dateTime);
}

function card(story) {
  const a = story.lead;
  return h("article", {},
    h("p", { class: "meta" },
      h("time", { datetime: story.latestTime, title: moment(story.latestTime) }, ago(story.latestTime)),
      h("span", {}, a.outlet.name), isKnown(a.outlet.country) && h("span", {}, countryName(a.outlet.country)),
      h("span", { class: isProven(a.language) ? "" : "unproven", title: isProven(a.language) ? null : t("language.unproven.why") }, languageName(a.language)),
      a.outlet.stateMedia === "yes" && h("span", { class: "flag" }, t("flag.state")),
      a.rivalry && h("span", { class: "flag rivalry" }, t("flag.rivalry")),
      a.revision > 1 && h("span", { class: "flag" }, t("flag.edited"))),
    h("h3", { lang: a.language, dir: "auto" }, title(a)),
    a.summary && h("p", { class: "summary", lang: a.language, dir: "auto" }, marked(a.summary, a.evidence, "summary")),
    h("p", { class: "chips" },
      a.countries.map((c) => chip("country", c.country, countryName(c.country))),
      a.topics.map((v) => chip("topic", v.topic, topicTitle(v.topic)))),
    h("div", { class: "folds" },
      fold(`why-${a.id}`, t("why"), () => why(a)),
      story.articles > 1 && fold(`copies-${story.storyId}`, t("copies", { n: story.articles - 1 }), () => copies(story))));
}

function title(a) {
  const text = a.title ? marked(a.title, a.evidence, "title") : t("untitled");
  return a.link ? h("a", { href: a.link, rel: "noopener noreferrer nofollow", target: "_blank", "data-key": `link-${a.id}` }, text) : text;
}

function chip(name, value, text) {
  const on = state.get()[name] === value;
  return h("button", {
    type: "button", class: `chip ${name}`, "aria-pressed": String(on), onclick: () => state.set({ [name]: on ? "" : value }),
  }, text);
}

/** A part that unfolds; it stays unfolded while the list is drawn anew. */
function fold(id, label, content) {
  const body = h("div", { class: "unfolded" });
  const details = h("details", { open: open.has(id) }, h("summary", { "data-key": id }, label), body);
  const fillIt = () => body.childNodes.length || body.append(content());
  if (open.has(id)) fillIt();
  details.addEventListener("toggle", () => {
    open[details.open ? "add" : "delete"](id);
    if (details.open) fillIt();
  });
  return details;
}

function copies(story) {
  const missing = story.articles - 1 - story.copies.length;
  return h("ul", { class: "copies" },
    story.copies.map((c) => h("li", {},
      h("span", { class: "meta" }, h("span", {}, c.outlet.name), isKnown(c.outlet.country) && h("span", {}, countryName(c.outlet.country)),
        h("time", { datetime: c.eventTime, title: moment(c.eventTime) }, ago(c.eventTime))),
      h("span", { lang: c.language, dir: "auto" }, title(c)))),
    missing > 0 && h("li", {}, t("copies.more", { n: missing })));
}
