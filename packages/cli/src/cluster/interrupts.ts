/** Ctrl-C and its like, as a signal that work can listen to, so that it ends in order. */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * While the task runs, none of these signals ends the program. If the task throws because of one, this says `told`, and
 * the program ends as it would have without us. A task that returns has taken the signal for an answer.
 */
export async function interruptible<T>(told: string, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let by: NodeJS.Signals | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    by ??= signal;
    controller.abort();
  };
  for (const signal of signals) process.on(signal, onSignal);
  const deafen = () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
  try {
    return await task(controller.signal);
  } catch (error) {
    if (by === undefined) throw error;
    process.stderr.write(`${told}\n`);
    deafen();
    process.kill(process.pid, by);
    throw error;
  } finally {
    deafen();
  }
}
