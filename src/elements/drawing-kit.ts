import {html, nothing, render} from 'lit';
import {en as words} from '../locales/en.js';
import {isLocked, renderInput, typedIn} from './dialog-fields.js';

/** What parts of the dialog that are loaded on demand draw with: they bring no copy of it along. */
export const drawingKit = {html, nothing, render, words, isLocked, renderInput, typedIn} as const;

export type DrawingKit = typeof drawingKit;
