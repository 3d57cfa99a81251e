import {digitsOf, type Rules} from './rules.js';

/** The text of an input, and where its caret stands. */
export interface Edit {
  readonly text: string;
  readonly caret: number;
}

/**
 * What an edit makes of a field.
 * @param value the field's value before
 * @param edit what the browser made of its text
 * @param inputType as in `InputEvent`: what the customer did
 */
export function applyEdit(rules: Rules, value: string, edit: Edit, inputType: string): Edit {
  if (inputType.startsWith('delete')) return applyDeletion(rules, value, edit, inputType);
  const isFull = value.length === rules.maxLength(value);
  if (inputType === 'insertText' && isFull && digitsOf(edit.text).length > value.length) {
    return refuse(rules.show(value), edit);
  }
  return withCaret(rules.show(rules.read(edit.text)), edit);
}

function applyDeletion(rules: Rules, value: string, edit: Edit, inputType: string): Edit {
  const onlySeparator = digitsOf(edit.text) === value && value !== '';
  const {text, caret} = onlySeparator ? withoutDigit(edit, inputType) : edit;
  // Without its separators: the slash that was left over must not complete a month again.
  const digits = digitsOf(text);
  return withCaret(rules.show(rules.read(digits)), {text, caret});
}

/** The separators come back by themselves, so deleting one takes the digit beyond it as well. */
function withoutDigit({text, caret}: Edit, inputType: string): Edit {
  const before = text.slice(0, caret);
  const after = text.slice(caret);
  if (inputType.endsWith('Forward')) return {text: before + after.replace(/^\D*\d/, ''), caret};
  const shorter = before.replace(/\d\D*$/, '');
  return {text: shorter + after, caret: shorter.length};
}

/** A full field takes no more: otherwise a digit typed in the middle would push out the last. */
function refuse(shown: string, edit: Edit): Edit {
  return {text: shown, caret: edit.caret - (edit.text.length - shown.length)};
}

/** Puts the caret before as many digits as it stood before, and beyond any separator. */
function withCaret(shown: string, {text, caret}: Edit): Edit {
  const cutOff = Math.max(0, digitsOf(text).length - digitsOf(shown).length);
  const behind = Math.max(0, digitsOf(text.slice(caret)).length - cutOff);
  let position = shown.length;
  while (position > 0 && digitsOf(shown.slice(position)).length < behind) position--;
  return {text: shown, caret: position};
}
