/**
 * Finds the line at which a process runs in circles: knocks with SIGUSR1, upon which Node opens its debugger on loopback
 * even while JavaScript does not return, and asks that for the stack. Costs nothing until it is needed.
 */
import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';

/** For a child with `knockable` among its flags. Its stack, as Node writes one; empty if it can't be had in time. */
export async function whereItHangs(child: ChildProcess): Promise<readonly string[]> {
  if (process.platform === 'win32') return [];
  const giveUp = AbortSignal.timeout(patienceMs);
  const nothing = new Promise<string[]>((resolve) => giveUp.addEventListener('abort', () => resolve([])));
  return Promise.race([nothing, stackOf(child)]).catch(() => []);
}

/** The debugger's port is any that is free, so that two grades at once do not meet. */
export const knockable = '--inspect-port=127.0.0.1:0';

const patienceMs = 2000;

async function stackOf(child: ChildProcess): Promise<string[]> {
  const address = addressIn(child.stderr as Readable);
  child.kill('SIGUSR1');
  const socket = new WebSocket(await address);
  try {
    return await paused(socket);
  } finally {
    socket.close();
  }
}

function addressIn(stderr: Readable): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    stderr.on('data', (more: string) => {
      text += more;
      const address = /listening on (ws:\S+)/.exec(text)?.[1];
      if (address) resolve(address);
    });
  });
}

/** The part of the debugger's protocol that is used here. */
type Reply =
  | { method: 'Debugger.scriptParsed'; params: { scriptId: string; url: string } }
  | { method: 'Debugger.paused'; params: { callFrames: Frame[] } };

interface Frame {
  functionName: string;
  /** Both from 0. */
  location: { scriptId: string; lineNumber: number; columnNumber: number };
}

function paused(socket: WebSocket): Promise<string[]> {
  const urls: Record<string, string> = {};
  return new Promise((resolve, reject) => {
    socket.onerror = () => reject(new Error('Cannot ask the debugger: it closed the connection'));
    socket.onopen = () => {
      for (const [id, method] of ['Debugger.enable', 'Debugger.pause'].entries())
        socket.send(JSON.stringify({ id, method }));
    };
    socket.onmessage = ({ data }) => {
      const { method, params }: Reply = JSON.parse(String(data));
      if (method === 'Debugger.scriptParsed') urls[params.scriptId] = params.url;
      if (method === 'Debugger.paused') resolve(params.callFrames.map((frame) => written(frame, urls)));
    };
  });
}

function written({ functionName, location }: Frame, urls: Record<string, string>): string {
  const place = `${urls[location.scriptId]}:${location.lineNumber + 1}:${location.columnNumber + 1}`;
  return functionName === '' ? `at ${place}` : `at ${functionName} (${place})`;
}
