/**
 * What stands in the way of a release: a tag is `v` and the version that all the files have.
 * @param {string} tag
 * @param {Readonly<Record<string, string | undefined>>} versions by the file that they stand in
 * @returns {string[]} none where it can be released
 */
export function faultsOf(tag, versions) {
  if (!/^v\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(tag))
    return [`${tag} is no tag of a release: v1.2.3 is.`];
  const version = tag.slice(1);
  return Object.entries(versions)
    .filter(([, each]) => each !== version)
    .map(([file, each]) => `${file} has ${each ?? 'no version'}, not ${version}.`);
}
