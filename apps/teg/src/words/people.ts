import { readArguments } from '../read-arguments.js';
import { service, speaking } from '../running-teg.js';
import { type Word } from '../word.js';
import { directory } from './demonstration-people.js';

/** Who works with the record: `email TAB role TAB organisation`, sorted; somebody of two roles has two lines. */
export const people: Word = async (args, print, form) => {
  readArguments(form, args, {});
  const everybody = await speaking(async () => directory(await service()));
  const lines = everybody.flatMap(({ email, organisation, roles }) =>
    roles.map((role) => `${email}\t${role}\t${organisation}\n`),
  );
  print.out(lines.sort().join(''));
  return 0;
};
