import { type NoteSigner } from '#proof';

/** What endpoints may know of how this process was started. */
export abstract class WebSettings {
  abstract readonly baseUrl: string;
  abstract readonly isDemonstration: boolean;
  abstract readonly sessionSecret: string;
  abstract readonly issuer: { readonly url: string };
  /** Under which name the identity provider knows Teg's pages. */
  abstract readonly client: { readonly id: string; readonly secret?: string };
  /** Signs the checkpoint of an export. */
  abstract readonly signer: NoteSigner;
  abstract readonly machineNow: () => number;
  abstract readonly settled: () => Promise<void>;
  /** Resolves when the newest checkpoint is over the record as it is now, where this process can have one written. */
  abstract readonly freshCheckpoint: () => Promise<void>;
}
