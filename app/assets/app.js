// Everything here makes a page that already works quicker to use: search as you type, its keys, and the theme.
import htmx from 'htmx.org';

const PAUSE = 150; // ms after the last key

const box = document.querySelector('[role=combobox]');
const list = () => document.getElementById('hits');
const options = () => [...(list()?.querySelectorAll('a[role=option]') ?? [])];

function choose(option) {
  options().forEach((other) => other.setAttribute('aria-selected', String(other === option)));
  if (option) {
    box.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  } else {
    box.removeAttribute('aria-activedescendant');
  }
}

function step(by) {
  const all = options();
  if (!all.length) return;
  const now = all.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  choose(all[(now + by + all.length) % all.length]);
}

function shown() {
  box.setAttribute('aria-expanded', String(options().length > 0));
  choose(options()[0]);
}

function followTyping() {
  let composing = false;
  let waiting = 0;
  let last = box.value;
  const ask = () => {
    clearTimeout(waiting);
    if (composing || box.value === last) return;
    waiting = setTimeout(() => {
      last = box.value;
      htmx.trigger(box.form, 'typed');
    }, PAUSE);
  };
  box.addEventListener('compositionstart', () => { composing = true; });
  box.addEventListener('compositionend', () => { composing = false; ask(); });
  box.addEventListener('input', ask);
  document.addEventListener('htmx:after:swap', shown);
}

function followKeys() {
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Escape') { box.value = ''; box.dispatchEvent(new Event('input')); }
    else if (event.key === 'Enter') {
      const option = options().find((each) => each.getAttribute('aria-selected') === 'true');
      if (!option || list().dataset.query !== box.value.trim()) return;
      location.assign(option.href);
    } else return;
    event.preventDefault();
  });
}

function focusFromAnywhere() {
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    const wanted = (event.key === '/' && !typing) || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey));
    if (!wanted) return;
    event.preventDefault();
    if (box) { box.focus(); box.select(); } else location.assign(document.querySelector('[data-search]').href);
  });
}

function switchTheme() {
  const form = document.querySelector('[data-theme-form]');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    form.elements.theme.value = root.dataset.theme;
    fetch(form.action, { method: 'POST', body: new FormData(form), redirect: 'manual' });
  });
}

function acceptDrops() {
  const form = document.querySelector('[data-drop]');
  form?.addEventListener('dragover', (event) => { event.preventDefault(); form.dataset.over = ''; });
  form?.addEventListener('dragleave', (event) => { if (!form.contains(event.relatedTarget)) delete form.dataset.over; });
  form?.addEventListener('drop', (event) => {
    event.preventDefault();
    delete form.dataset.over;
    if (event.dataTransfer.files.length) form.querySelector('[type=file]').files = event.dataTransfer.files;
  });
}

if (box) { followTyping(); followKeys(); if (options().length) shown(); }
focusFromAnywhere();
switchTheme();
acceptDrops();
