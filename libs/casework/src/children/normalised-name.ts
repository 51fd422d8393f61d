/** Letters that Unicode does not take apart, in the spelling that other registers use for them. */
const spelled: { readonly [letter: string]: string } = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * A name as it is compared, never as it is shown: Siân, Sian and SIÂN are one, and so are O'Neill, O’Neill and ONeill, Ŵyn and Wyn,
 * Enghraifft-Sampl and Enghraifft Sampl. What holds no letter at all is compared as it stands.
 */
export function normalisedName(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/gu, (letter) => spelled[letter] ?? letter)
    .replace(/['’‘ʼʹ`´]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return letters === '' ? name.trim() : letters;
}
