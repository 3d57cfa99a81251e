export default function (config) {
  config.addPassthroughCopy('src/shop.js');
  config.addPassthroughCopy({'node_modules/pay-button/dist/pay-button.js': 'pay-button.js'});
  return {dir: {input: 'src', output: 'dist'}};
}
