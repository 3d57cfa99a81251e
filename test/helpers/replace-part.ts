import {fillParts, getParts, type Parts} from '../../src/loading/parts.js';

/**
 * Loads a part another way.
 * @returns a function that puts back what was there
 */
export function replacePart<N extends keyof Parts>(name: N, load: Parts[N]): () => void {
  const {[name]: original} = getParts();
  fillParts({...getParts(), [name]: load});
  return () => fillParts({...getParts(), [name]: original});
}
