// One browser and one process for them all: to start these takes longer than most suites run. Each
// suite also runs alone, by its own path.
import './address.suite.js';
import './card.suite.js';
import './challenge.suite.js';
import './events.suite.js';
import './flows.suite.js';
import './languages.suite.js';
import './lifecycle.suite.js';
import './look.suite.js';
import './messages.suite.js';
import './on-demand.suite.js';
import './payment.suite.js';
import './payment-intents.suite.js';
import './products.suite.js';
import './refusals.suite.js';
import './releases.suite.js';
import './silence.suite.js';
import './tokens.suite.js';
import './typing.suite.js';
