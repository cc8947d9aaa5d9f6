import { element } from './element.js';
import { homeView } from './home-view.js';
import { itemView } from './item-view.js';
import { notice } from './notices.js';
import { fillForm } from './search-form.js';
import { catalogView, searchView } from './search-view.js';

/** @typedef {{ title: string | undefined, content: readonly import('./element.js').Child[] }} View */

const SITE = '纵横：政务服务事项目录';
const SEARCHED = ['q', 'level', 'kind', 'type', 'region'];

const main = /** @type {HTMLElement} */ (document.getElementById('main'));
const form = /** @type {HTMLFormElement} */ (document.getElementById('search'));

const filters = /** @type {HTMLElement} */ (form.querySelector('.filters'));

/** Path and query of what is shown; the fragment only scrolls. */
let place = '';

/** Counts what was asked for, so that a late answer never replaces a newer one. */
let turn = 0;

/** @param {URLSearchParams} address @returns {Promise<View>} */
function viewOf(address) {
  if (address.has('item')) return itemView(address);
  if (address.has('catalog')) return catalogView(address);
  return SEARCHED.some((name) => address.get(name)) ? searchView(address) : homeView();
}

/**
 * Shows what the address names: the address is the only state of the page.
 * @param {boolean} moved true when the reader came here by a link of this page
 */
async function show(moved) {
  turn += 1;
  const mine = turn;
  place = location.pathname + location.search;
  const address = new URLSearchParams(location.search);
  main.setAttribute('aria-busy', 'true');
  filters.hidden = address.has('item') || address.has('catalog');
  fillForm(form, address, () => mine === turn).catch(() => {
    // The view says what cannot be reached; the form stays usable without its choices.
  });
  const view = await viewOf(address).catch(unreadable);
  if (mine !== turn) return;
  document.title = view.title === undefined ? SITE : `${view.title} - ${SITE}`;
  const heading = element(
    'h1',
    { tabindex: -1, class: view.title === undefined && 'unseen' },
    view.title ?? SITE,
  );
  main.replaceChildren(element('div', {}, heading, view.content));
  main.removeAttribute('aria-busy');
  makeScrollable();
  if (moved) heading.focus({ preventScroll: true });
  if (moved || location.hash)
    (document.getElementById(location.hash.slice(1)) ?? document.body).scrollIntoView();
}

/** A table wider than the window scrolls in its own box, which a keyboard must be able to reach. */
function makeScrollable() {
  for (const box of document.querySelectorAll('.scroll'))
    if (box.scrollWidth > box.clientWidth) box.setAttribute('tabindex', '0');
}

/** @param {unknown} reason @returns {View} */
function unreadable(reason) {
  reportError(reason);
  return {
    title: '页面没有读全',
    content: [notice('没有取到内容。', ['请稍后重试；如果一直这样，请告诉管理员。'])],
  };
}

/** @param {URL} target */
function moveTo(target) {
  history.pushState(null, '', target);
  if (target.pathname + target.search === place && target.hash)
    document.getElementById(target.hash.slice(1))?.scrollIntoView();
  else void show(true);
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || link.origin !== location.origin || link.pathname !== '/') return;
  if (link.classList.contains('skip')) return;
  event.preventDefault();
  moveTo(new URL(link.href));
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const filled = [...new FormData(form)].filter(([, value]) => value !== '');
  const search = new URLSearchParams(filled.map(([name, value]) => [name, String(value).trim()]));
  moveTo(new URL(`/?${search}`, location.origin));
});

addEventListener('popstate', () => {
  if (location.pathname + location.search !== place) void show(false);
});

void show(false);
