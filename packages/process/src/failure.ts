/** Why a node went down by itself, told so that a student finds the line. */
import { fileURLToPath } from 'node:url';
import type { Address, Call, Shape } from '@weekend/protocol';

export interface Failure {
  /** `handler`: the protocol's own code threw. `disk`: what had to be saved could not be. */
  kind: 'handler' | 'disk';
  /** The whole story: what was being done, what was thrown, and where. */
  message: string;
  cause: unknown;
}

export function handlerFailure<S extends Shape>(me: Address, call: Call<S>, cause: unknown): Failure {
  const thrown = cause instanceof Error ? `${cause.name}: ${cause.message}` : `${String(cause)} (not an Error)`;
  const message = [`${me} crashed in ${handlerOf(call)}: ${thrown}`, ...protocolFrames(cause)].join('\n');
  return { kind: 'handler', message, cause };
}

export function diskFailure(me: Address, cause: unknown): Failure {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return { kind: 'disk', message: `${me} crashed: it could not save to its disk: ${reason}`, cause };
}

function handlerOf<S extends Shape>(call: Call<S>): string {
  switch (call.kind) {
    case 'start':
      return 'start';
    case 'message':
      return `onMessage, handling ${call.message.kind} from ${call.from}`;
    case 'timer':
      return `onTimer, handling the timer ${call.timer}`;
    default:
      return call satisfies never;
  }
}

/** The lines of the stack that lie in the protocol: above the runtime's call of the handler, and not Node's own. */
function protocolFrames(cause: unknown): string[] {
  const lines = cause instanceof Error && cause.stack ? cause.stack.split('\n') : [];
  const called = lines.findIndex((line) => line.includes('at perform '));
  return lines
    .slice(0, called < 0 ? lines.length : called)
    .filter((line) => /^\s+at /.test(line) && !/[( ]node:|[/\\]node_modules[/\\]/.test(line))
    .map((line) => line.replace(/file:\/\/[^\s)]+?(?=:\d+:\d+)/, (url) => fileURLToPath(url)));
}
