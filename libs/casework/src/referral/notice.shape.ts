import lists from './code-lists.json' with { type: 'json' };
import { boolean, code, day, instant, list, object, text, whole } from './shape.js';

const name = text(200);
const line = text(500);
const words = text(8000);
const officer = object({ role: line, collar_number: line });

/** The notice: twelve answers, as the body of a referral sends them. What must be answered is asked in check-notice.ts. */
export const noticeShape = object(
  {
    referring_officer: officer,
    officer_in_case: officer,
    force: name,
    station: name,
    custody_or_va_reference: name,
    source: code(lists.referral_sources),
    source_class: name,
    incident_ref: name,
    arrested_on: day,
    interview: object({
      at: instant,
      place: line,
      recorded: boolean,
      language: name,
      interpreter: boolean,
      intermediary: line,
      night: boolean,
    }),
    child: object({ given_name: name, family_name: name, date_of_birth: day, identity_confirmed_by: line, safe_contact: line }),
    home_local_authority: name,
    postcode_district: text(8),
    parent_or_carer: object({
      name,
      relation: line,
      parental_responsibility: boolean,
      safe_contact: object({ safe: boolean, how: line, never: line }),
    }),
    preferred_language: code(lists.preferred_language),
    communication_needs: list(line, 50),
    offences: list(
      object(
        { cjs_code: text(12), title: line, offence_date: day, offence_date_to: day, place: line },
        'cjs_code',
        'offence_date',
      ),
      100,
      1,
    ),
    admission: object(
      {
        overall: code(lists.admission),
        detail: words,
        later_indication: object({ overall: code(lists.admission), by: line, where: line, on: day }),
      },
      'overall',
    ),
    victims: object({ count: whole(0, 99), contact_agreed: boolean }),
    bail_status: code(lists.bail_status),
    safety_tonight: words,
    legal_advice: object({ offered: boolean, taken: boolean, solicitor: line }),
    appropriate_adult: object({ name, relation: line, suitable: boolean, over_18: boolean, employed_by_police: boolean }),
    not_yet_known: list(text(100), 60),
  },
  'force',
  'source',
  'child',
  'offences',
  'admission',
);
