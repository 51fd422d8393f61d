import { describeApi } from './api/openapi/describe-api.js';
import { endpoints } from './web.module.js';

// For `npm run docs`: what stands in docs/openapi.json. Nothing is started for it.
process.stdout.write(`${JSON.stringify(describeApi(endpoints), null, 2)}\n`);
