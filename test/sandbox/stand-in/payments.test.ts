// One browser and one process for these, as in `fields.test.ts`.
import './challenge.suite.js';
import './flows.suite.js';
import './payment.suite.js';
import './payment-intents.suite.js';
import './products.suite.js';
import './refusals.suite.js';
import './releases.suite.js';
import './tokens.suite.js';
