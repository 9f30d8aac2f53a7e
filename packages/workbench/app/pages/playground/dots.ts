/** How a message looks: a letter for its kind, the term beside it, full or hollow. Drawn once for each look, and stamped from then on. */
import type { PacketView } from '../../../run/index.ts';
import type { Ink } from './ink.ts';

const letters: Record<PacketView['kind'], string> = {
  RequestVote: 'V',
  RequestVoteReply: 'v',
  PreVote: 'P',
  PreVoteReply: 'p',
  AppendEntries: 'A',
  AppendEntriesReply: 'a',
  ConfirmLeader: 'C',
  ConfirmLeaderReply: 'c',
  Request: 'Q',
  Reply: 'R',
};

/** An AppendEntries that carries nothing is a heartbeat. */
export function letterOf({ kind, full }: Pick<PacketView, 'kind' | 'full'>): string {
  return kind === 'AppendEntries' && !full ? 'H' : (letters[kind] ?? '?');
}

const isReply = (kind: PacketView['kind']): boolean => kind.endsWith('Reply');

export interface Stamp {
  image: HTMLCanvasElement;
  width: number;
  height: number;
}

const stamps = new Map<string, Stamp>();

export function forgetStamps(): void {
  stamps.clear();
}

/** `size`: the height of a dot in pixels of the screen; `ratio` of those to pixels of the page. */
export function stampOf(
  packet: Pick<PacketView, 'kind' | 'term' | 'full'>,
  ink: Ink,
  size: number,
  ratio: number,
): Stamp {
  const label = `${letterOf(packet)}${packet.term ?? ''}`;
  const refused = isReply(packet.kind) && !packet.full;
  const key = [label, refused, size, ratio].join();
  const found = stamps.get(key);
  if (found) return found;
  const stamp = newStamp(
    label,
    { hollow: isReply(packet.kind), refused, colour: ink.term(packet.term), ink },
    size,
    ratio,
  );
  stamps.set(key, stamp);
  return stamp;
}

interface Dot {
  hollow: boolean;
  refused: boolean;
  colour: string;
  ink: Ink;
}

function newStamp(label: string, { hollow, refused, colour, ink }: Dot, size: number, ratio: number): Stamp {
  const width = size * (label.length > 2 ? 1.12 + 0.28 * (label.length - 2) : 1.12);
  const image = document.createElement('canvas');
  const edge = 3;
  image.width = Math.ceil((width + 2 * edge) * ratio);
  image.height = Math.ceil((size + 2 * edge) * ratio);
  const pen = image.getContext('2d');
  if (!pen) return { image, width, height: size };
  pen.scale(ratio, ratio);
  pen.translate(edge, edge);
  pen.lineWidth = 2;
  pen.beginPath();
  pen.roundRect(0, 0, width, size, size / 2);
  pen.strokeStyle = ink.paper;
  pen.lineWidth = 4;
  pen.stroke();
  pen.fillStyle = hollow ? ink.paper : colour;
  pen.fill();
  pen.lineWidth = 2;
  pen.strokeStyle = colour;
  if (refused) pen.setLineDash([3, 2.5]);
  pen.stroke();
  pen.fillStyle = hollow ? colour : ink.onTerm;
  pen.font = `650 ${Math.round(size * 0.58)}px ${ink.font}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(label, width / 2, size / 2 + size * 0.04);
  if (refused) {
    pen.setLineDash([]);
    pen.beginPath();
    pen.moveTo(size * 0.2, size * 0.86);
    pen.lineTo(width - size * 0.2, size * 0.14);
    pen.stroke();
  }
  return { image, width: width + 2 * edge, height: size + 2 * edge };
}
