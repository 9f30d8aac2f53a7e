/** Our gRPC against Node's own HTTP/2, which knows the whole of the protocol. */
import { once } from 'node:events';
import { createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { GrpcConnection } from './grpc.ts';
import { lengthPrefixed } from './protobuf.ts';

/** Says back what it is sent, as etcd would answer; refuses what is sent to /refuse. */
async function echo(): Promise<GrpcConnection> {
  const server = createServer();
  server.on('stream', async (stream, headers) => {
    const sent = await buffer(stream);
    const isGrpc = headers['content-type'] === 'application/grpc' && headers.te === 'trailers';
    if (headers[':path'] === '/refuse' || !isGrpc) {
      stream.respond({ ':status': 200, 'grpc-status': '9' }, { endStream: true });
      return;
    }
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
    stream.end(sent);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const connection = await GrpcConnection.open('127.0.0.1', (server.address() as AddressInfo).port);
  onTestFinished(() => {
    connection.close();
    server.close();
  });
  return connection;
}

test('a call gets its answer', async () => {
  const connection = await echo();
  expect(String(await connection.call('/echo', Buffer.from('hello')))).toBe('hello');
});

test('many calls at once each get their own, also when they are more than the window lets through at first', async () => {
  const connection = await echo();
  const texts = Array.from({ length: 500 }, (_, i) => `${i}-`.padEnd(1000, 'x'));
  const answers = await Promise.all(texts.map((text) => connection.call('/echo', Buffer.from(text))));
  expect(answers.map(String)).toEqual(texts);
});

test('a refused call fails, and the next one is answered', async () => {
  const connection = await echo();
  await expect(connection.call('/refuse', Buffer.from('hello'))).rejects.toThrow('refused');
  expect(String(await connection.call('/echo', Buffer.from('again')))).toBe('again');
});

test('who waits when the connection is lost hears of it, and so does who comes later', async () => {
  const connection = await echo();
  const waiting = connection.call('/echo', Buffer.from('hello'));
  connection.close();
  await expect(waiting).rejects.toThrow('lost');
  await expect(connection.call('/echo', Buffer.from('late'))).rejects.toThrow('lost');
});

test('the length of a message comes before it, most significant byte first', () => {
  expect([...lengthPrefixed(Buffer.from('ab'))]).toEqual([0, 0, 0, 0, 2, 97, 98]);
});
