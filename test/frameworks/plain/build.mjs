// No tool at all: the page, and the file that its script tag names, are put beside each other.
import {cpSync} from 'node:fs';

cpSync('src', 'dist', {recursive: true});
cpSync('node_modules/pay-button/dist/pay-button.js', 'dist/pay-button.js');
