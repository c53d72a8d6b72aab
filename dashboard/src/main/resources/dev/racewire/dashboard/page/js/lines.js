// SPDX-License-Identifier: Apache-2.0
// Lines over time, with the same numbers as a table for those who can't see a drawing, or want to read it.
import { h, fill, $ } from "./dom.js";
import { t, topicTitle, countryName, dayOf, hourOf, moment, pct } from "./words.js";
import * as state from "./state.js";
import * as theme from "./theme.js";
import { height, level, name } from "./measure.js";
import { inCell } from "./matrix.js";

const ALL = "*";
const DASHES = [[], [7, 4], [2, 3], [10, 3, 2, 3], [5, 2], [1, 2]];
const HEIGHT = 260;

let plot = null;
let answer = null;
let places = [];
let asTable = false;
const width = new ResizeObserver(() => plot && plot.setSize({ width: box().clientWidth, height: HEIGHT }));
const box = () => $("lines").querySelector(".plot");

export function start() {
  theme.follow(draw);
}

/** @param {[string, string, number][]} cells country, topic and number over the whole span of each line */
export function show(given, cells) {
  answer = given;
  places = cells;
  draw();
}

export function draw() {
  if (!answer) return;
  const lines = series();
  const empty = lines.every((line) => line.points.every((point) => !height(point)));
  plot?.destroy();
  plot = null;
  width.disconnect();
  if (empty) {
    fill($("lines"), h("p", { class: "empty" }, t("lines.empty")));
    return;
  }
  fill($("lines"),
    legend(lines),
    asTable ? table(lines) : h("div", { class: "plot", role: "img", "aria-label": summary(lines) }),
    answer.taxonomyBreaks && h("p", { class: "note" }, t("lines.breaks", { when: answer.taxonomyBreaks.map(moment).join(", ") })),
    h("p", { class: "more" }, h("button", {
      type: "button", class: "quiet", "data-key": "astable", onclick: () => {
        asTable = !asTable;
        draw();
      },
    }, asTable ? t("lines.asLines") : t("lines.asTable"))));
  if (!asTable) paint(lines);
}

function series() {
  return places.map(([country, topic, total], index) => ({
    total,
    label: label(country, topic),
    dash: DASHES[index],
    colour: theme.colour(`--line${index + 1}`),
    index,
    points: answer.points.filter((point) => point.country === country && point.topic === topic),
  }));
}

function label(country, topic) {
  const { country: c, topic: p } = state.get();
  const place = country === ALL ? t("country.every") : countryName(country);
  const about = topic === ALL ? t("topic.all") : topicTitle(topic);
  if (c && p) return `${place} · ${about}`;
  return c ? about : place;
}

function legend(lines) {
  return h("ul", { class: "keys" }, lines.map((line) => h("li", {},
    h("span", { class: `key k${line.index + 1}`, "aria-hidden": "true" }), line.label,
    h("b", {}, inCell(line.total)))));
}

function summary(lines) {
  const said = lines.map((line) => {
    const top = line.points.reduce((a, b) => (height(b) > height(a) ? b : a), line.points[0]);
    return t("lines.said", { line: line.label, count: `${level(height(top))} ${name()}`, when: moment(top.start) });
  });
  return said.join(" ");
}

const short = () => answer.step.includes("T") && !answer.step.startsWith("PT6") && !answer.step.startsWith("PT24");
const when = (iso) => (answer.step === "PT24H" ? dayOf(new Date(iso)) : `${dayOf(new Date(iso))} ${hourOf(new Date(iso))}`);

function table(lines) {
  return h("div", { class: "scroll twin", tabindex: 0, role: "group", "aria-label": t("lines.title") },
    h("table", {},
      h("caption", { class: "hide" }, t("lines.caption", { measure: name() })),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("lines.from")), lines.map((line) => h("th", { scope: "col" }, line.label)))),
      h("tbody", {}, lines[0].points.map((point, i) => h("tr", {},
        h("th", { scope: "row" }, when(point.start), unwatched(point)), lines.map((line) => h("td", {}, level(height(line.points[i])))))))));
}

