import { readArguments } from '../read-arguments.js';
import { service, speaking } from '../running-teg.js';
import { Halt, type Word } from '../word.js';

/** Signs in as that person and prints the token, nothing else: `curl -H "Authorization: Bearer $(teg token --as EMAIL)"`. */
export const token: Word = async (args, print, form) => {
  const { values } = readArguments(form, args, { as: { type: 'string' } });
  const { as } = values;
  if (as === undefined) throw new Halt('As whom? Give --as EMAIL; "teg people" lists everybody.');
  print.out(`${await speaking(async () => (await service()).token(as))}\n`);
  return 0;
};
