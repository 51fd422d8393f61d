import { CalendarNotCovered, londonDay } from '#calendar';
import { type Change, type Context, type Json, type JsonObject, type Refused, refused, type StreamFile } from '#ledger';
import { factsOfReferral, judge } from '#law';
import { isIn, may, rooms, teamOf } from '#people';
import { beginCase } from '../../cases/begin-case.js';
import { caseAnswer, type CaseAnswer } from '../../cases/case-answer.js';
import { recordChild } from '../../children/child-record.js';
import { linkCase } from '../../incidents/incident-record.js';
import { checkReferral, type CheckedReferral } from '../../referral/check-referral.js';
import { type Area, areaOf, forceOf, type Place } from '../../referral/places.js';
import { referenceOf } from '../../referral/reference.js';
import { receiptNotices } from '../../referral/receipt-notices.js';
import { referralKeys } from '../../referral/referral-keys.js';
import { splitPoliceFile } from '../../referral/split-police-file.js';
import { victimChanges } from '../../referral/victims-of.js';
import { type NewReferral } from './new-referral.js';

/** What a referral is answered with; street notices have no clocks and nothing that comes next. */
export type ReferralAnswer = CaseAnswer & {
  readonly area: string;
  readonly isCaretaker: boolean;
  readonly homeAuthority: string | null;
};
export type Decided = { readonly did: readonly [Change, ...Change[]]; readonly answer: ReferralAnswer };

/** The whole of a referral in one decision: case, child, incident and victims, or none of them. Pure. */
export function decideReferral(
  body: Json,
  made: NewReferral,
  places: readonly Place[],
  files: readonly StreamFile[],
  context: Context,
): Decided | Refused {
  const { asker, at } = context;
  if (!may(asker, 'recordReferral')) return refused('notYours');
  const team = teamOf(asker);
  if (team === null) return refused('notYours', { code: 'noTeam' });
  const checked = checkReferral(body, { at, isForce: (name) => forceOf(places, name) !== null });
  if (!checked.ok) return refused('invalid', { faults: checked.faults });
  const force = forceOf(places, checked.value.notice.force);
  const area = areaOf(places, checked.value.notice);
  if (force === null || area === null)
    return refused('invalid', { faults: [{ pointer: '/notice/station', code: 'noServiceForStation' }] });

  const { notice, policeFile, receivedAt } = checked.value;
  const facts = factsOfReferral(notice, policeFile, receivedAt);
  const asked = (['childIsTenOrOver', 'gravityMovesAtMostOnePoint'] as const).map((rule) =>
    judge(rule, facts, { on: context.today, calendar: context.calendar, moment: 'listing', standings: context.law.standings }),
  );
  const broken = asked.filter(({ answer }) => answer === 'notMet');
  if (broken.length > 0) return refused('notAllowed', { rules: broken.map((rule) => ({ ...rule })) });
  try {
    return written(checked.value, { force: force.code, area, team, made, files, context });
  } catch (error) {
    // Beyond the bank holidays that are known nobody can say when anything is due.
    if (error instanceof CalendarNotCovered)
      return refused('invalid', { faults: [{ pointer: '/received_at', code: 'calendarNotKnown' }] });
    throw error;
  }
}

type Setting = {
  readonly force: string;
  readonly area: Area;
  readonly team: string;
  readonly made: NewReferral;
  readonly files: readonly StreamFile[];
  readonly context: Context;
};

function written(
  { notice, policeFile, receivedAt, sent }: CheckedReferral,
  { force, area, team, made, files, context }: Setting,
): Decided {
  const [caseFile, childFile, incidentFile, ...victimFiles] = files;
  if (!caseFile || !childFile || !incidentFile) throw new Error('The files of a referral were not opened.');
  const reference = referenceOf(area.prefix, receivedAt, made.random);
  // A court is not the force: its team could never answer what only the force's can, so the force's custody team stands beside it.
  const custody = rooms.team(force, 'custody');
  const teams = team.startsWith(`team:${force}:`) ? [team] : [team, custody];
  const caseRooms = [...teams, rooms.youthJustice(area.code), rooms.seconded(area.code)];
  const receivedOn = londonDay(receivedAt);
  const isStreetNotice = notice.source === 'STREET_CR_NOTICE';
  const names = { givenName: notice.child.given_name, familyName: notice.child.family_name, bornOn: notice.child.date_of_birth };
  const rest = sent.policeFile === null ? null : splitPoliceFile(sent.policeFile).rest;

  const { change, metAtOnce } = beginCase(
    caseFile,
    {
      reference,
      receivedAt,
      notice,
      policeFile,
      papers: { notice: sent.notice as JsonObject, policeFile: rest },
      record: {
        child: childFile.id,
        incident: incidentFile.id,
        victims: Object.fromEntries(made.victims.map((ref, index) => [ref, victimFiles[index]?.id ?? ''])),
        home: { authority: notice.home_local_authority, isCaretaker: area.isCaretaker },
      },
      area: area.code,
      team,
      force,
      rooms: caseRooms,
    },
    context,
  );
  const numbers = (policeFile?.offences ?? []).map(({ crime_number }) => crime_number ?? '');
  const keys = referralKeys({
    of: isStreetNotice ? 'streetNotice' : 'referral',
    force,
    child: names,
    custodyReference: notice.custody_or_va_reference,
    crimeNumbers: [...numbers, ...(policeFile?.crime_numbers ?? [])],
  });
  const isOfForce = isIn(context.asker, rooms.force(force));
  const linked = { case: caseFile.id, force, reference: notice.incident_ref, key: made.incidentKey, rooms: caseRooms, isOfForce };
  const whole: Change = {
    ...change,
    keys,
    inbox: receiptNotices(isStreetNotice ? 'streetNoticeReceived' : 'referralReceived', change, {}, area.code, context),
  };
  const did: [Change, ...Change[]] = [
    whole,
    recordChild(
      childFile,
      names,
      notice.child.identity_confirmed_by,
      {
        case: caseFile.id,
        reference,
        receivedOn,
        offenceOn: notice.offences.map(({ offence_date }) => offence_date).sort()[0] ?? receivedOn,
        isStreetNotice,
      },
      caseRooms,
    ),
    linkCase(incidentFile, linked),
    ...victimChanges({
      case: caseFile.id,
      caseReference: reference,
      area: area.code,
      on: receivedOn,
      files: made.victims.flatMap((number, index) => {
        const file = victimFiles[index];
        return file ? [{ number, file, isAddition: false }] : [];
      }),
      agreedInNotice: notice.victims?.contact_agreed ?? null,
      policeFile,
      sent: sent.policeFile,
      version: 1,
    }),
  ];
  return {
    did,
    answer: {
      ...caseAnswer(whole, context, metAtOnce),
      area: area.code,
      isCaretaker: area.isCaretaker,
      homeAuthority: notice.home_local_authority,
    },
  };
}
