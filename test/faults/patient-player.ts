import { player, type Player } from '../../apps/teg/src/player/player.js';
import { signIn, SignInRefused } from '../../apps/teg/src/player/sign-in.js';

const patienceMs = 180_000;
const signIns = 5;

/** A player who asks again for three minutes, and signs in anew where the clock was set in the middle of a sign-in. */
export function patientPlayer(url: string, onRetry: () => void = () => undefined): Player {
  const patience = { patienceMs, onRetry };
  const signInAgain = async (email: string, attempt = 1): Promise<string> => {
    try {
      return await signIn(url, email, patience);
    } catch (error) {
      if (!(error instanceof SignInRefused) || attempt === signIns) throw error;
      return signInAgain(email, attempt + 1);
    }
  };
  return player({ url, ...patience, signIn: (email) => signInAgain(email) });
}
