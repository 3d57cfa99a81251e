import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {faultsOf} from './release-faults.mjs';

// `npm run release:dry`, and the release itself: holds the tag to what is in the files, packs, and says what
// would be published. Publishes nothing.
const root = new URL('../', import.meta.url);
const options = {cwd: fileURLToPath(root), encoding: 'utf8', shell: process.platform === 'win32'};
const read = path => readFileSync(new URL(path, root), 'utf8');

const {name, version, repository} = JSON.parse(read('package.json'));
const lock = JSON.parse(read('package-lock.json'));
// A dry run before there is a tag is one of the tag to come.
const tag = process.env.GITHUB_REF_NAME ?? process.argv[2] ?? `v${version}`;

const faults = faultsOf(tag, {
  'package.json': version,
  'package-lock.json': lock.version,
  'src/version.ts': /version = '([^']+)'/.exec(read('src/version.ts'))?.[1],
  'dist/version.js': /version = '([^']+)'/.exec(read('dist/version.js'))?.[1],
  'dist/web-types.json': JSON.parse(read('dist/web-types.json')).version,
  'CHANGELOG.md': [...read('CHANGELOG.md').matchAll(/^## \[?(\d[^\s\]]*)/gm)][0]?.[1],
});

// npm takes a provenance only for the repository that the package names.
const {GITHUB_REPOSITORY: home = ''} = process.env;
const url = repository?.url ?? '';
if (!url || !url.includes(home)) {
  faults.push(
    `package.json names ${url || 'no repository'}: provenance needs the one that it is built in.`,
  );
}

const packed = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], options),
);
const [{files, size, unpackedSize, filename}] = Object.values(packed);
for (const {path, size} of files) console.log(`${String(size).padStart(8)}  ${path}`);
console.log(`${filename}: ${files.length} files, ${size} bytes, ${unpackedSize} unpacked`);

if (faults.length) {
  console.error(`${name} cannot be released as ${tag}:\n${faults.join('\n')}`);
  process.exit(1);
}
console.log(`${name} ${version} can be released as ${tag}.`);
