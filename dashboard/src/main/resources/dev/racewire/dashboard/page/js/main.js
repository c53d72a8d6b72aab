// SPDX-License-Identifier: Apache-2.0
// The page: what is chosen -> questions to the API -> the parts that draw the answers.
import { h, fill, $ } from "./dom.js";
import { ask, latest, link, listen } from "./api.js";
import * as words from "./words.js";
import * as state from "./state.js";
import * as theme from "./theme.js";
import * as status from "./status.js";
import * as filters from "./filters.js";
import * as matrix from "./matrix.js";
import * as usual from "./usual.js";
import { isChange } from "./measure.js";
import * as lines from "./lines.js";
import * as stories from "./stories.js";
import * as cite from "./cite.js";
import * as feeds from "./feeds.js";

const { t } = words;
const ALL = "*";
const PAGE = 20;
const LINES = 5;
const PAUSE = 1500;
const FILTERS = ["language", "outletCountry", "by", "q", "rivalry", "stateMedia"];

let topics = [];
let table = null;
let points = null;
let stopListening = null;
const matrixAnswer = latest();
const usualAnswer = latest();
const linesAnswer = latest();
const storiesAnswer = latest();

async function start() {
  await words.speak(words.preferred(state.get().ui));
  theme.start();
  status.start();
  filters.start();
  matrix.start();
  lines.start();
  feeds.start();
  stories.start({ more: loadMore, resume });
  $("ui").addEventListener("change", (event) => state.set({ ui: event.target.value }, { replace: true }));
  state.follow(changed);
  await loadTaxonomy();
  await load();
}

async function loadTaxonomy() {
  const taxonomy = await guarded(() => ask("taxonomy"), $("matrix"));
  topics = (taxonomy?.topics ?? []).map((topic) => topic.id);
  words.learnTopics(taxonomy?.topics ?? []);
  words.learnAccuracy(taxonomy?.accuracy ?? []);
  sample(taxonomy?.sample);
  languages();
  method(taxonomy);
  filters.offer({ topics, languages: taxonomy?.languages ?? [] });
}

function sample(label) {
  $("sample").hidden = !label;
  $("sample").textContent = label ?? "";
  document.title = (label ? `${label} · ` : "") + t("title");
}

function languages() {
  fill($("ui"), words.LANGUAGES.map((tag) => h("option", { value: tag, lang: tag, selected: tag === words.language() },
    new Intl.DisplayNames(tag, { type: "language" }).of(tag))));
}

async function changed(names) {
  if (names.has("ui")) {
    await words.speak(words.preferred(state.get().ui));
    theme.draw();
    status.draw();
    await loadTaxonomy();
    filters.draw();
    feeds.draw();
  }
  const cellOnly = [...names].every((name) => name === "country" || name === "topic");
  const looksOnly = [...names].every((name) => name === "sort" || name === "theme");
  if (looksOnly) return;
  stories.forget();
  if (cellOnly && table) {
    await Promise.all([loadLines(), loadStories()]);
    describe();
  } else {
    await load();
  }
  if (FILTERS.some((name) => names.has(name))) follow();
}

/** Everything that depends on what is chosen; the table first, since the lines follow from it. */
async function load() {
  await Promise.all([loadMatrix().then(loadLines), loadStories(), loadUsual()]);
}

/** What is usual comes by itself and a moment later; without it the table is as good. */
function loadUsual() {
  const params = state.filter();
  const question = () => Promise.all([
    ask("surges", { ...params, window: "", from: "", to: "", ...state.lastDay() }),
    isChange() ? ask("surges", params) : null,
  ]).catch(() => [null, null]);
  return usualAnswer(question, ([day, window]) => {
    usual.learn(day, window);
    fill($("surges"), usual.sentence((cell) => state.set(cell)));
    if (table) matrix.draw();
  });
}

function loadMatrix() {
  const params = state.filter();
  return matrixAnswer(() => guarded(() => ask("matrix", params), $("matrix")), (answer) => {
    if (!answer) return;
    if (!topics.length) topics = [...new Set(answer.cells.map((cell) => cell.topic))].filter((id) => id !== ALL).sort();
    table = answer;
    matrix.show(answer, topics);
    filters.offer({ topics, countries: matrix.countries() });
    cite.take($("matrix-take"), "matrix", params, () => cite.lines(table, chosenTotal()));
    describe();
  });
}

const chosenTotal = () => matrix.inWords(matrix.total(state.get().country || ALL, state.get().topic || ALL));

/** Which lines make sense for what is chosen: the parts of it, or the largest countries. */
function places() {
  const { country, topic } = state.get();
  if (country && topic) return [[country, topic]];
  if (country) return matrix.topTopics(country).slice(0, LINES).map((id) => [country, id]);
  const codes = matrix.topCountries(topic || ALL).slice(0, LINES);
  return codes.length ? codes.map((code) => [code, topic || ALL]) : [[ALL, ALL]];
}

