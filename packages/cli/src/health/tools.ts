/** The programs that the workshop runs. */
import { findCompiler } from '../grade/compiles.ts';
import { say } from '../words/say.ts';
import { type Check, firstLine, here, unwell, well } from './check.ts';

const wantedNode = 24;

export function node(): Check {
  const is = `Node ${process.versions.node}`;
  const major = Number(process.versions.node.split('.')[0]);
  return major >= wantedNode ? well('Node', true, is) : unwell('Node', true, is, 'npm start');
}

export async function compiler(): Promise<Check> {
  const file = findCompiler();
  const version = file === undefined ? undefined : await firstLine(file, ['--version']);
  return version === undefined
    ? unwell('TypeScript', true, say('doctor-no-compiler'), 'npm start')
    : well('TypeScript', true, version);
}

export async function git(): Promise<Check> {
  const mend = here({
    linux: 'sudo apt-get install git',
    darwin: 'xcode-select --install',
    win32: 'winget install --id Git.Git',
  });
  const line = await firstLine('git', ['--version']);
  return line === undefined ? unwell('git', false, say('doctor-not-installed'), mend) : well('git', false, line);
}

export async function pnpm(): Promise<Check> {
  const windows = process.platform === 'win32';
  const line = await firstLine(windows ? 'pnpm.cmd' : 'pnpm', ['--version']);
  return line === undefined
    ? unwell('pnpm', false, say('doctor-not-installed'), say('doctor-mend-pnpm'))
    : well('pnpm', false, line);
}

export async function docker(): Promise<Check> {
  const engine = await firstLine('docker', ['version', '--format', '{{.Server.Version}}']);
  if (engine !== undefined) return well('Docker', false, say('doctor-engine', { version: engine }));
  const client = await firstLine('docker', ['--version']);
  if (client === undefined)
    return unwell(
      'Docker',
      false,
      say('doctor-not-installed'),
      here({
        linux: 'curl -fsSL https://get.docker.com | sh',
        darwin: 'brew install --cask docker',
        win32: 'winget install --id Docker.DockerDesktop',
      }),
    );
  const start = here({
    linux: 'sudo systemctl start docker',
    darwin: 'open -a Docker',
    win32: 'start "" "C:\\Program Files\\Docker\\Docker\\Docker Desktop.exe"',
  });
  return unwell('Docker', false, say('doctor-no-engine'), start);
}

export async function compose(): Promise<Check> {
  const plugin = await firstLine('docker', ['compose', 'version', '--short']);
  if (plugin !== undefined) return well('Docker Compose', false, `docker compose ${plugin}`);
  const old = await firstLine('docker-compose', ['version', '--short']);
  if (old !== undefined) return well('Docker Compose', false, `docker-compose ${old}`);
  const mend = here({
    linux: 'sudo apt-get install docker-compose-plugin',
    darwin: 'brew install docker-compose',
    win32: 'winget install --id Docker.DockerDesktop',
  });
  return unwell('Docker Compose', false, say('doctor-not-installed'), mend);
}

const browsers = ['google-chrome', 'chromium', 'chromium-browser', 'firefox', 'microsoft-edge', 'brave-browser'];

/** Where one looks at one's own code. Windows and macOS bring one along. */
export async function browser(): Promise<Check> {
  if (process.platform !== 'linux') return well('browser', false, say('doctor-own-browser'));
  const versions = await Promise.all(browsers.map((name) => firstLine(name, ['--version'])));
  const found = versions.find((version) => version !== undefined);
  return found === undefined
    ? unwell('browser', false, say('doctor-no-browser'), 'sudo apt-get install firefox-esr')
    : well('browser', false, found);
}
