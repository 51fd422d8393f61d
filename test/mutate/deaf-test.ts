import { ask } from '../../libs/law/src/ordinary-case.js';

// Planted: it names its rule and notices nothing. mutate.test.ts expects tools/mutate.mjs to find that out.
describe('a test that asserts nothing of the answer', () => {
  it('s.66ZA(1)(b) CDA 1998 (childAdmits): asks, and does not look at what is said', () => {
    expect(ask('childAdmits')).toBeDefined();
  });
});
