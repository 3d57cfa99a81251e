import {sharedNames} from '../checkout/given-options.js';
import {warnOnce} from '../hints.js';

/** What checkout.js took once, and nobody has any more. */
export const retiredNames = [
  'allowRememberMe',
  'alipay',
  'alipayReusable',
  'bitcoin',
  'paymentMethods',
] as const;

/** Names that do something, in checkout.js's own spelling. The theme is ours. */
export const liveNames = [...sharedNames, 'theme', 'address'] as const;

export const optionNames = [...liveNames, ...retiredNames] as const;

export type OptionName = (typeof optionNames)[number];

/** The options of checkout.js as a page gave them, whatever their types. */
export type RawOptions = Readonly<Partial<Record<OptionName, unknown>>>;

/** How an option is called where it was written: `panelLabel`, or `data-panel-label`. */
export type NameStyle = (name: string) => string;

export function isOptionName(name: string): name is OptionName {
  return optionNames.some(option => option === name);
}

/**
 * Sorts a page's options by checkout.js's names. A name that is nearly one of these counts as it, with a
 * hint in the console; all others are the page's own business.
 */
export function namedOptions(
  entries: Iterable<readonly [name: string, value: unknown]>,
  styled: NameStyle,
): RawOptions {
  // Without a prototype, on which a page's scripts might have put options.
  const options = Object.create(null) as Partial<Record<OptionName, unknown>>;
  const misspelt: [OptionName, unknown][] = [];
  for (const [name, value] of entries) {
    const meant = isOptionName(name) ? name : nearest(name);
    if (!meant) continue;
    if (meant === name) {
      options[meant] = value;
      continue;
    }
    warnOnce(`pay-button: there is no ${styled(name)}. Did you mean ${styled(meant)}?`);
    misspelt.push([meant, value]);
  }
  for (const [name, value] of misspelt) options[name] ??= value;
  return options;
}

function nearest(name: string): OptionName | undefined {
  const letters = name.replace(/[-_]/g, '').toLowerCase();
  return optionNames.find(option => {
    const wanted = option.toLowerCase();
    // Four letters and less are near to too much: `data-game` is no `data-name`.
    return letters === wanted || (wanted.length > 4 && isOneSlipFrom(wanted, letters));
  });
}

/** One letter too many, too few, wrong, or two swapped. */
function isOneSlipFrom(wanted: string, typed: string): boolean {
  let start = 0;
  while (start < wanted.length && wanted[start] === typed[start]) start++;
  const [a, b] = [wanted.slice(start), typed.slice(start)];
  const swapped = a.charAt(1) + a.charAt(0) + a.slice(2);
  return (
    a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1) || (a !== '' && swapped === b)
  );
}
