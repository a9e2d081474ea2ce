// The language of the page, the data it holds, and how a plan's words are shown. Everything else of the scripts stands on `fengong`.
"use strict";
const fengong = { data: {}, onLanguage: [] };

// The JSON of a block of the page.
fengong.read = (id) => JSON.parse(document.getElementById(id).textContent);

fengong.lang = () => document.documentElement.dataset.lang;

// One of two wordings, by the language of the page.
fengong.say = (zh, en) => (fengong.lang() === "zh" ? zh : en);

// Foreign words as they may be shown: what acts or hides in them is written out (as viz/seen.py does).
fengong.seen = (words) =>
  String(words).replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/g,
    (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"),
  );

// An element: its text is text, whatever it holds; `attributes` may hold functions as listeners.
fengong.element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children.flat()) if (child !== null && child !== undefined) made.append(child instanceof Node ? child : fengong.seen(child));
  return made;
};

// 住建 in 住房和城乡建设局: its characters stand there in this order.
fengong.abbreviates = (short, name) => {
  let at = -1;
  for (const c of short) if ((at = name.indexOf(c, at + 1)) < 0) return false;
  return true;
};

fengong.setLanguage = (lang) => {
  const root = document.documentElement;
  root.dataset.lang = lang;
  root.lang = lang === "zh" ? "zh-CN" : "en";
  for (const marked of document.querySelectorAll("[data-zh-label]")) {
    const words = lang === "zh" ? marked.dataset.zhLabel : marked.dataset.enLabel;
    marked.setAttribute(marked.dataset.labels || "aria-label", words);
  }
  for (const option of document.querySelectorAll("option[data-zh]")) option.textContent = lang === "zh" ? option.dataset.zh : option.dataset.en;
  for (const button of document.querySelectorAll("[data-switch=language]")) {
    button.textContent = lang === "zh" ? "English" : "中文";
    button.lang = lang === "zh" ? "en" : "zh-CN";
  }
  for (const told of fengong.onLanguage) told(lang);
};

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-switch=language]")) fengong.setLanguage(fengong.lang() === "zh" ? "en" : "zh");
});
