/** Makes a server listen, and says in one sentence why it can't. */
import type { AddressInfo, Server } from 'node:net';
import { formatHostPort, type HostPort } from './addresses.ts';
import { CannotStart, reasonOf } from './cannot-start.ts';

/** Answers where it listens now. `purpose` completes "Cannot …". */
export function listening(
  server: Pick<Server, 'listen' | 'on' | 'once' | 'off' | 'address'>,
  at: HostPort,
  purpose: string,
): Promise<HostPort> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) =>
      reject(new CannotStart(`Cannot ${purpose} on ${formatHostPort(at)}: ${reasonOf(error)}`));
    server.once('error', failed);
    server.listen(at.port, at.host, () => {
      server.off('error', failed);
      // Too many open files, say. Then somebody is not let in; the connections that there are go on.
      server.on('error', () => {});
      const { port } = server.address() as AddressInfo;
      resolve({ host: at.host, port });
    });
  });
}
