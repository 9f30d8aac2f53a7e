/** Where a node can be reached: a host, by name or number, and a port. Written `host:port`, IPv6 as `[::1]:7001`. */
import type { Socket } from 'node:net';

export interface HostPort {
  host: string;
  /** 0 to listen on any port that is free. */
  port: number;
}

export function parseHostPort(text: string): HostPort | undefined {
  const [, bracketed, plain, digits] = /^(?:\[([0-9a-fA-F:.]+)\]|([^\s:[\]]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  return host !== undefined && port <= 65_535 ? { host, port } : undefined;
}

/** Who is at the other end, as far as can still be told. */
export const remoteOf = ({ remoteAddress, remotePort }: Socket): string =>
  remoteAddress === undefined || remotePort === undefined
    ? 'unknown'
    : formatHostPort({ host: remoteAddress, port: remotePort });

export const formatHostPort = ({ host, port }: HostPort): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
