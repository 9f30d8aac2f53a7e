/** How the replicas of this stage talk in a story: `n1 -> n2 Ordered 3 x="a"`. */
import type { Causal } from './causal.ts';
import type { VectorClock } from './clock.ts';
import type { Eventual } from './eventual.ts';
import type { PrimaryBackup } from './primary.ts';
import type { Get, Put, Refused, Reply, Value } from './requests.ts';
import type { Sequential } from './sequential.ts';
import type { Version } from './version.ts';

export const tellEventual = {
  message: (message: Eventual['Message']): string => {
    if (message.kind !== 'Gossip') return asked(message);
    const entries = Object.entries(message.entries).map(([key, version]) => `${key}=${versioned(version)}`);
    return `Gossip ${entries.join(' ')}`.trim();
  },
  timer: (timer: string): string => timer,
};

export const tellCausal = {
  message: (message: Causal['Message']): string => {
    if (message.kind !== 'Update') return `${asked(message)} after ${clock(message.after)}`;
    return `Update ${message.key}=${versioned(message.version)} ${clock(message.clock)}`;
  },
};

export const tellSequential = {
  message: (message: Sequential['Message']): string => {
    switch (message.kind) {
      case 'Forward':
        return `Forward ${message.write.key}=${shown(message.write.value)}`;
      case 'Ordered':
        return `Ordered ${message.number} ${message.write.key}=${shown(message.write.value)}`;
      default:
        return asked(message);
    }
  },
};

export const tellPrimary = {
  message: (message: PrimaryBackup['Message']): string => {
    switch (message.kind) {
      case 'Replicate':
        return `Replicate ${message.number} ${message.key}=${shown(message.value)}`;
      case 'Replicated':
        return `Replicated ${message.number}`;
      case 'View':
        return `View ${message.number} primary=${message.primary} backup=${message.backup ?? 'none'}`;
      default:
        return asked(message);
    }
  },
};

function asked(message: Get | Put | Reply | Refused): string {
  switch (message.kind) {
    case 'Get':
      return `Get ${message.key}`;
    case 'Put':
      return `Put ${message.key}=${shown(message.value)}`;
    case 'Reply':
      return `Reply ${shown(message.value)}`;
    case 'Refused':
      return 'Refused';
    default:
      return message satisfies never;
  }
}

const shown = (value: Value): string => JSON.stringify(value);

const versioned = ({ value, time, writer }: Version): string => `${shown(value)}@${time} of ${writer}`;

const clock = (vector: VectorClock): string => {
  const counts = Object.entries(vector).map(([replica, count]) => `${replica}:${count}`);
  return `[${counts.join(' ')}]`;
};
