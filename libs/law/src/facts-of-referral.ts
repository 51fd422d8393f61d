import { type Instant, parseInstant } from '#calendar';
import { type AdultFact, type EvidenceLevel, type Facts, type OffenceFact, type VictimFact } from './facts.js';
import { offenceOf, tableNow } from './offence.js';
import { type Notice, type PoliceFile, type SentGravity } from './referral.js';
import words from './tables/relations.json' with { type: 'json' };

type Known<T> = { readonly [K in keyof T]: T[K] | null | undefined };

/** Leaves out what is null or undefined: unknown is absent. */
function known<T extends object>(fields: Known<T>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as T;
}

const plain = (text: string | null | undefined): string => (text ?? '').trim().toLowerCase();

function evidenceOf(file: PoliceFile | null): Facts['evidence'] {
  const test = file?.evidence_test;
  if (test === null || test === undefined) return undefined;
  // "Full Code Test at charge": what comes after the level says when, not which.
  const found = Object.entries(words.evidenceLevels).find(([start]) => plain(test.level).startsWith(start));
  return found === undefined ? undefined : { level: found[1] as EvidenceLevel, isMet: test.met };
}

/** Factors are listed that speak for the direction in which the score was moved. */
const hasFactors = ({ adjustment, aggravating, mitigating }: SentGravity): boolean =>
  ((adjustment > 0 ? aggravating : mitigating) ?? []).length > 0;

function offencesOf(notice: Notice, file: PoliceFile | null, table: string | undefined): readonly OffenceFact[] {
  return notice.offences.map((said, index) => {
    const row = file?.offences?.[index]?.cjs_code === said.cjs_code ? file.offences[index] : undefined;
    const code = said.cjs_code;
    const npcc = row?.npcc;
    const listed = offenceOf(known<Pick<OffenceFact, 'code' | 'table'>>({ code, table }));
    return known<OffenceFact>({
      code,
      table,
      on: said.offence_date,
      until: said.offence_date_to,
      triable: row?.triable ?? listed?.triable,
      isRecordable: row?.recordable === undefined || row.recordable === null ? listed?.isRecordable : row.recordable === 'yes',
      limitOn: row?.summary_only_time_limit_date,
      gravity: npcc && {
        start: npcc.start,
        adjustment: npcc.adjustment,
        final: npcc.final,
        isScorerNamed: plain(npcc.scored_by) !== '',
        ...(npcc.adjustment !== 0 && { hasFactors: hasFactors(npcc) }),
      },
      isKnife: row?.knife,
      isHateCrime: row?.hate_crime,
    });
  });
}

function victimsOf(file: PoliceFile | null): readonly VictimFact[] | undefined {
  return file?.victims?.map((victim) => {
    const relation = plain(victim.relation_to_child);
    const band = plain(victim.age_band);
    const isOver = words.sixteenOrOver.includes(band) ? true : words.underSixteen.includes(band) ? false : undefined;
    return known<VictimFact>({
      ref: victim.ref,
      hasEnhancedRights: victim.enhanced_rights,
      hasAgreedToContact: victim.contact_agreed,
      isFamily: words.family.includes(relation),
      isPartner: words.partner.includes(relation),
      isDomesticAbuse: plain(victim.enhanced_rights_reason).includes(words.domesticAbuseReason),
      isSixteenOrOver: isOver,
      firstStatementOn: victim.first_statement_on,
    });
  });
}

/** A parent who is the victim is known by the same relation on both sides; two people of one relation are told apart by a person. */
function interviewAdultOf({ appropriate_adult: adult }: Notice, file: PoliceFile | null): AdultFact | undefined {
  if (adult === null || adult === undefined) return undefined;
  const relation = plain(adult.relation);
  const isVictim =
    words.family.includes(relation) && (file?.victims ?? []).some((victim) => plain(victim.relation_to_child) === relation);
  return known<AdultFact>({
    isSuitable: adult.suitable,
    isOverEighteen: adult.over_18,
    isEmployedByPolice: adult.employed_by_police,
    isVictim: file?.victims ? isVictim : undefined,
  });
}

/**
 * The facts of a referral: notice and, once it is there, police file. Nothing that names anybody goes over, and what is null stays
 * unknown. `receivedAt` stands beside the notice and is handed in; so is the case, once there is one, for it keeps the offence table that it
 * was referred under.
 */
export function factsOfReferral(notice: Notice, file: PoliceFile | null, receivedAt?: Instant, before?: Facts): Facts {
  const table = before?.offences === undefined ? tableNow() : before.offences[0]?.table;
  const cps = file?.cps ?? null;
  const authorisedAt = cps === null ? null : parseInstant(cps.at);
  return known<Facts>({
    receivedAt,
    source: notice.source,
    bornOn: notice.child.date_of_birth,
    isIdentityConfirmed: notice.child.identity_confirmed_by === null ? undefined : true,
    arrestedOn: notice.arrested_on,
    wasInterviewedAtNight: notice.interview?.night,
    offences: offencesOf(notice, file, table),
    admissionNoted: notice.admission?.overall,
    admissionIndicated: notice.admission?.later_indication?.overall,
    adviceOffered: notice.legal_advice?.offered,
    adviceTaken: notice.legal_advice?.taken,
    interviewAdult: interviewAdultOf(notice, file),
    victimCount: notice.victims?.count,
    bail:
      notice.bail_status === null
        ? undefined
        : known<NonNullable<Facts['bail']>>({ status: notice.bail_status, startsOn: file?.bail?.start, endsOn: file?.bail?.end }),
    policeFile: file === null ? undefined : true,
    evidence: evidenceOf(file),
    victims: victimsOf(file),
    previousOutcomes: file?.previous_outcomes?.map((earlier) =>
      known<NonNullable<Facts['previousOutcomes']>[number]>({
        on: earlier.date,
        type: earlier.type,
        outcomeNumber: earlier.home_office_outcome,
        isConfirmed: earlier.confirmed_by !== null && earlier.confirmed_on !== null,
      }),
    ),
    careStatus: file?.care_status,
    careLegalBasis: file?.care_legal_basis,
    cps:
      cps === null || authorisedAt === null
        ? undefined
        : {
            reference: cps.reference,
            authorityFor: cps.authority_for,
            at: authorisedAt,
            hasChildInformationForm: cps.child_information_form,
          },
    trafficking:
      file?.nrm &&
      known<NonNullable<Facts['trafficking']>>({ isReferred: file.nrm.referred, on: file.nrm.date, decision: file.nrm.decision }),
    court:
      file?.court &&
      known<NonNullable<Facts['court']>>({
        chargedOn: file.court.charged_on,
        firstHearingOn: file.court.first_hearing,
        nextHearingOn: file.court.next_hearing,
      }),
  });
}
