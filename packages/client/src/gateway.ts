/** The other side of this protocol: what a node needs to serve clients, and to be one itself for those who speak HTTP. */
export { Asker, type Found, type Road, type Written } from './asker.ts';
export { NotDone, OutcomeUnknown } from './errors.ts';
export { FrameReader, frameOf, OversizedFrame } from './frames.ts';
export { clientFrameLimit, type News, type Refused, type Requests, upgradeName, upgradePath } from './wire.ts';
