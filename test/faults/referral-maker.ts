import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Json, type JsonObject } from '#ledger';

/** A referral of an invented child, as it is sent. */
export type MadeReferral = { readonly notice: JsonObject; readonly police_file: JsonObject };

const example = JSON.parse(
  readFileSync(join(import.meta.dirname, '../referrals/R01-shop-theft-first-time.json'), 'utf8'),
) as MadeReferral;

/** The same referral for ever another child: the number decides names, birth date and every reference that must not occur twice. */
export function makeReferral(number: number): MadeReferral {
  const { notice, police_file: file } = example;
  const mark = `FIC-${String(number).padStart(6, '0')}`;
  const crime = `${mark}-CRIME`;
  return {
    notice: {
      ...notice,
      custody_or_va_reference: `VA/${mark}`,
      incident_ref: `INC/${mark}`,
      child: { ...(notice['child'] as JsonObject), given_name: `Prawf ${lettersOf(number)}`, date_of_birth: birthOf(number) },
      safety_tonight: `At home. Note ${number} of the fault test.`,
    },
    police_file: {
      ...file,
      offences: [{ ...(first(file['offences']) as JsonObject), crime_number: crime }],
      crime_numbers: [crime],
      victims: [{ ...(first(file['victims']) as JsonObject), contact_ref: `VIC/${mark}` }],
    },
  };
}

const first = (list: Json | undefined): Json => (list as readonly Json[])[0] ?? null;

/** Digits do not stand in a name. */
const lettersOf = (number: number): string => String(number).replace(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)));

const birthOf = (number: number): string =>
  `${2011 + (number % 3)}-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`;
