/** The hash of `parts.js`, which has those of all other parts. The build of the script tag's file puts it here. */
export const partsIntegrity: string = '';
