/** Ports of this machine. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freeBlock, holderOf, refuseTakenPorts } from './ports.ts';

test('a taken port is named together with the process that has it', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    expect(holderOf(port)).toBe(process.pid);
    await expect(refuseTakenPorts([port], 'start the cluster')).rejects.toThrow(
      `Cannot start the cluster: port ${port} is taken by process ${process.pid}; free it or pass --base-port`,
    );
  } finally {
    server.close();
  }
});

test('the ports of a free block can be had', async () => {
  const first = await freeBlock(4, 'start the cluster');
  await refuseTakenPorts([first, first + 1, first + 2, first + 3], 'start the cluster');
});
