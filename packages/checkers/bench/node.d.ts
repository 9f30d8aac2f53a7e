/** As much of Node as the measurements use. The checkers are compiled together with them, and shall not see Node's globals. */

interface ImportMeta {
  readonly dirname: string;
  readonly filename: string;
}

declare module 'node:fs' {
  export function existsSync(path: string): boolean;
  export function readdirSync(path: string): string[];
  export function readFileSync(path: string, encoding: 'utf8'): string;
}

declare module 'node:path' {
  export function join(...parts: readonly string[]): string;
}

declare module 'node:child_process' {
  export function execFileSync(file: string, args: readonly string[], options: { encoding: 'utf8' }): string;
}

declare module 'node:process' {
  interface CpuUsage {
    readonly user: number;
    readonly system: number;
  }
  const process: {
    readonly argv: readonly string[];
    readonly execPath: string;
    exitCode: number;
    cpuUsage(since?: CpuUsage): CpuUsage;
    readonly stdout: { write(text: string): void };
  };
  export = process;
}
