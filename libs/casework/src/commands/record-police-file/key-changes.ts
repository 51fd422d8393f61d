import { type Notice, type PoliceFile } from '#law';
import { type Change, type JsonObject, type StreamFile } from '#ledger';
import { referralKeys } from '../../referral/referral-keys.js';

type Numbers = Pick<PoliceFile, 'offences' | 'crime_numbers'>;

/** The crime numbers by which a second referral of this child would be found: those of the new police file instead of the old one's. */
export function keyChanges(
  file: Pick<StreamFile, 'force'>,
  notice: Notice,
  before: JsonObject | null,
  after: PoliceFile,
): Pick<Change, 'keys' | 'dropKeys'> {
  const { given_name, family_name, date_of_birth } = notice.child;
  const keysOf = (numbers: Numbers) =>
    referralKeys({
      of: notice.source === 'STREET_CR_NOTICE' ? 'streetNotice' : 'referral',
      force: file.force ?? '',
      child: { givenName: given_name, familyName: family_name, bornOn: date_of_birth },
      custodyReference: null,
      crimeNumbers: [...(numbers.offences ?? []).map(({ crime_number }) => crime_number ?? ''), ...(numbers.crime_numbers ?? [])],
    });
  const keys = keysOf(after);
  const kept = new Set(keys.map(({ key }) => key));
  const dropKeys =
    before === null
      ? []
      : keysOf(before as unknown as Numbers)
          .map(({ key }) => key)
          .filter((key) => !kept.has(key));
  return { keys, dropKeys };
}
