import {defineElements} from './elements/define.js';

defineElements();
