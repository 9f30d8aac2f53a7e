// The mentor's page: shows what the board tells, and goes on counting between two messages.

const columns = document.getElementById('columns');
const rows = document.getElementById('rows');
const shared = document.getElementById('shared');
const state = document.getElementById('state');

/** From here on a row is marked: somebody may want to be asked how it goes. */
const stuckAfterMs = 20 * 60_000;

let view;
let toldAt = 0;

const events = new EventSource('/events');
events.onmessage = ({ data }) => {
  view = JSON.parse(data);
  toldAt = Date.now();
  draw();
};
events.onerror = () => {
  state.textContent = 'The board does not answer; this page goes on asking.';
};
setInterval(() => view && draw(), 10_000);

function draw() {
  const focused = document.activeElement?.dataset?.member;
  const passed = Date.now() - toldAt;
  const people = view.rows.length === 1 ? '1 student' : `${view.rows.length} students`;
  state.textContent = view.rows.length === 0 ? 'Nobody has joined yet.' : people;
  const stages = view.rows[0]?.stages ?? [];
  columns.replaceChildren(
    ...['Student', 'On', 'For', ...stages.map(({ stage }) => stage), 'Last heard', ''].map(heading),
  );
  rows.replaceChildren(...view.rows.map((row) => drawRow(row, passed)));
  shared.hidden = view.shared.length === 0;
  shared.querySelector('ul').replaceChildren(...view.shared.map(drawShared));
  if (focused) document.querySelector(`[data-member="${focused}"]`)?.focus();
}

function drawRow({ publicKey, name, on, stages, quietForMs }, passed) {
  const forMs = on && on.forMs + passed;
  const isStuck = forMs > stuckAfterMs;
  const row = element('tr', '');
  const who = element('th', name);
  who.scope = 'row';
  const milestone = element('td', on ? on.title : 'all that was graded holds');
  if (on) milestone.append(element('small', `${on.stage} · ${on.milestone}`));
  const time = element('td', on ? duration(forMs) : '', isStuck ? 'stuck' : '');
  if (isStuck) time.append(element('small', 'for long'));
  const counts = stages.map(({ passed: done, of }) =>
    element('td', done === of ? `✔ ${done}/${of}` : `${done}/${of}`, done === of ? 'count done' : 'count'),
  );
  const remove = element('button', 'Remove');
  remove.setAttribute('aria-label', `Remove ${name}`);
  remove.dataset.member = publicKey;
  remove.onclick = () => confirm(`Remove ${name} from the board? They can join again.`) && removed(publicKey);
  const end = element('td', '');
  end.append(remove);
  row.append(who, milestone, time, ...counts, element('td', `${duration(quietForMs + passed)} ago`, 'count'), end);
  return row;
}

function drawShared({ stage, milestone, title, names }) {
  const item = element('li', '');
  item.append(
    element('strong', `${names.length} × ${title}`),
    element('span', `${stage} · ${milestone}: ${names.join(', ')}`),
  );
  return item;
}

async function removed(publicKey) {
  await fetch('/api/remove', { method: 'POST', body: JSON.stringify({ publicKey }) });
}

function heading(text) {
  const cell = element('th', text);
  cell.scope = 'col';
  return cell;
}

/** Names come from strangers: text only, never markup. */
function element(tag, text, className = '') {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
}

function duration(ms) {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return '< 1 min';
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
