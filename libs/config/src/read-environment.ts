import { parseInstant } from '#calendar';
import { validateSync } from 'class-validator';
import { Environment, type VariableName } from './environment.js';
import { environmentVariables, type Program } from './environment-variables.js';

/** Which variable is wrong and what to do about it. Values are never repeated: they may be secrets. */
export type EnvironmentFault = { readonly variable: VariableName; readonly says: string };

/** Everything that is wrong at once; the message is for the operator, one line a variable. */
export class EnvironmentFaults extends Error {
  override readonly name = 'EnvironmentFaults';
  constructor(readonly faults: readonly EnvironmentFault[]) {
    super(`Teg cannot start with these settings:\n${faults.map(({ says }) => `  ${says}`).join('\n')}`);
  }
}

export type Variables = { readonly [name: string]: string | undefined };

/**
 * The settings of one program out of environment variables. An empty variable counts as unset. Throws `EnvironmentFaults`
 * when a value is not in its form, when two contradict each other, or when one is missing that the program needs.
 */
export function readEnvironment(variables: Variables, program: Program = 'standalone'): Environment {
  const environment = Object.assign(new Environment(), given(variables));
  const wrong = [...malformed(environment), ...contradictions(environment, program)];
  const lacking = missing(environment, program).filter(({ variable }) => !wrong.some((fault) => fault.variable === variable));
  const faults = [...wrong, ...lacking];
  if (faults.length > 0) throw new EnvironmentFaults(faults);
  return environment;
}

/** The settings of this process. */
export function environmentOf(program: Program): Environment {
  return readEnvironment(process.env, program);
}

/** Where the command line finds the service. */
export function serviceUrl(environment: Environment): string {
  return environment.TEG_URL ?? `http://127.0.0.1:${environment.PORT}`;
}

const numbers: readonly VariableName[] = ['PORT', 'TEG_RATE_LIMIT'];
const addresses: readonly VariableName[] = ['TEG_URL', 'TEG_BASE_URL', 'OIDC_ISSUER'];

function given(variables: Variables): { readonly [name: string]: string | number } {
  const values = environmentVariables.flatMap(({ name }) => {
    const text = variables[name]?.trim();
    return text ? [[name, valueOf(name, text)] as const] : [];
  });
  return Object.fromEntries(values);
}

/** What cannot be understood stays text, so that the check of its form names it. */
function valueOf(name: VariableName, text: string): string | number {
  if (numbers.includes(name)) return /^\d+$/.test(text) ? Number(text) : text;
  if (addresses.includes(name)) return text.replace(/\/+$/, '');
  return name === 'TEG_CLOCK_START' ? (parseInstant(text) ?? text) : text;
}

function malformed(environment: Environment): readonly EnvironmentFault[] {
  const wrong = new Set(validateSync(environment).map(({ property }) => property));
  return environmentVariables
    .filter(({ name }) => wrong.has(name))
    .map(({ name, form }) => ({ variable: name, says: `${name} must be ${form}.` }));
}

function contradictions(environment: Environment, program: Program): readonly EnvironmentFault[] {
  const faults: EnvironmentFault[] = [];
  if (environment.DATABASE_URL && environment.TEG_CLOCK_START) {
    const says = 'TEG_CLOCK_START belongs to the demonstration: remove it, or remove DATABASE_URL.';
    faults.push({ variable: 'TEG_CLOCK_START', says });
  }
  for (const variable of ['MIGRATION_DATABASE_URL', 'BELL_DATABASE_URL', 'ERASER_DATABASE_URL'] as const) {
    if (program !== 'standalone' || !environment[variable] || environment.DATABASE_URL) continue;
    const says = `${variable} is set without DATABASE_URL, so the demonstration would start on a database of its own: set DATABASE_URL too, or remove it.`;
    faults.push({ variable, says });
  }
  const signIn = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  const isBegun = signIn.some((name) => environment[name]);
  for (const variable of isBegun ? signIn.filter((name) => !environment[name]) : []) {
    const says = `${variable} is missing: ${signIn.join(', ')} belong together, so set all of them, or none for the demonstration's sign-in.`;
    faults.push({ variable, says });
  }
  return faults;
}

function missing(environment: Environment, program: Program): readonly EnvironmentFault[] {
  return environmentVariables
    .filter(({ name, neededBy }) => neededBy.includes(program) && environment[name] === undefined)
    .map(({ name, meaning, form }) => ({ variable: name, says: `${name} is missing: set it to ${form}. (${meaning})` }));
}
