import {fileURLToPath} from 'node:url';
import {findInterpreters, howToInstall} from '../../.ci/interpreters.mjs';

/** A server from the documents, and how it is started. */
export interface Recipe {
  readonly name: string;
  /** In `demo/docs/recipes`. */
  readonly file: string;
  /** Where it is posted to; `/charge` unless given. */
  readonly path?: string;
  /** Why it cannot be run on this machine, if it cannot. */
  readonly skip: string | false;
  /** The program and its arguments; a port is in the environment as `PORT` as well. */
  command(port: number): readonly [string, ...string[]];
  /** What it, or the server that runs it, says once it listens. */
  readonly ready: RegExp;
}

export const folder = fileURLToPath(new URL('../../demo/docs/recipes/', import.meta.url));

const {php, python, ruby} = findInterpreters();
const adapter = fileURLToPath(new URL('./serve.mjs', import.meta.url));

export const recipes: readonly Recipe[] = [
  {
    name: 'Node',
    file: 'node.mjs',
    skip: false,
    command: () => [process.execPath, 'node.mjs'],
    ready: /ready/,
  },
  {
    name: 'Serverless',
    file: 'serverless.mjs',
    skip: false,
    command: () => [process.execPath, adapter, 'serverless.mjs'],
    ready: /ready/,
  },
  {
    name: 'PHP',
    file: 'charge.php',
    skip: php ? false : missing('php'),
    command: port => [php ?? '', '-S', `127.0.0.1:${port}`, '-t', 'public', 'charge.php'],
    ready: /Development Server .* started/,
  },
  {
    name: 'Python',
    file: 'charge.py',
    skip: python ? false : missing('python'),
    command: port => [python ?? '', '-m', 'flask', '--app', 'charge', 'run', '--port', `${port}`],
    ready: /Running on http/,
  },
  {
    name: 'Ruby',
    file: 'charge.rb',
    skip: ruby ? false : missing('ruby'),
    command: port => [ruby ?? '', 'charge.rb', '-o', '127.0.0.1', '-p', `${port}`],
    ready: /HTTPServer#start/,
  },
];

function missing(name: 'php' | 'python' | 'ruby'): string {
  return `not on this machine, or without its libraries: ${howToInstall(name)}`;
}
