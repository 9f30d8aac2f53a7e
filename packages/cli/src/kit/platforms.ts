/** The machines that students bring, as Node names them, and what pnpm calls its own binary for each. */
import { CannotRun } from '../cannot-run.ts';
import { didYouMean } from '../words/did-you-mean.ts';
import { say } from '../words/say.ts';

export const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'] as const;

export type Platform = (typeof platforms)[number];

/** `--platforms linux-x64,win32-x64`: each that is left out saves a hundred megabytes. */
export function platformsFrom(text: string | undefined): readonly Platform[] {
  if (text === undefined) return platforms;
  return text.split(',').map((word) => {
    const found = platforms.find((platform) => platform === word.trim());
    if (found) return found;
    throw new CannotRun(
      say('kit-no-platform', { word, meant: didYouMean(word, platforms), names: platforms.join(', ') }),
    );
  });
}

/** How `supportedArchitectures` of pnpm names them. */
export function architectures(chosen: readonly Platform[]): { os: string[]; cpu: string[]; libc: string[] } {
  const parts = chosen.map((platform) => platform.split('-') as [os: string, cpu: string]);
  return {
    os: [...new Set(parts.map(([os]) => os))],
    cpu: [...new Set(parts.map(([, cpu]) => cpu))],
    libc: ['glibc'],
  };
}

export const pnpmFile = (platform: Platform): string => (platform.startsWith('win32') ? 'pnpm.exe' : 'pnpm');
