import { environmentOf } from '#config';
import { recordSource } from '#ledger';
import { composeWeb } from './compose.js';

const environment = environmentOf('web');
const {
  PORT,
  DATABASE_URL,
  TEG_BASE_URL,
  OIDC_ISSUER,
  OIDC_CLIENT_ID,
  OIDC_CLIENT_SECRET,
  OIDC_AUDIENCE,
  SESSION_SECRET,
  CHECKPOINT_KEY,
  TEG_RATE_LIMIT,
} = environment;

const source = recordSource(DATABASE_URL ?? '', 10);
const app = await composeWeb({
  source,
  issuer: { url: OIDC_ISSUER ?? '', audience: OIDC_AUDIENCE ?? OIDC_CLIENT_ID ?? '' },
  baseUrl: TEG_BASE_URL ?? '',
  client: { id: OIDC_CLIENT_ID ?? '', ...(OIDC_CLIENT_SECRET !== undefined && { secret: OIDC_CLIENT_SECRET }) },
  sessionSecret: SESSION_SECRET ?? '',
  checkpointKey: CHECKPOINT_KEY ?? '',
  rateLimit: TEG_RATE_LIMIT,
  isDemonstration: false,
});
await app.listen(PORT);
process.stdout.write(`Teg answers at ${await app.getUrl()}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void app
      .close()
      .then(() => source.destroy())
      .then(() => process.exit(0));
  });
}
