import { type Browser, chromium } from 'playwright-core';
import { installedProgram } from './installed-program.js';

/** The Chromium of the machine. A test that needs it fails with the line to type where it is missing, and never skips. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: installedProgram('chromium'),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
