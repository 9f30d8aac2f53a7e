/** A million events, and how long it takes to step back to any of them. Prints, asserts nothing. */
import { evenLineup, evenSetup, Session } from '../run/index.ts';
import { modulesBy } from '../run/testing.ts';

const events = 1_000_000;

for (const who of ['reference', 'mine'] as const) {
  const session = new Session(evenSetup(5, 7, evenLineup('kv-store', who), 'quick'), modulesBy(who));
  const began = performance.now();
  session.seek(events);
  const forward = performance.now() - began;
  const times = Array.from({ length: 200 }, (_, i) => timeOf(session, (i * 7919 * 577) % events)).sort((a, b) => a - b);
  console.log(
    `${who}: ${events} events in ${Math.round(forward)} ms; back to any of them: median ${ms(times[100])}, longest ${ms(times.at(-1))}`,
  );
}

function timeOf(session: Session, index: number): number {
  const began = performance.now();
  session.seek(index);
  return performance.now() - began;
}

function ms(time = 0): string {
  return `${time.toFixed(1)} ms`;
}
