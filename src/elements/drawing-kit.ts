import {html, nothing, render} from 'lit';
import {isLocked, renderInput, typedIn} from './dialog-fields.js';

/** What parts of the dialog that are loaded on demand draw with: they bring no copy of it along. */
export const drawingKit = {html, nothing, render, isLocked, renderInput, typedIn} as const;

export type DrawingKit = typeof drawingKit;
