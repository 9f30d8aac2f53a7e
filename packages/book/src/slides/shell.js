// Turns the pages: arrows, space, Home and End, a touch or a click; n shows the notes, f fills the screen. The address keeps the place.
const pages = [...document.querySelectorAll('.page')];
let now = 0;

function turnTo(wanted) {
  now = Math.min(Math.max(wanted, 0), pages.length - 1);
  for (const [index, page] of pages.entries()) page.classList.toggle('now', index === now);
  history.replaceState(null, '', `#${now + 1}`);
}

const fromAddress = () => turnTo(Number(location.hash.slice(1) || 1) - 1);

const keys = {
  ArrowRight: () => turnTo(now + 1),
  ArrowDown: () => turnTo(now + 1),
  PageDown: () => turnTo(now + 1),
  ' ': () => turnTo(now + 1),
  ArrowLeft: () => turnTo(now - 1),
  ArrowUp: () => turnTo(now - 1),
  PageUp: () => turnTo(now - 1),
  Home: () => turnTo(0),
  End: () => turnTo(pages.length - 1),
  n: () => document.body.classList.toggle('speaking'),
  f: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
};

document.body.classList.add('turning');
addEventListener('hashchange', fromAddress);
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
addEventListener('click', ({ clientX, target }) => {
  if (!target.closest('a, .notes')) turnTo(now + (clientX < innerWidth / 4 ? -1 : 1));
});
fromAddress();
