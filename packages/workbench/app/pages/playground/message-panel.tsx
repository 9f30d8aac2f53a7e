/** Messages on their way, as a list: what the ring shows to the eye can be reached by keyboard here. */
import type { PacketView } from '../../../run/index.ts';
import { termColour } from '../../term-colour.ts';
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
  const shown = packets.slice(0, playing.value ? mostWhilePlaying : most);
  return (
    <section class="card messages" aria-label="Messages on their way">
      <h2>
        On their way <span class="count">{packets.length}</span>
      </h2>
      {playing.value && packets.length > 0 ? <p class="quiet">Pause to take hold of a message.</p> : null}
      {packets.length === 0 ? <p class="quiet">No message is on its way.</p> : null}
      <ul>
        {shown.map((packet) => (
          <Message key={packet.id} packet={packet} isNext={isNext(packet)} />
        ))}
      </ul>
      {!playing.value && packets.length > most ? <p class="quiet">… and {packets.length - most} more</p> : null}
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
  const name = `${text} from ${from} to ${to}`;
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
        <span class="quiet">{isNext ? 'next' : timeText(due)}</span>
      </button>
      {isChosen && !story.value ? (
        <fieldset class="buttons message-deeds" aria-label={name}>
          <button type="button" disabled={off} onClick={() => void act({ kind: 'deliver', id })}>
            Deliver now
          </button>
          <button type="button" disabled={off} class="danger" onClick={() => void act({ kind: 'drop', id })}>
            Drop
          </button>
          <button type="button" disabled={off} onClick={() => void act({ kind: 'duplicate', id })}>
            Duplicate
          </button>
          <button type="button" disabled={off} onClick={() => void act({ kind: 'hold', id, by: 200 })}>
            Delay 200 ms
          </button>
        </fieldset>
      ) : null}
    </li>
  );
};
