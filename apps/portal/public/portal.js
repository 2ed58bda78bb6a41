// Puts a slider in place of the list of days. Each day is asked of the public API, the one anybody
// can use, and shown by the same rules the server uses (ranking-view.mjs) in copies of the markup
// the server sent, so that nothing is written twice. Without this script the form does the same.

/* global clearTimeout, document, fetch, history, location, setTimeout */

import { dayInWords, filledIn, rankingView } from './ranking-view.mjs';

/** @import { PortalRanking } from '../src/ranking-reader' */
/** @import { RankingView, RankingWords } from '../src/ranking-view' */
/** @typedef {{ ranking: RankingWords, loading: string, shown: string, failed: string }} ScriptWords */
/** @typedef {Readonly<Record<string, string>>} Fields */

/** Milliseconds without a further movement before a day is asked for. */
const SETTLED = 120;

const main = document.querySelector('main');
const days = /** @type {HTMLSelectElement | null} */ (document.getElementById('validAt'));
if (main?.dataset['api'] !== undefined && days && days.options.length > 1) {
  putSlider(main, main.dataset['api'], days);
}

/** @type {(page: HTMLElement, api: string, list: HTMLSelectElement) => void} */
function putSlider(page, api, list) {
  /** @type {unknown} */
  const sent = JSON.parse(page.dataset['words'] ?? '{}');
  const words = /** @type {ScriptWords} */ (sent);
  const slider = document.createElement('input');
  const label = document.createElement('output');
  slider.type = 'range';
  slider.id = 'day-slider';
  slider.min = '0';
  slider.max = String(list.options.length - 1);
  slider.value = String(list.selectedIndex);
  slider.setAttribute('aria-describedby', 'valid-help');
  label.setAttribute('for', slider.id);
  document.querySelector(`label[for="${list.id}"]`)?.setAttribute('for', slider.id);
  list.before(label, slider, ticksFor(slider));
  // The list stays as the form's field: what is shown is what the button sends.
  list.hidden = true;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let settled;
  let running = new AbortController();
  let shown = list.value;
  const name = () => {
    label.textContent = dayInWords(list.value, words.ranking);
    slider.setAttribute('aria-valuetext', label.textContent);
  };
  name();
  slider.addEventListener('input', () => {
    list.selectedIndex = Number(slider.value);
    name();
    clearTimeout(settled);
    running.abort();
    running = new AbortController();
    const { signal } = running;
    const day = list.value;
    settled = setTimeout(() => {
      say(words.loading);
      ask(api, day, signal)
        .then((reply) => {
          show(page, rankingView(reply, words.ranking));
          keepInAddresses(day);
          shown = day;
          say(filledIn(words.shown, { day: dayInWords(day, words.ranking) }));
        })
        .catch(() => {
          // A day that was left again is not a failure; any other is said, with what still stands.
          if (signal.aborted) return;
          say(filledIn(words.failed, { day: dayInWords(shown, words.ranking) }));
        });
    }, SETTLED);
  });
}

/**
 * One mark per day, at equal distances: days with data are what can be chosen, not all days.
 * @type {(slider: HTMLInputElement) => HTMLDataListElement}
 */
function ticksFor(slider) {
  const ticks = document.createElement('datalist');
  ticks.id = `${slider.id}-ticks`;
  slider.setAttribute('list', ticks.id);
  for (let index = 0; index <= Number(slider.max); index += 1) {
    const tick = document.createElement('option');
    tick.value = String(index);
    ticks.append(tick);
  }
  return ticks;
}

/** @type {(api: string, day: string, signal: AbortSignal) => Promise<PortalRanking>} */
async function ask(api, day, signal) {
  const address = new URL(api, location.href);
  address.searchParams.set('validAt', day);
  const reply = await fetch(address, { signal, headers: { Accept: 'application/json' } });
  if (!reply.ok) throw new Error(`The API answered ${reply.status}`);
  /** @type {unknown} */
  const answer = await reply.json();
  return /** @type {PortalRanking} */ (answer);
}

/** @type {(page: HTMLElement, view: RankingView) => void} */
function show(page, view) {
  const { title, coverage, provinceScore, position, barsHeight } = view;
  document.title = `${title} – Jejak`;
  fill(document.body, 'view', { title, coverage, provinceScore, position });
  page.querySelector('svg.chart')?.setAttribute('height', barsHeight);
  showCopies('rows', view.rows);
  showCopies('bars', view.bars);
  showTexts('statement', view.statement);
  showTexts('notRanked', view.notRanked);
  for (const list of /** @type {const} */ (['rows', 'notRanked'])) {
    for (const section of page.querySelectorAll(`[data-shown-with="${list}"]`)) {
      section.toggleAttribute('hidden', view[list].length === 0);
    }
  }
}

/** @type {(list: string, items: readonly object[]) => void} */
function showCopies(list, items) {
  const place = /** @type {HTMLElement | SVGElement | null} */ (
    document.querySelector(`[data-list="${list}"]`)
  );
  const template = document.getElementById(place?.dataset['template'] ?? '');
  if (!place || !(template instanceof HTMLTemplateElement)) return;
  const first = template.content.firstElementChild;
  // A bar has to be parsed inside an <svg> to become one, so its template wraps it in another.
  const pattern = first?.localName === 'svg' ? first.firstElementChild : first;
  const copies = items.map((item) => {
    const copy = /** @type {Element} */ (pattern?.cloneNode(true));
    fill(copy, 'text', /** @type {Fields} */ (item));
    setAttributes(copy, /** @type {Fields} */ (item));
    return copy;
  });
  place.replaceChildren(...copies);
}

/** @type {(list: string, texts: readonly string[]) => void} */
function showTexts(list, texts) {
  const items = texts.map((text) => {
    const item = document.createElement('li');
    item.textContent = text;
    return item;
  });
  document.querySelector(`[data-texts="${list}"]`)?.replaceChildren(...items);
}

/**
 * Puts each field into the elements whose `data-<kind>` names it.
 * @type {(root: Element, kind: 'text' | 'view', fields: Fields) => void}
 */
function fill(root, kind, fields) {
  for (const element of root.querySelectorAll(`[data-${kind}]`)) {
    element.textContent = fields[element.getAttribute(`data-${kind}`) ?? ''] ?? '';
  }
}

/**
 * `data-set="x=width"` sets the attribute `x` to the field `width`.
 * @type {(root: Element, fields: Fields) => void}
 */
function setAttributes(root, fields) {
  for (const element of [root, ...root.querySelectorAll('[data-set]')]) {
    for (const pair of (element.getAttribute('data-set') ?? '').split(' ')) {
      const [attribute = '', field = ''] = pair.split('=');
      if (attribute !== '') element.setAttribute(attribute, fields[field] ?? '');
    }
  }
}

/**
 * The page's own address and the links to the same answer elsewhere follow the slider.
 * @type {(day: string) => void}
 */
function keepInAddresses(day) {
  const page = new URL(location.href);
  page.searchParams.set('validAt', day);
  history.replaceState(history.state, '', page);
  for (const id of ['same-as-json', 'other-language']) {
    const link = document.getElementById(id);
    if (!(link instanceof HTMLAnchorElement)) continue;
    const address = new URL(link.href);
    address.searchParams.set('validAt', day);
    link.href = address.href;
  }
}

/** @type {(text: string) => void} */
function say(text) {
  const place = document.getElementById('loading');
  if (place) place.textContent = text;
}
