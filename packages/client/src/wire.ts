/**
 * What a client and a node say to each other, over a connection that began as HTTP (`GET /v1/client`, with an upgrade to
 * `weekend-client`). Each frame is four bytes of length, the most significant first, and so many bytes of JSON.
 */
import type { Reply, Request, RequestId } from '@weekend/raft';

export const upgradePath = '/v1/client';
export const upgradeName = 'weekend-client';

/** No frame from a client is longer: the largest value fits in even if every byte of it has to be escaped. */
export const clientFrameLimit = 4 * 1024 * 1024;

/** A client's frame: for the node that it is connected to, or, with `to`, for another node that this one can reach. */
export interface Requests {
  to?: string;
  requests: Request[];
}

/** A node's frame. News comes first, and again whenever it is other than it was. */
export type Told = News | Refused | { kind: 'replies'; replies: Reply[] };

/** A request that was not even looked into, and why. */
export interface Refused {
  kind: 'refused';
  id: RequestId;
  why: string;
}

/** Who the node is, and who leads as far as it knows, in which term. */
export interface News {
  kind: 'news';
  node: string;
  leader: string | null;
  term: number;
}
