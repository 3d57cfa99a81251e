import axe, {type NodeResult} from 'axe-core';
import {contrastFaults} from './contrast.js';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// The frames have other origins, and axe in each of them answers axe in the page.
axe.configure({allowedOrigins: ['<unsafe_all_origins>']});

/**
 * What axe objects to, or cannot decide; empty is well.
 * @param coloursAlone for another look of the same page: nothing but colours differs
 */
export async function axeFaults(withFrames: boolean, coloursAlone: boolean): Promise<string[]> {
  const {violations, incomplete} = await axe.run(document, {
    runOnly: coloursAlone
      ? {type: 'rule', values: ['color-contrast', 'link-in-text-block']}
      : {type: 'tag', values: tags},
    resultTypes: ['violations', 'incomplete'],
    iframes: withFrames,
    // Says that there are frames which axe was not to look into.
    rules: coloursAlone ? {} : {'frame-tested': {enabled: withFrames}},
    preload: false,
  });
  const undecided = incomplete
    .map(result => ({...result, nodes: result.nodes.filter(node => !isAnswered(result.id, node))}))
    .filter(({nodes}) => nodes.length);
  return [...violations, ...undecided].flatMap(({id, nodes}) =>
    // axe looks for the landmark around a frame within the body alone. The dialog, a landmark, lies beside the body.
    nodes
      .filter(({target}) => id !== 'region' || target.length === 1)
      .map(({html, failureSummary = ''}) => `${id}: ${html} ${failureSummary}`),
  );
}

/** What axe leaves to people. */
function isAnswered(rule: string, {target}: NodeResult): boolean {
  // `contrastFaults` looks at every text, and so at those whose ground axe cannot find out.
  if (rule === 'color-contrast') return true;
  // A frame of one input has nothing that one would want to skip.
  return rule === 'bypass' && target.length > 1;
}

export {contrastFaults};
export * from './measures.js';
