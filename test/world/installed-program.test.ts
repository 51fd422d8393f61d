import { installedProgram, type OutsideProgram } from './installed-program.js';

describe('a program that npm does not bring', () => {
  it('is found on the path', () => {
    expect(installedProgram('node' as OutsideProgram)).toMatch(/\/node$/);
  });

  it('fails with the line to type where it is missing', () => {
    expect(() => installedProgram('redis-servant' as OutsideProgram)).toThrow(
      'redis-servant is not installed, and this test needs it: apt-get update && apt-get install -y --no-install-recommends chromium redis-server faketime',
    );
  });
});
