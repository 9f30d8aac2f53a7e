/** Listens on loopback alone, by both of its addresses where the machine has both. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Thrown where the port that was asked for is taken. */
export class PortTaken extends Error {
  override name = 'PortTaken';
}

/** `port` 0: any that is free. Resolves to the port. */
export async function listenOnLoopback([four, six]: readonly [Server, Server], port: number): Promise<number> {
  // The system gives out ports by address, so one that is free on 127.0.0.1 may be taken on ::1.
  for (let tries = 1; ; tries++) {
    const got = await listenAt(four, port, '127.0.0.1');
    if (got === undefined) throw new PortTaken(`${port}`);
    if ((await listenAt(six, got, '::1')) !== undefined) return got;
    four.close();
    await once(four, 'close');
    if (port !== 0 || tries === 5) throw new PortTaken(`${got}`);
  }
}

/** Nothing if it is taken. A machine without IPv6 has nobody who could ask there. */
async function listenAt(server: Server, port: number, host: string): Promise<number | undefined> {
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') return undefined;
    if (host === '::1' && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')) return port;
    throw error;
  }
}
