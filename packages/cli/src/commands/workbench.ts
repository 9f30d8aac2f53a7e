/** `weekend workbench`: the web side, on loopback, until Ctrl-C. */
import { spawn } from 'node:child_process';
import { NotBuilt, PortTaken, startWorkbench } from '@weekend/workbench/server';
import { CannotRun, type ExitCode, exitCodes } from '../cannot-run.ts';
import { holderInWords } from '../cluster/ports.ts';
import { print } from '../output.ts';
import { paint, wrapped } from '../paper.ts';
import { root } from '../places.ts';
import { say } from '../words/say.ts';
import { hands, stagesOfCode } from '../workbench/hands.ts';

export interface WorkbenchOptions {
  port?: number;
  open?: boolean;
}

export async function workbench({ port = 0, open = false }: WorkbenchOptions): Promise<ExitCode> {
  if (port > 65_535) throw new CannotRun(say('workbench-port', { port }));
  const { stopped, letGo } = listenForStop();
  const bench = await startWorkbench({
    root,
    stages: stagesOfCode,
    hands: hands(),
    port,
    say: (line: string) => print(paint('dim', `  ${line}`)),
  }).catch((error: unknown) => {
    letGo();
    if (error instanceof PortTaken)
      throw new CannotRun(
        say('workbench-taken', { port: error.message, holder: holderInWords(Number(error.message)) }),
      );
    if (error instanceof NotBuilt) throw new CannotRun(say('workbench-not-built', { why: error.message }));
    throw error;
  });
  try {
    print(`\n  ${say('workbench-at')}\n  ${paint('cyan', bench.link)}\n`);
    print(wrapped(say('workbench-key'), '  ').join('\n'));
    print(wrapped(say('workbench-ends'), '  ').join('\n'));
    if (open) openBrowser(bench.link);
    await stopped;
    return exitCodes.holds;
  } finally {
    await bench.close();
    letGo();
  }
}

/**
 * Listens on until everything is ended: a grade under way hears the same signal, ends its child and sends it to us once more,
 * and with nobody listening that would end us before the cluster.
 */
function listenForStop(): { stopped: Promise<void>; letGo(): void } {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const onSignal = () => stop();
  for (const signal of signals) process.on(signal, onSignal);
  return {
    stopped,
    letGo() {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}

/** Whoever has no browser here has the link. */
function openBrowser(link: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', link]
      : process.platform === 'win32'
        ? ['explorer', link]
        : ['xdg-open', link];
  spawn(command as string, args, { stdio: 'ignore', detached: true })
    .on('error', () => print(`  ${say('workbench-no-browser')}`))
    .unref();
}