function paint(lines) {
  const xs = lines[0].points.map((point) => new Date(point.start).getTime() / 1000);
  const ink = theme.colour("--faint-ink");
  const grid = { stroke: theme.colour("--rule"), width: 1 };
  const font = `12px ${getComputedStyle(document.body).fontFamily}`;
  plot = new window.uPlot({
    width: box().clientWidth,
    height: HEIGHT,
    tzDate: (seconds) => window.uPlot.tzDate(new Date(seconds * 1000), "UTC"),
    legend: { show: false },
    cursor: { drag: { x: true, y: false, setScale: false }, points: { size: 7 } },
    scales: { x: { time: true }, y: { range: (u, low, high) => [0, Math.max(share() ? 0 : 1, high * 1.08)] } },
    axes: [
      { stroke: ink, font, grid: { show: false }, ticks: { stroke: theme.colour("--rule"), size: 5 }, space: 70,
        values: (u, ticks) => ticks.map((s) => (short() ? hourOf(new Date(s * 1000)) : dayOf(new Date(s * 1000)))) },
      { stroke: ink, font, grid, ticks: { show: false }, size: share() ? 58 : 46,
        values: (u, ticks) => ticks.map((n) => (share() || Number.isInteger(n) ? level(n) : "")) },
    ],
    series: [{}, ...lines.map((line) => ({
      label: line.label, stroke: line.colour, width: 2, dash: line.dash, points: { show: false },
      fill: lines.length === 1 ? theme.colour("--wash") : undefined,
    }))],
    hooks: { drawClear: [hatch, breaks], setCursor: [hover(lines)], setSelect: [brush] },
  }, [xs, ...lines.map((line) => line.points.map(height))], box());
  box().append(h("div", { class: "tip", hidden: true }));
  width.observe(box());
}

const share = () => state.get().measure === "share";

/** What the table says where the lines are hatched. */
const unwatched = (point) =>
  gap(point) && [" ", h("span", { class: "warn" }, t("lines.watched", { share: pct(point.completeness) }))];

const gap = (point) => point.completeness !== null && point.completeness < 0.95;

/** Steps in which feeds were not watched are hatched: a low line there says nothing. */
function hatch(u) {
  const points = answer.points.slice(0, u.data[0].length);
  const { ctx, bbox } = u;
  ctx.save();
  ctx.beginPath();
  for (const point of points) {
    if (!gap(point)) continue;
    const left = Math.max(bbox.left, u.valToPos(new Date(point.start) / 1000, "x", true));
    const right = Math.min(bbox.left + bbox.width, u.valToPos(new Date(point.end) / 1000, "x", true));
    ctx.rect(left, bbox.top, right - left, bbox.height);
  }
  ctx.clip();
  ctx.beginPath();
  ctx.strokeStyle = theme.colour("--rule");
  ctx.lineWidth = devicePixelRatio;
  for (let x = bbox.left - bbox.height; x < bbox.left + bbox.width; x += 7 * devicePixelRatio) {
    ctx.moveTo(x, bbox.top + bbox.height);
    ctx.lineTo(x + bbox.height, bbox.top);
  }
  ctx.stroke();
  ctx.restore();
}

/** A line where other rules came into force: what stands left and right of it is not quite comparable. */
function breaks(u) {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.strokeStyle = theme.colour("--warn");
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([2 * devicePixelRatio, 3 * devicePixelRatio]);
  for (const at of answer.taxonomyBreaks ?? []) {
    const x = u.valToPos(new Date(at) / 1000, "x", true);
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}

/** What stands under the pointer. */
function hover(lines) {
  return (u) => {
    const tip = box()?.querySelector(".tip");
    if (!tip) return;
    const i = u.cursor.idx;
    tip.hidden = i === null || i === undefined;
    if (tip.hidden) return;
    fill(tip, h("b", {}, when(lines[0].points[i].start)), lines.map((line) =>
      h("span", {}, h("span", { class: `key k${line.index + 1}` }), line.label, h("b", {}, level(height(line.points[i]))))));
    const left = u.cursor.left + u.bbox.left / devicePixelRatio;
    tip.style.insetInlineStart = `${Math.min(left + 12, box().clientWidth - tip.offsetWidth)}px`;
  };
}

/** A span drawn with the pointer becomes the span of the page. */
function brush(u) {
  if (u.select.width < 8) return;
  const at = (px) => new Date(u.posToVal(px, "x") * 1000).toISOString().slice(0, 17) + "00Z";
  state.set({ from: at(u.select.left), to: at(u.select.left + u.select.width) });
}
