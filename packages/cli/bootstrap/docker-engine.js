// Asks whether a Docker engine answers, so that the tests that need one know it, and a kept result is not reused when that changes.
import { request } from 'node:http';

const defaultSocket = process.platform === 'win32' ? '//./pipe/docker_engine' : '/var/run/docker.sock';

const address = () => {
  const host = process.env.DOCKER_HOST;
  if (!host) return { socketPath: defaultSocket };
  const url = new URL(host);
  return url.protocol === 'unix:' ? { socketPath: url.pathname } : { hostname: url.hostname, port: url.port || 2375 };
};

/** Resolves to true or false within two seconds. */
export const dockerAnswers = () =>
  new Promise((resolve) => {
    const ask = request({ ...address(), path: '/_ping', timeout: 2000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    ask.once('timeout', () => ask.destroy());
    ask.once('error', () => resolve(false));
    ask.once('close', () => resolve(false));
    ask.end();
  });
