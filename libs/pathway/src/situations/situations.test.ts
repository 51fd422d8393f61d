import { pathwayOf } from '../pathways.js';
import { playSituation } from './situation.js';
import { situations } from './situations.js';

const pathway = pathwayOf('vale-oocd', 1);

describe('the field’s tricky situations, as scripts of events against the pathway', () => {
  it.each(situations.filter(({ number }) => number !== null))('situation $number: $title', (situation) => {
    expect(playSituation(pathway, situation)).toBeNull();
  });
});

describe('the ordinary ways', () => {
  it.each(situations.filter(({ number }) => number === null))('$title', (situation) => {
    expect(playSituation(pathway, situation)).toBeNull();
  });
});
