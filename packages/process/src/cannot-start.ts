/** Thrown when a node can't be brought up for a reason that its operator can mend. The message is the whole story. */
export class CannotStart extends Error {
  override name = 'CannotStart';
}

/** What a system error says in words: `EADDRINUSE` and its like are for programs. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EADDRINUSE':
      return 'somebody else is listening there; stop that or choose another port';
    case 'EADDRNOTAVAIL':
      return 'this machine does not have that address; choose one that it has';
    case 'EACCES':
      return 'this user may not; choose what it may use (a port from 1024 on, a folder of its own)';
    case 'ENOTFOUND':
      return 'no host has that name; correct it';
    default:
      return message;
  }
}
