import { verifyPage } from './verify-page.js';

// npm run docs writes this to docs/verify-draw.html.
process.stdout.write(verifyPage());
