// @ts-check

/**
 * What of CSS the playground takes: words, numbers, one level of functions, closed strings. Nothing that could
 * end a rule, or a style element, where the HTML is pasted.
 */
const plainCss = /^(?:[\w\s#%.,+-]|\([\w\s#%.,+/-]*\)|"[\p{L}\d\s-]*"|'[\p{L}\d\s-]*')*$/u;

/** Whether a property of the button takes this value. @param {string} name @param {string} value */
export function isValidValue(name, value) {
  return plainCss.test(value) && CSS.supports(kindOf(name), value);
}

/** @param {string} name */
function kindOf(name) {
  if (name === '--pay-radius') return 'border-radius';
  return name === '--pay-font' ? 'font-family' : 'color';
}

/**
 * The HTML of a button.
 * @param {Map<string, string>} attributes
 * @param {Map<string, string>} properties valid ones
 */
export function snippet(attributes, properties) {
  const rules = [...properties].map(([name, value]) => `    ${name}: ${value};\n`);
  const style = rules.length ? `<style>\n  pay-button {\n${rules.join('')}  }\n</style>\n` : '';
  const lines = [...attributes].map(([name, value]) => `\n    ${attribute(name, value)}`);
  return `${style}<form action="/charge" method="post">\n  <pay-button${lines.join('')}\n  ></pay-button>\n</form>\n`;
}

/** @param {string} name @param {string} value */
function attribute(name, value) {
  return value ? `${name}="${escape(value)}"` : name;
}

/** @param {string} text */
function escape(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
