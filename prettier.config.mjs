export default {
  printWidth: 100,
  singleQuote: true,
  bracketSpacing: false,
  arrowParens: 'avoid',
};
