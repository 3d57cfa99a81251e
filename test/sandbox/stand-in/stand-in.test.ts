// One browser and one process for them all: to start these takes longer than most suites run. Each
// suite also runs alone, by its own path.
import './address.suite.js';
import './events.suite.js';
import './lifecycle.suite.js';
import './look.suite.js';
import './messages.suite.js';
import './refusals.suite.js';
import './tokens.suite.js';
import './typing.suite.js';
