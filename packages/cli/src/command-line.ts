/** How the person at the keyboard starts `weekend`, so that a command we print works as it stands. */
import { isSameFile, root, shown } from './places.ts';

/** As a kit's own starter says; with pnpm only if that is how we were started: not everybody has it, and npx comes with Node. */
export function weekend(): string {
  if (process.env.WEEKEND_COMMAND) return process.env.WEEKEND_COMMAND;
  return process.env.npm_config_user_agent?.startsWith('pnpm/') ? 'pnpm weekend' : 'npx weekend';
}

/** A file as one types it here: from the root only where we stand in it. */
export function typed(file: string): string {
  return quoted(isSameFile(process.cwd(), root) ? shown(file) : file);
}

/** An argument as a shell wants it. */
export function quoted(argument: string): string {
  if (/^[\w@%+=:,./-]+$/.test(argument)) return argument;
  return process.platform === 'win32' ? `"${argument}"` : `'${argument.replaceAll("'", "'\\''")}'`;
}
