import { type Asker } from '#ledger';
import { type Language } from '#wording';
import { type Request } from 'express';

/** Who asks, as the database knew them within the last second, and the language they asked in. */
export type Caller = Asker & { readonly language: Language };

/** What the shell has found out about a request so far. */
export type Seen = { language: Language; caller: Caller | null; does: string | null; isPage: boolean };

export type SeenRequest = Request & { teg: Seen };

const addressed = /^\/api\/(?:cases|referrals|draws|meetings|victims|children)\/([A-Z0-9-]{1,32})(?:\/|$)/;

/** The reference in an address, for the access log; null where there is none. */
export const referenceIn = (path: string): string | null => addressed.exec(path)?.[1] ?? null;
