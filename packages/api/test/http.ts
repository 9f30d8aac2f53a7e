/** HTTP as a test says it in one line. */
import type { Cluster } from './cluster.ts';

export interface Said {
  status: number;
  text: string;
  headers: Headers;
}

/** Asks one node. `path` begins with the first segment after `/v1/`. */
export const asking =
  (cluster: Cluster, id: string) =>
  async (method: string, path: string, body?: string | Buffer): Promise<Said> => {
    const response = await fetch(`http://${cluster.at(id)}/v1/${path}`, {
      method,
      ...(body !== undefined && { body }),
    });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };

export const indexOf = ({ headers }: Said): number => Number(headers.get('X-Consul-Index'));