function loadLines() {
  const cells = places();
  const params = { ...state.filter(), cells: cells.map((cell) => cell.join(":")).join(",") };
  return linesAnswer(() => guarded(() => ask("series", params), $("lines")), (answer) => {
    if (!answer) return;
    points = answer;
    lines.show(answer, cells.map(([country, topic]) => [country, topic, matrix.total(country, topic)]));
    cite.take($("lines-take"), "series", params, () => cite.lines(points, chosenTotal()));
  });
}

function loadStories() {
  const params = { ...state.cell(), limit: PAGE };
  return storiesAnswer(() => guarded(() => ask("stories", params), $("stories")), (answer) => {
    if (!answer) return;
    stories.show(answer);
    cite.take($("stories-take"), "stories", { ...state.cell(), limit: 500 });
    if (!stopListening) follow(answer.positions);
  });
}

async function loadMore(cursor) {
  const answer = await guarded(() => ask("stories", { ...state.cell(), limit: PAGE, cursor }), $("stories"));
  if (answer) stories.show(answer, { added: true });
}

/** Opens the stream for all that the filters let through; what it tells is a reason to ask again, not too often. */
function follow(from) {
  stopListening?.();
  const chosen = Object.fromEntries(FILTERS.map((name) => [name, state.get()[name]]));
  stopListening = listen({ ...chosen, from }, {
    change: (kind, article) => arrived(kind === "gone" || inCell(article)),
    lost: () => setTimeout(() => {
      follow();
      load();
    }, 5000),
    state: status.stream,
  });
}

function inCell(article) {
  const { country, topic } = state.get();
  return (!country || article.countries?.some((c) => c.country === country))
    && (!topic || article.topics?.some((v) => v.topic === topic));
}

let due = false;
let storiesToo = false;

function arrived(inCell) {
  if (inCell && stories.isPaused()) stories.hold();
  storiesToo ||= inCell && !stories.isPaused();
  if (due) return;
  due = true;
  setTimeout(refresh, PAUSE);
}

async function refresh() {
  if (document.hidden) {
    document.addEventListener("visibilitychange", refresh, { once: true });
    return;
  }
  due = false;
  const withStories = storiesToo;
  storiesToo = false;
  if (withStories) loadStories();
  await loadMatrix();
  await loadLines();
  await loadUsual();
}

/** Shows at once what there is, and a moment later what an answer that was kept for others did not hold yet. */
function resume() {
  loadStories();
  arrived(true);
}

/** The sentence under the headline, and what each part is about. */
function describe() {
  const s = state.get();
  const span = s.from && s.to ? `${words.moment(s.from)} – ${words.moment(s.to)}` : t(`window.in.${s.window}`);
  const [first, second] = matrix.countries();
  const total = matrix.total();
  $("lede").textContent = !total ? t("lede.none", { span }) : t(second ? "lede" : "lede.one", {
    span, count: matrix.inWords(total), countries: t("count.countries", { n: matrix.countries().length }),
    first: words.countryName(first), firstCount: matrix.inCell(matrix.total(first)),
    second: second && words.countryName(second), secondCount: second && matrix.inCell(matrix.total(second)),
    topic: matrix.topTopics()[0] ? words.topicTitle(matrix.topTopics()[0]) : "–",
  });
  const cell = [s.country && words.countryName(s.country), s.topic && words.topicTitle(s.topic)].filter(Boolean).join(" · ");
  $("matrix-sub").textContent = t(s.measure === "share" ? "matrix.sub.share" : "matrix.sub", { measure: t(`measure.${s.measure}`), span });
  $("lines-sub").textContent = cell || t("lines.sub");
  $("stories-sub").textContent = cell || t("stories.sub");
}

function method(taxonomy) {
  fill($("method"), ["story", "country", "time", "edit", "share", "languages"].map((name) => h("p", {}, t(`method.${name}`))));
  fill($("fine"),
    taxonomy?.version && h("a", { href: link(`taxonomy/${taxonomy.version}`) }, t("method.rules", { version: taxonomy.version.slice(0, 8) })),
    h("a", { href: "/api/openapi.yaml" }, t("method.api")),
    h("a", { href: "/ops" }, t("method.ops")),
    h("a", { href: link("coverage") }, t("method.coverage")),
    h("a", { href: link("gaps", state.span()) }, t("method.gaps")));
}

/** Runs the question; when it is refused, says why in the place of the answer. */
async function guarded(question, place) {
  try {
    return await question();
  } catch (error) {
    fill(place, h("p", { class: "empty", role: "alert" }, error.message));
    return null;
  }
}

start();
