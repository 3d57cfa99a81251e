import assert from 'node:assert/strict';
import {test} from 'node:test';
import {faultsOf} from '../../../.ci/release-faults.mjs';

const versions = {'package.json': '1.2.3', 'CHANGELOG.md': '1.2.3'};

test('a tag that all files agree with can be released', () => {
  assert.deepEqual(faultsOf('v1.2.3', versions), []);
  assert.deepEqual(faultsOf('v1.2.3-rc.1', {'package.json': '1.2.3-rc.1'}), []);
});

test('a file that disagrees, or has no version yet, is named', () => {
  assert.deepEqual(faultsOf('v1.2.4', {...versions, 'src/version.ts': '1.2.4'}), [
    'package.json has 1.2.3, not 1.2.4.',
    'CHANGELOG.md has 1.2.3, not 1.2.4.',
  ]);
  assert.deepEqual(faultsOf('v1.2.3', {'CHANGELOG.md': undefined}), [
    'CHANGELOG.md has no version, not 1.2.3.',
  ]);
});

test('another tag is none of a release', () => {
  for (const tag of ['main', '1.2.3', 'v1.2', 'v1.2.3 --force']) {
    assert.deepEqual(faultsOf(tag, versions), [`${tag} is no tag of a release: v1.2.3 is.`]);
  }
});
