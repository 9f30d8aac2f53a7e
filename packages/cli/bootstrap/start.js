// `npm start`: sets the repository up and hands over to `weekend`, which says where to begin.
import { setup } from './setup.js';

await setup();
await import('../bin/weekend.js');
