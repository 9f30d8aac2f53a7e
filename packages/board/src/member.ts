/** A student's side of the board: joining it, and telling it how far one is. Never waits for long. */
import { parsedCode } from './code.ts';
import { codeLength, type Keys, newKeys, proof, signed } from './identity.ts';
import { fromJson, isRecord, parsedName, type Report } from './report.ts';

export { longestName, type Report } from './report.ts';

/** What a machine keeps of the board that it has joined. */
export interface Membership {
  /** `http://192.168.1.20:4870` */
  url: string;
  name: string;
  keys: Keys;
}

/** Why the board did not take it, as the end of a sentence. */
export class BoardRefused extends Error {
  override name = 'BoardRefused';
  /** Whether the board was reached at all: if not, it may be asleep. */
  readonly reached: boolean;

  constructor(message: string, reached: boolean) {
    super(message);
    this.reached = reached;
  }
}

/** What a mentor shows on the wall: `192.168.1.20:4870/K7QM-2XWT`. */
export function parsedInvitation(text: string): { url: string; code: string } | undefined {
  const parts = /^(?:http:\/\/)?([\w.-]+|\[[\da-f:]+\]):(\d{1,5})\/(.+)$/i.exec(text.trim());
  const code = parts && parsedCode(parts[3] as string, codeLength);
  return parts && code && Number(parts[2]) < 65_536 ? { url: `http://${parts[1]}:${parts[2]}`, code } : undefined;
}

/** Throws `BoardRefused`. Who has joined before keeps its keys, and with them its row. */
export async function join(url: string, code: string, asName: string, keys = newKeys()): Promise<Membership> {
  const name = parsedName(asName);
  if (name === undefined) throw new BoardRefused('a name has 1 to 30 letters', true);
  const { board } = await asked(new Request(`${url}/api/board`));
  if (typeof board !== 'string') throw new BoardRefused(`there is something else at ${url}`, true);
  const { publicKey } = keys;
  await asked(posted(`${url}/api/join`, { name, publicKey, proof: proof(code, board, name, publicKey) }));
  return { url, name, keys };
}

/** Throws `BoardRefused`. Told twice is the same as told once. */
export async function tell({ url, keys }: Membership, report: Report, patienceMs?: number): Promise<void> {
  const text = JSON.stringify(report);
  const body = { publicKey: keys.publicKey, report: text, signature: signed(text, keys) };
  await asked(posted(`${url}/api/report`, body), patienceMs);
}

const posted = (url: string, body: object): Request => new Request(url, { method: 'POST', body: JSON.stringify(body) });

async function asked(request: Request, patienceMs = 3_000): Promise<Record<string, unknown>> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(request, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' });
    answer = fromJson(await response.text());
  } catch {
    throw new BoardRefused(`nobody answers at ${new URL(request.url).host}`, false);
  }
  if (!isRecord(answer)) throw new BoardRefused(`there is something else at ${new URL(request.url).host}`, true);
  if (!response.ok) throw new BoardRefused(String(answer.refused), true);
  return answer;
}
