import { type Json, type JsonObject } from '#ledger';

type Sent = { readonly [field: string]: Json };

/** What a police file says of one victim, as it was sent. */
export type VictimPart = { readonly ref: string; readonly body: JsonObject };

/**
 * Takes a police file apart at the wall: what stays with the case names victims by number only, and each victim's part goes into that
 * victim's file. Nothing else is touched, so that both together are what came in.
 */
export function splitPoliceFile(sent: Json): { readonly rest: JsonObject; readonly victims: readonly VictimPart[] } {
  const file = sent as Sent;
  const victims = (file['victims'] ?? null) as readonly JsonObject[] | null;
  if (victims === null) return { rest: file, victims: [] };
  return {
    rest: { ...file, victims: victims.map((victim) => ({ ref: victim['ref'] ?? null })) },
    victims: victims.map((body) => ({ ref: String(body['ref']), body })),
  };
}

/** The police file as it came in, as far as the reader may see the victims' parts. */
export function joinedPoliceFile(rest: JsonObject, parts: ReadonlyMap<string, JsonObject>): JsonObject {
  const victims = (rest['victims'] ?? null) as readonly JsonObject[] | null;
  if (victims === null) return rest;
  return { ...rest, victims: victims.map((victim) => parts.get(String(victim['ref'])) ?? victim) };
}
