/** Lets the page's own scripts and styles pass where a policy admits no other inline ones. */
const nonce = 'cGFnZQ';

/** The strictest that the tools bear: nothing inline, nothing evaluated, nothing from elsewhere. */
const csp = [
  "default-src 'none'",
  `script-src 'self' 'nonce-${nonce}' 'report-sample'`,
  `style-src 'self' 'nonce-${nonce}' 'report-sample'`,
  "connect-src 'self'",
  "frame-src 'self'",
  "img-src 'self' https: data:",
  "form-action 'self'",
];

/** Those that the README names. `page` is that of the tests' own pages, made before any script of ours runs. */
const trustedTypes = [
  "require-trusted-types-for 'script'",
  'trusted-types lit-html pay-button page',
];

/**
 * Named like what scripts look for in the document and the window. Not `body`, `head` or `querySelector`,
 * which the test tools do not survive: test/e2e/legacy/hostile-pages.test.ts has such.
 */
const clobbering = `
  <img name="currentScript" src="/no-content" alt="">
  <img name="baseURI" alt="">
  <a id="Stripe" href="#stripe">Stripe</a>
  <form id="StripeCheckout"></form>
  <a id="jQuery" href="#jquery">jQuery</a>`;

/** @type {Record<string, {policy?: readonly string[], markup?: string}>} the kinds of page, by name */
export const pages = {
  csp: {policy: csp},
  'trusted-types': {policy: trustedTypes},
  clobbered: {markup: clobbering},
  shadow: {},
  swapped: {},
};

/**
 * The page of a kind, for a group of Web Test Runner. Its policy stands in a tag, so that the runner's own
 * inline scripts, which come before it, need no nonce.
 */
export function pageOf(kind) {
  const {policy, markup = ''} = pages[kind];
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy?.join('; ')}">`;
  return framework => `<!doctype html>
<html>
  <head>
    ${policy ? meta : ''}
    <script nonce="${nonce}">
      window.pageKind = '${kind}';
      window.complaints = [];
      addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sample}) => {
        if (sample.includes('provoked')) return;
        complaints.push([effectiveDirective, 'violated by', blockedURI, sample].join(' '));
      });
    </script>
  </head>
  <body>
    ${markup}
    <script type="module" nonce="${nonce}">
      import '${framework}';
      import '/test/strict/set-up.ts';
      import '/test/helpers/complaints.ts';
    </script>
  </body>
</html>`;
}
