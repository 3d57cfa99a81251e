import assert from 'node:assert/strict';
import GithubSlugger from 'github-slugger';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {buildSite} from '../../demo/site/build.mjs';
import {render} from '../../demo/site/markdown.mjs';
import {pages} from '../../demo/site/pages.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const repository = 'https://code.example/pay-button/blob/main';

function linksOf(html: string): string[] {
  return groups(html, / (?:href|src)="([^"]*)"/g);
}

function groups(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, group = '']) => group);
}

describe('the Markdown files', () => {
  const files = readdirSync(join(root, 'demo/docs'))
    .filter(file => file.endsWith('.md'))
    .map(file => `demo/docs/${file}`);

  it('of the documentation are all pages of the site', () => {
    const sources = pages.map(({source}) => source).filter(source => files.includes(source));
    assert.deepEqual(sources.sort(), files.sort());
  });

  for (const {source} of pages) {
    it(`${source}: each link leads to a file, and to a heading of it`, () => {
      const links = groups(proseOf(source), /\]\(([^)\s]+)\)/g);
      for (const link of links.filter(link => !/^[a-z]+:/.test(link))) {
        const [path = '', anchor] = link.split('#');
        const file = path === '' ? source : join(dirname(source), path);
        assert.ok(existsSync(join(root, file)), link);
        if (anchor !== undefined) assert.ok(anchorsOf(file).includes(anchor), link);
      }
    });
  }
});

/** Without blocks and pieces of code, whose brackets are no links. */
function proseOf(file: string): string {
  return withoutBlocks(file).replace(/`[^`\n]*`/g, '');
}

function withoutBlocks(file: string): string {
  return readFileSync(join(root, file), 'utf8').replace(/^```.*?^```$/gms, '');
}

function anchorsOf(file: string): string[] {
  const slugger = new GithubSlugger();
  const plain = (text: string) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
  return groups(withoutBlocks(file), /^#+ (.*)$/gm).map(text => slugger.slug(plain(text)));
}

describe('the site', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pay-button-site-'));
  after(() => rmSync(folder, {recursive: true}));
  await buildSite(folder, repository);

  for (const {path, language} of pages) {
    const html = readFileSync(join(folder, path), 'utf8');

    it(`${path} has a title, its language, one h1 and no id twice`, () => {
      assert.match(html, /<title>[^<]*pay-button[^<]*<\/title>/);
      assert.match(html, new RegExp(`<html lang="${language}">`));
      assert.equal(groups(html, /<(h1)[ >]/g).length, 1);
      const ids = groups(html, / id="([^"]*)"/g);
      assert.deepEqual(ids, [...new Set(ids)]);
    });

    it(`${path} leads to files and anchors that there are`, () => {
      const links = linksOf(html);
      assert.ok(links.length > pages.length);
      for (const link of links) check(link, path);
    });

    it(`${path} has nothing that its policy blocks`, () => {
      assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none';/);
      assert.doesNotMatch(html, /<style|<[^>]* (style|on[a-z]+)="|<script(?! src=)/);
    });
  }

  it('leads nowhere but to its own files where no repository is known', () => {
    for (const page of pages) {
      const {html} = render(readFileSync(join(root, page.source), 'utf8'), page);
      for (const link of linksOf(html)) check(link, page.path);
    }
  });

  function check(link: string, path: string): void {
    if (link.startsWith(`${repository}/`)) {
      return assert.ok(existsSync(join(root, link.slice(repository.length + 1))), link);
    }
    if (/^[a-z]+:/.test(link)) return;
    const [target = '', anchor] = link.split('#');
    const file = join(folder, target === '' ? path : join(dirname(path), target));
    assert.ok(existsSync(file), link);
    if (anchor === undefined) return;
    const ids = groups(readFileSync(file, 'utf8'), / id="([^"]*)"/g);
    assert.ok(ids.includes(decodeURIComponent(anchor)), link);
  }
});
