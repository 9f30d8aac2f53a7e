/** A status as Prometheus reads it (text format 0.0.4). */
import { type Status, withoutLists } from './status.ts';

type Sample = [labels: Record<string, string>, value: number];

export function metricsText({ uptimeMs, state, peers, counters }: Status): string {
  const { refused, ...counts } = counters;
  return [
    family('uptime_seconds', 'gauge', 'How long the node has been up.', [[{}, uptimeMs / 1000]]),
    ...Object.entries(counts).map(([name, count]) =>
      family(`${snakeCase(name)}_total`, 'counter', `Since boot: ${snakeCase(name).replaceAll('_', ' ')}.`, [
        [{}, count],
      ]),
    ),
    family(
      'refused_total',
      'counter',
      'Connections refused or broken off since boot, by reason.',
      Object.entries(refused).map(([reason, count]) => [{ reason }, count]),
    ),
    family(
      'peer_connected',
      'gauge',
      '1 for each peer that this node can send to.',
      Object.entries(peers).map(([peer, { connected }]) => [{ peer }, Number(connected)]),
    ),
    family(
      'state',
      'gauge',
      'What the protocol shows of its state: numbers as they are, words as labels.',
      stateSamples(state),
    ),
  ].join('');
}

function stateSamples(state: Status['state']): Sample[] {
  return Object.entries(withoutLists(state)).map(([field, value]) =>
    typeof value === 'number' ? [{ field }, value] : [{ field, value: String(value) }, 1],
  );
}

function family(name: string, type: 'counter' | 'gauge', help: string, samples: Sample[]): string {
  const lines = samples.map(([labels, value]) => `weekend_${name}${labelsText(labels)} ${value}\n`);
  return `# HELP weekend_${name} ${help}\n# TYPE weekend_${name} ${type}\n${lines.join('')}`;
}

function labelsText(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}

const escaped = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
