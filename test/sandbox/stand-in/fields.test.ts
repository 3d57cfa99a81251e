// One browser and one process for these: to start them takes longer than most suites run. Each suite
// also runs alone, by its own path.
import './address.suite.js';
import './card.suite.js';
import './events.suite.js';
import './languages.suite.js';
import './lifecycle.suite.js';
import './look.suite.js';
import './messages.suite.js';
import './on-demand.suite.js';
import './silence.suite.js';
import './typing.suite.js';
