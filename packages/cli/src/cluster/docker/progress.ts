/** Waits for what Docker reports on bit by bit: a build, an import. */
import type Docker from 'dockerode';
import { FailedReport } from './errors.ts';

/** Throws, in Docker's own words, if it reports that it failed. */
export async function finished(docker: Docker, stream: NodeJS.ReadableStream): Promise<void> {
  const reports = await new Promise<{ error?: string }[]>((resolve, reject) => {
    docker.modem.followProgress(stream, (error, all) => (error ? reject(error) : resolve(all)));
  });
  const failed = reports.find(({ error }) => error !== undefined);
  if (failed) throw new FailedReport(failed.error);
}
