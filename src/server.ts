import './elements/server-button.js';

// What `pay-button` is in Node: the same names, and a button that can be drawn without a page.
export * from './index.js';
