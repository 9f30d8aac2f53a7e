/** Messages on their way, as a list: what the ring shows to the eye can be reached by keyboard here. */
import type { PacketView } from '../../../run/index.ts';
import { termColour } from '../../term-colour.ts';
import { words } from '../../words/words.ts';
import { letterOf } from './dots.ts';
import { chosenMessage } from './message-choice.ts';
import { act, canAct, playing, scene, story } from './model.ts';
import { timeText } from './words.ts';

/** While time flows the list would only flicker. */
const mostWhilePlaying = 0;
const most = 30;

export const MessagePanel = () => {
  const now = scene.value;
  if (!now) return null;
  const { packets } = now.view;
  const w = words.value.playground;
  const shown = packets.slice(0, playing.value ? mostWhilePlaying : most);
  return (
    <section class="card messages" aria-label={w.onTheirWay}>
      <h2>
        {w.onWay} <span class="count">{packets.length}</span>
      </h2>
      {playing.value && packets.length > 0 ? <p class="quiet">{w.pauseFirst}</p> : null}
      {packets.length === 0 ? <p class="quiet">{w.noMessages}</p> : null}
      <ul>
        {shown.map((packet) => (
          <Message key={packet.id} packet={packet} isNext={isNext(packet)} />
        ))}
      </ul>
      {!playing.value && packets.length > most ? <p class="quiet">{w.more(packets.length - most)}</p> : null}
    </section>
  );
};

function isNext({ id }: PacketView): boolean {
  const next = scene.value?.view.next;
  return next !== undefined && 'packet' in next && next.packet === id;
}

const Message = ({ packet, isNext }: { packet: PacketView; isNext: boolean }) => {
  const { id, from, to, text, term, due } = packet;
  const isChosen = chosenMessage.value === id;
  const w = words.value.playground;
  const name = w.message(text, from, to);
  const off = !canAct.value;
  return (
    <li class={isChosen ? 'message chosen' : 'message'}>
      <button
        type="button"
        class="message-name"
        aria-expanded={isChosen}
        onClick={() => {
          chosenMessage.value = isChosen ? undefined : id;
        }}
      >
        <span class={`message-dot term-${termColour(term)}`} aria-hidden="true">
          {letterOf(packet)}
          {term}
        </span>
        <span class="message-text">
          {from} → {to} {text}
        </span>
        <span class="quiet">{isNext ? w.isNext : timeText(due)}</span>
      </button>
      {isChosen && !story.value ? (
        <fieldset class="buttons message-deeds" aria-label={name}>
          <button type="button" disabled={off} onClick={() => void act({ kind: 'deliver', id })}>
            {w.deliver}
          </button>
          <button type="button" disabled={off} class="danger" onClick={() => void act({ kind: 'drop', id })}>
            {w.drop}
          </button>
          <button type="button" disabled={off} onClick={() => void act({ kind: 'duplicate', id })}>
            {w.duplicate}
          </button>
          <button type="button" disabled={off} onClick={() => void act({ kind: 'hold', id, by: 200 })}>
            {w.delay}
          </button>
        </fieldset>
      ) : null}
    </li>
  );
};
