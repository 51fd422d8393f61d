/** What stands in an event for words that are no code of a list: the words themselves are in the move's document. */
export const inPaper = 'inPaper';

/** A code where the words are one; people may say something else, and then the document alone says what. */
export const placed = (words: string, codes: readonly string[]): string => (codes.includes(words) ? words : inPaper);
