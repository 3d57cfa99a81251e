/**
 * What no test has expected, said in the console or by the page's policy: fails the test that has just run.
 * Tests that expect something of the console put a listener in its place.
 */
const complaints = (window.complaints ??= []);

// Lit's own: of its development build, and of a dialog that starts its checkout once it is drawn.
window.litIssuedWarnings = new Set(['dev-mode', 'change-in-update']);

for (const method of ['warn', 'error'] as const) {
  const say = console[method].bind(console);
  console[method] = (...words: unknown[]) => {
    complaints.push(words.map(String).join(' '));
    say(...words);
  };
}

function fail(this: Mocha.Context): void {
  const said = complaints.splice(0);
  if (!said.length) return;
  throw new Error(`${this.currentTest?.fullTitle()}: unexpectedly said: ${said.join(' | ')}`);
}

/** A dialog outlives the button that is taken off the page after its test. */
function closeDialogs(): void {
  for (const {checkout} of document.querySelectorAll('pay-dialog')) checkout.close('page');
}

mocha.rootHooks({afterEach: [closeDialogs, fail], afterAll: fail});

// Runs by itself, and has nothing to give.
export {};

declare global {
  interface Window {
    complaints?: string[];
    litIssuedWarnings?: Set<string>;
  }
}
