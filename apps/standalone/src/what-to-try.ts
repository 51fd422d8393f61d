/** What the terminal says once the demonstration answers. */
export const whatToTry = (url: string, dataDir: string): string => `
Teg answers at ${url}  (demonstration: invented people, data in ${dataDir})

Try first, in another terminal:
  npm run -s teg -- people                        who is who
  npm run -s teg -- clock --to 2026-12-24T16:55:00Z
  npm run -s teg -- import test/referrals/R07-emergency-worker-assault.json
The README shows the same by curl; ${url}/openapi.json describes every call.
Ctrl-C stops it.
`;
