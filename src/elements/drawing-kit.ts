import {html, nothing, render} from 'lit';
import {isLocked, renderInput, typedIn} from './dialog-fields.js';

/** What parts of the dialog that are loaded on demand draw with: they bring no copy of it along. */
export interface DrawingKit {
  readonly html: typeof html;
  readonly nothing: typeof nothing;
  readonly render: typeof render;
  readonly isLocked: typeof isLocked;
  readonly renderInput: typeof renderInput;
  readonly typedIn: typeof typedIn;
}

export const drawingKit: DrawingKit = {html, nothing, render, isLocked, renderInput, typedIn};
