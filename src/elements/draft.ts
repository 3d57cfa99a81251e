/**
 * What a customer has typed into inputs of ours, by their names: kept by whoever opens the dialog, for the
 * next opening. Never of the card, which this code does not see.
 */
export type Draft = Map<string, string>;
