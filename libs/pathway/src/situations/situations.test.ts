import { pathways } from '../pathways.js';
import { playSituation } from './situation.js';
import { situationsOf } from './situations-of.js';

describe.each(pathways().map((pathway) => ({ name: `${pathway.name} ${pathway.version}`, pathway })))('$name', ({ pathway }) => {
  it.each(situationsOf(pathway).filter(({ number }) => number !== null))('situation $number: $title', (situation) => {
    expect(playSituation(pathway, situation)).toBeNull();
  });

  it.each(situationsOf(pathway).filter(({ number }) => number === null))('an ordinary way: $title', (situation) => {
    expect(playSituation(pathway, situation)).toBeNull();
  });
});
