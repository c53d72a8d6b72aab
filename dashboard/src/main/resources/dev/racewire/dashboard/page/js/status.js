// SPDX-License-Identifier: Apache-2.0
// The status line: whether the page is fresh, and if not, why. Only the first word is a live region, so that a screen
// reader is told of trouble and not of every second.
import { h, fill, $ } from "./dom.js";
import { ask } from "./api.js";
import { t, ago } from "./words.js";

const EVERY = 5000;
const SILENT = 15 * 60 * 1000;

let streaming = true;
let last = null;
let failure = "";
const word = h("strong", { role: "status" });
const rest = h("span", { class: "details" });

export function start() {
  fill($("health"), h("span", { class: "dot", "aria-hidden": "true" }), word, rest);
  refresh();
  setInterval(refresh, EVERY);
}

export function stream(open) {
  streaming = open;
  draw();
}

async function refresh() {
  if (document.hidden) return;
  try {
    last = await ask("status");
    failure = "";
  } catch (error) {
    failure = error.message;
  }
  draw();
}

export function draw() {
  if (!last && !failure) return;
  const [level, text] = verdict();
  $("health").dataset.level = level;
  if (word.textContent !== text) word.textContent = text;
  rest.textContent = failure || !last ? "" : facts().join(" · ");
}

function verdict() {
  if (failure) return ["bad", t("status.offline")];
  if (last.state === "starting") {
    return ["wait", last.trouble || t("status.reading", { read: last.read, total: last.total })];
  }
  if (last.state === "failed" || last.trouble) return ["bad", last.trouble];
  if (last.lastPoll && new Date(last.now) - new Date(last.lastPoll) > SILENT) {
    return ["bad", t("status.silent", { ago: ago(last.lastPoll, new Date(last.now)) })];
  }
  return streaming ? ["good", t("status.live")] : ["wait", t("status.reconnecting")];
}

function facts() {
  const now = new Date(last.now).getTime();
  const list = [t("status.feeds", { n: last.feeds })];
  if (last.feedsFailing) list.push(t("status.failing", { n: last.feedsFailing }));
  if (last.newestArticle) list.push(t("status.newest", { ago: ago(last.newestArticle, now) }));
  if (last.lastPoll) list.push(t("status.poll", { ago: ago(last.lastPoll, now) }));
  if (last.disagreements) list.push(t("status.disagreements", { n: last.disagreements }));
  if (last.lag > 0) list.push(t("status.lag", { n: last.lag }));
  return list;
}
